package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands between two lines of {@code ---} (YAML) or {@code +++} (TOML) before a Markdown text:
 * keys with texts, lists of texts, or keys below them. Of the two languages only this is
 * understood; values that need more are kept as they are written.
 */
final class FrontMatter {
  private static final Pattern YAML_KEY =
      Pattern.compile("(?:\"([^\"]+)\"|'([^']+)'|([^\\s#:\\-\\[{][^:]*?))\\s*:(?:\\s+(.*))?");
  private static final Pattern TOML_KEY = Pattern.compile("([\\w.\"-]+)\\s*=\\s*(.*)");
  private static final Pattern ITEM = Pattern.compile("-\\s+(.*)");

  private final Map<String, Object> values;
  private final String body;

  private FrontMatter(Map<String, Object> values, String body) {
    this.values = values;
    this.body = body;
  }

  /** Of {@code text}; without front matter it has no values and the body is the text. */
  static FrontMatter of(String text) {
    String fence = text.startsWith("---") ? "---" : text.startsWith("+++") ? "+++" : "";
    List<String> lines = fence.isEmpty() ? List.of() : text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals(fence)) {
      return new FrontMatter(Map.of(), text);
    }
    int end = 1;
    while (end < lines.size() && !isEnd(lines.get(end), fence)) {
      end++;
    }
    List<String> inside = lines.subList(1, end);
    if (end == lines.size() || (!inside.isEmpty() && !anyKey(inside, fence))) {
      return new FrontMatter(Map.of(), text);
    }
    Map<String, Object> values = fence.equals("---") ? new Yaml(inside).mapping(0) : toml(inside);
    return new FrontMatter(values, String.join("\n", lines.subList(end + 1, lines.size())));
  }

  private static boolean isEnd(String line, String fence) {
    String bare = line.stripTrailing();
    return bare.equals(fence) || (fence.equals("---") && bare.equals("..."));
  }

  /** A ruled line may begin a text as well; keys tell. */
  private static boolean anyKey(List<String> lines, String fence) {
    Pattern key = fence.equals("---") ? YAML_KEY : TOML_KEY;
    return lines.stream().anyMatch(line -> key.matcher(line).matches());
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

    private Map<String, Object> mapping(int indent) {
      var values = new LinkedHashMap<String, Object>();
      while (at < lines.size()) {
        String line = lines.get(at);
        if (isBlank(line)) {
          at++;
          continue;
        }
        if (indent(line) < indent) {
          break;
        }
        Matcher key = YAML_KEY.matcher(line.strip());
        at++;
        if (key.matches()) {
          values.put(name(key), value(key.group(4), indent(line)));
        }
      }
      return values;
    }

    private static String name(Matcher key) {
      for (int i = 1; i <= 3; i++) {
        if (key.group(i) != null) {
          return key.group(i).strip();
        }
      }
      return "";
    }

    private Object value(@Nullable String written, int indent) {
      String value = written == null ? "" : withoutComment(written.strip());
      if (value.startsWith("|") || value.startsWith(">")) {
        return block(indent, value.charAt(0) == '|' ? "\n" : " ");
      }
      if (!value.isEmpty()) {
        return scalarOrList(value);
      }
      while (at < lines.size() && isBlank(lines.get(at))) {
        at++;
      }
      if (at == lines.size()) {
        return "";
      }
      String next = lines.get(at);
      if (indent(next) >= indent && ITEM.matcher(next.strip()).matches()) {
        return list(indent(next));
      }
      return indent(next) > indent ? mapping(indent(next)) : "";
    }

    private List<Object> list(int indent) {
      var items = new ArrayList<Object>();
      while (at < lines.size()) {
        String line = lines.get(at);
        Matcher item = ITEM.matcher(line.strip());
        if (!isBlank(line) && (indent(line) != indent || !item.matches())) {
          break;
        }
        at++;
        if (item.matches()) {
          items.add(scalarOrList(withoutComment(item.group(1).strip())));
        }
      }
      return items;
    }

    private String block(int indent, String between) {
      var parts = new ArrayList<String>();
      while (at < lines.size() && (lines.get(at).isBlank() || indent(lines.get(at)) > indent)) {
        parts.add(lines.get(at).strip());
        at++;
      }
      return String.join(between, parts).strip();
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
      Matcher key = TOML_KEY.matcher(bare);
      if (bare.startsWith("[") && bare.endsWith("]")) {
        table = bare.replaceAll("[\\[\\]]", "") + ".";
      } else if (key.matches()) {
        values.put(
            table + key.group(1).replace("\"", ""), scalarOrList(withoutComment(key.group(2))));
      }
    }
    return values;
  }

  private static String withoutComment(String value) {
    if (value.startsWith("\"") || value.startsWith("'")) {
      int end = value.indexOf(value.charAt(0), 1);
      int comment = value.indexOf(" #", Math.max(0, end));
      return comment < 0 ? value : value.substring(0, comment).strip();
    }
    int comment = value.startsWith("#") ? 0 : value.indexOf(" #");
    return comment < 0 ? value : value.substring(0, comment).strip();
  }

  private static Object scalarOrList(String value) {
    if (value.length() < 2 || !value.startsWith("[") || !value.endsWith("]")) {
      return scalar(value);
    }
    var items = new ArrayList<Object>();
    for (String item :
        value.substring(1, value.length() - 1).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
      if (!item.isBlank()) {
        items.add(scalar(item.strip()));
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
