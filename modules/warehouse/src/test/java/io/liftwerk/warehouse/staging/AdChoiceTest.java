package io.liftwerk.warehouse.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many reports tell of the same money, it counts once. */
class AdChoiceTest {
  private static final String HEADER = "Campaign,Currency code,Cost,Impr.,Clicks";

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

  private List<String> choice() {
    client.build();
    return client.rows(
        """
        SELECT source_relation, rows_in_kpi, left_out_because FROM gold.ad_reports ORDER BY 1\
        """);
  }

  private void campaignsByDay(String name, String day, int... costs) {
    var text = new StringBuilder("Campaign report\nAll time\nDay," + HEADER + "\n");
    for (int i = 0; i < costs.length; i++) {
      text.append("%s,K%d,EUR,%d.00,100,10\n".formatted(day, i + 1, costs[i]));
    }
    client.load(name + ".csv", text.toString());
  }

  private void campaignsOf(String name, String period, int cost) {
    client.load(
        name + ".csv",
        "Campaign report\n%s\n%s\nK1,EUR,%d.00,100,10\n".formatted(period, HEADER, cost));
  }

  private void adGroupsByDay(String name, String day, int cost) {
    client.load(
        name + ".csv",
        "Ad group report\nAll time\nDay,Ad group,%s\n%s,G,K1,EUR,%d.00,100,10\n"
            .formatted(HEADER, day, cost));
  }

  private void termsByDay(String name, String day, int cost) {
    client.load(
        name + ".csv",
        "Search terms report\nAll time\nDay,Search term,Match type,%s\n%s,seil,Exact match,K1,EUR,%d.00,100,10\n"
            .formatted(HEADER, day, cost));
  }

  @Test
  void campaignsGoBeforeAdGroupsDayByDay() {
    campaignsByDay("campaign_report", "2026-09-01", 10);
    adGroupsByDay("ad_group_report", "2026-09-01", 8);
    adGroupsByDay("ad_group_other", "2026-09-02", 5);
    assertEquals(
        List.of("ad_group_other|1|", "ad_group_report|0|better_grain", "campaign_report|1|"),
        choice());
    assertEquals("15.000000", client.row("SELECT sum(spend) FROM gold.kpi_daily"));
  }

  @Test
  void theNewerOfTwoReportsCountsAndWhatOnlyTheOlderHasToo() {
    campaignsByDay("campaign_old", "2026-09-01", 10, 20);
    campaignsByDay("campaign_new", "2026-09-01", 11);
    assertEquals(List.of("campaign_new|1|", "campaign_old|1|newer_report"), choice());
    assertEquals(
        List.of("K1|11.000000", "K2|20.000000"),
        client.rows("SELECT campaign_name, spend FROM gold.kpi_daily ORDER BY 1"));
  }

  @Test
  void aReportByDayGoesBeforeOneOfThePeriod() {
    campaignsByDay("campaign_days", "2026-09-10", 10);
    campaignsOf("campaign_month", "September 1, 2026 - September 30, 2026", 300);
    campaignsOf("campaign_august", "August 1, 2026 - August 31, 2026", 200);
    assertEquals(
        List.of("campaign_august|1|", "campaign_days|1|", "campaign_month|0|report_by_day"),
        choice());
    assertEquals("210.000000", client.row("SELECT sum(spend) FROM gold.kpi_campaign"));
  }

  @Test
  void searchTermsByDayDoNotStandForTheCampaignsOfThePeriod() {
    termsByDay("search_terms", "2026-09-10", 40);
    campaignsOf("campaign_month", "September 1, 2026 - September 30, 2026", 100);
    assertEquals(List.of("campaign_month|1|", "search_terms|0|better_grain"), choice());
    assertEquals("100.000000", client.row("SELECT sum(spend) FROM gold.kpi_channel"));
  }

  @Test
  void searchTermsCountWhereThereIsNothingElse() {
    termsByDay("search_terms", "2026-09-10", 40);
    assertEquals(List.of("search_terms|1|"), choice());
    assertEquals("40.000000", client.row("SELECT sum(spend) FROM gold.kpi_daily"));
  }
}
