package io.liftwerk.keywords;

import io.liftwerk.keywords.KeywordResult.Ngram;
import io.liftwerk.keywords.KeywordResult.SuggestedKeyword;
import io.liftwerk.keywords.TermSnapshot.Counted;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import io.liftwerk.workspace.JobContext;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The tables a run leaves in gold: its n-grams, its terms, its negatives, its new keywords. The
 * newest run's replace the older.
 */
final class KeywordTables {
  static final String TERMS = "gold.keyword_terms";
  static final String NEGATIVES = "gold.keyword_negatives";
  static final String LISTS = "gold.keyword_lists";
  static final String NEW = "gold.keyword_new";

  /** Terms that are kept, the costliest. */
  private static final int MOST = 200_000;

  private static final int LOOK = 0xfff;

  private final JobContext context;

  KeywordTables(JobContext context) throws SQLException {
    this.context = context;
    context.execute("CREATE SCHEMA IF NOT EXISTS gold");
  }

  private interface Rows {
    void write(DuckDBAppender appender) throws SQLException;
  }

  private void fill(String name, String columns, Rows rows) throws SQLException {
    context.execute("CREATE OR REPLACE TABLE gold." + name + " (" + columns + ", run VARCHAR)");
    DuckDBConnection connection = context.connection().unwrap(DuckDBConnection.class);
    try (DuckDBAppender appender = connection.createAppender("gold", name)) {
      rows.write(appender);
    }
  }

  void ngrams(List<Ngram> ngrams) throws SQLException {
    fill(
        "keyword_ngrams",
        "ngram VARCHAR, folded VARCHAR, n TINYINT, terms INTEGER, impressions BIGINT,"
            + " clicks BIGINT, cost DECIMAL(28, 6), conversions DECIMAL(28, 6),"
            + " conversions_value DECIMAL(28, 6), rate DOUBLE, rate_low DOUBLE, rate_high DOUBLE,"
            + " standing VARCHAR",
        appender -> {
          for (Ngram one : ngrams) {
            appender.beginRow();
            appender.append(one.ngram());
            appender.append(one.folded());
            appender.append((byte) one.n());
            appender.append(one.terms());
            appender.append(one.impressions());
            appender.append(one.clicks());
            appender.append(exact(one.cost()));
            appender.append(exact(one.conversions()));
            appender.append(exact(one.value()));
            appender.append(one.rate());
            appender.append(one.low());
            appender.append(one.high());
            appender.append(word(one.standing()));
            appender.append(context.run());
            appender.endRow();
          }
        });
  }

  /** The {@link #MOST} terms that weigh most, in their order; of equals the first. */
  private static int[] most(TermList terms, Counted counted) {
    int by =
        counted.cost() ? TermList.COST : counted.clicks() ? TermList.CLICKS : TermList.IMPRESSIONS;
    if (terms.size() <= MOST) {
      return IntStream.range(0, terms.size()).toArray();
    }
    long[] weights =
        IntStream.range(0, terms.size()).mapToLong(i -> terms.amount(i, by)).sorted().toArray();
    long least = weights[weights.length - MOST];
    int over = 0;
    for (long weight : weights) {
      over += weight > least ? 1 : 0;
    }
    var most = new int[MOST];
    int count = 0;
    int equals = MOST - over;
    for (int i = 0; i < terms.size(); i++) {
      long weight = terms.amount(i, by);
      if (weight > least || weight == least && equals-- > 0) {
        most[count++] = i;
      }
    }
    return most;
  }

