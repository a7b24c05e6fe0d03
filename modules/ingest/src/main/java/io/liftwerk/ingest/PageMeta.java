package io.liftwerk.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.liftwerk.workspace.Json;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself: in its head, in JSON-LD (schema.org), in Open Graph tags and in
 * microdata. What it does not say is null.
 *
 * @param published day where it is one, see {@link #day}
 * @param modified the same
 * @param schemaOrg JSON-LD as found, a JSON array with one element a block
 */
record PageMeta(
    @Nullable String title,
    @Nullable String description,
    @Nullable String language,
    @Nullable String canonical,
    @Nullable String published,
    @Nullable String modified,
    @Nullable String author,
    @Nullable String schemaOrg) {

  private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:$|[T ].*)");

  static PageMeta of(Document page) {
    var reader = new Reader(page);
    return new PageMeta(
        reader.title(),
        reader.description(),
        reader.language(),
        reader.canonical(),
        day(reader.published()),
        day(reader.modified()),
        reader.author(),
        reader.schemaOrg());
  }

  /** The day of a moment in ISO 8601; anything else as it is. */
  static @Nullable String day(@Nullable String stated) {
    Matcher day = DAY.matcher(stated == null ? "" : stated.strip());
    if (!day.matches()) {
      return stated;
    }
    try {
      return LocalDate.parse(day.group(1)).toString();
    } catch (DateTimeException e) {
      return stated;
    }
  }

  private static final class Reader {
    private static final ObjectReader JSON_LD =
        Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Document page;
    private final List<String> blocks = new ArrayList<>();
    private final List<JsonNode> nodes = new ArrayList<>();

    private Reader(Document page) {
      this.page = page;
      for (Element script : page.select("script[type]")) {
        String type = script.attr("type").strip().toLowerCase(Locale.ROOT);
        if (type.startsWith("application/ld+json")) {
          block(script.data().strip());
        }
      }
    }

    private void block(String text) {
      if (text.isEmpty()) {
        return;
      }
      try {
        JsonNode node = JSON_LD.readTree(text);
        collect(node);
        blocks.add(text);
      } catch (JsonProcessingException e) {
        // not JSON, but what the page says: kept as a text
        blocks.add(Json.write(text));
      }
    }

    /** The things a block describes: one, several, or a graph of them. */
    private void collect(JsonNode node) {
      if (node.isArray()) {
        node.forEach(this::collect);
      } else if (node.isObject()) {
        nodes.add(node);
        if (node.has("@graph")) {
          collect(node.get("@graph"));
        }
      }
    }

    private @Nullable String schemaOrg() {
      return blocks.isEmpty() ? null : "[" + String.join(",", blocks) + "]";
    }

    private @Nullable String title() {
      Element title = page.head().selectFirst("title");
      String text = title == null ? "" : title.text().strip();
      return text.isEmpty() ? meta("og:title") : text;
    }

    private @Nullable String description() {
      String text = meta("description");
      return text == null ? meta("og:description") : text;
    }

    private @Nullable String language() {
      Element html = page.selectFirst("html");
      String stated = html == null ? "" : html.attr("lang").strip();
      if (stated.isEmpty() && html != null) {
        stated = html.attr("xml:lang").strip();
      }
      if (stated.isEmpty()) {
        stated = page.select("meta[http-equiv=content-language]").attr("content").strip();
      }
      String locale = stated.isEmpty() ? meta("og:locale") : stated;
      return locale == null ? null : locale.replace('_', '-');
    }

    private @Nullable String canonical() {
      String link = page.select("link[rel~=(?i)\\bcanonical\\b]").attr("href").strip();
      return link.isEmpty() ? meta("og:url") : link;
    }

    private @Nullable String published() {
      return firstOf(
          field("datePublished"),
          meta("article:published_time"),
          meta("date"),
          meta("dc.date"),
          property("datePublished"));
    }

    private @Nullable String modified() {
      return firstOf(
          field("dateModified"),
          meta("article:modified_time"),
          meta("last-modified"),
          property("dateModified"));
    }

    private @Nullable String author() {
      return firstOf(field("author"), meta("author"), meta("article:author"), property("author"));
    }

    private static @Nullable String firstOf(@Nullable String... texts) {
      for (String text : texts) {
        if (text != null && !text.isBlank()) {
          return text;
        }
      }
      return null;
    }

    private @Nullable String meta(String name) {
      for (Element meta : page.select("meta[content]")) {
        String content = meta.attr("content").strip();
        boolean named =
            meta.attr("name").strip().equalsIgnoreCase(name)
                || meta.attr("property").strip().equalsIgnoreCase(name);
        if (named && !content.isEmpty()) {
          return content;
        }
      }
      return null;
    }

    /** Microdata: the first element that states {@code name}. */
    private @Nullable String property(String name) {
      Element element = page.selectFirst("[itemprop=" + name + "]");
      if (element == null) {
        return null;
      }
      for (String attribute : List.of("content", "datetime")) {
        if (!element.attr(attribute).isBlank()) {
          return element.attr(attribute).strip();
        }
      }
      Element inside = element.selectFirst("[itemprop=name]");
      return (inside == null ? element : inside).text();
    }

    private @Nullable String field(String name) {
      for (JsonNode node : nodes) {
        String text = text(node.path(name));
        if (!text.isBlank()) {
          return text.strip();
        }
      }
      return null;
    }

    /** A text; of a thing its name; of several, with commas between. */
    private static String text(JsonNode value) {
      if (value.isArray()) {
        var parts = new ArrayList<String>();
        value.forEach(one -> parts.add(text(one)));
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
      }
      return value.isObject() ? value.path("name").asText("") : value.asText("");
    }
  }
}
