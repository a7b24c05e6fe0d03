package io.liftwerk.keywords;

import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.keywords.KeywordResult.ClusterPage;
import io.liftwerk.keywords.KeywordResult.Overlap;
import io.liftwerk.keywords.KeywordResult.SuggestedKeyword;
import io.liftwerk.keywords.account.Account;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.LiveKeyword;
import io.liftwerk.keywords.mapping.Coverage;
import io.liftwerk.keywords.mapping.Figures;
import io.liftwerk.keywords.mapping.LandingPages;
import io.liftwerk.keywords.mapping.Page;
import io.liftwerk.keywords.mapping.Rivalry;
import io.liftwerk.keywords.mapping.Route;
import io.liftwerk.keywords.mapping.Routing;
import io.liftwerk.keywords.mapping.SearchRow;
import io.liftwerk.keywords.mapping.TermDemand;
import io.liftwerk.keywords.matching.ChannelWords;
import io.liftwerk.text.Words;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What catches searches, which of them no keyword does yet, and which page answers them. */
final class Mapping {
  /** Searches in several ad groups that are looked at, the costliest. */
  private static final int OVERLAPS = 1_000;

  /** Conversions that make a search worth a keyword. */
  private static final int CONVERTED = 2;

  private static final int SUGGESTED = 200;

  /** Clusters that pages are looked for. */
  private static final int CLUSTERS = 500;

  private static final int MEMBERS = 50;

  private final JobContext context;
  private final Judgement judgement;

  Mapping(JobContext context, Judgement judgement) {
    this.context = context;
    this.judgement = judgement;
  }

  /** Searches that several places of one channel pay for, the most money astray first. */
  static List<Overlap> overlaps(JobContext context) throws Exception {
    var routing = new Routing();
    Map<Channel, String> platforms = new EnumMap<>(Channel.class);
    // rows of one term follow each other
    var words =
        new Object() {
          String term = "";
          List<Words.Word> found = List.of();
        };
    Query.each(
        context,
        """
        WITH shared AS (
          SELECT platform, term FROM %1$s WHERE part = 1 AND NOT asin AND campaign IS NOT NULL
          GROUP BY platform, term
          HAVING min(hash(campaign, ad_group)) <> max(hash(campaign, ad_group))
          ORDER BY sum(cost) DESC NULLS LAST, sum(clicks) DESC, term LIMIT %2$d)
        SELECT r.platform, r.term, campaign, ad_group, keyword, match_type, sum(impressions),
          sum(clicks), sum(cost), sum(conversions), sum(value)
        FROM %1$s r JOIN shared s ON r.platform = s.platform AND r.term = s.term
        WHERE part = 1 AND campaign IS NOT NULL GROUP BY ALL ORDER BY ALL
        """
            .formatted(TermSnapshot.TABLE, OVERLAPS),
        row -> {
          Optional<Channel> channel = Channels.of(row.getString(1));
          if (channel.isEmpty()) {
            return;
          }
          platforms.put(channel.get(), row.getString(1));
          String term = row.getString(2);
          if (!term.equals(words.term)) {
            words.term = term;
            words.found = Words.of(term);
          }
          routing.add(
              new SearchRow(
                  channel.get(),
                  term,
                  words.found,
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  Channels.match(row.getString(6)).orElse(null),
                  new Figures(
                      row.getLong(7),
                      row.getLong(8),
                      amount(row.getBigDecimal(9)),
                      amount(row.getBigDecimal(10)),
                      amount(row.getBigDecimal(11)))));
        });
    List<Overlap> overlaps = new ArrayList<>();
    for (Rivalry one : routing.rivalries()) {
      BigDecimal inside = one.places().getFirst().figures().cost();
      overlaps.add(
          new Overlap(
              one.term(),
              platforms.getOrDefault(one.channel(), ""),
              place(one.places().getFirst().best()),
              inside.add(one.outside().cost()),
              one.outside().cost(),
              one.places().stream().map(place -> place(place.best())).toList()));
    }
    return overlaps;
  }

  private static String place(Route route) {
    String place = route.campaign();
    if (route.adGroup() != null) {
      place += " / " + route.adGroup();
    }
    return route.keyword() == null ? place : place + " / " + route.keyword();
  }

  private static BigDecimal amount(@Nullable BigDecimal millionths) {
    return millionths == null
        ? BigDecimal.ZERO
        : TermSnapshot.plain(millionths.movePointLeft(TermSnapshot.SCALE));
  }

