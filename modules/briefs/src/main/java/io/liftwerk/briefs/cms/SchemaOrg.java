package io.liftwerk.briefs.cms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.workspace.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Schema.org data of a page, typed. What is unknown is left out, never made up: no ratings, no
 * dates. {@link #notes} says what Google asks for and what is missing.
 */
public sealed interface SchemaOrg {

  /** As JSON-LD, {@code @context} and {@code @type} first. */
  ObjectNode node();

  /** What whoever publishes {@code data} should know, one sentence each. */
  static List<String> notes(JsonNode data) {
    return GoogleRules.notes(data);
  }

  /**
   * Who wrote something.
   *
   * @param url a page about the author; may be empty
   */
  record Author(String name, String url, boolean organization) {}

  /**
   * An article.
   *
   * @param images absolute addresses; may be empty
   * @param language BCP 47
   */
  record Article(
      String headline,
      String description,
      String language,
      @Nullable Author author,
      @Nullable String publisher,
      @Nullable Instant published,
      @Nullable Instant modified,
      List<String> images,
      @Nullable String url)
      implements SchemaOrg {
    @Override
    public ObjectNode node() {
      ObjectNode node = Nodes.typed("Article");
      Nodes.put(node, "headline", headline);
      Nodes.put(node, "description", description);
      Nodes.put(node, "inLanguage", language);
      Nodes.put(node, "image", images);
      if (author != null) {
        ObjectNode who = node.putObject("author");
        who.put("@type", author.organization() ? "Organization" : "Person");
        Nodes.put(who, "name", author.name());
        Nodes.put(who, "url", author.url());
      }
      if (publisher != null) {
        node.putObject("publisher").put("@type", "Organization").put("name", publisher);
      }
      Nodes.put(node, "datePublished", published == null ? null : published.toString());
      Nodes.put(node, "dateModified", modified == null ? null : modified.toString());
      Nodes.put(node, "mainEntityOfPage", url);
      return node;
    }
  }

  /**
   * What a product is sold for.
   *
   * @param currency ISO 4217
   * @param availability word of Schema.org such as {@code InStock}; may be null
   */
  record Offer(
      BigDecimal price,
      String currency,
      @Nullable String availability,
      @Nullable LocalDate validUntil,
      @Nullable String url) {}

  /**
   * A product.
   *
   * @param gtin 8 to 14 digits; may be null
   */
  record Product(
      String name,
      String description,
      @Nullable String brand,
      @Nullable String sku,
      @Nullable String gtin,
      List<String> images,
      @Nullable Offer offer)
      implements SchemaOrg {
    @Override
    public ObjectNode node() {
      ObjectNode node = Nodes.typed("Product");
      Nodes.put(node, "name", name);
      Nodes.put(node, "description", description);
      Nodes.put(node, "image", images);
      if (brand != null) {
        node.putObject("brand").put("@type", "Brand").put("name", brand);
      }
      Nodes.put(node, "sku", sku);
      Nodes.put(node, "gtin", gtin);
      if (offer != null) {
        ObjectNode offered = node.putObject("offers").put("@type", "Offer");
        offered.put("price", offer.price().toPlainString());
        offered.put("priceCurrency", offer.currency());
        if (offer.availability() != null) {
          offered.put("availability", "https://schema.org/" + offer.availability());
        }
        LocalDate until = offer.validUntil();
        Nodes.put(offered, "priceValidUntil", until == null ? null : until.toString());
        Nodes.put(offered, "url", offer.url());
      }
      return node;
    }
  }

  /** A step of instructions. */
  record Step(String name, String text) {}

  /** Instructions. */
  record HowTo(String name, String description, List<Step> steps) implements SchemaOrg {
    @Override
    public ObjectNode node() {
      ObjectNode node = Nodes.typed("HowTo");
      Nodes.put(node, "name", name);
      Nodes.put(node, "description", description);
      ArrayNode list = node.putArray("step");
      for (Step step : steps) {
        ObjectNode item = list.addObject().put("@type", "HowToStep");
        Nodes.put(item, "name", step.name());
        Nodes.put(item, "text", step.text());
      }
      return node;
    }
  }

  /** A question and its answer, both as text. */
  record Question(String question, String answer) {}

  /** Questions and answers that stand on the page. */
  record FaqPage(List<Question> questions) implements SchemaOrg {
    @Override
    public ObjectNode node() {
      ObjectNode node = Nodes.typed("FAQPage");
      ArrayNode list = node.putArray("mainEntity");
      for (Question question : questions) {
        ObjectNode item = list.addObject().put("@type", "Question");
        Nodes.put(item, "name", question.question());
        ObjectNode answer = item.putObject("acceptedAnswer").put("@type", "Answer");
        Nodes.put(answer, "text", question.answer());
      }
      return node;
    }
  }

  /**
   * A page above this one, or the page itself.
   *
   * @param url absolute; null for the last
   */
  record Crumb(String name, @Nullable String url) {}

  /** The way from the start page to this one. */
  record Breadcrumbs(List<Crumb> crumbs) implements SchemaOrg {
    @Override
    public ObjectNode node() {
      ObjectNode node = Nodes.typed("BreadcrumbList");
      ArrayNode list = node.putArray("itemListElement");
      int position = 1;
      for (Crumb crumb : crumbs) {
        ObjectNode item = list.addObject().put("@type", "ListItem").put("position", position++);
        Nodes.put(item, "name", crumb.name());
        Nodes.put(item, "item", crumb.url());
      }
      return node;
    }
  }

  /**
   * Who stands behind the page.
   *
   * @param logo absolute address; may be null
   * @param sameAs its pages elsewhere
   */
  record Organization(String name, @Nullable String url, @Nullable String logo, List<String> sameAs)
      implements SchemaOrg {
    @Override
    public ObjectNode node() {
      ObjectNode node = Nodes.typed("Organization");
      Nodes.put(node, "name", name);
      Nodes.put(node, "url", url);
      Nodes.put(node, "logo", logo);
      Nodes.put(node, "sameAs", sameAs);
      return node;
    }
  }

  /** Fields that are left out when there is nothing in them. */
  final class Nodes {
    private Nodes() {}

    static ObjectNode typed(String type) {
      return Json.mapper()
          .createObjectNode()
          .put("@context", "https://schema.org")
          .put("@type", type);
    }

    static void put(ObjectNode node, String field, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        node.put(field, Wording.line(value));
      }
    }

    static void put(ObjectNode node, String field, List<String> values) {
      if (!values.isEmpty()) {
        ArrayNode list = node.putArray(field);
        values.forEach(list::add);
      }
    }
  }
}
