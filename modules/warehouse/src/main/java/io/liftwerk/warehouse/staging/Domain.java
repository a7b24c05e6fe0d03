package io.liftwerk.warehouse.staging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What rows are brought together, and the columns they are brought to. */
enum Domain {
  ADS(
      false,
      "platform",
      "report",
      "grain",
      "breakdown",
      "date_day date",
      "period_start date",
      "period_end date",
      "account_id",
      "account_name",
      "campaign_id",
      "campaign_name",
      "campaign_type",
      "ad_group_id",
      "ad_group_name",
      "ad_id",
      "ad_name",
      "keyword_id",
      "keyword_raw",
      "match_type_raw",
      "search_term",
      "status_raw",
      "currency",
      "impressions bigint",
      "clicks bigint",
      "spend decimal(28, 6)",
      "conversions decimal(28, 6)",
      "conversions_value decimal(28, 6)",
      "leads decimal(28, 6)"),
  AD_REPORT_TOTALS(false, "metric", "report_total decimal(28, 6)"),
  SEARCH_CONSOLE(
      false,
      "dimension",
      "date_day date",
      "query",
      "page",
      "country",
      "device_raw",
      "appearance",
      "clicks bigint",
      "impressions bigint",
      "position decimal(28, 6)"),
  GA4_EVENTS(
      true,
      "event_date date",
      "event_at timestamp",
      "event_name",
      "user_id",
      "user_pseudo_id",
      "analytics_storage",
      "session_id",
      "session_number bigint",
      "session_engaged",
      "engagement_time_msec bigint",
      "page_location",
      "page_title",
      "session_source",
      "session_medium",
      "session_campaign",
      "event_source",
      "event_medium",
      "event_campaign",
      "device_category",
      "country",
      "hostname",
      "transaction_id",
      "currency",
      "purchase_revenue decimal(28, 6)",
      "refund_value decimal(28, 6)"),
  LEADS(
      true,
      "platform",
      "lead_id",
      "created_at timestamp",
      "created_on date",
      "source_raw",
      "campaign",
      "status_raw",
      "outcome_raw",
      "owner",
      "product",
      "country"),
  DEALS(
      true,
      "platform",
      "deal_id",
      "created_at timestamp",
      "created_on date",
      "closed_on date",
      "source_raw",
      "stage_raw",
      "outcome_raw",
      "owner",
      "currency",
      "deal_value decimal(28, 6)"),
  CONTACTS(
      true,
      "platform",
      "contact_id",
      "created_at timestamp",
      "created_on date",
      "source_raw",
      "country"),
  ORDERS(
      true,
      "platform",
      "order_id",
      "order_number",
      "ordered_at timestamp",
      "ordered_on date",
      "status_raw",
      "cancelled_at timestamp",
      "country",
      "discount_code",
      "currency",
      "total decimal(28, 6)",
      "shipping decimal(28, 6)",
      "tax decimal(28, 6)",
      "discount decimal(28, 6)",
      "refunded decimal(28, 6)"),
  ORDER_LINES(
      false,
      "platform",
      "order_id",
      "line_number bigint",
      "sku",
      "product_name",
      "quantity decimal(28, 6)",
      "line_total decimal(28, 6)"),
  EVENTS(
      true,
      "platform",
      "event_id",
      "event_type",
      "event_name",
      "event_at timestamp",
      "event_on date",
      "anonymous_id",
      "user_id",
      "page_url",
      "source_raw",
      "medium_raw",
      "campaign",
      "order_id",
      "currency",
      "revenue decimal(28, 6)"),
  CONTRACTS(
      true,
      "platform",
      "contract_id",
      "plan",
      "started_on date",
      "ends_on date",
      "cancelled_on date",
      "churn_stated boolean");

  /**
   * A column.
   *
   * @param name its name
   * @param type its type in SQL
   */
  record Column(String name, String type) {}

  private final boolean persons;
  private final List<Column> columns;

  Domain(boolean persons, String... columns) {
    this.persons = persons;
    this.columns = Arrays.stream(columns).map(Domain::column).toList();
  }

  private static Column column(String text) {
    int blank = text.indexOf(' ');
    return blank < 0
        ? new Column(text, "varchar")
        : new Column(text.substring(0, blank), text.substring(blank + 1));
  }

  /** The model that holds its rows. */
  String model() {
    return "stg_" + name().toLowerCase(Locale.ROOT);
  }

  /** Whether its rows are those of persons, so that their consent counts. */
  boolean persons() {
    return persons;
  }

  /** All its columns: where a row comes from, what it says, and of persons who and whether. */
  List<Column> columns() {
    var all =
        new ArrayList<Column>(
            List.of(
                new Column("source_relation", "varchar"),
                new Column("source_row", "bigint"),
                new Column("loaded_at", "timestamp")));
    all.addAll(columns);
    if (persons) {
      all.add(new Column("person_id", "varchar"));
      all.add(new Column("consent_signal", "varchar"));
      all.add(new Column("consent_at", "timestamp"));
    }
    return all;
  }
}
