package io.liftwerk.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sample data's exports are views of one world: what should meet in them meets. */
class SampleCoherenceTest {

  @Test
  void googleReportsMeetEachOtherAndTheirTotals() throws IOException {
    List<List<String>> days = body(SampleFiles.rows("google-ads/Kampagnenbericht.csv", ','), 3, 1);
    List<List<String>> terms = SampleFiles.rows("google-ads/Suchbegriffe.csv", '\t');
    BigDecimal cost = sum(days, 3, SampleFiles::german);

    assertEquals(SampleFiles.german(last(terms, 1).get(10)), cost);
    assertEquals(
        SampleFiles.german(last(terms, 3).get(10)),
        sum(body(terms, 3, 3), 10, SampleFiles::german));
    BigDecimal hidden = SampleFiles.german(last(terms, 2).get(10));
    assertEquals(cost, SampleFiles.german(last(terms, 3).get(10)).add(hidden));
    double share = hidden.doubleValue() / cost.doubleValue();
    assertTrue(share > .45 && share < .58, () -> "hidden share " + share);
  }

  @Test
  void searchCampaignsCostTheSameAtEveryGrainAndPerformanceMaxHasOnlyOne() throws IOException {
    Map<String, BigDecimal> spend =
        by(
            body(SampleFiles.rows("google-ads/Kampagnenbericht.csv", ','), 3, 1),
            1,
            3,
            SampleFiles::german);
    for (String report : List.of("ad_group_report", "ad_report", "search_keyword_report")) {
      List<List<String>> rows = SampleFiles.rows("google-ads/" + report + ".csv", ',');
      int campaign = rows.get(2).indexOf("Campaign");
      int cost = rows.get(2).indexOf("Cost");
      Map<String, BigDecimal> here = by(body(rows, 3, 2), campaign, cost, SampleFiles::english);
      here.forEach((name, sum) -> assertEquals(spend.get(name), sum, report + " " + name));
      assertTrue(
          spend.keySet().stream().allMatch(n -> n.contains("PMax") != here.containsKey(n)), report);
      assertEquals(
          spend.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
          SampleFiles.english(last(rows, 1).get(cost)));
    }
  }

  @Test
  void otherPlatformsMeetTheirTotals() throws IOException {
    List<List<String>> meta = SampleFiles.rows("meta/Nordwand-Anzeigen-Tage.csv", ',');
    List<List<String>> tiktok = SampleFiles.rows("tiktok/ad_report_by_day.csv", ',');
    List<List<String>> display = SampleFiles.rows("dv360/line_items_by_day.csv", ',');
    List<List<String>> search =
        SampleFiles.rows("microsoft-advertising/search_term_report.csv", ',');

    assertEquals(
        SampleFiles.english(meta.get(1).get(6)), sum(body(meta, 2, 0), 6, SampleFiles::english));
    assertEquals(
        SampleFiles.english(last(tiktok, 1).get(5)),
        sum(body(tiktok, 1, 1), 5, SampleFiles::english));
    List<List<String>> keyed =
        display.stream().filter(r -> r.getFirst().startsWith("2026")).toList();
    List<String> total = display.get(1 + keyed.size());
    assertEquals("", total.getFirst());
    assertEquals(SampleFiles.english(total.get(12)), sum(keyed, 12, SampleFiles::english));
    assertEquals("Rows: " + body(search, 11, 2).size(), search.get(8).getFirst());
  }

  @Test
  void linkedInLeadsAreTheCustomerDatabasesLeads() throws IOException {
    List<List<String>> crm = SampleFiles.rows("crm_leads.csv", ';');
    int source = crm.getFirst().indexOf("Quelle");
    long leads =
        crm.stream()
            .filter(row -> row.size() > source && row.get(source).equals("LinkedIn"))
            .filter(row -> row.get(1).endsWith("2026"))
            .count();

    List<List<String>> report =
        body(SampleFiles.rows("linkedin/campaign_performance_report.csv", '\t'), 6, 0);

    assertEquals(leads, sum(report, 9, SampleFiles::english).longValueExact());
  }