  /**
   * Searches that convert for no more than the account pays, and are no keyword in their channel.
   */
  List<SuggestedKeyword> keywords(Account account) throws Exception {
    Map<Channel, Set<List<String>>> live = new EnumMap<>(Channel.class);
    for (LiveKeyword one : account.keywords()) {
      live.computeIfAbsent(one.channel(), key -> new HashSet<>())
          .add(ChannelWords.of(one.channel(), one.text()));
    }
    BigDecimal most = judgement.cpa();
    List<SuggestedKeyword> suggested = new ArrayList<>();
    Query.each(
        context,
        """
        WITH converting AS (
          SELECT platform, term FROM %1$s WHERE part = 1 AND NOT asin AND conversions > 0
          GROUP BY platform, term HAVING sum(conversions) >= %2$d)
        SELECT platform, term, arg_max(campaign, conversions), arg_max(ad_group, conversions),
          sum(clicks), sum(cost), sum(conversions), sum(value)
        FROM %1$s SEMI JOIN converting USING (platform, term)
        WHERE part = 1 AND NOT asin GROUP BY platform, term
        HAVING sum(conversions) >= %2$d ORDER BY sum(conversions) DESC, sum(cost), term
        """
            .formatted(TermSnapshot.TABLE, CONVERTED * 1_000_000L),
        row -> {
          Optional<Channel> channel = Channels.of(row.getString(1));
          String term = row.getString(2);
          BigDecimal conversions = amount(row.getBigDecimal(7));
          BigDecimal cost = TermSnapshot.money(row.getBigDecimal(6));
          BigDecimal cpa = Judgement.cpa(cost, conversions);
          boolean dear = most != null && cpa != null && cpa.compareTo(most) > 0;
          if (channel.isEmpty()
              || dear
              || suggested.size() >= SUGGESTED
              || live.getOrDefault(channel.get(), Set.of())
                  .contains(ChannelWords.of(channel.get(), term))) {
            return;
          }
          suggested.add(
              new SuggestedKeyword(
                  term,
                  "exact",
                  row.getString(1),
                  row.getString(3),
                  row.getString(4),
                  row.getLong(5),
                  cost,
                  conversions,
                  TermSnapshot.money(row.getBigDecimal(8)),
                  cpa));
        });
    return suggested;
  }

  /** Which page answers which cluster; none without a crawl. */
  List<ClusterPage> pages(TermFacts facts, TermList terms, List<KeywordResult.Cluster> clusters)
      throws Exception {
    List<Page> crawled = clusters.isEmpty() ? List.of() : crawl();
    if (crawled.isEmpty()) {
      return List.of();
    }
    var pages = new LandingPages(crawled, facts.wordFeatures(), facts::isLight);
    Map<String, List<TermDemand>> members = members(facts, terms);
    List<ClusterPage> found = new ArrayList<>();
    for (KeywordResult.Cluster cluster : clusters.stream().limit(CLUSTERS).toList()) {
      context.checkCancelled();
      Coverage coverage =
          Coverage.of(cluster.name(), members.getOrDefault(cluster.name(), List.of()), pages);
      found.add(
          new ClusterPage(
              cluster.name(),
              coverage.isGap() ? null : coverage.url(),
              coverage.share(),
              cluster.clicks(),
              cluster.cost()));
    }
    return found;
  }

  private static Map<String, List<TermDemand>> members(TermFacts facts, TermList terms) {
    Map<String, List<TermDemand>> members = new HashMap<>();
    for (int term = 0; term < terms.size(); term++) {
      String cluster = facts.cluster(term);
      if (cluster == null) {
        continue;
      }
      List<TermDemand> demands = members.computeIfAbsent(cluster, key -> new ArrayList<>());
      if (demands.size() < MEMBERS) {
        demands.add(
            new TermDemand(
                terms.text(term),
                Words.of(terms.text(term)),
                new Figures(
                    terms.amount(term, TermList.IMPRESSIONS),
                    terms.amount(term, TermList.CLICKS),
                    BigDecimal.valueOf(terms.amount(term, TermList.COST), TermSnapshot.SCALE),
                    BigDecimal.valueOf(
                        terms.amount(term, TermList.CONVERSIONS), TermSnapshot.SCALE),
                    BigDecimal.valueOf(terms.amount(term, TermList.VALUE), TermSnapshot.SCALE))));
      }
    }
    return members;
  }

  /** Pages of crawls that are loaded: those found and open to search engines. */
  private List<Page> crawl() throws Exception {
    List<Page> pages = new ArrayList<>();
    for (SourceTable table : new BronzeTables(context.workspace()).list()) {
      List<String> columns = table.columns().stream().map(ColumnDecision::name).toList();
      Optional<String> address = Names.match("Address", columns);
      Optional<String> title = Names.match("Title 1", columns);
      if (address.isEmpty() || title.isEmpty()) {
        continue;
      }
      String where =
          Names.match("Status Code", columns)
                  .map(column -> "CAST(" + Sql.identifier(column) + " AS VARCHAR) LIKE '200%'")
                  .orElse("true")
              + Names.match("Indexability", columns)
                  .map(column -> " AND " + Sql.identifier(column) + " = 'Indexable'")
                  .orElse("");
      Query.each(
          context,
          "SELECT "
              + text(address.get())
              + ", "
              + text(title.get())
              + ", "
              + Names.match("H1-1", columns).map(Mapping::text).orElse("''")
              + ", "
              + Names.match("Meta Description 1", columns).map(Mapping::text).orElse("''")
              + " FROM bronze."
              + Sql.identifier(table.name())
              + " WHERE "
              + where
              + " AND "
              + text(title.get())
              + " <> '' ORDER BY ALL",
          row ->
              pages.add(
                  new Page(
                      row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
    }
    return pages;
  }

  private static String text(String column) {
    return "coalesce(CAST(" + Sql.identifier(column) + " AS VARCHAR), '')";
  }
}
