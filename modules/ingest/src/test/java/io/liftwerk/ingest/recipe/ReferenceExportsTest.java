package io.liftwerk.ingest.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liftwerk.testsupport.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that others have seen, and real files. */
@Tag("reference")
class ReferenceExportsTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static List<JsonNode> cases(String group) throws IOException {
    JsonNode all = JSON.readTree(SharedData.file("reference/keywords_site.json").toFile());
    var cases = new ArrayList<JsonNode>();
    all.get("cases")
        .forEach(
            one -> {
              if (one.get("group").asText().equals(group)) {
                cases.add(one);
              }
            });
    assertFalse(cases.isEmpty());
    return cases;
  }

  private static JsonNode platform(String group) throws IOException {
    return JSON.readTree(SharedData.file("reference/data_platform.json").toFile())
        .get("groups")
        .get(group);
  }

  @Test
  void searchConsoleInEveryLanguage() throws IOException {
    for (JsonNode one : cases("gsc_header")) {
      Match match =
          Verdicts.only(
              Exports.table("x.csv", one.get("input").asText()), "search-console-queries", 0.8);
      var expected = new ArrayList<String>();
      one.get("expected").forEach(name -> expected.add(name.asText()));
      assertEquals(expected, List.copyOf(match.columns().keySet()), one.get("name").asText());
    }
  }

  @Test
  void amazonAndMicrosoft() throws IOException {
    for (JsonNode one : cases("amazon")) {
      Verdicts.only(Exports.table("x.csv", one.get("input").asText()), "amazon-search-terms", 0.8);
    }
    for (JsonNode one : cases("msads_report")) {
      Verdicts.only(
          Exports.table("x.csv", one.get("expected").asText()),
          "microsoft-advertising-keywords",
          0.8);
    }
    for (JsonNode one : cases("msads_bulk")) {
      Verdicts.only(
          Exports.table("x.csv", one.get("expected").asText()), "microsoft-advertising-bulk", 0.8);
    }
  }

  @Test
  void shopify() throws IOException {
    JsonNode shopify = platform("shopify_csv");
    Verdicts.only(Exports.table("x.csv", shopify.get("header").asText()), "shopify-orders", 0.8);
    Verdicts.only(
        Exports.table("x.csv", shopify.get("case").get("csv").asText()), "shopify-orders", 0.8);
  }

  @ParameterizedTest
  @CsvSource({
    "hubspot_contacts,hubspot-contacts",
    "hubspot_deals,hubspot-deals",
    "salesforce_lead_report,salesforce-leads",
    "salesforce_dataloader,salesforce-leads",
    "pipedrive,pipedrive-deals"
  })
  void customers(String name, String id) throws IOException {
    // a remark in brackets is no column
    String columns =
        platform("crm_headers").get(name).asText().replaceAll("\\([^)]*\\)|^'[^']*': ", "");
    List<String> names = Arrays.stream(columns.split("[,;]")).map(String::strip).toList();
    Verdicts.only(new Evidence(Recipe.Format.TABLE, "x.csv", names, List.of()), id, 0.7);
  }

  @Test
  void realFiles() throws IOException {
    Verdicts.only(
        Exports.table(SharedData.file("data/site/sf_all_inlinks_mit_3313.csv")),
        "screaming-frog-inlinks",
        0.8);
    Verdicts.only(
        Exports.json(SharedData.file("data/ga4/ga4_export_real_rows.ndjson")), "ga4-events", 0.8);
  }

  /** A platform's reports are its own; what describes campaigns or accounts is no report. */
  @ParameterizedTest
  @CsvSource({
    "amazon_ads,amazon",
    "apple_search,apple-search-ads",
    "facebook_ads,meta",
    "google_ads,google-ads",
    "linkedin,linkedin",
    "microsoft_ads,microsoft-advertising",
    "pinterest,pinterest",
    "reddit_ads,reddit",
    "snapchat,snapchat",
    "tiktok,tiktok",
    "twitter,twitter"
  })
  void tablesOfConnectors(String prefix, String platform) throws IOException {
    int reports = 0;
    try (Stream<Path> files = Files.list(SharedData.file("data/ads/fivetran_seeds"))) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith(prefix)).toList()) {
        String name = file.getFileName().toString();
        boolean report =
            name.matches(
                    ".*(_report_(hourly_|daily_)?|_stats_|hourly_report_|basic_ad_|by_campaign_|by_creative_|country_|region_)data\\.csv")
                && !name.contains("conversions")
                && !name.contains("action");
        Evidence evidence = Exports.table(file);
        if (report
            && evidence.names().stream().anyMatch(n -> n.matches("(?i).*(spend|cost|billed).*"))) {
          Verdicts.only(evidence, platform + "-connector", Match.ENOUGH);
          reports++;
        } else if (name.contains("history") || name.contains("_url_")) {
          Verdicts.noneSpecial(evidence);
        }
      }
    }
    assertFalse(reports == 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "leads/Telco-Customer-Churn.csv",
        "leads/bank-additional-full.csv",
        "experiments/hillstrom.csv",
        "experiments/artea-a_b-experiment.csv",
        "clv/CDNOW_master.txt",
        "clv/CDNOW_sample.txt",
        "clv/cdnow_customers_summary.csv",
        "clv/cdnow_customers_summary_with_transactions.csv",
        "clv/donations.csv",
        "clv/example_transactions.csv",
        "media/dt_simulated_weekly.csv",
        "bandits/random_men/men.csv",
        "catalog/pm_D2_abt.csv",
        "catalog/pm_D2_gt.csv",
        "shop/shopify_order_data.csv",
        "shop/shopify_gql_order_data.csv",
        "shop/shopify_order_line_data.csv",
        "shop/shopify_order_tag_data.csv"
      })
  void noExportAtAll(String file) throws IOException {
    Verdicts.noneSpecial(Exports.table(SharedData.file("data/" + file)));
  }
}