  @Test
  void purchasesAreOrdersAndConsentCostsSome() throws IOException {
    Map<String, BigDecimal> orders = orders();
    Pattern purchase =
        Pattern.compile(
            "\"transaction_id\":\"([^\"]+)\",\"purchase_revenue\":([0-9.]+),\"shipping");
    int seen = 0;
    for (String day : List.of("20260927", "20260928", "20260929")) {
      String name = "ga4/events_" + day + ".json.gz";
      var found = purchase.matcher(SampleFiles.text(SampleFiles.KEPT.resolve(name)));
      while (found.find()) {
        assertEquals(orders.get(found.group(1)), new BigDecimal(found.group(2)), found.group(1));
        seen++;
      }
    }
    assertEquals(33, seen);
    String server = SampleFiles.text(SampleFiles.KEPT.resolve("segment/2026-09-28.jsonl.gz"));
    assertEquals(
        18, Pattern.compile("\"event\":\"Order Completed\"").matcher(server).results().count());
  }

  @Test
  void searchConsolesTablesAgreeExceptForCappedQueries() throws IOException {
    BigDecimal clicks = clicks("Diagramm");

    assertEquals(clicks, clicks("Geraete"));
    assertEquals(clicks, clicks("Laender"));
    assertEquals(clicks, clicks("Seiten"));
    assertEquals(1001, SampleFiles.rows("search-console/Suchanfragen.csv", ';').size());
    double share = clicks("Suchanfragen").doubleValue() / clicks.doubleValue();
    assertTrue(share > .4 && share < .5, () -> "share of the queries shown " + share);
  }

  @Test
  void crawlCountsTheLinksItLists() throws IOException {
    List<List<String>> pages = SampleFiles.rows("screaming-frog/internal_all.csv", ',');
    List<List<String>> links = body(SampleFiles.rows("screaming-frog/all_inlinks.csv", ','), 1, 0);
    int inlinks = pages.getFirst().indexOf("Inlinks");

    assertEquals(72, pages.getFirst().size());
    for (List<String> page : body(pages, 1, 0)) {
      long found = links.stream().filter(link -> link.get(2).equals(page.getFirst())).count();
      assertEquals(found, Long.parseLong(page.get(inlinks)), page.getFirst());
    }
  }

  @Test
  void addressesInTheLogsBelongToNobody() throws IOException {
    Pattern reserved =
        Pattern.compile(
            "198\\.1[89]\\..*|198\\.51\\.100\\..*|203\\.0\\.113\\..*|2001:db8:.*"
                + "|66\\.249\\.66\\..*|157\\.55\\.39\\..*");
    String log = SampleFiles.text(SampleFiles.KEPT.resolve("server-logs/access.log-20260929.gz"));
    List<String> odd =
        log.lines()
            .filter(line -> line.contains(" ["))
            .filter(line -> !reserved.matcher(line.substring(0, line.indexOf(' '))).matches())
            .toList();

    assertEquals(List.of(), odd);
    assertFalse(
        log.lines().noneMatch(line -> line.contains("Googlebot") && line.startsWith("203.")));
  }

  /** Totals of both shops' orders by the names analytics knows them by. */
  private static Map<String, BigDecimal> orders() throws IOException {
    Map<String, BigDecimal> orders = new HashMap<>();
    List<List<String>> shopify = SampleFiles.rows("shopify/orders_export.csv", ',');
    int total = shopify.getFirst().indexOf("Total");
    for (List<String> row : body(shopify, 1, 0)) {
      if (!row.get(total).isEmpty()) {
        orders.put(row.getFirst(), SampleFiles.english(row.get(total)));
      }
    }
    List<List<String>> woo = SampleFiles.rows("woocommerce/orders.csv", ';');
    int sum = woo.getFirst().indexOf("order_total");
    body(woo, 1, 0).forEach(row -> orders.put(row.get(1), SampleFiles.english(row.get(sum))));
    return orders;
  }

  private static BigDecimal clicks(String table) throws IOException {
    String name = "search-console/" + table + ".csv";
    return sum(body(SampleFiles.rows(name, ';'), 1, 0), 1, SampleFiles::english);
  }

  private static List<List<String>> body(List<List<String>> rows, int before, int behind) {
    return rows.subList(before, rows.size() - behind);
  }

  private static List<String> last(List<List<String>> rows, int fromEnd) {
    return rows.get(rows.size() - fromEnd);
  }

  private static BigDecimal sum(
      List<List<String>> rows, int column, Function<String, BigDecimal> number) {
    return rows.stream()
        .map(row -> number.apply(row.get(column)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Map<String, BigDecimal> by(
      List<List<String>> rows, int key, int column, Function<String, BigDecimal> number) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    rows.forEach(row -> sums.merge(row.get(key), number.apply(row.get(column)), BigDecimal::add));
    return sums;
  }
}
