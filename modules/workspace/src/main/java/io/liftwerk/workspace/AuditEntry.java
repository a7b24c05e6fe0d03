package io.liftwerk.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail.
 *
 * <p>Its hash is the SHA-256 over the UTF-8 bytes of {@code previous} (64 hex digits; zeros for the
 * first entry) followed by the canonical entry: the JSON object of {@code at}, {@code details},
 * {@code event} and {@code seq}, keys sorted at every depth, no blanks. Details hold text, whole
 * numbers, truth values, lists and objects of these; anything else becomes text. The line in the
 * file is the canonical JSON of all six fields, so that not a byte of it is outside the hash.
 *
 * @param seq 1, 2, 3 …
 * @param at UTC
 * @param event what happened, for example {@code run}
 * @param details counts, names, hashes
 * @param previous hash of the entry before
 * @param hash of this entry
 */
record AuditEntry(
    long seq,
    Instant at,
    String event,
    Map<String, @Nullable Object> details,
    String previous,
    String hash) {

  static final String NONE = "0".repeat(64);

  static AuditEntry make(
      long seq, Instant at, String event, Map<String, ?> details, String previous) {
    Map<String, @Nullable Object> plain = plain(details);
    return new AuditEntry(
        seq, at, event, plain, previous, hash(previous, body(seq, at, event, plain)));
  }

  /** The line in the file, without its line break. */
  String line() {
    Map<String, Object> all = body(seq, at, event, details);
    all.put("previous", previous);
    all.put("hash", hash);
    return Json.canonical(all);
  }

  /** The entry on this line; empty unless the line is, byte for byte, what an entry looks like. */
  static Optional<AuditEntry> parse(byte[] line) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      JsonNode node = Json.mapper().readTree(text);
      if (node == null || !node.isObject() || !node.path("details").isObject()) {
        return Optional.empty();
      }
      var details = new LinkedHashMap<String, @Nullable Object>();
      node.get("details")
          .properties()
          .forEach(field -> details.put(field.getKey(), field.getValue()));
      var entry =
          new AuditEntry(
              node.path("seq").asLong(),
              Instant.parse(node.path("at").asText()),
              node.path("event").asText(),
              details,
              node.path("previous").asText(),
              node.path("hash").asText());
      return entry.line().equals(text) ? Optional.of(entry) : Optional.empty();
    } catch (CharacterCodingException | JsonProcessingException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether the hash is the one its content asks for. */
  boolean isIntact() {
    return hash.equals(hash(previous, body(seq, at, event, details)));
  }

  String detail(String name) {
    Object value = details.get(name);
    return switch (value) {
      case null -> "";
      case JsonNode node -> node.asText();
      default -> value.toString();
    };
  }

  private static Map<String, Object> body(
      long seq, Instant at, String event, Map<String, @Nullable Object> details) {
    var body = new LinkedHashMap<String, Object>();
    body.put("seq", seq);
    body.put("at", at.toString());
    body.put("event", event);
    body.put("details", details);
    return body;
  }

  private static String hash(String previous, Map<String, Object> body) {
    return Hashes.sha256(previous + Json.canonical(body));
  }

  private static Map<String, @Nullable Object> plain(Map<?, ?> details) {
    var plain = new LinkedHashMap<String, @Nullable Object>();
    details.forEach((key, value) -> plain.put(String.valueOf(key), plainValue(value)));
    return plain;
  }

  private static @Nullable Object plainValue(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Boolean truth -> truth;
      case Integer whole -> whole;
      case Long whole -> whole;
      case Map<?, ?> map -> plain(map);
      case List<?> list -> plainList(list);
      default -> value.toString();
    };
  }

  private static List<@Nullable Object> plainList(List<?> list) {
    var plain = new ArrayList<@Nullable Object>();
    list.forEach(value -> plain.add(plainValue(value)));
    return plain;
  }
}
