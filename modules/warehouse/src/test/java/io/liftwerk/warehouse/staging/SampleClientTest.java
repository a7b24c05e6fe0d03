package io.liftwerk.warehouse.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.warehouse.CheckRequest;
import io.liftwerk.warehouse.CheckResult;
import io.liftwerk.warehouse.QualityCheck;
import io.liftwerk.warehouse.model.ColumnDescription;
import io.liftwerk.warehouse.model.ModelDescription;
import io.liftwerk.warehouse.project.Project;
import io.liftwerk.warehouse.quality.TestStatus;
import io.liftwerk.workspace.TableRef;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The control totals of {@code sample-data/README.md} come back from silver and gold. */
class SampleClientTest {
  private static final Path SAMPLES = Path.of(System.getProperty("liftwerk.root"), "sample-data");

  @TempDir static Path folder;
  private static Client client;
  private static Project project;

  @BeforeAll
  static void build() {
    client = new Client(folder);
    client.load(
        Stream.of(
                "crm_leads.csv",
                "hubspot",
                "salesforce",
                "pipedrive",
                "segment",
                "shopify",
                "woocommerce",
                "google-ads",
                "microsoft-advertising",
                "meta",
                "tiktok",
                "linkedin",
                "dv360",
                "amazon",
                "search-console",
                "ga4")
            .map(SAMPLES::resolve)
            .toArray(Path[]::new));
    project = client.build();
  }

  @AfterAll
  static void close() {
    client.close();
  }

  @Test
  void advertisingAddsUpByPlatform() {
    assertEquals(
        List.of(
            "amazon|2725.57|748127|4943|331.00|33313.10",
            "dv360|13631.71|4292417|5233|5.00|",
            "google-ads|133052.34|6066251|168354|1340.00|472540.05",
            "linkedin|17502.99|649323|3621|173.00|",
            "meta|58857.86|6625200|88988|474.00|",
            "microsoft-advertising|10497.32|268622|12258|118.00|42414.87",
            "tiktok|6856.33|1864123|16571|0.00|"),
        client.rows(
            """
            SELECT platform, cast(sum(spend) AS DECIMAL(18, 2)), sum(impressions), sum(clicks),
                   cast(sum(conversions) AS DECIMAL(18, 2)),
                   cast(sum(conversions_value) AS DECIMAL(18, 2))
            FROM gold.kpi_channel GROUP BY platform ORDER BY platform\
            """));
    assertEquals(
        "133052.34",
        client.row(
            """
            SELECT cast(sum(spend) AS DECIMAL(18, 2)) FROM gold.kpi_daily
            WHERE platform = 'google-ads'\
            """));
    assertEquals(
        "173",
        client.row(
            """
            SELECT cast(sum(leads) AS BIGINT) FROM gold.kpi_campaign WHERE platform = 'linkedin'\
            """));
  }

  @Test
  void oneReportFeedsTheFiguresOfAnAccount() {
    assertEquals(
        List.of(
            "ad_group_report|0|report_by_day",
            "ad_report|0|report_by_day",
            "kampagnenbericht|2364|",
            "search_keyword_report|0|report_by_day",
            "suchbegriffe|0|report_by_day"),
        client.rows(
            """
            SELECT source_relation, rows_in_kpi, left_out_because
            FROM gold.ad_reports WHERE platform = 'google-ads' ORDER BY 1\
            """));
  }

  @Test
  void whatFinerGrainsDoNotListIsTold() {
    assertEquals(
        List.of(
            "ad_group_report|campaign|28778.06",
            "ad_group_report|report_total|28778.06",
            "ad_report|campaign|28778.06",
            "ad_report|report_total|28778.06",
            "kampagnenbericht|report_total|0.00",
            "search_keyword_report|campaign|28778.06",
            "search_keyword_report|report_total|28778.06",
            "suchbegriffe|campaign|63001.86",
            "suchbegriffe|report_total|63001.86"),
        client.rows(
            """
            SELECT source_relation, compared_with, cast(remainder_spend AS DECIMAL(18, 2))
            FROM gold.ads_grain_remainder WHERE platform = 'google-ads' ORDER BY 1, 2\
            """));
    assertEquals(
        "93",
        client.row(
            """
            SELECT cast(remainder_clicks AS BIGINT) FROM gold.ads_grain_remainder
            WHERE platform = 'tiktok'\
            """));
  }

