package io.liftwerk.keywords;

import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.keywords.KeywordResult.LeftOut;
import io.liftwerk.keywords.KeywordResult.Note;
import io.liftwerk.warehouse.ModelQuery;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.WorkbenchException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the reports asked for, once, in one currency: a table that lasts as long as the job.
 * Money and conversions are whole millionths, so that sums are exact and quick.
 */
final class TermSnapshot {
  /**
   * Columns: source, platform, campaign, ad_group, keyword, match_type, term_state, term, currency,
   * first_day, last_day, impressions, clicks, cost, conversions, value, asin, part (1: looked into;
   * 2: period compared with; 0: neither).
   */
  static final String TABLE = "temp.main.liftwerk_search_terms";

  /** A millionth, of which amounts are counted. */
  static final int SCALE = 6;

  static final String USED = " WHERE part = 1";

  private static final String SEARCH_TERMS = "search_terms";
  private static final String KEYWORDS = "keywords";

  /** What the reports count: an amount that stands nowhere is not 0 but unknown. */
  record Counted(
      boolean impressions, boolean clicks, boolean cost, boolean conversions, boolean value) {}

  private final JobContext context;
  private final List<Note> notes = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Map<String, SourceTable> loaded = new LinkedHashMap<>();
  private final Map<String, String> models;
  private @Nullable String currency;

  private TermSnapshot(JobContext context) throws Exception {
    this.context = context;
    this.models = ModelQuery.of(context, Set.of(SEARCH_TERMS, KEYWORDS));
  }

  /**
   * @throws WorkbenchException code {@code no-search-terms} when nothing is loaded, {@code
   *     currency-unknown}, or as {@link TermColumns#of}
   */
  static TermSnapshot take(JobContext context, KeywordRequest request) throws Exception {
    var snapshot = new TermSnapshot(context);
    for (SourceTable table : new BronzeTables(context.workspace()).list()) {
      snapshot.loaded.put(table.name(), table);
    }
    String rows = snapshot.rows(request);
    context.execute(
        0.02,
        0.1,
        "reading the search terms",
        """
        CREATE OR REPLACE TEMP TABLE liftwerk_search_terms AS
        SELECT source_relation AS source, coalesce(platform, '') AS platform,
          campaign_name AS campaign,
          -- how reports say that a campaign has no ad groups
          nullif(trim(ad_group_name), '--') AS ad_group, keyword_text AS keyword, match_type,
          term_state, trim(search_term) AS term, currency,
          coalesce(date_day, period_start) AS first_day, coalesce(date_day, period_end) AS last_day,
          impressions, clicks, CAST(spend * 1000000 AS BIGINT) AS cost,
          CAST(conversions * 1000000 AS BIGINT) AS conversions,
          CAST(conversions_value * 1000000 AS BIGINT) AS value,
          regexp_matches(trim(search_term), '^[bB]0[0-9A-Za-z]{8}$') AS asin,
          CAST(1 AS TINYINT) AS part
        FROM (%s)
        WHERE search_term IS NOT NULL AND trim(search_term) <> ''
        """
            .formatted(rows));
    snapshot.refuseNothing(request);
    snapshot.hash(request);
    snapshot.period(request);
    snapshot.oneCurrency(request.currency());
    return snapshot;
  }

  /** The rows asked for, in the columns of {@code silver.search_terms}. */
  private String rows(KeywordRequest request) throws Exception {
    String table = request.table();
    if (table == null) {
      return model();
    }
    String name = table.startsWith("bronze.") ? table.substring("bronze.".length()) : table;
    SourceTable source =
        loaded.values().stream()
            .filter(one -> one.name().equalsIgnoreCase(name))
            .findFirst()
            .orElse(null);
    if (source != null && isReport(source) && request.columns().isEmpty()) {
      String rows =
          "SELECT * FROM (" + model() + ") WHERE source_relation = " + Sql.literal(source.name());
      boolean any =
          Query.one(
              context,
              "SELECT count(*) > 0 FROM (SELECT 1 FROM (" + rows + ") LIMIT 1)",
              row -> row.getBoolean(1));
      if (any) {
        return rows;
      }
    }
    return TermColumns.of(context, table, source, request.columns()).sql();
  }

  private static boolean isReport(SourceTable source) {
    return source.findings().roles().containsValue(Role.SEARCH_TERM);
  }

  private String model() throws Exception {
    String model = models.get(SEARCH_TERMS);
    if (model == null) {
      throw new WorkbenchException(
          "no-search-terms",
          "The model search_terms of this workspace cannot be read.",
          "Look at what 'build' says of it.");
    }
    return model;
  }

