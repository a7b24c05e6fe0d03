package io.liftwerk.warehouse.staging;

import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Sql;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders of shops, and their lines. */
final class OrderRows {
  private OrderRows() {}

  static boolean fits(Source source) {
    return source.has(Role.ORDER_ID) && source.has(Role.REVENUE);
  }

  private static boolean rowIsLine(Source source) {
    return source.has("lineitem_name", "lineitem_sku", "lineitem_quantity");
  }

  static Staged orders(Source source) {
    Optional<Field> total = source.find(Role.REVENUE);
    Staged rows =
        new Staged(Domain.ORDERS, source)
            .put("platform", Sql.literal(source.platform()))
            .put("order_id", source.sql(Field::word, Role.ORDER_ID))
            .put("order_number", number(source))
            .put("ordered_at", source.sql(Field::moment, Role.MOMENT))
            .put("ordered_on", source.sql(Field::day, Role.MOMENT))
            .put("status_raw", source.sql(Field::word, Role.STATUS))
            .put("cancelled_at", source.sql(Field::moment, "cancelled"))
            .put("country", country(source))
            .put("discount_code", source.sql(Field::word, "discount_code", "coupon_items"))
            .put("currency", source.currency(total))
            .put("total", total.map(Field::number).orElse(null))
            .put("shipping", source.sql(Field::number, "shipping", "shipping_total"))
            .put("tax", source.sql(Field::number, "taxes", "tax_total"))
            .put("discount", source.sql(Field::number, "discount_amount", "discount_total"))
            .put("refunded", source.sql(Field::number, Role.REFUND));
    if (rowIsLine(source) && total.isPresent()) {
      // the money stands on an order's first line: one row an order, nothing filled down
      rows.tail(
          "qualify row_number() over (partition by "
              + source.sql(Field::word, Role.ORDER_ID)
              + " order by case when "
              + total.get().sql()
              + " is null then 1 else 0 end, _row) = 1");
    }
    return rows;
  }

  private static @Nullable String number(Source source) {
    String number = source.sql(Field::word, "order_number");
    return number == null ? source.sql(Field::word, Role.ORDER_ID) : number;
  }

  /** Where it goes to, else where the bill goes to. */
  private static @Nullable String country(Source source) {
    String to = source.sql(Field::word, "shipping_to_country", "shipping_country");
    String bill = source.sql(Field::word, "billing_country");
    return to == null ? bill : bill == null ? to : "coalesce(" + to + ", " + bill + ")";
  }

  static boolean fitsLines(Source source) {
    return fits(source) && (rowIsLine(source) || source.has("line_items"));
  }

  static Staged lines(Source source) {
    Staged rows =
        new Staged(Domain.ORDER_LINES, source)
            .put("platform", Sql.literal(source.platform()))
            .put("order_id", source.sql(Field::word, Role.ORDER_ID));
    return rowIsLine(source) ? plain(rows, source) : packed(rows, source);
  }

  private static Staged plain(Staged rows, Source source) {
    String quantity = source.sql(Field::number, Role.QUANTITY);
    String price = source.sql(Field::number, Role.PRICE);
    String discount = source.sql(Field::number, "lineitem_discount");
    if (quantity != null && price != null) {
      String total =
          price + " * " + quantity + (discount == null ? "" : " - coalesce(" + discount + ", 0)");
      rows.put("line_total", "cast(" + total + " as decimal(28, 6))");
    }
    return rows.put(
            "line_number",
            "row_number() over (partition by "
                + source.sql(Field::word, Role.ORDER_ID)
                + " order by _row)")
        .put("sku", source.sql(Field::word, Role.PRODUCT))
        .put("product_name", source.sql(Field::word, "lineitem_name"))
        .put("quantity", quantity);
  }

  /** WooCommerce packs {@code name:…|sku:…|quantity:…|total:…} with {@code ;} between the lines. */
  private static Staged packed(Staged rows, Source source) {
    String packed = source.sql(Field::text, "line_items");
    return rows.from(
            "(\n    select *, unnest(_items) as _item, generate_subscripts(_items, 1) as _line\n"
                + "    from (\n        select *, string_split(replace("
                + packed
                + ", ';name:', chr(31) || 'name:'), chr(31)) as _items\n        from "
                + Staged.reference(source)
                + "\n    )\n)")
        .put("line_number", "_line")
        .put("sku", part("sku"))
        .put("product_name", "nullif(regexp_extract(_item, '^name:([^|]*)', 1), '')")
        .put("quantity", "try_cast(" + part("quantity") + " as decimal(28, 6))")
        .put("line_total", "try_cast(" + part("total") + " as decimal(28, 6))");
  }

  private static String part(String name) {
    return "nullif(regexp_extract(_item, '\\|" + name + ":([^|]*)', 1), '')";
  }
}