  @Test
  void shopsTookWhatTheirExportsSay() {
    assertEquals(
        List.of("shopify|2398|34|854570.77|53795.84", "woocommerce|1827|29|671666.33|31405.25"),
        client.rows(
            """
            SELECT shop, sum(orders), sum(cancelled_orders),
                   cast(sum(order_value) AS DECIMAL(18, 2)), cast(sum(refunded) AS DECIMAL(18, 2))
            FROM gold.revenue_daily GROUP BY shop ORDER BY shop\
            """));
    assertEquals(
        "3648",
        client.row("SELECT count(*) FROM silver.order_lines WHERE order_key LIKE 'shopify%'"));
    assertEquals(
        "18|6248.80",
        client.row(
            """
            SELECT sum(orders), cast(sum(order_value) AS DECIMAL(18, 2))
            FROM gold.revenue_daily WHERE date_day = DATE '2026-09-28'\
            """));
    assertEquals(
        client.row("SELECT sum(net_revenue) FROM gold.revenue_daily"),
        client.row("SELECT sum(value_so_far) FROM gold.customer_value"));
  }

  @Test
  void leadsAndDealsEndAsTheirSystemsSay() {
    assertEquals(
        List.of("crm|6000|743", "hubspot|2100|1020", "salesforce|754|477"),
        client.rows(
            """
            SELECT system, sum(leads), sum(still_open) FROM gold.leads_daily
            GROUP BY system ORDER BY system\
            """));
    assertEquals(
        List.of("lost|1140", "open|548", "won|400"),
        client.rows(
            "SELECT outcome, count(*) FROM silver.deals GROUP BY outcome ORDER BY outcome"));
    assertEquals("5826846", client.row("SELECT cast(sum(deal_value) AS BIGINT) FROM silver.deals"));
  }

  @Test
  void visitsWithoutConsentAreNoVisits() {
    assertEquals(
        "0", client.row("SELECT count(*) FROM silver.sessions WHERE user_pseudo_id IS NULL"));
    assertEquals(
        client.row(
            """
            SELECT count(DISTINCT user_pseudo_id || '.' || session_id)
            FROM staging.stg_ga4_events WHERE analytics_storage = 'Yes'\
            """),
        client.row("SELECT sum(sessions) FROM gold.sessions_daily"));
    assertEquals(
        "0", client.row("SELECT count(*) FROM silver.sessions WHERE channel = 'Unassigned'"));
  }

  @Test
  void searchesAreReconciledWithTheDays() {
    assertEquals(
        List.of("country|1|1", "day|1|1", "device|1|1", "page|1|1.08", "query|0.44|0.18"),
        client.rows(
            """
            SELECT dimension, format('{:g}', round(clicks_share, 2)),
                   format('{:g}', round(impressions_share, 2))
            FROM gold.search_console_coverage ORDER BY dimension\
            """));
  }

  @Test
  void silenceIsMeasuredInUsualGaps() {
    assertEquals(
        client.row("SELECT count(*) FROM gold.churn_by_silence"),
        client.row(
            """
            SELECT count(*) FROM gold.churn_by_silence
            WHERE is_churned = (silent_days > 3 * usual_gap_days) AND as_of = DATE '2026-09-30'\
            """));
    assertEquals(
        "0",
        client.row(
            """
            SELECT count(*) FROM gold.churn_by_silence
            WHERE (gap_of = 'own') <> (order_days >= 3)\
            """));
  }

  @Test
  void everyTestThatIsStatedHolds() {
    CheckResult result = client.run(new QualityCheck(CheckRequest.now(List.of())));
    assertEquals(
        List.of(),
        result.tests().stream()
            .filter(test -> test.status() != TestStatus.PASS)
            .map(test -> test.test() + " " + test.status() + " " + test.problem())
            .toList());
    assertTrue(result.totals().tests() > 150, "tests: " + result.totals().tests());
  }

  @Test
  void everyColumnIsDescribedAndEveryDescriptionHasItsColumn() {
    int described = 0;
    for (ModelDescription description : project.descriptions()) {
      TableRef table = project.relation(description.name()).orElseThrow();
      if (!description.columns().isEmpty() || !description.name().startsWith("stg_")) {
        assertEquals(
            client.rows("SELECT column_name FROM (DESCRIBE " + table.sql() + ")"),
            description.columns().stream().map(ColumnDescription::name).toList(),
            description.name());
      }
      for (ColumnDescription column : description.columns()) {
        assertFalse(column.description().isBlank(), description.name() + "." + column.name());
      }
      assertFalse(description.description().isBlank());
      described++;
    }
    assertEquals(
        project.models().keySet().stream().filter(name -> !name.contains("__")).count(), described);
  }
}