  /** What silver says of keywords, as a query; null where it cannot be read. */
  @Nullable String keywords() {
    return models.get(KEYWORDS);
  }

  private void refuseNothing(KeywordRequest request) throws SQLException {
    if (count("") > 0) {
      return;
    }
    throw request.table() == null
        ? new WorkbenchException(
            "no-search-terms",
            "No search-term report is loaded.",
            "Import one of Google Ads, Microsoft Advertising or Amazon, or name a table that holds"
                + " search terms.")
        : new WorkbenchException(
            "no-search-terms",
            "%s holds no search terms.".formatted(request.table()),
            "Name another table, or the column that holds them.");
  }

  private long count(String where) throws SQLException {
    return Query.one(context, "SELECT count(*) FROM " + TABLE + where, row -> row.getLong(1));
  }

  /** The rows' hash does not depend on their order. */
  private void hash(KeywordRequest request) throws SQLException {
    String hash =
        Query.one(
            context,
            "SELECT CAST(count(*) AS VARCHAR) || ' ' || CAST(sum(hash(t)) AS VARCHAR) FROM "
                + TABLE
                + " t",
            row -> String.valueOf(row.getString(1)));
    String table = request.table();
    context.input(table == null ? "silver.search_terms" : table, Hashes.sha256(hash), count(""));
  }

  private void period(KeywordRequest request) throws SQLException {
    String main = within(request.since(), request.until());
    String compared =
        request.compares() ? within(request.compareSince(), request.compareUntil()) : "false";
    if (main.equals("true") && compared.equals("false")) {
      return;
    }
    context.execute(
        "UPDATE "
            + TABLE
            + " SET part = CASE WHEN "
            + main
            + " THEN 1 WHEN "
            + compared
            + " THEN 2 ELSE 0 END");
    leave(" WHERE part = 0", "outside of the period, or covering more than it");
    if (count(USED) == 0) {
      throw new WorkbenchException(
          "period-empty",
          "No row of the reports lies within the period asked for.",
          "Rows that cover several days count only where all of them do; choose another period.");
    }
    if (request.compares() && count(" WHERE part = 2") == 0) {
      throw new WorkbenchException(
          "period-empty",
          "No row of the reports lies within the period to compare with.",
          "Rows that cover several days count only where all of them do; choose another period.");
    }
  }

  private static String within(@Nullable LocalDate since, @Nullable LocalDate until) {
    if (since == null && until == null) {
      return "true";
    }
    String from = since == null ? "true" : "first_day >= DATE '" + since + "'";
    String to = until == null ? "true" : "last_day <= DATE '" + until + "'";
    return "(first_day IS NOT NULL AND " + from + " AND " + to + ")";
  }

  private void leave(String where, String why) throws SQLException {
    Query.each(
        context,
        "SELECT count(*), sum(cost) FROM " + TABLE + where,
        row -> {
          if (row.getLong(1) > 0) {
            leftOut.add(new LeftOut(why, row.getLong(1), money(row.getBigDecimal(2))));
          }
        });
  }

  /** What is counted in millionths, as money; null stays null. */
  static @Nullable BigDecimal money(@Nullable BigDecimal millionths) {
    return millionths == null ? null : plain(millionths.movePointLeft(SCALE));
  }

  /** Exactly, with two digits behind the point at least. */
  static BigDecimal plain(BigDecimal exact) {
    BigDecimal stripped = exact.stripTrailingZeros();
    return stripped.scale() < 2 ? stripped.setScale(2, RoundingMode.UNNECESSARY) : stripped;
  }

  /** A currency and how much stands in it. */
  private record Purse(@Nullable String code, long rows, BigDecimal cost) {}

