package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands between two lines of {@code ---} (YAML) or {@code +++} (TOML) before a Markdown text:
 * keys with texts, lists, or keys below them. Of the two languages only this is understood; values
 * that need more are kept as they are written.
 */
final class FrontMatter {
  /** Longer than any editor writes; what seems to be more is text. */
  private static final int MOST_LINES = 1_000;

  private static final int LONGEST_LINE = 10_000;
  private static final int DEEPEST = 10;

  private final Map<String, Object> values;
  private final String body;

  private FrontMatter(Map<String, Object> values, String body) {
    this.values = values;
    this.body = body;
  }

  /** A key and what stands behind it. */
  private record Entry(String key, String value) {

    /** Of a line without the blanks around it; null when it is none. */
    static @Nullable Entry of(String line, char sign) {
      if (line.isEmpty() || line.length() > LONGEST_LINE || "#-[{".indexOf(line.charAt(0)) >= 0) {
        return null;
      }
      char first = line.charAt(0);
      boolean quoted = first == '"' || first == '\'';
      int from = quoted ? line.indexOf(first, 1) : 0;
      int at = from < 0 ? -1 : line.indexOf(sign, from);
      // in YAML a colon within a word, such as that of an address, is part of it
      while (sign == ':' && at >= 0 && at + 1 < line.length() && line.charAt(at + 1) != ' ') {
        at = line.indexOf(sign, at + 1);
      }
      String key = at < 1 ? "" : line.substring(0, at).strip();
      key = quoted && key.length() > 1 ? key.substring(1, key.length() - 1) : key;
      return key.isEmpty() ? null : new Entry(key, line.substring(at + 1).strip());
    }
  }

