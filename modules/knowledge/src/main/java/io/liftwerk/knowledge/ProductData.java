package io.liftwerk.knowledge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.workspace.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a product feed as Schema.org's Product, in the form in which product pages state it, so
 * that both can be read alike. Only what the row says for certain: a sale price with days of its
 * own, a price without a currency, an unknown availability are left out.
 */
final class ProductData {
  static final String BRAND = "brand";
  static final String GTIN = "gtin";
  static final String MPN = "mpn";
  static final String IMAGE = "image";
  static final String PRICE = "price";
  static final String SALE_PRICE = "sale_price";
  static final String SALE_DAYS = "sale_days";
  static final String AVAILABILITY = "availability";

  /** Names of columns by what is in them; see Google's product data specification. */
  static final Map<String, List<String>> NAMES =
      Map.of(
          BRAND, List.of("brand", "marke", "vendor"),
          GTIN, List.of("gtin", "ean", "variant_barcode"),
          MPN, List.of("mpn", "sku", "variant_sku"),
          IMAGE, List.of("image_link", "bildlink", "image_src"),
          PRICE, List.of("price", "preis", "variant_price"),
          SALE_PRICE, List.of("sale_price", "sonderangebotspreis"),
          SALE_DAYS, List.of("sale_price_effective_date", "sonderangebotszeitraum"),
          AVAILABILITY, List.of("availability", "verfügbarkeit"));

  private static final Pattern MONEY = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:\\s*([A-Z]{3}))?");

  private static final Map<String, String> AVAILABILITIES =
      Map.of(
          "in_stock", "InStock",
          "auf_lager", "InStock",
          "out_of_stock", "OutOfStock",
          "nicht_auf_lager", "OutOfStock",
          "preorder", "PreOrder",
          "vorbestellt", "PreOrder",
          "backorder", "BackOrder");

  private ProductData() {}

  /**
   * The node, in the array that {@link SourceDocument#schemaOrg} is.
   *
   * @param cells by the words above; what is missing is blank or not there
   * @param currency of prices that name none
   */
  static String of(
      String name,
      @Nullable String description,
      @Nullable String url,
      Map<String, String> cells,
      @Nullable String currency) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("@context", "https://schema.org").put("@type", "Product");
    put(node, "name", name);
    put(node, "description", description);
    put(node, "url", url);
    put(node, "image", cells.get(IMAGE));
    put(node, "sku", cells.get(MPN));
    put(node, "gtin", cells.get(GTIN));
    if (!blank(cells.get(BRAND))) {
      put(node.putObject("brand").put("@type", "Brand"), "name", cells.get(BRAND));
    }
    offer(node, url, cells, currency);
    return Json.write(List.of(node));
  }

  private static void offer(
      ObjectNode node, @Nullable String url, Map<String, String> cells, @Nullable String currency) {
    boolean reduced = !blank(cells.get(SALE_PRICE));
    if (reduced && !blank(cells.get(SALE_DAYS))) {
      return;
    }
    Matcher money = MONEY.matcher(String.valueOf(cells.get(reduced ? SALE_PRICE : PRICE)).strip());
    if (!money.matches()) {
      return;
    }
    String named = money.group(2) == null ? currency : money.group(2);
    if (named == null) {
      return;
    }
    ObjectNode offer = node.putObject("offers").put("@type", "Offer");
    offer.put("price", money.group(1)).put("priceCurrency", named);
    String word = String.valueOf(cells.get(AVAILABILITY)).strip().toLowerCase(Locale.ROOT);
    String availability = AVAILABILITIES.get(word.replace(' ', '_'));
    put(offer, "availability", availability == null ? null : "https://schema.org/" + availability);
    put(offer, "url", url);
  }

  private static boolean blank(@Nullable String value) {
    return value == null || value.isBlank();
  }

  private static void put(ObjectNode node, String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      node.put(field, value.strip());
    }
  }
}
