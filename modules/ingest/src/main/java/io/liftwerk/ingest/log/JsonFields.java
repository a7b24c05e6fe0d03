package io.liftwerk.ingest.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object as text: numbers as they are written, nested values as JSON, except
 * that the fields of {@code request} count as {@code request.NAME}, and of its headers those that
 * every log has as {@code request.headers.NAME} besides.
 */
final class JsonFields {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String REQUEST = "request";
  private static final String HEADERS = "request.headers";

  private JsonFields() {}

  /**
   * @return null when the bytes are no object
   */
  static @Nullable Map<String, String> of(byte[] bytes, int from, int to) {
    var fields = new LinkedHashMap<String, String>();
    try (JsonParser parser = FACTORY.createParser(bytes, from, to - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      object(parser, "", fields);
      return parser.nextToken() == null ? fields : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static void object(JsonParser parser, String prefix, Map<String, String> fields)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = prefix + parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && key.equals(REQUEST)) {
        object(parser, key + ".", fields);
      } else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
        String json = json(parser);
        fields.put(key, json);
        if (key.equals(HEADERS)) {
          headers(json, fields);
        }
      } else if (value != JsonToken.VALUE_NULL) {
        fields.put(key, parser.getText());
      }
    }
  }

  private static String json(JsonParser parser) throws IOException {
    var out = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      generator.copyCurrentStructureExact(parser);
    }
    return out.toString();
  }

  /** The first value of each header; a log writes them as lists. */
  private static void headers(String json, Map<String, String> fields) throws IOException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_ARRAY) {
          value = parser.nextToken();
          if (value == JsonToken.VALUE_STRING) {
            fields.put(HEADERS + "." + name.toLowerCase(java.util.Locale.ROOT), parser.getText());
          }
          while (value != JsonToken.END_ARRAY && value != null) {
            parser.skipChildren();
            value = parser.nextToken();
          }
        } else {
          parser.skipChildren();
        }
      }
    }
  }
}