  /** Of {@code text}; without front matter it has no values and the body is the text. */
  static FrontMatter of(String text) {
    String fence = text.startsWith("---") ? "---" : text.startsWith("+++") ? "+++" : "";
    List<String> lines = fence.isEmpty() ? List.of() : text.lines().limit(MOST_LINES).toList();
    if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals(fence)) {
      return new FrontMatter(Map.of(), text);
    }
    int end = 1;
    while (end < lines.size() && !isEnd(lines.get(end), fence)) {
      end++;
    }
    List<String> inside = lines.subList(1, end == lines.size() ? 1 : end);
    char sign = fence.equals("---") ? ':' : '=';
    // a ruled line may begin a text as well; keys tell
    if (inside.stream().allMatch(line -> Entry.of(line.strip(), sign) == null)) {
      return new FrontMatter(Map.of(), text);
    }
    Map<String, Object> values =
        sign == ':' ? new Yaml(new ArrayList<>(inside)).mapping(0, 1) : toml(inside);
    return new FrontMatter(values, String.join("\n", text.lines().skip(end + 1L).toList()));
  }

  private static boolean isEnd(String line, String fence) {
    String bare = line.stripTrailing();
    return bare.equals(fence) || (fence.equals("---") && bare.equals("..."));
  }

  Map<String, Object> values() {
    return values;
  }

  /** What follows it. */
  String body() {
    return body;
  }

  /** The first of these keys that has a text; of several texts, with commas between. */
  @Nullable String first(String... keys) {
    for (String key : keys) {
      for (var entry : values.entrySet()) {
        String text = entry.getKey().equalsIgnoreCase(key) ? text(entry.getValue()) : "";
        if (!text.isBlank()) {
          return text;
        }
      }
    }
    return null;
  }

  private static String text(Object value) {
    return switch (value) {
      case String text -> text.strip();
      case List<?> list ->
          String.join(", ", list.stream().map(one -> text(one == null ? "" : one)).toList());
      case Map<?, ?> map -> map.get("name") instanceof String name ? name.strip() : "";
      default -> "";
    };
  }

  /** Lines read by their indentation. */
  private static final class Yaml {
    private final List<String> lines;
    private int at;

    private Yaml(List<String> lines) {
      this.lines = lines;
    }

    private Map<String, Object> mapping(int indent, int depth) {
      var values = new LinkedHashMap<String, Object>();
      while (at < lines.size() && (isBlank(lines.get(at)) || indent(lines.get(at)) >= indent)) {
        String line = lines.get(at++);
        Entry entry = isBlank(line) ? null : Entry.of(line.strip(), ':');
        if (entry != null) {
          values.put(entry.key(), value(withoutComment(entry.value()), indent(line), depth));
        }
      }
      return values;
    }

    private Object value(String value, int indent, int depth) {
      if (value.startsWith("|") || value.startsWith(">")) {
        return block(indent, value.charAt(0) == '|' ? "\n" : " ");
      }
      while (value.isEmpty() && at < lines.size() && isBlank(lines.get(at))) {
        at++;
      }
      if (!value.isEmpty() || at == lines.size() || depth == DEEPEST) {
        return scalarOrList(value);
      }
      int next = indent(lines.get(at));
      if (next >= indent && isItem(lines.get(at))) {
        return list(next, depth);
      }
      return next > indent ? mapping(next, depth + 1) : "";
    }

    private List<Object> list(int indent, int depth) {
      var items = new ArrayList<Object>();
      while (at < lines.size()
          && (isBlank(lines.get(at))
              || (indent(lines.get(at)) == indent && isItem(lines.get(at))))) {
        String line = lines.get(at);
        String item = isBlank(line) ? "" : line.strip().substring(1).strip();
        if (!item.isEmpty() && Entry.of(item, ':') != null) {
          lines.set(at, " ".repeat(indent + 2) + item);
          items.add(mapping(indent + 2, depth + 1));
          continue;
        }
        at++;
        if (!item.isEmpty()) {
          items.add(scalarOrList(withoutComment(item)));
        }
      }
      return items;
    }

    private String block(int indent, String between) {
      var parts = new ArrayList<String>();
      while (at < lines.size() && (lines.get(at).isBlank() || indent(lines.get(at)) > indent)) {
        parts.add(lines.get(at++).strip());
      }
      return String.join(between, parts).strip();
    }

    private static boolean isItem(String line) {
      String bare = line.strip();
      return bare.equals("-") || bare.startsWith("- ");
    }

    private static boolean isBlank(String line) {
      return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private static int indent(String line) {
      return line.length() - line.stripLeading().length();
    }
  }

  private static Map<String, Object> toml(List<String> lines) {
    var values = new LinkedHashMap<String, Object>();
    String table = "";
    for (String line : lines) {
      String bare = line.strip();
      Entry entry = Entry.of(bare, '=');
      if (bare.startsWith("[") && bare.endsWith("]")) {
        table = bare.replace("[", "").replace("]", "") + ".";
      } else if (entry != null) {
        values.put(table + entry.key(), scalarOrList(withoutComment(entry.value())));
      }
    }
    return values;
  }

  private static String withoutComment(String value) {
    char first = value.isEmpty() ? ' ' : value.charAt(0);
    boolean quoted = first == '"' || first == '\'';
    int from = quoted ? Math.max(0, value.lastIndexOf(first)) : 0;
    int comment = first == '#' ? 0 : value.indexOf(" #", from);
    return comment < 0 ? value : value.substring(0, comment).strip();
  }

  private static Object scalarOrList(String value) {
    if (value.length() < 2 || !value.startsWith("[") || !value.endsWith("]")) {
      return scalar(value);
    }
    var items = new ArrayList<Object>();
    int from = 1;
    char quote = 0;
    for (int i = 1; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean end = i == value.length() - 1 || (c == ',' && quote == 0);
      if (end && !value.substring(from, i).isBlank()) {
        items.add(scalar(value.substring(from, i).strip()));
      }
      from = end ? i + 1 : from;
      if (c == '"' || c == '\'') {
        quote = quote == 0 ? c : quote == c ? 0 : quote;
      }
    }
    return items;
  }

  private static String scalar(String value) {
    int end = value.length() - 1;
    boolean quoted = end > 0 && value.charAt(0) == value.charAt(end);
    if (quoted && value.charAt(0) == '"') {
      return value.substring(1, end).replace("\\\"", "\"").replace("\\\\", "\\");
    }
    return quoted && value.charAt(0) == '\'' ? value.substring(1, end).replace("''", "'") : value;
  }
}
