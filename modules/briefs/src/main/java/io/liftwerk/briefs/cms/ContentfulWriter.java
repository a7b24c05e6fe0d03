package io.liftwerk.briefs.cms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;

/**
 * What {@code contentful-import} takes: a content type, one entry with its fields by locale, no
 * asset, the locale. An entry that no published version is named of comes in as a draft. Its id is
 * made of the post's, so that importing again replaces it.
 */
final class ContentfulWriter {
  private static final String TYPE = "liftwerkArticle";
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter WRITER =
      Json.mapper()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));
  private static final int SYMBOL = 256;
  private static final int TEXT = 50_000;

  private final ObjectNode fields = object();
  private final ArrayNode definitions = Json.mapper().createArrayNode();
  private final String locale;

  private ContentfulWriter(String locale) {
    this.locale = locale;
  }

  /**
   * @throws WorkbenchException code {@code contentful-limit} when a field is longer than Contentful
   *     takes; a text is never cut
   */
  static String write(CmsPost post) {
    return pretty(new ContentfulWriter(post.language()).document(post));
  }

  private ObjectNode document(CmsPost post) {
    symbol("title", post.title(), true);
    symbol("slug", post.slug(), true);
    text("body", MarkdownWriter.body(post));
    text("excerpt", post.excerpt());
    text("description", post.description());
    symbol("author", post.author(), false);
    define("date", "Date", false);
    if (post.date() != null) {
      value("date", Json.mapper().getNodeFactory().textNode(post.date().toString()));
    }
    symbols("categories", post.categories());
    symbols("tags", post.tags());
    data("hreflang", Json.mapper().valueToTree(post.hreflang()), post.hreflang().isEmpty());
    ObjectNode graph = object();
    graph.set("data", Json.mapper().valueToTree(post.jsonLd()));
    data("structuredData", graph, post.jsonLd().isEmpty());
    data("meta", Json.mapper().valueToTree(post.meta()), post.meta().isEmpty());

    ObjectNode document = object();
    document.putArray("contentTypes").add(contentType());
    ObjectNode entry = document.putArray("entries").addObject();
    entry.set("sys", sys(entryId(post.id()), "Entry").set("contentType", link()));
    entry.set("fields", fields);
    document.putArray("assets");
    document.putArray("locales").add(locale());
    return document;
  }

  private ObjectNode contentType() {
    ObjectNode type = object();
    type.set("sys", sys(TYPE, "ContentType"));
    type.put("name", "Article");
    type.put("description", "");
    type.put("displayField", "title");
    type.set("fields", definitions);
    return type;
  }

  private ObjectNode locale() {
    ObjectNode node = object();
    node.put("name", locale);
    node.put("code", locale);
    node.putNull("fallbackCode");
    node.put("default", true);
    node.put("optional", false);
    node.put("contentManagementApi", true);
    node.put("contentDeliveryApi", true);
    return node;
  }

  private static ObjectNode link() {
    return object().set("sys", sys(TYPE, "Link").put("linkType", "ContentType"));
  }

  private static ObjectNode sys(String id, String type) {
    return object().put("id", id).put("type", type);
  }

  /** Letters, digits, hyphen, underscore and dot, 64 at most; others give way to a hash. */
  private static String entryId(String id) {
    return id.matches("[A-Za-z0-9._-]{1,64}") ? id : Hashes.sha256(id).substring(0, 32);
  }

  private void symbol(String id, String value, boolean required) {
    define(id, "Symbol", required);
    if (!value.isEmpty()) {
      value(id, Json.mapper().getNodeFactory().textNode(fitting(id, value, SYMBOL)));
    }
  }

  private void text(String id, String value) {
    define(id, "Text", false);
    if (!value.isEmpty()) {
      value(id, Json.mapper().getNodeFactory().textNode(fitting(id, value, TEXT)));
    }
  }

  private void symbols(String id, List<String> values) {
    ObjectNode definition = define(id, "Array", false);
    definition.putObject("items").put("type", "Symbol").putArray("validations");
    if (!values.isEmpty()) {
      ArrayNode list = Json.mapper().createArrayNode();
      values.forEach(value -> list.add(fitting(id, value, SYMBOL)));
      value(id, list);
    }
  }

  private void data(String id, JsonNode value, boolean empty) {
    define(id, "Object", false);
    if (!empty) {
      value(id, value);
    }
  }

  private void value(String id, JsonNode value) {
    fields.putObject(id).set(locale, value);
  }

  private ObjectNode define(String id, String type, boolean required) {
    ObjectNode definition = definitions.addObject();
    definition.put("id", id).put("name", id).put("type", type);
    definition.put("localized", true).put("required", required);
    definition.put("disabled", false).put("omitted", false);
    definition.putArray("validations");
    return definition;
  }

  private static String fitting(String field, String value, int most) {
    if (value.length() > most) {
      throw new WorkbenchException(
          "contentful-limit",
          "The field %s has %d characters, and Contentful takes %d at most there."
              .formatted(field, value.length(), most),
          "Shorten it, or export the draft in another form.");
    }
    return value;
  }

  /** Indented by two, lines end in a line feed on every system. */
  private static String pretty(ObjectNode document) {
    try {
      return WRITER.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that cannot be written", e);
    }
  }

  private static ObjectNode object() {
    return Json.mapper().createObjectNode();
  }
}
