import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes the sample data: {@code java sample-data/generator/Generate.java [FOLDER [SEED]]}. Without
 * a folder it writes beside itself, where the files are kept; the same seed gives the same bytes.
 */
final class Generate {
  private static final long SEED = 1865;

  private Generate() {}

  /** Every export: file name, and what makes its bytes from the world. */
  private static Map<String, Function<World, byte[]>> exports() {
    var exports = new LinkedHashMap<String, Function<World, byte[]>>();
    exports.put("crm_leads.csv", CrmLeads::write);
    exports.put("google-ads/Suchbegriffe.csv", GoogleSearchTerms::write);
    exports.put("google-ads/Kampagnenbericht.csv", GoogleReports::campaigns);
    exports.put("google-ads/ad_group_report.csv", GoogleReports::adGroups);
    exports.put("google-ads/ad_report.csv", GoogleReports::ads);
    exports.put("google-ads/search_keyword_report.csv", GoogleReports::keywords);
    exports.put("microsoft-advertising/search_term_report.csv", MicrosoftReport::write);
    exports.put("meta/Nordwand-Anzeigen-Tage.csv", MetaReport::write);
    exports.put("tiktok/ad_report_by_day.csv", TikTokReport::write);
    exports.put("linkedin/campaign_performance_report.csv", LinkedInReport::write);
    exports.put("dv360/line_items_by_day.csv", DisplayReport::write);
    exports.put("amazon/sponsored_products_search_term_report.csv", AmazonReport::write);
    exports.put("shopify/orders_export.csv", ShopifyOrders::write);
    exports.put("woocommerce/orders.csv", WooOrders::write);
    exports.put("hubspot/contacts.csv", HubSpot::write);
    exports.put("salesforce/leads_q3.csv", Salesforce::write);
    exports.put("pipedrive/deals.csv", Pipedrive::write);
    exports.put("experiments/newsletter_september.csv", TrialTable::write);
    exports.put("search-console/Diagramm.csv", SearchConsole::days);
    exports.put("search-console/Suchanfragen.csv", SearchConsole::queries);
    exports.put("search-console/Seiten.csv", SearchConsole::pages);
    exports.put("search-console/Laender.csv", SearchConsole::countries);
    exports.put("search-console/Geraete.csv", SearchConsole::devices);
    exports.put("search-console/Darstellung in der Suche.csv", SearchConsole::appearances);
    exports.put("search-console/Filter.csv", SearchConsole::filters);
    for (LocalDate day = Visits.FIRST; !day.isAfter(Visits.LAST); day = day.plusDays(1)) {
      String name = "ga4/events_" + day.toString().replace("-", "") + ".json.gz";
      exports.put(name, Ga4Export.day(day));
    }
    exports.put("segment/2026-09-28.jsonl.gz", SegmentEvents::write);
    exports.put("server-logs/access.log-20260929.gz", ServerLog::write);
    exports.put("server-logs/caddy-at-20260929.json", JsonLog::write);
    exports.put("screaming-frog/internal_all.csv", Crawl::internal);
    exports.put("screaming-frog/all_inlinks.csv", Crawl::inlinks);
    exports.put("site/sitemap.xml", Sitemap::write);
    exports.put("merchant-center/feed_de.tsv", MerchantFeed::german);
    exports.put("merchant-center/feed_at.xml", MerchantFeed::austrian);
    exports.putAll(Articles.all());
    return exports;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "sample-data");
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : SEED;
    if (arguments.length == 0 && !Files.isDirectory(folder.resolve("generator"))) {
      System.err.println("Run this in the folder that holds sample-data, or name a folder.");
      System.exit(2);
    }
    World world = World.of(seed);
    for (var export : exports().entrySet()) {
      Path file = folder.resolve(export.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, export.getValue().apply(world));
    }
  }
}
