package io.liftwerk.keywords;

import io.liftwerk.keywords.account.Account;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.LiveKeyword;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.workspace.JobContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the reports tell of the accounts: keywords they bid on, searches they keep away already. */
final class AccountReading {
  private final JobContext context;

  AccountReading(JobContext context) {
    this.context = context;
  }

  /**
   * @param model what silver says of keywords; null for nothing
   */
  Account read(@Nullable String model) throws Exception {
    Set<LiveKeyword> keywords = new LinkedHashSet<>();
    if (model != null) {
      keywords(
          "SELECT DISTINCT platform, campaign_name, ad_group_name, keyword_text, match_type FROM ("
              + model
              + ") WHERE keyword_text <> '' ORDER BY ALL",
          keywords);
    }
    keywords(
        "SELECT DISTINCT platform, campaign, ad_group, keyword, match_type FROM "
            + TermSnapshot.TABLE
            + " WHERE keyword IS NOT NULL AND keyword <> '' AND NOT asin ORDER BY ALL",
        keywords);
    // a search that was added is a keyword in its own words
    keywords(
        "SELECT DISTINCT platform, campaign, ad_group, term, match_type FROM "
            + TermSnapshot.TABLE
            + " WHERE term_state = 'added' AND NOT asin ORDER BY ALL",
        keywords);
    return new Account(List.copyOf(keywords), excluded(), List.of());
  }

  private void keywords(String sql, Set<LiveKeyword> into) throws Exception {
    Query.each(
        context,
        sql,
        row -> {
          Optional<Channel> channel = Channels.of(row.getString(1));
          Optional<MatchType> match = Channels.match(row.getString(5));
          String text = row.getString(4);
          if (channel.isPresent() && match.isPresent() && !text.contains("=")) {
            into.add(
                new LiveKeyword(
                    channel.get(), text(row.getString(2)), row.getString(3), text, match.get()));
          }
        });
  }

  private List<Negative> excluded() throws Exception {
    List<Negative> negatives = new ArrayList<>();
    Query.each(
        context,
        "SELECT DISTINCT platform, campaign, term FROM "
            + TermSnapshot.TABLE
            + " WHERE term_state = 'excluded' ORDER BY ALL",
        row -> {
          Optional<Channel> channel = Channels.of(row.getString(1));
          if (channel.isPresent()) {
            negatives.add(
                Negative.inCampaign(
                    channel.get(), text(row.getString(2)), row.getString(3), MatchType.EXACT));
          }
        });
    return negatives;
  }

  private static String text(@Nullable String name) {
    return name == null ? "" : name;
  }
}
