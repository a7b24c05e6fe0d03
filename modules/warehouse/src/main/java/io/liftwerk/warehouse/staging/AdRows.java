package io.liftwerk.warehouse.staging;

import io.liftwerk.ingest.Period;
import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Sql;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports of advertising platforms. Where a platform's words differ, the recipe has translated them
 * already (LinkedIn's campaign group is the campaign, its campaign the ad group; Meta's clicks are
 * link clicks); what connectors call {@code id} or {@code cost_in_usd} is told apart here.
 */
final class AdRows {
  /** Features by which a report may split what it counts. */
  private static final Set<String> BREAKDOWNS =
      Set.of(
          "age",
          "gender",
          "country",
          "region",
          "member_country",
          "member_region",
          "publisher",
          "placement",
          "targeting_type",
          "segment",
          "environment",
          "site",
          "exchange");

  private static final String MILLIONTHS = " / 1000000";

  private final Source source;
  private final Staged rows;

  private AdRows(Source source) {
    this.source = source;
    this.rows = new Staged(Domain.ADS, source);
  }

  static boolean fits(Source source) {
    boolean counted = source.has(Role.IMPRESSIONS) || source.has(Role.CLICKS);
    boolean paid =
        source.has(Role.COST)
            || source.has(Role.COST_MICROS)
            || source.has(Role.CAMPAIGN)
            || source.has(Role.AD_GROUP);
    return counted && paid && !source.has(Role.POSITION) && !source.generic();
  }

  static Staged of(Source source) {
    return new AdRows(source).staged();
  }

  private Staged staged() {
    String grain = grain();
    rows.put("platform", Sql.literal(source.platform()))
        .put("report", Sql.literal(source.kind()))
        .put("grain", Sql.literal(grain))
        .put("breakdown", Sql.literal(breakdown()));
    days();
    names();
    ids(grain);
    money();
    return rows.put("impressions", source.sql(Field::whole, Role.IMPRESSIONS))
        .put("clicks", source.sql(Field::whole, Role.CLICKS))
        .put("conversions", source.sql(Field::number, Role.CONVERSIONS))
        .put("leads", source.sql(Field::number, Role.LEADS));
  }

  /** The finest level that a row names. */
  private String grain() {
    boolean linkedin = source.kind().equals("linkedin-connector");
    if (source.has(Role.SEARCH_TERM)) {
      return "search_term";
    }
    if (source.has(Role.KEYWORD)
        || source.has("keyword_id", "ad_group_criterion_criterion_id")
        || keywordsOfTwitter()
        || keywordsOfApple()) {
      return "keyword";
    }
    if (source.has(Role.AD)
        || source.has("ad_id", "creative_id", "pin_promotion_id", "promoted_tweet_id")) {
      return "ad";
    }
    boolean group =
        source.has(Role.AD_GROUP)
            || source.has("ad_group_id", "adgroup_id", "ad_set_id", "ad_squad_id", "line_item_id")
            || (source.has("id") && source.has("campaign_id"))
            || (linkedin && source.has("campaign_id"));
    if (group) {
      return "ad_group";
    }
    return source.has(Role.CAMPAIGN) || source.has("campaign_id", "id") ? "campaign" : "account";
  }

  private boolean keywordsOfTwitter() {
    return source.kind().equals("twitter-connector")
        && source.has("line_item_id")
        && source.has("segment");
  }

  /** Apple's campaigns and keywords have the same columns. */
  private boolean keywordsOfApple() {
    return source.kind().equals("apple-search-ads-connector")
        && source.has("id")
        && source.named("keyword");
  }

  private String breakdown() {
    return Stream.concat(source.keys().stream(), source.columnNames())
        .distinct()
        .filter(BREAKDOWNS::contains)
        .filter(key -> !keywordsOfTwitter() || !key.equals("segment"))
        // every report of X is split by placement, and the placements add up
        .filter(key -> !source.kind().equals("twitter-connector") || !key.equals("placement"))
        .collect(Collectors.joining(", "));
  }

