package io.liftwerk.scoring;

import io.liftwerk.workspace.TableInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table say who bought, when, and for how much: a proposal by their names, and
 * by their types where there is one only. Each may be null.
 */
public record PurchaseColumns(
    @Nullable String customer, @Nullable String date, @Nullable String value) {
  static final List<String> CUSTOMERS =
      List.of(
          "person_id",
          "customer_id",
          "customerid",
          "customer",
          "kunden_id",
          "kundennummer",
          "kunden-nr",
          "kunde",
          "client_id",
          "user_id",
          "customer_email",
          "email",
          "id_sample",
          "id");
  static final List<String> DATES =
      List.of(
          "ordered_on",
          "ordered_at",
          "order_date",
          "orderdate",
          "date",
          "created_at",
          "invoicedate",
          "purchase_date",
          "transaction_date",
          "bestelldatum",
          "datum",
          "timestamp");
  static final List<String> VALUES =
      List.of(
          "net_revenue",
          "order_total",
          "total",
          "dollar_value",
          "value",
          "revenue",
          "amount",
          "sales",
          "umsatz",
          "betrag",
          "wert",
          "price",
          "preis");

  /** Looks at the columns of a table. */
  public static PurchaseColumns guess(List<TableInfo.Column> columns) {
    String date = named(columns, DATES);
    String value = named(columns, VALUES);
    return new PurchaseColumns(
        named(columns, CUSTOMERS),
        date == null ? only(columns, "DATE|TIMESTAMP.*") : date,
        value == null ? only(columns, "DECIMAL.*|DOUBLE") : value);
  }

  /** Whether it is known who bought and when, and it is likely a table of purchases. */
  public boolean isComplete() {
    return customer != null && date != null && value != null;
  }

  /** The first of the usual names that there is, as the table spells it. */
  static @Nullable String named(List<TableInfo.Column> columns, List<String> usual) {
    return usual.stream()
        .flatMap(
            name ->
                columns.stream()
                    .map(TableInfo.Column::name)
                    .filter(column -> column.equalsIgnoreCase(name)))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String only(List<TableInfo.Column> columns, String type) {
    List<String> found =
        columns.stream()
            .filter(column -> column.type().matches(type))
            .map(TableInfo.Column::name)
            .toList();
    return found.size() == 1 ? found.getFirst() : null;
  }
}
