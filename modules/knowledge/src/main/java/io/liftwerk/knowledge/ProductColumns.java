package io.liftwerk.knowledge;

import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.ingest.recipe.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table whose rows are products: one with a title and a description, and one that
 * only products have.
 *
 * @param id null where rows have none
 * @param url null where rows have none
 * @param facts columns that say something about the product, with the name they are shown under
 * @param data columns whose names say what they are, by {@link ProductData}'s words for it
 * @param currency of amounts of money, null where it is not known
 */
record ProductColumns(
    @Nullable String id,
    String title,
    String description,
    @Nullable String url,
    List<Fact> facts,
    Map<String, String> data,
    @Nullable String currency) {

  private static final List<String> IDS =
      List.of("id", "sku", "artikelnummer", "article_number", "item_number", "handle");
  private static final List<String> TITLES =
      List.of("title", "titel", "name", "product_name", "produktname", "bezeichnung");
  private static final List<String> DESCRIPTIONS =
      List.of("description", "beschreibung", "body_(html)", "text", "langtext");
  private static final List<String> URLS = List.of("link", "url", "canonical");

  /** Without one of these a table with titles and descriptions may be of anything. */
  private static final Set<String> OF_PRODUCTS =
      Set.of("price", "preis", "brand", "marke", "gtin", "ean", "sku", "mpn", "variant_price");

  private static final Set<String> FACTS =
      Set.of(
          "brand",
          "marke",
          "price",
          "preis",
          "sale_price",
          "sonderangebotspreis",
          "variant_price",
          "availability",
          "verfügbarkeit",
          "condition",
          "zustand",
          "color",
          "colour",
          "farbe",
          "size",
          "größe",
          "material",
          "gender",
          "age_group",
          "product_type",
          "produkttyp",
          "vendor",
          "type",
          "weight",
          "gewicht",
          "shipping_weight");

  /** A column that says something about a product. */
  record Fact(String column, String label, boolean money) {}

  static Optional<ProductColumns> of(SourceTable table) {
    String title = first(table, TITLES);
    String description = first(table, DESCRIPTIONS);
    boolean products =
        table.columns().stream().anyMatch(column -> OF_PRODUCTS.contains(plain(column.name())));
    if (title == null || description == null || !products) {
      return Optional.empty();
    }
    return Optional.of(
        new ProductColumns(
            first(table, IDS),
            title,
            description,
            first(table, URLS),
            facts(table),
            data(table),
            table.findings().currency()));
  }

  private static Map<String, String> data(SourceTable table) {
    var data = new TreeMap<String, String>();
    ProductData.NAMES.forEach(
        (field, names) -> {
          String column = first(table, names);
          if (column != null) {
            data.put(field, column);
          }
        });
    return data;
  }

  private static List<Fact> facts(SourceTable table) {
    Map<String, Role> roles = table.findings().roles();
    var facts = new ArrayList<Fact>();
    for (ColumnDecision column : table.columns()) {
      String name = plain(column.name());
      if (FACTS.contains(name)) {
        boolean money = roles.get(column.name()) == Role.PRICE || name.matches(".*(price|preis)");
        facts.add(new Fact(column.name(), name.replace('_', ' '), money));
      }
    }
    return facts;
  }

  private static @Nullable String first(SourceTable table, List<String> names) {
    for (String name : names) {
      for (ColumnDecision column : table.columns()) {
        if (plain(column.name()).equals(name)) {
          return column.name();
        }
      }
    }
    return null;
  }

  private static String plain(String column) {
    return column.strip().toLowerCase(Locale.ROOT).replaceFirst("^g:", "").replace(' ', '_');
  }
}