  /** A row that covers several days has no day, but a period. */
  private void days() {
    Optional<Field> day = source.find(Role.DAY).or(() -> source.find(Role.MOMENT));
    Optional<Field> start = source.find(Role.PERIOD_START);
    Optional<Field> end = source.find(Role.PERIOD_END);
    String first = day.or(() -> start).map(Field::day).orElse(null);
    boolean told = day.isPresent() && start.isPresent();
    if (first != null && end.isPresent() && !told) {
      rows.put(
          "date_day", "case when " + first + " = " + end.get().day() + " then " + first + " end");
    } else if (day.isPresent()) {
      rows.put("date_day", first);
    }
    if (source.has("month") && day.isEmpty()) {
      String month = source.sql(Field::month, "month");
      rows.put("period_start", month).put("period_end", "last_day(" + month + ")");
      return;
    }
    Period period = source.period();
    rows.put("period_start", told ? first : bound(first, period == null ? null : period.from()));
    String last = end.map(Field::day).or(() -> day.map(Field::day)).orElse(null);
    rows.put("period_end", told ? first : bound(last, period == null ? null : period.to()));
  }

  private static @Nullable String bound(@Nullable String sql, @Nullable LocalDate day) {
    return sql != null ? sql : day == null ? null : "date '" + day + "'";
  }

  private void names() {
    rows.put("account_name", source.sql(Field::word, Role.ACCOUNT))
        .put("campaign_name", source.sql(Field::word, Role.CAMPAIGN))
        .put("campaign_type", source.sql(Field::word, "campaign_type"))
        .put("ad_group_name", source.sql(Field::word, Role.AD_GROUP))
        .put("ad_name", ad())
        .put("keyword_raw", source.sql(Field::text, Role.KEYWORD))
        .put("match_type_raw", source.sql(Field::word, Role.MATCH_TYPE))
        .put("search_term", source.sql(Field::text, Role.SEARCH_TERM))
        .put("status_raw", source.sql(Field::word, Role.STATUS));
  }

  /** Responsive ads have no name but headlines. */
  private @Nullable String ad() {
    String name = source.sql(Field::word, Role.AD);
    return name == null ? source.sql(Field::word, "headline_1") : name;
  }

  private void ids(String grain) {
    boolean linkedin = source.kind().equals("linkedin-connector");
    rows.put(
            "account_id",
            source.sql(Field::word, "account_id", "customer_id", "advertiser_id", "account_number"))
        .put(
            "ad_id",
            source.sql(
                Field::word, "ad_id", "creative_id", "pin_promotion_id", "promoted_tweet_id"))
        .put(
            "keyword_id",
            source.sql(
                Field::word,
                "keyword_id",
                "ad_group_criterion_criterion_id",
                "keyword_ad_group_criterion"));
    if (linkedin) {
      rows.put("ad_group_id", source.sql(Field::word, "campaign_id"));
      return;
    }
    rows.put("campaign_id", source.sql(Field::word, "campaign_id"))
        .put(
            "ad_group_id",
            source.sql(
                Field::word,
                "ad_group_id",
                "adgroup_id",
                "ad_set_id",
                "ad_squad_id",
                "line_item_id"));
    if (keywordsOfTwitter()) {
      rows.put("keyword_raw", source.sql(Field::text, "segment"));
    }
    if (source.has("id")) {
      rows.put(
          switch (grain) {
            case "keyword" -> "keyword_id";
            case "ad_group" -> "ad_group_id";
            default -> "campaign_id";
          },
          source.sql(Field::word, "id"));
    }
  }

  private void money() {
    Optional<Field> cost = source.find(Role.COST);
    Optional<Field> micros = source.find(Role.COST_MICROS);
    Optional<Field> dollars = source.find("cost_in_usd");
    if (dollars.isPresent()) {
      // LinkedIn's tables tell spend in dollars too, but not which currency the local one is: the
      // value of conversions, which stands in that one only, cannot be set beside it
      rows.put("spend", dollars.get().number()).put("currency", "'USD'");
      return;
    }
    rows.put(
            "spend",
            cost.map(Field::number)
                .or(() -> micros.map(field -> field.number() + MILLIONTHS))
                .map(AdRows::exact)
                .orElse(null))
        .put("currency", source.currency(cost.or(() -> micros)))
        .put("conversions_value", value());
  }

  private @Nullable String value() {
    return source
        .find("total_conversions_value_in_micro_dollar")
        .map(field -> exact(field.number() + MILLIONTHS))
        .orElseGet(() -> source.sql(Field::number, Role.CONVERSION_VALUE));
  }

  private static String exact(String sql) {
    return sql.endsWith(MILLIONTHS) ? "cast(" + sql + " as decimal(28, 6))" : sql;
  }
}
