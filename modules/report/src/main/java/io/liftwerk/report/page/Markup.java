package io.liftwerk.report.page;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Markup that is well-formed XML and reads alike as HTML. Whatever text or value is handed over is
 * escaped; what XML cannot hold, and signs that turn the direction of writing, are left out.
 */
final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param attributes names and values in turn
   */
  Markup open(String tag, String... attributes) {
    tag(tag, attributes).append('>');
    open.push(tag);
    return this;
  }

  private StringBuilder tag(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escaped(attributes[i + 1])).append('"');
    }
    return out;
  }

  Markup close() {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  Markup text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** An element that holds text alone. */
  Markup leaf(String tag, String style, String text) {
    if (style.isEmpty()) {
      open(tag);
    } else {
      open(tag, "class", style);
    }
    return text(text).close();
  }

  /** An element that never holds anything. */
  Markup empty(String tag, String... attributes) {
    tag(tag, attributes).append("/>\n");
    return this;
  }

  /** What is markup already. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString();
  }

  static String escaped(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(Markup::isWritable)
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(point);
              }
            });
    return escaped.toString();
  }

  private static boolean isWritable(int point) {
    boolean xml =
        point == '\t'
            || point == '\n'
            || (point >= 0x20 && point < 0x7F)
            || (point >= 0xA0 && point <= 0xD7FF)
            || (point >= 0xE000 && point <= 0xFFFD)
            || point >= 0x10000;
    boolean turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return xml && !turns;
  }
}
