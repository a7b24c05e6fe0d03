package io.liftwerk.ingest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.liftwerk.workspace.Identifier;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers in JSON: what a key calls an e-mail address, a telephone number, a name or an IP
 * address is one as a whole; in any other string they are looked for.
 */
final class JsonMask {
  /** Objects whose {@code name} is a person's. */
  private static final Set<String> PEOPLE =
      Set.of(
          "traits",
          "user",
          "customer",
          "contact",
          "person",
          "lead",
          "subscriber",
          "recipient",
          "sender",
          "billing",
          "shipping",
          "billing_address",
          "shipping_address",
          "client");

  private final Pseudonymiser pseudonymiser;
  private final PersonalNames hints;

  JsonMask(Pseudonymiser pseudonymiser, PersonalNames hints) {
    this.pseudonymiser = pseudonymiser;
    this.hints = hints;
  }

  static boolean maybe(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    if (i == text.length()) {
      return false;
    }
    char first = text.charAt(i);
    if (first != '[') {
      return first == '{';
    }
    i++;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    return i < text.length() && (text.charAt(i) == '{' || text.charAt(i) == '"');
  }

  /** The same JSON with pseudonyms; the very text when nothing is replaced; null if it is none. */
  @Nullable String masked(String text, Person names) throws SQLException {
    var out = new StringWriter(text.length() + 64);
    boolean changed = false;
    try (JsonParser in = Json.mapper().getFactory().createParser(text);
        JsonGenerator to = Json.mapper().getFactory().createGenerator(out)) {
      Deque<String> around = new ArrayDeque<>();
      String key = "";
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        switch (token) {
          case FIELD_NAME -> {
            key = in.currentName();
            to.writeFieldName(key);
          }
          case START_OBJECT, START_ARRAY -> {
            around.push(key);
            to.copyCurrentEvent(in);
          }
          case END_OBJECT, END_ARRAY -> {
            key = around.isEmpty() ? "" : around.pop();
            to.copyCurrentEvent(in);
          }
          case VALUE_STRING, VALUE_NUMBER_INT -> {
            String was = in.getText();
            String now = masked(was, key, around, token == JsonToken.VALUE_STRING, names);
            if (now.equals(was)) {
              to.copyCurrentEventExact(in);
            } else {
              changed = true;
              to.writeString(now);
            }
          }
          default -> to.copyCurrentEventExact(in);
        }
      }
    } catch (IOException e) {
      return null;
    }
    return changed ? out.toString() : text;
  }

  private String masked(
      String value, String key, Deque<String> around, boolean string, Person names)
      throws SQLException {
    Identifier kind = hints.kind(key);
    if (kind == null && key.equalsIgnoreCase("name") && isPerson(around)) {
      kind = Identifier.NAME;
    }
    if (kind != null && (string || kind == Identifier.PHONE) && looksLike(kind, value)) {
      return pseudonymiser.whole(kind, value, Pseudonymiser.REGION);
    }
    return string ? pseudonymiser.within(Mask.Search.ALL, value, names) : value;
  }

  /** A key may mean something else in another program's JSON. */
  private static boolean looksLike(Identifier kind, String value) {
    return switch (kind) {
      case EMAIL -> value.indexOf('@') >= 0;
      case PHONE -> value.chars().filter(Character::isDigit).count() >= 5;
      case IP -> value.indexOf('.') > 0 || value.indexOf(':') >= 0;
      default -> true;
    };
  }

  private static boolean isPerson(Deque<String> around) {
    String parent = around.peek();
    return parent != null && PEOPLE.contains(parent.toLowerCase(java.util.Locale.ROOT));
  }
}
