package io.liftwerk.briefs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.briefs.cms.SchemaOrg;
import io.liftwerk.knowledge.SourceDocument;
import io.liftwerk.workspace.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the product that a page or a feed's row states of itself, and nothing it does not state.
 */
final class StatedProduct {
  private static final String TYPE = "(https?://schema.org/)?Product";

  private StatedProduct() {}

  /** The first Product in the document's JSON-LD; null where there is none with a name. */
  static SchemaOrg.@Nullable Product of(SourceDocument document) {
    JsonNode node = node(document.schemaOrg());
    String name = node == null ? null : text(node.path("name"));
    if (node == null || name == null) {
      return null;
    }
    String description = text(node.path("description"));
    JsonNode brand = node.path("brand");
    return new SchemaOrg.Product(
        name,
        Objects.requireNonNullElse(description != null ? description : document.description(), ""),
        text(brand.isTextual() ? brand : brand.path("name")),
        text(node.path("sku")),
        gtin(node),
        images(node.path("image")),
        offer(node.path("offers"), document.url()));
  }

  private static @Nullable JsonNode node(@Nullable String schema) {
    try {
      return schema == null ? null : find(Json.mapper().readTree(schema));
    } catch (JsonProcessingException e) {
      // what a page says of itself in broken JSON is not known
      return null;
    }
  }

  private static @Nullable JsonNode find(JsonNode node) {
    if (node.isObject() && node.path("@type").asText().matches(TYPE)) {
      return node;
    }
    for (JsonNode child : node) {
      JsonNode found = find(child);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String text(JsonNode node) {
    String text = node.isValueNode() ? node.asText().strip() : "";
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String gtin(JsonNode node) {
    return Stream.of("gtin", "gtin8", "gtin12", "gtin13", "gtin14")
        .map(field -> node.path(field).asText().strip())
        .filter(value -> value.matches("\\d{8}|\\d{12,14}"))
        .findFirst()
        .orElse(null);
  }

  private static List<String> images(JsonNode node) {
    List<JsonNode> nodes = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(nodes::add);
    } else {
      nodes.add(node);
    }
    return nodes.stream()
        .map(one -> one.isTextual() ? one.asText() : one.path("url").asText())
        .filter(url -> url.matches("https?://\\S+"))
        .toList();
  }

  /** One offer with a price and a currency; of several, or of a range, nothing is said. */
  private static SchemaOrg.@Nullable Offer offer(JsonNode offers, @Nullable String page) {
    JsonNode one = offers.isArray() && offers.size() == 1 ? offers.get(0) : offers;
    String price = one.path("price").asText().strip();
    String currency = one.path("priceCurrency").asText().strip();
    if (!price.matches("\\d+(\\.\\d+)?") || !currency.matches("[A-Z]{3}")) {
      return null;
    }
    String word = one.path("availability").asText().replaceFirst("^https?://schema.org/", "");
    String url = text(one.path("url"));
    return new SchemaOrg.Offer(
        new BigDecimal(price),
        currency,
        word.matches("[A-Z][A-Za-z]+") ? word : null,
        null,
        url == null ? page : url);
  }
}