  /**
   * The costliest terms, each with its words between blanks, as n-grams are looked for; null where
   * these are the term itself.
   */
  void terms(TermList terms, Tokens tokens, TermFacts facts, Counted counted, Judgement judgement)
      throws SQLException {
    int[] order = most(terms, counted);
    fill(
        "keyword_terms",
        "term VARCHAR, words VARCHAR, impressions BIGINT, clicks BIGINT, cost DECIMAL(28, 6),"
            + " conversions DECIMAL(28, 6), conversions_value DECIMAL(28, 6), cluster VARCHAR,"
            + " intent VARCHAR, language VARCHAR, standing VARCHAR",
        appender -> {
          for (int i = 0; i < order.length; i++) {
            if ((i & LOOK) == 0) {
              context.checkCancelled();
            }
            int term = order[i];
            String text = terms.text(term);
            long clicks = terms.amount(term, TermList.CLICKS);
            BigDecimal conversions =
                counted.conversions() ? millionths(terms, term, TermList.CONVERSIONS) : null;
            appender.beginRow();
            appender.append(text);
            String words = String.join(" ", tokens.keys(terms.words(term)));
            appender.append(words.equals(text) ? null : " " + words + " ");
            appender.append(count(counted.impressions(), terms.amount(term, TermList.IMPRESSIONS)));
            appender.append(count(counted.clicks(), clicks));
            appender.append(counted.cost() ? millionths(terms, term, TermList.COST) : null);
            appender.append(conversions);
            appender.append(counted.value() ? millionths(terms, term, TermList.VALUE) : null);
            appender.append(facts.cluster(term));
            appender.append(facts.intent(term));
            appender.append(facts.language(term).name().toLowerCase(Locale.ROOT));
            appender.append(
                word(judgement.standing(clicks, terms.amount(term, TermList.COST), conversions)));
            appender.append(context.run());
            appender.endRow();
          }
        });
  }

  private static BigDecimal millionths(TermList terms, int term, int amount) {
    return BigDecimal.valueOf(terms.amount(term, amount), TermSnapshot.SCALE);
  }

  void negatives(NegativeSearch.Found found) throws SQLException {
    fill(
        "keyword_negatives",
        "channel VARCHAR, list VARCHAR, campaign VARCHAR, ad_group VARCHAR, text VARCHAR,"
            + " match_type VARCHAR, saving DECIMAL(28, 6), cost DECIMAL(28, 6), clicks BIGINT,"
            + " conversions DECIMAL(28, 6)",
        appender -> {
          for (NegativeSearch.Placed one : found.placed()) {
            Negative negative = one.chosen().negative();
            appender.beginRow();
            appender.append(Channels.word(one.channel()));
            appender.append(negative.list());
            appender.append(negative.campaign());
            appender.append(negative.adGroup());
            appender.append(negative.text());
            appender.append(negative.match().name().toLowerCase(Locale.ROOT));
            appender.append(exact(one.saving()));
            appender.append(exact(one.chosen().blockedCost()));
            appender.append(one.chosen().clicks());
            appender.append(exact(one.chosen().conversions()));
            appender.append(context.run());
            appender.endRow();
          }
        });
    fill(
        "keyword_lists",
        "channel VARCHAR, list VARCHAR, campaign VARCHAR",
        appender -> {
          for (SharedList list : found.lists()) {
            for (String campaign : list.campaigns()) {
              appender.beginRow();
              appender.append(Channels.word(list.channel()));
              appender.append(list.name());
              appender.append(campaign);
              appender.append(context.run());
              appender.endRow();
            }
          }
        });
  }

  /** Searches that deserve to be keywords. */
  void keywords(List<SuggestedKeyword> keywords) throws SQLException {
    fill(
        "keyword_new",
        "channel VARCHAR, campaign VARCHAR, ad_group VARCHAR, text VARCHAR, match_type VARCHAR,"
            + " clicks BIGINT, cost DECIMAL(28, 6), conversions DECIMAL(28, 6)",
        appender -> {
          for (SuggestedKeyword one : keywords) {
            appender.beginRow();
            appender.append(Channels.of(one.platform()).map(Channels::word).orElse(null));
            appender.append(one.campaign());
            appender.append(one.adGroup());
            appender.append(one.text());
            appender.append(one.match());
            appender.append(one.clicks());
            appender.append(exact(one.cost()));
            appender.append(exact(one.conversions()));
            appender.append(context.run());
            appender.endRow();
          }
        });
  }

  private static @Nullable Long count(boolean counted, long amount) {
    return counted ? Long.valueOf(amount) : null;
  }

  private static String word(KeywordResult.Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT);
  }

  /** As the column holds it: the appender takes no other scale. */
  private static @Nullable BigDecimal exact(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.setScale(TermSnapshot.SCALE);
  }
}
