package io.liftwerk.warehouse.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.ingest.Recipes;
import io.liftwerk.warehouse.project.Project;
import io.liftwerk.warehouse.project.ProjectModel;
import io.liftwerk.workspace.Identifier;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of file becomes rows of its domain, and any set of files can be built. */
class StagingModelsTest {
  private static final String CAMPAIGNS =
      """
      Kampagnenbericht
      1. September 2026 - 2. September 2026
      Tag,Kampagne,Währungscode,Kosten,Impr.,Klicks,Conversions
      2026-09-01,Marke,EUR,"1.010,50",2.000,40,2
      2026-09-02,Marke,EUR,"9,50",1.000,10,1
      Gesamt: Konto,,EUR,"1.020,00",3.000,50,3
      """;

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

  @Test
  void anEmptyWorkspaceHasEveryTableAndNoRows() {
    Project project = client.build();
    for (ProjectModel model : project.models().values()) {
      String table = model.relation().sql();
      assertEquals("0", client.row("SELECT count(*) FROM " + table), model.name());
    }
    assertTrue(project.models().containsKey("kpi_daily"));
  }

  @Test
  void adsKeepTheirGrainCurrencyAndDays() {
    client.load("Kampagnenbericht.csv", CAMPAIGNS);
    client.build();
    assertEquals(
        List.of(
            "google-ads|campaign|2026-09-01|Marke|EUR|1010.500000|2000|40|2.000000",
            "google-ads|campaign|2026-09-02|Marke|EUR|9.500000|1000|10|1.000000"),
        client.rows(
            """
            SELECT platform, grain, date_day, campaign_name, currency, spend, impressions, clicks,
                   conversions
            FROM staging.stg_ads ORDER BY date_day\
            """));
    assertEquals(
        "1020.000000",
        client.row("SELECT report_total FROM staging.stg_ad_report_totals WHERE metric = 'spend'"));
  }

  @Test
  void aRowThatCoversSeveralDaysHasAPeriodInsteadOfADay() {
    client.load(
        "campaign_performance_report.csv",
        """
        Campaign Performance Report (in UTC)
        Report Start: September 1, 2026
        Report End: September 30, 2026

        Start Date (in UTC),End Date (in UTC),Account Name,Campaign Group Name,Campaign Name,Campaign ID,Currency,Total Spent,Impressions,Clicks,Leads,Conversions
        9/1/2026,9/30/2026,Firma,Gruppe,Kampagne,77,EUR,12.50,100,3,1,1
        """);
    client.build();
    assertEquals(
        "ad_group||2026-09-01|2026-09-30|Gruppe|Kampagne|77|1.000000",
        client.row(
            """
            SELECT grain, date_day, period_start, period_end, campaign_name, ad_group_name,
                   ad_group_id, leads
            FROM staging.stg_ads\
            """));
    assertEquals("12.500000", client.row("SELECT sum(spend) FROM gold.kpi_channel"));
    assertEquals("0", client.row("SELECT count(*) FROM gold.kpi_daily"));
  }

  @Test
  void unknownCurrencyStaysOutOfMoneyAndIsTold() {
    client.load(
        "tiktok.csv",
        """
        Campaign name,Ad group name,Ad name,By Day,Cost,Impressions,Clicks (destination)
        K,G,A,2026-09-01,10.00,1000,20
        """);
    client.build();
    assertEquals(
        "||1000|20|10.000000|0.02",
        client.row(
            """
            SELECT currency, spend, impressions, clicks, spend_of_unknown_currency, ctr
            FROM gold.kpi_daily\
            """));
    assertEquals(
        "1|10.000000",
        client.row(
            "SELECT rows_of_unknown_currency, spend_of_unknown_currency FROM gold.ad_reports"));
  }

  private String email(String address) {
    return client.workspace().vault().pseudonyms().of(Identifier.EMAIL, address);
  }

  private String phone(String number) {
    return client.workspace().vault().pseudonyms().of(Identifier.PHONE, number);
  }

  @Test
  void orderMoneyStandsOnTheFirstLineOnly() {
    client.load(
        "orders_export.csv",
        """
        Name,Email,Financial Status,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Refunded Amount,Accepts Marketing
        #2,b@example.com,paid,EUR,20.00,20.00,2026-09-02 10:00:00 +0200,1,Seil,20.00,S-1,,0.00,no
        #1,a@example.com,refunded,EUR,100.00,105.00,2026-09-01 10:00:00 +0200,1,Helm,60.00,H-1,,105.00,yes
        #1,a@example.com,,,,,2026-09-01 10:00:00 +0200,2,Karabiner,20.00,K-1,,,
        """);
    client.build();
    assertEquals(
        List.of(
            "#1|" + email("a@example.com") + "|refunded|105.000000|105.000000|0.000000",
            "#2|" + email("b@example.com") + "|paid|20.000000|0.000000|20.000000"),
        client.rows(
            """
            SELECT order_id, person_id, order_state, total, refunded, net_revenue
            FROM silver.orders ORDER BY 1\
            """));
    assertEquals(
        List.of("#1|1|H-1|60.000000", "#1|2|K-1|40.000000", "#2|1|S-1|20.000000"),
        client.rows(
            """
            SELECT split_part(order_key, ':', 2), line_number, sku, line_total
            FROM silver.order_lines ORDER BY 1, 2\
            """));
  }

