package io.liftwerk.briefs.cms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Json;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** A post as the REST interface takes and gives it ({@code /wp/v2/posts}). */
final class WordPressPost {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private WordPressPost() {}

  /** What is sent; categories and tags as {@code terms} stand for them there. */
  static ObjectNode body(CmsPost post, String status, ArrayNode categories, ArrayNode tags) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("title", Gutenberg.line(post.title()));
    body.put("slug", post.slug());
    body.put("status", status);
    body.put("content", Gutenberg.content(post));
    body.put("excerpt", Gutenberg.line(post.excerpt()));
    if (post.date() != null) {
      body.put("date_gmt", DATE.format(post.date()));
    }
    body.set("categories", categories);
    body.set("tags", tags);
    ObjectNode meta = body.putObject("meta");
    post.wordPressMeta().forEach(meta::put);
    return body;
  }

  /** A hash of what a person would see changed: title, text and excerpt as they are stored. */
  static String written(JsonNode stored) {
    return Hashes.sha256(
        raw(stored, "title") + "\0" + raw(stored, "content") + "\0" + raw(stored, "excerpt"));
  }

  static String raw(JsonNode stored, String field) {
    return stored.path(field).path("raw").asText("");
  }

  /** What the site made of {@code sent}, a sentence for everything that is not as it was sent. */
  static List<String> differences(String host, ObjectNode sent, JsonNode stored) {
    var changed = new TreeSet<String>();
    for (String field : List.of("title", "content", "excerpt")) {
      if (!sent.path(field).asText().equals(raw(stored, field))) {
        changed.add(field);
      }
    }
    for (String field : List.of("slug", "status")) {
      if (!sent.path(field).asText().equals(stored.path(field).asText())) {
        changed.add(field);
      }
    }
    for (String field : List.of("categories", "tags")) {
      if (!numbers(sent.path(field)).equals(numbers(stored.path(field)))
          && sent.path(field).size() > 0) {
        changed.add(field);
      }
    }
    var sentences = new ArrayList<String>();
    if (!changed.isEmpty()) {
      sentences.add(
          "%s stored %s otherwise than it was sent: a plugin, or rules for this user's HTML, changed it."
              .formatted(host, String.join(", ", changed)));
    }
    var lost = new TreeSet<String>();
    sent.path("meta")
        .properties()
        .forEach(
            field -> {
              if (!stored.path("meta").path(field.getKey()).equals(field.getValue())) {
                lost.add(field.getKey());
              }
            });
    if (!lost.isEmpty()) {
      sentences.add(
          "%s does not keep %s: WordPress drops fields over REST that no plugin or theme there has registered."
              .formatted(host, String.join(", ", lost)));
    }
    return sentences;
  }

  private static TreeSet<Long> numbers(JsonNode list) {
    var numbers = new TreeSet<Long>();
    list.forEach(number -> numbers.add(number.asLong()));
    return numbers;
  }
}
