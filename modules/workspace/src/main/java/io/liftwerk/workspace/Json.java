package io.liftwerk.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Set;
import java.util.TreeSet;

/** The one JSON dialect of results, parameters and files: ISO dates, unknown fields tolerated. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.USE_DEFAULTS))
          .build();

  private Json() {}

  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** One line of JSON. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
    }
  }

  /**
   * The canonical form, of which hashes are made: UTF-8, no blanks, the keys of every object sorted
   * by their UTF-16 code units, numbers as Jackson writes them.
   */
  public static String canonical(Object value) {
    JsonNode tree = value instanceof JsonNode made ? made : MAPPER.valueToTree(value);
    try {
      return MAPPER.writeValueAsString(sorted(tree));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
    }
  }

  /**
   * {@code value} without the fields of these names, at any depth: what is left of a result when
   * run numbers, durations and moments are taken out, see {@link Job#fingerprint}.
   */
  public static JsonNode without(Object value, String... fields) {
    JsonNode tree = MAPPER.valueToTree(value);
    remove(tree, Set.of(fields));
    return tree;
  }

  private static void remove(JsonNode node, Set<String> fields) {
    if (node instanceof ObjectNode object) {
      object.remove(fields);
    }
    node.forEach(child -> remove(child, fields));
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = MAPPER.createObjectNode();
      var names = new TreeSet<String>();
      object.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> copy.set(name, sorted(object.get(name))));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = MAPPER.createArrayNode();
      array.forEach(child -> copy.add(sorted(child)));
      return copy;
    }
    return node;
  }

  /**
   * Reads a record back.
   *
   * @throws WorkbenchException code {@code json} when the text does not fit the type
   */
  public static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new WorkbenchException(
          "json",
          "A stored " + type.getSimpleName() + " cannot be read: " + e.getOriginalMessage() + ".",
          "",
          e);
    }
  }
}