  @Test
  void packedArticlesAreTakenApartWhereASemicolonStandsInAName() {
    client.load(
        "orders.csv",
        """
        order_id;order_number;order_date;status;order_total;order_currency;refunded_total;customer_id;billing_email;line_items
        1;AT-1;2026-09-01 10:00:00;completed;30.00;EUR;0.00;0;;"name:Helm; rot|sku:H-1|quantity:1|total:10.00;name:Seil|sku:S-1|quantity:2|total:20.00"
        2;AT-2;2026-09-01 11:00:00;cancelled;5.00;EUR;0.00;17;;name:Band|sku:B-1|quantity:1|total:5.00
        """);
    client.build();
    assertEquals(
        List.of("1|1|Helm; rot|H-1|10.000000", "1|2|Seil|S-1|20.000000", "2|1|Band|B-1|5.000000"),
        client.rows(
            """
            SELECT order_id, line_number, product_name, sku, line_total
            FROM staging.stg_order_lines ORDER BY 1, 2\
            """));
    assertEquals(
        List.of("AT-1|", "AT-2|woocommerce:17"),
        client.rows("SELECT order_number, person_id FROM staging.stg_orders ORDER BY 1"));
    assertEquals(
        "2|1|35.000000|5.000000|30.000000",
        client.row(
            """
            SELECT orders, cancelled_orders, order_value, cancelled_value, net_revenue
            FROM gold.revenue_daily\
            """));
  }

  @Test
  void whoRefusesStaysBackAndWhoIsNotAskedSaysNothing() {
    client.load(
        "leads.csv",
        """
        Lead-ID;Erstellt am;Vorname;Nachname;E-Mail;Telefon;Firma;Quelle;Einwilligung Marketing;Einwilligung am;Abgeschlossen
        L1;01.09.2026;Ada;Berg; Ada@Example.com ;;Eins GmbH;Messe;ja;02.09.2026;ja
        L2;02.09.2026;Bo;Tal;bo@example.com;;Zwei GmbH;Messe;nein;;nein
        L3;03.09.2026;Cy;See;;069 1234;Drei GmbH;Google;;;
        """);
    client.build();
    assertEquals(
        List.of(
            email("ada@example.com") + "|consent=true|2026-09-02",
            email("bo@example.com") + "|consent=false|",
            phone("+49691234") + "||"),
        client.rows(
            """
            SELECT person_id, consent_signal, cast(consent_at AS DATE)
            FROM staging.stg_consent_signals ORDER BY source_row\
            """));
    assertEquals(
        List.of("L1|won", "L2|lost", "L3|open"),
        client.rows("SELECT lead_id, outcome FROM silver.leads ORDER BY 1"));
    client.refuse("consent=false");
    client.build();
    assertEquals(List.of("L1", "L3"), client.rows("SELECT lead_id FROM silver.leads ORDER BY 1"));
    assertEquals("2", client.row("SELECT count(*) FROM silver.customers"));
  }

  @Test
  void contractsAreFoundByWhatTheirColumnsAreCalled() {
    client.load(
        "vertraege.csv",
        """
        Kundennummer;Tarif;Vertragsbeginn;Vertragsende
        K1;Basis;01.01.2025;31.12.2025
        K1;Basis;01.01.2026;31.12.2999
        K2;Plus;01.01.2025;31.12.2025
        """);
    client.load("churn.csv", "customerID,Contract,Churn\nC1,One year,Yes\nC2,Two year,No\n");
    client.build();
    assertEquals(
        List.of(
            "churn:C1|true|stated by the source",
            "churn:C2|false|stated by the source",
            "vertraege:K1|false|contract runs",
            "vertraege:K2|true|contract ended"),
        client.rows(
            """
            SELECT customer, is_churned, because
            FROM gold.churn_by_contract_end ORDER BY 1\
            """));
  }

  @Test
  void oddNamesOfTablesAndColumnsAreOnlyNames() {
    client.load(
        "ads.csv",
        """
        Campaign name,Ad set name,"Ad name",Day,Amount spent (EUR),Impressions,Link clicks,"{{ x }} ""y"" {% z %}"
        K,G,"{{ 1 + 1 }}",2026-09-01,1.00,10,1,n
        """);
    String table = client.bronze().list().getFirst().name();
    client.bronze().rename(table, "Anzeigen - neu");
    client.build();
    assertEquals(
        "Anzeigen - neu|{{ 1 + 1 }}|EUR",
        client.row("SELECT source_relation, ad_name, currency FROM staging.stg_ads"));
  }

  @Test
  void sameSourcesGiveTheSameModels() {
    client.load("Kampagnenbericht.csv", CAMPAIGNS);
    var recipes = Recipes.shipped();
    var tables = client.bronze().list();
    assertEquals(StagingModels.of(tables, recipes), StagingModels.of(tables, recipes));
  }
}
