package io.liftwerk.ingest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element with everything in it. */
final class XmlElement {
  /** What an element holds. */
  private sealed interface Part {
    record Text(StringBuilder text) implements Part {}

    record Child(XmlElement element) implements Part {}
  }

  private final String prefix;
  private final String local;
  private final String space;
  private final long line;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<XmlElement> children = new ArrayList<>();

  /**
   * @param prefix empty when there is none
   * @param local name without prefix
   * @param space namespace; empty when there is none, or none is declared for the prefix
   * @param line where its tag begins
   */
  XmlElement(String prefix, String local, String space, long line) {
    this.prefix = prefix;
    this.local = local;
    this.space = space;
    this.line = line;
  }

  void attribute(String name, String value) {
    attributes.put(name, value);
  }

  void add(String text) {
    if (!parts.isEmpty() && parts.getLast() instanceof Part.Text(StringBuilder before)) {
      before.append(text);
    } else {
      parts.add(new Part.Text(new StringBuilder(text)));
    }
  }

  void add(XmlElement child) {
    parts.add(new Part.Child(child));
    children.add(child);
  }

  String prefix() {
    return prefix;
  }

  String local() {
    return local;
  }

  /** As the document writes it. */
  String name() {
    return prefix.isEmpty() ? local : prefix + ":" + local;
  }

  /** About how much room its tag takes. */
  int size() {
    int size = 64 + local.length();
    for (var attribute : attributes.entrySet()) {
      size += 64 + attribute.getKey().length() + attribute.getValue().length();
    }
    return size;
  }

  String space() {
    return space;
  }

  long line() {
    return line;
  }

  Map<String, String> attributes() {
    return attributes;
  }

  List<XmlElement> children() {
    return children;
  }

  /** Whether elements, and nothing else that could be read, stand in it. */
  boolean nested() {
    return !children.isEmpty() && ownText().isBlank();
  }

  /** Its text, or its markup where tags stand among the text; null when there is nothing. */
  @Nullable String value() {
    String value = children.isEmpty() ? ownText() : markup();
    String bare = withoutLayout(value);
    return bare.isEmpty() ? null : bare;
  }

  /** A text that begins or ends with line breaks is laid out; other blanks belong to the value. */
  private static String withoutLayout(String text) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = text.length();
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    boolean laidOut = text.substring(0, start).contains("\n") || text.substring(end).contains("\n");
    return laidOut ? text.substring(start, end) : text;
  }

  private String ownText() {
    var text = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Part.Text(StringBuilder piece)) {
        text.append(piece);
      }
    }
    return text.toString();
  }

  private String markup() {
    var out = new StringBuilder();
    content(out);
    return out.toString();
  }

  private void content(StringBuilder out) {
    for (Part part : parts) {
      switch (part) {
        case Part.Text(StringBuilder text) -> out.append(escaped(text.toString()));
        case Part.Child(XmlElement child) -> child.tagged(out);
      }
    }
  }

  private void tagged(StringBuilder out) {
    String name = name();
    out.append('<').append(name);
    attributes.forEach(
        (key, value) ->
            out.append(' ')
                .append(key)
                .append("=\"")
                .append(escaped(value).replace("\"", "&quot;"))
                .append('"'));
    if (parts.isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    content(out);
    out.append("</").append(name).append('>');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * As JSON: a text, or an object of its attributes ({@code @name} beside elements of that name)
   * and children; children of one name are an array, text beside attributes is {@code #text}.
   */
  void json(JsonGenerator out) throws IOException {
    if (!nested() && attributes.isEmpty()) {
      String value = value();
      if (value == null || value.isBlank()) {
        out.writeNull();
      } else {
        out.writeString(value.strip());
      }
      return;
    }
    var byName = new LinkedHashMap<String, List<XmlElement>>();
    if (nested()) {
      children.forEach(
          child -> byName.computeIfAbsent(child.local, name -> new ArrayList<>()).add(child));
    }
    out.writeStartObject();
    for (var attribute : attributes.entrySet()) {
      String name = attribute.getKey();
      out.writeStringField(byName.containsKey(name) ? "@" + name : name, attribute.getValue());
    }
    for (var group : byName.entrySet()) {
      out.writeFieldName(group.getKey());
      if (group.getValue().size() == 1) {
        group.getValue().getFirst().json(out);
      } else {
        array(group.getValue(), out);
      }
    }
    String text = nested() ? null : value();
    if (text != null) {
      out.writeStringField("#text", text.strip());
    }
    out.writeEndObject();
  }

  private static void array(List<XmlElement> elements, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (XmlElement element : elements) {
      element.json(out);
    }
    out.writeEndArray();
  }

  /** JSON text of one element, or of an array of several. */
  static String json(List<XmlElement> elements, boolean asArray) {
    var text = new StringWriter();
    try (JsonGenerator out = Json.mapper().getFactory().createGenerator(text)) {
      if (asArray) {
        array(elements, out);
      } else {
        elements.getFirst().json(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