  private void oneCurrency(@Nullable String wanted) throws SQLException {
    List<Purse> purses =
        Query.list(
            context,
            "SELECT currency, count(*), coalesce(sum(cost), 0) FROM "
                + TABLE
                + " WHERE part > 0 AND (cost IS NOT NULL OR value IS NOT NULL)"
                + " GROUP BY currency ORDER BY 3 DESC, 2 DESC, 1",
            row -> new Purse(row.getString(1), row.getLong(2), row.getBigDecimal(3)));
    List<String> codes = new ArrayList<>();
    boolean unstated = false;
    for (Purse purse : purses) {
      if (purse.code() == null) {
        unstated = true;
      } else {
        codes.add(purse.code());
      }
    }
    if (wanted != null && !codes.contains(wanted.toUpperCase(Locale.ROOT))) {
      throw new WorkbenchException(
          "currency-unknown",
          "No report has money in %s.".formatted(wanted.toUpperCase(Locale.ROOT)),
          codes.isEmpty()
              ? "Leave --currency out."
              : "There is: " + String.join(", ", codes) + ".");
    }
    if (codes.isEmpty()) {
      return;
    }
    currency = wanted == null ? codes.getFirst() : wanted.toUpperCase(Locale.ROOT);
    if (codes.size() > 1) {
      String others = " WHERE part > 0 AND currency <> " + Sql.literal(currency);
      for (String code : codes) {
        if (!code.equals(currency)) {
          leave(
              " WHERE part > 0 AND currency = " + Sql.literal(code), "money in %s".formatted(code));
        }
      }
      notes.add(
          new Note(
              "currencies",
              "The reports have money in %s; only %s was looked into, because no rate is stated."
                  .formatted(String.join(", ", codes), currency)));
      context.execute("UPDATE " + TABLE + " SET part = 0" + others);
    }
    if (unstated) {
      notes.add(
          new Note(
              "currency-unstated",
              "Some rows do not tell their currency; they were taken to be %s."
                  .formatted(currency)));
    }
  }

  @Nullable String currency() {
    return currency;
  }

  List<Note> notes() {
    return notes;
  }

  List<LeftOut> leftOut() {
    return leftOut;
  }

  /** What at least one row counts. */
  Counted counted() throws SQLException {
    return Query.one(
        context,
        "SELECT count(impressions) > 0, count(clicks) > 0, count(cost) > 0, count(conversions) > 0,"
            + " count(value) > 0 FROM "
            + TABLE
            + USED,
        row ->
            new Counted(
                row.getBoolean(1),
                row.getBoolean(2),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getBoolean(5)));
  }

  /**
   * @param part 1 for the period looked into, 2 for the one compared with
   */
  KeywordResult.Totals totals(int part) throws SQLException {
    return Query.one(
        context,
        "SELECT count(*), count(DISTINCT term), sum(impressions), sum(clicks), sum(cost),"
            + " sum(conversions), sum(value) FROM "
            + TABLE
            + " WHERE part = "
            + part,
        row ->
            new KeywordResult.Totals(
                row.getLong(1),
                row.getLong(2),
                whole(row.getBigDecimal(3)),
                whole(row.getBigDecimal(4)),
                money(row.getBigDecimal(5)),
                money(row.getBigDecimal(6)),
                money(row.getBigDecimal(7))));
  }

  private static @Nullable Long whole(@Nullable BigDecimal number) {
    return number == null ? null : number.longValueExact();
  }

  /** The reports the rows come from. */
  ReportShares shares() {
    return new ReportShares(context, loaded);
  }

  /** How many amounts a term has: five, and five of the period compared with. */
  static int amounts(KeywordRequest request) {
    return request.compares() ? 2 * AMOUNTS.size() : AMOUNTS.size();
  }

  static final List<String> AMOUNTS =
      List.of("impressions", "clicks", "cost", "conversions", "value");

  /** Takes one term; the array is another for each. */
  interface TermAction {
    void accept(String term, long[] amounts);
  }

  /** Every term but articles' numbers, by name, so that the order of rows changes nothing. */
  void terms(KeywordRequest request, TermAction action) throws SQLException {
    var sums = new ArrayList<String>();
    boolean compares = request.compares();
    for (String amount : AMOUNTS) {
      sums.add(sum(amount, compares ? " FILTER (part = 1)" : ""));
    }
    if (compares) {
      for (String amount : AMOUNTS) {
        sums.add(sum(amount, " FILTER (part = 2)"));
      }
    }
    int size = sums.size();
    Query.each(
        context,
        "SELECT term, "
            + String.join(", ", sums)
            + " FROM "
            + TABLE
            + " WHERE part > 0 AND NOT asin GROUP BY term ORDER BY term",
        row -> {
          var amounts = new long[size];
          for (int i = 0; i < size; i++) {
            amounts[i] = row.getLong(i + 2);
          }
          action.accept(row.getString(1), amounts);
        });
  }

  private static String sum(String amount, String filter) {
    return "CAST(coalesce(sum(" + amount + ")" + filter + ", 0) AS BIGINT)";
  }

  /** Notes the articles' numbers among the terms, which are no words. */
  void leaveArticleNumbers() throws SQLException {
    leave(
        " WHERE part = 1 AND asin",
        "article numbers (ASIN), which are no words: they count in the totals only");
  }
}
