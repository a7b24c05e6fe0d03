package io.liftwerk.warehouse.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures and rules agree with those of dbt's packages and other people's tests. */
@Tag("reference")
class ReferenceModelsTest {
  @TempDir Path folder;
  private Client client;

  @BeforeEach
  void open() {
    client = new Client(folder);
  }

  @AfterEach
  void close() {
    client.close();
  }

  private static JsonNode json(String name) throws IOException {
    return Json.mapper()
        .reader()
        .with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .readTree(Files.readString(SharedData.file("reference/" + name)));
  }

  @Test
  void harmonisedTotalsOfConnectorTablesAreThoseOfTheirPackages() throws IOException {
    JsonNode totals = json("data_platform.json").path("groups").path("dbt_seed_totals");
    harmonised(totals.path("google account_stats"), "google_ads_account_stats_data");
    harmonised(totals.path("google campaign_stats"), "google_ads_campaign_stats_data");
    harmonised(totals.path("facebook basic_ad"), "facebook_ads_basic_ad_data");
    harmonised(totals.path("tiktok campaign hourly"), "tiktok_campaign_report_hourly_data");
    harmonised(totals.path("linkedin by campaign"), "linkedin_ad_analytics_by_campaign_data");
    harmonised(
        totals.path("microsoft campaign daily"),
        "microsoft_ads_campaign_performance_daily_report_data");
    harmonised(totals.path("pinterest campaign"), "pinterest_campaign_report_data");
  }

  /** A total is called after the column of the source, or after ours with the formula behind. */
  private void harmonised(JsonNode expected, String file) {
    assertTrue(expected.size() > 0, file);
    client.load(SharedData.file("data/ads/fivetran_seeds/" + file + ".csv"));
    client.build();
    expected
        .properties()
        .forEach(
            total -> {
              String name = total.getKey().replaceFirst("\\(.*", "");
              String column =
                  switch (name) {
                    case "cost_usd" -> "sum(spend)";
                    case "conversion" -> "sum(conversions)";
                    case "rows" -> "count(*)";
                    default -> "sum(" + name + ")";
                  };
              String ours =
                  client.row(
                      "SELECT cast("
                          + column
                          + " AS DOUBLE) FROM silver.ads WHERE source_relation = '"
                          + file
                          + "'");
              assertEquals(
                  total.getValue().asDouble(), Double.parseDouble(ours), 1e-9, file + " " + name);
            });
  }

  @Test
  void ofAllTablesOfAConnectorOneFeedsADay() throws IOException {
    try (var files = Files.list(SharedData.file("data/ads/fivetran_seeds"))) {
      client.load(
          files
              .filter(file -> file.toString().matches(".*/apple_search_.*_report_data[.]csv"))
              .sorted()
              .toArray(Path[]::new));
    }
    client.build();
    assertEquals(
        List.of(
            "apple_search_ad_group_report_data|0",
            "apple_search_ad_report_data|2",
            "apple_search_campaign_report_data|12",
            "apple_search_keyword_report_data|0",
            "apple_search_search_term_report_data|0"),
        client.rows("SELECT source_relation, rows_in_kpi FROM gold.ad_reports ORDER BY 1"));
  }

  @Test
  void visitsHaveTheChannelsOfOtherPeoplesTests() throws IOException {
    JsonNode cases =
        json("data_platform.json").path("groups").path("ga4").path("default_channel_grouping");
    assertEquals(30, cases.size());
    var expected = new ArrayList<String>();
    var values = new ArrayList<String>();
    for (JsonNode one : cases) {
      values.add(
          "(%s, %s, %s)"
              .formatted(cell(one, "source"), cell(one, "medium"), cell(one, "campaign")));
      expected.add(cell(one, "source") + " " + one.path("expected_channel").asText());
    }
    String sql = MacrosTest.sql(folder, "default_channel_grouping('s', 'm', 'c')");
    List<String> ours =
        client.rows(sql + " FROM (VALUES " + String.join(", ", values) + ") AS t(s, m, c)");
    var answered = new ArrayList<String>();
    for (int i = 0; i < ours.size(); i++) {
      answered.add(cell(cases.get(i), "source") + " " + ours.get(i));
    }
    assertEquals(expected, answered);
  }

  private static String cell(JsonNode one, String name) {
    return "'" + one.path(name).asText() + "'";
  }

  @Test
  void keywordsAreFreedOfTheirSigns() throws IOException {
    JsonNode one = named(json("keywords_site.json").path("cases"), "matchtype-001");
    String sql = MacrosTest.sql(folder, "keyword_text('k')");
    for (int i = 0; i < one.path("input").size(); i++) {
      String raw = one.path("input").get(i).asText();
      assertEquals(
          one.path("expected").get(i).asText(),
          client.row(sql + " FROM (SELECT '" + raw + "' AS k)"));
    }
  }

  private static JsonNode named(JsonNode cases, String id) {
    for (JsonNode one : cases) {
      if (one.path("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no case " + id);
  }

  @Test
  void addressesHaveTheSameParts() throws IOException {
    int parts = 0;
    for (JsonNode one : json("keywords_site.json").path("cases")) {
      if (!one.path("group").asText().equals("url") || !one.path("input").isTextual()) {
        continue;
      }
      for (var part : one.path("expected").properties()) {
        String call = call(part.getKey());
        if (call == null) {
          continue;
        }
        String sql = MacrosTest.sql(folder, call);
        String expected = part.getValue().isNull() ? "" : part.getValue().asText();
        String url = one.path("input").asText();
        assertEquals(
            expected, client.row(sql + " FROM (SELECT '" + url + "' AS u)"), url + " " + call);
        parts++;
      }
    }
    assertTrue(parts > 60, "parts: " + parts);
  }

  private static @Nullable String call(String part) {
    if (part.startsWith("dir_")) {
      return "url_dir('u', " + part.substring(4) + ")";
    }
    if (part.startsWith("query_")) {
      return "url_parameter('u', '" + part.substring(6) + "')";
    }
    return part.equals("url") ? null : "url_" + part + "('u')";
  }

  @Test
  void anOrderOfTwoLinesCountsItsMoneyOnce() throws IOException {
    JsonNode one = json("data_platform.json").path("groups").path("shopify_csv").path("case");
    client.load("orders_export.csv", one.path("csv").asText());
    client.build();
    assertEquals(
        one.path("expect").path("total").asDouble(),
        Double.parseDouble(client.row("SELECT sum(total) FROM silver.orders")));
    assertEquals(
        one.path("expect").path("lines").asText(),
        client.row("SELECT count(*) FROM silver.order_lines"));
    assertEquals("1", client.row("SELECT sum(orders) FROM gold.revenue_daily"));
  }

  @Test
  void churnStatedByAFileIsTakenAsStated() {
    client.load(SharedData.file("data/leads/Telco-Customer-Churn.csv"));
    client.build();
    assertEquals(
        List.of("false|5174", "true|1869"),
        client.rows(
            """
            SELECT is_churned, count(*) FROM gold.churn_by_contract_end
            GROUP BY is_churned ORDER BY is_churned\
            """));
  }

  @Test
  void realEventsOfAnalyticsAreRead() {
    client.load(SharedData.file("data/ga4/ga4_export_real_rows.ndjson"));
    client.build();
    assertEquals(
        "0",
        client.row(
            """
            SELECT count(*) FROM staging.stg_ga4_events
            WHERE user_pseudo_id IS NOT NULL AND session_id IS NULL
                AND event_name IN ('session_start', 'page_view')\
            """));
    assertTrue(Long.parseLong(client.row("SELECT count(*) FROM silver.sessions")) > 0);
  }
}
