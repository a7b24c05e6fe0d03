package io.liftwerk.ingest.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each export of the sample client is recognised as what it is, and as nothing else. */
class SampleExportsTest {
  private static final Path SAMPLES = Path.of(System.getProperty("liftwerk.root"), "sample-data");
  private static final double SURE = 0.8;

  @ParameterizedTest
  @CsvSource({
    "crm_leads.csv,crm-leads",
    "hubspot/contacts.csv,hubspot-contacts",
    "salesforce/leads_q3.csv,salesforce-leads",
    "pipedrive/deals.csv,pipedrive-deals",
    "shopify/orders_export.csv,shopify-orders",
    "woocommerce/orders.csv,woocommerce-orders",
    "merchant-center/feed_de.tsv,merchant-feed",
    "google-ads/Kampagnenbericht.csv,google-ads-campaigns",
    "google-ads/ad_group_report.csv,google-ads-ad-groups",
    "google-ads/ad_report.csv,google-ads-ads",
    "google-ads/search_keyword_report.csv,google-ads-keywords",
    "google-ads/Suchbegriffe.csv,google-ads-search-terms",
    "microsoft-advertising/search_term_report.csv,microsoft-advertising-search-terms",
    "meta/Nordwand-Anzeigen-Tage.csv,meta-ads",
    "tiktok/ad_report_by_day.csv,tiktok-ads",
    "linkedin/campaign_performance_report.csv,linkedin-campaigns",
    "dv360/line_items_by_day.csv,dv360-line-items",
    "amazon/sponsored_products_search_term_report.csv,amazon-search-terms",
    "search-console/Diagramm.csv,search-console-dates",
    "search-console/Geraete.csv,search-console-devices",
    "search-console/Laender.csv,search-console-countries",
    "search-console/Seiten.csv,search-console-pages",
    "search-console/Suchanfragen.csv,search-console-queries",
    "search-console/Darstellung in der Suche.csv,search-console-appearance",
    "search-console/Filter.csv,search-console-filters",
    "screaming-frog/internal_all.csv,screaming-frog-internal",
    "screaming-frog/all_inlinks.csv,screaming-frog-inlinks"
  })
  void tables(String file, String id) throws IOException {
    Verdicts.only(Exports.table(SAMPLES.resolve(file)), id, SURE);
  }

  @ParameterizedTest
  @CsvSource({
    "segment/2026-09-28.jsonl.gz,segment-events",
    "ga4/events_20260927.json.gz,ga4-events",
    "ga4/events_20260928.json.gz,ga4-events",
    "ga4/events_20260929.json.gz,ga4-events"
  })
  void records(String file, String id) throws IOException {
    Evidence lines = Exports.json(SAMPLES.resolve(file));
    Verdicts.only(lines, id, SURE);
    // the same kept as Parquet
    Verdicts.only(
        new Evidence(Recipe.Format.TABLE, "part-0.parquet", lines.names(), List.of()), id, SURE);
  }

  @Test
  void aTrialAndAListOfClaimsAreNoExports() throws IOException {
    Verdicts.noneSpecial(Exports.table(SAMPLES.resolve("experiments/newsletter_september.csv")));
    Verdicts.noneSpecial(Exports.table(SAMPLES.resolve("articles/own/aussagen.csv")));
  }
}
