package io.liftwerk.warehouse.consent;

import io.liftwerk.warehouse.consent.PolicyNodes.Entry;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Changes one value of a YAML file and leaves every other character as it is. */
public final class PolicyText {
  private PolicyText() {}

  /**
   * Sets the value at {@code path}, whose mapping must be there.
   *
   * @param value in YAML, on one line
   */
  public static String set(String text, List<String> path, String value) {
    Node node = PolicyNodes.parse(text);
    Entry last = null;
    for (int i = 0; i < path.size(); i++) {
      Optional<Entry> entry = PolicyNodes.entry(node, path.get(i));
      if (entry.isEmpty()) {
        return last == null
            ? appended(text, path.get(i) + ": {" + rest(path, i + 1, value) + "}")
            : inserted(text, last, rest(path, i, value));
      }
      last = entry.get();
      node = last.value();
    }
    return last == null ? text : replaced(text, last, value);
  }

  /** {@code analytics: {vendor: 755}} of the path from {@code from}. */
  private static String rest(List<String> path, int from, String value) {
    String name = quoted(path.get(from));
    return from == path.size() - 1
        ? name + ": " + value
        : name + ": {" + rest(path, from + 1, value) + "}";
  }

  private static String replaced(String text, Entry entry, String value) {
    int start = at(text, entry.key().getEndMark().getIndex());
    int end = Math.max(start, at(text, PolicyNodes.end(entry.value())));
    int colon = text.indexOf(':', start);
    // an empty value's mark may lie before the colon
    end = Math.max(end, colon + 1);
    return text.substring(0, start) + ": " + value + text.substring(end);
  }

  /** A new entry at the end of the mapping that {@code parent} holds. */
  private static String inserted(String text, Entry parent, String entry) {
    Node node = parent.value();
    if (!(node instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
      String indent = " ".repeat(parent.key().getStartMark().getColumn() + 2);
      return replacedByBlock(text, parent, indent + entry);
    }
    int end = at(text, PolicyNodes.end(node));
    if (mapping.getFlowStyle() == DumperOptions.FlowStyle.FLOW) {
      int brace = end - 1;
      return text.substring(0, brace) + ", " + entry + text.substring(brace);
    }
    int column = mapping.getValue().getFirst().getKeyNode().getStartMark().getColumn();
    int line = lineEnd(text, end);
    return text.substring(0, line)
        + newline(text)
        + " ".repeat(column)
        + entry
        + text.substring(line);
  }

  private static String replacedByBlock(String text, Entry parent, String line) {
    int start = at(text, parent.key().getEndMark().getIndex());
    int colon = text.indexOf(':', start);
    int end = Math.max(colon + 1, at(text, PolicyNodes.end(parent.value())));
    int rest = lineEnd(text, end);
    return text.substring(0, start)
        + ":"
        + text.substring(end, rest)
        + newline(text)
        + line
        + text.substring(rest);
  }

  private static String appended(String text, String line) {
    String newline = newline(text);
    return text + (text.endsWith("\n") ? "" : newline) + line + newline;
  }

  /** A name as a YAML key: as it is, or in quotes where YAML would read something else. */
  static String quoted(String text) {
    boolean plain =
        text.matches("[\\p{L}_][\\p{L}\\p{N}_]*")
            && !text.matches("(?i)null|true|false|yes|no|on|off|y|n");
    return plain ? text : doubleQuoted(text);
  }

  static String doubleQuoted(String text) {
    return '"'
        + text.strip().replaceAll("\\s+", " ").replace("\\", "\\\\").replace("\"", "\\\"")
        + '"';
  }

  private static String newline(String text) {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    if (end < 0) {
      return text.length();
    }
    return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** Marks count code points. */
  private static int at(String text, int codePoints) {
    return text.offsetByCodePoints(0, codePoints);
  }
}
