package io.liftwerk.ingest.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes JSON objects apart: numbers as they are written, nested values as the JSON they are, except
 * that the fields of {@code request} count as {@code request.NAME}, and the first value of each of
 * its headers as {@code request.headers.NAME} besides.
 */
final class JsonFields {
  private static final String HEADER = "request.headers.";

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String REQUEST = "request";
  private static final String HEADERS = "request.headers";

  /** The few names of a log in lower case, so that they are not made again for each line. */
  private final Map<String, String> keys = new HashMap<>();

  private byte[] bytes = new byte[0];

  /**
   * The fields by their names in lower case; those that are null are left out.
   *
   * @return null when the bytes are no object
   */
  @Nullable Map<String, String> read(byte[] line, int from, int to) {
    bytes = line;
    var fields = new LinkedHashMap<String, String>();
    try (JsonParser parser = FACTORY.createParser(line, from, to - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      int shift = brace(from) - (int) parser.currentTokenLocation().getByteOffset();
      object(parser, "", shift, fields);
      return parser.nextToken() == null ? fields : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Adds the names of all fields, as they are written, to {@code names}. */
  static void names(byte[] line, int from, int to, Set<String> names) {
    try (JsonParser parser = FACTORY.createParser(line, from, to - from)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        names(parser, "", names);
      }
    } catch (IOException e) {
      // the line will be a reject
      return;
    }
  }

  private static void names(JsonParser parser, String prefix, Set<String> names)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = prefix.isEmpty() ? parser.currentName() : prefix + parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && name.equals(REQUEST)) {
        names(parser, REQUEST + ".", names);
      } else {
        names.add(name);
        parser.skipChildren();
      }
    }
  }

  private void object(JsonParser parser, String prefix, int shift, Map<String, String> fields)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String key = prefix.isEmpty() ? key(name) : key(prefix + name);
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && key.equals(REQUEST)) {
        object(parser, REQUEST + ".", shift, fields);
      } else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
        int from = shift + (int) parser.currentTokenLocation().getByteOffset();
        if (value == JsonToken.START_OBJECT && key.equals(HEADERS)) {
          headers(parser, fields);
        } else {
          parser.skipChildren();
        }
        int to = shift + (int) parser.currentLocation().getByteOffset();
        fields.putIfAbsent(key, new String(bytes, from, to - from, StandardCharsets.UTF_8));
      } else if (value != JsonToken.VALUE_NULL) {
        fields.putIfAbsent(key, parser.getText());
      }
    }
  }

  /** A log writes the values of each header as a list. */
  private void headers(JsonParser parser, Map<String, String> fields) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value != JsonToken.START_ARRAY) {
        parser.skipChildren();
        continue;
      }
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        if (i == 0 && parser.currentToken() == JsonToken.VALUE_STRING) {
          fields.put(key(HEADER + name), parser.getText());
        }
        parser.skipChildren();
      }
    }
  }

  private String key(String name) {
    return keys.computeIfAbsent(name, n -> n.toLowerCase(Locale.ROOT));
  }

  private int brace(int from) {
    int i = from;
    while (bytes[i] != '{') {
      i++;
    }
    return i;
  }
}
