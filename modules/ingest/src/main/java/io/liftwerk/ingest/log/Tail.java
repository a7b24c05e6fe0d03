package io.liftwerk.ingest.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a server was told to write behind the last field of a format, such as nginx's request time
 * or a forwarded address. The first lines tell which fields there are; whatever else a line has
 * goes to the column {@code extra} as it stands.
 */
final class Tail {
  /** A field of a tail: its name where the log writes {@code name=value}, else an empty one. */
  record Token(String key, int from, int to) {}

  private record Field(LogColumn column, boolean seconds) {}

  private static final int MOST_FIELDS = 24;

  /** nginx writes seconds with exactly three digits behind the point. */
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}\\.\\d{3}");

  private static final Pattern ADDRESSES =
      Pattern.compile("(?:[0-9a-fA-F:]*:[0-9a-fA-F:.]+|\\d+(?:\\.\\d+){3})(?:, ?[0-9a-fA-F:.]+)*");
  private static final List<String> REQUEST_TIME = List.of("rt", "request_time");

  private final Map<String, Integer> keyed = new LinkedHashMap<>();
  private final List<Field> fields = new ArrayList<>();
  private final int first;
  private int plain;

  private Tail(int first) {
    this.first = first;
  }

  /** For a format that ends with its last field: anything more is {@code extra}. */
  static Tail none(int first) {
    return new Tail(first);
  }

  /**
   * @param first number of the first column behind those of the format
   * @param samples the tails of the first lines that fit; empty ones count
   */
  static Tail of(int first, List<byte[]> samples) {
    var tail = new Tail(first);
    var plain = new ArrayList<List<String>>();
    var keyed = new LinkedHashMap<String, List<String>>();
    for (byte[] sample : samples) {
      int number = 0;
      for (Token token : tokens(sample, 0, sample.length)) {
        String text = new String(sample, token.from(), token.to() - token.from(), UTF_8);
        if (!token.key().isEmpty()) {
          keyed.computeIfAbsent(token.key(), key -> new ArrayList<>()).add(text);
        } else {
          if (number == plain.size()) {
            plain.add(new ArrayList<>());
          }
          plain.get(number++).add(text);
        }
      }
    }
    // junk behind some lines makes no column
    plain.removeIf(values -> values.size() * 2 < samples.size());
    keyed.values().removeIf(values -> values.size() * 2 < samples.size());
    tail.learn(plain, keyed);
    return tail;
  }

  private void learn(List<List<String>> plainOnes, Map<String, List<String>> keyedOnes) {
    var times = new ArrayList<Integer>();
    for (int i = 0; i < plainOnes.size() && i < MOST_FIELDS; i++) {
      if (areSeconds(plainOnes.get(i))) {
        times.add(i);
      }
    }
    boolean named = REQUEST_TIME.stream().anyMatch(keyedOnes::containsKey);
    int request = times.isEmpty() || named ? -1 : times.get(0);
    int upstream = times.size() < 2 || named ? -1 : times.get(1);
    if (upstream >= 0 && never(plainOnes.get(request), plainOnes.get(upstream))) {
      // the upstream's time is a part of the request's, so the smaller one is it
      int swap = request;
      request = upstream;
      upstream = swap;
    }
    boolean forwarded = false;
    for (int i = 0; i < plainOnes.size() && i < MOST_FIELDS; i++) {
      List<String> values = plainOnes.get(i);
      boolean addresses = !forwarded && areAddresses(values);
      forwarded |= addresses;
      String name =
          i == request
              ? "duration_ms"
              : i == upstream ? "upstream_ms" : addresses ? "forwarded_for" : "extra_" + (i + 1);
      fields.add(new Field(LogColumn.of(name).whereFilled(), i == request || i == upstream));
      plain++;
    }
    for (var entry : keyedOnes.entrySet()) {
      if (fields.size() >= MOST_FIELDS) {
        break;
      }
      boolean seconds =
          REQUEST_TIME.contains(entry.getKey()) && areSeconds(entry.getValue()) && noDuration();
      keyed.put(entry.getKey(), fields.size());
      String name = seconds ? "duration_ms" : own(entry.getKey());
      fields.add(new Field(LogColumn.of(name).whereFilled(), seconds));
    }
  }

  private boolean noDuration() {
    return fields.stream().noneMatch(Field::seconds);
  }

  /** A key as a column that is none of the format's. */
  private static String own(String key) {
    LogColumn column = LogColumn.of(LogColumn.snake(key));
    return column.type() == LogColumn.Type.TEXT ? column.name() : "extra_" + column.name();
  }

  /** Whether the first is never above the second and sometimes below it. */
  private static boolean never(List<String> one, List<String> other) {
    boolean below = false;
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!SECONDS.matcher(one.get(i)).matches() || !SECONDS.matcher(other.get(i)).matches()) {
        continue;
      }
      int compared =
          Double.compare(Double.parseDouble(one.get(i)), Double.parseDouble(other.get(i)));
      if (compared > 0) {
        return false;
      }
      below |= compared < 0;
    }
    return below;
  }

  private static boolean areSeconds(List<String> values) {
    return all(values, SECONDS);
  }

  private static boolean areAddresses(List<String> values) {
    return all(values, ADDRESSES);
  }

  private static boolean all(List<String> values, Pattern pattern) {
    List<String> said = values.stream().filter(value -> !value.equals("-")).toList();
    return !said.isEmpty() && said.stream().allMatch(value -> pattern.matcher(value).matches());
  }

  /** The tail's columns, and last the one for all the rest. */
  List<LogColumn> columns() {
    var columns = new ArrayList<>(fields.stream().map(Field::column).toList());
    columns.add(LogColumn.of("extra").whereFilled());
    return columns;
  }

  /** Reads what stands from {@code from} to {@code to}. */
  void read(byte[] line, int from, int to, LogValues values) {
    int rest = first + fields.size();
    if (fields.isEmpty()) {
      values.slice(rest, from, to);
      return;
    }
    int number = 0;
    int known = from;
    for (Token token : tokens(line, from, to)) {
      int field =
          token.key().isEmpty() ? plainField(number++) : keyed.getOrDefault(token.key(), -1);
      if (field < 0 || values.has(first + field) || !put(field, line, token, values)) {
        values.slice(rest, known, to);
        return;
      }
      known = after(line, token, to);
    }
  }

  private int plainField(int number) {
    return number < plain ? number : -1;
  }

  /** False when the value is none that the field can have. */
  private boolean put(int number, byte[] line, Token token, LogValues values) {
    if (!fields.get(number).seconds()
        || (token.to() - token.from() == 1 && line[token.from()] == '-')) {
      unescaped(line, token, values, first + number);
      return true;
    }
    String text = new String(line, token.from(), token.to() - token.from(), UTF_8);
    if (!SECONDS.matcher(text).matches()) {
      return false;
    }
    values.text(first + number, Milliseconds.ofSeconds(text));
    return true;
  }

  private static void unescaped(byte[] line, Token token, LogValues values, int column) {
    for (int i = token.from(); i < token.to(); i++) {
      if (line[i] == '\\') {
        Escapes.undo(line, token.from(), token.to(), values, column);
        return;
      }
    }
    values.slice(column, token.from(), token.to());
  }

  private static int after(byte[] line, Token token, int to) {
    int i = token.to();
    while (i < to && line[i] != ' ') {
      i++;
    }
    while (i < to && line[i] == ' ') {
      i++;
    }
    return i;
  }

  /** Words, quoted texts, texts in brackets, and {@code name=} before any of them. */
  static List<Token> tokens(byte[] line, int from, int to) {
    var tokens = new ArrayList<Token>();
    int at = from;
    while (at < to) {
      if (line[at] == ' ') {
        at++;
        continue;
      }
      int value = keyEnd(line, at, to);
      String key =
          value == at ? "" : new String(line, at, value - 1 - at, UTF_8).toLowerCase(Locale.ROOT);
      int end = end(line, value, to);
      boolean enclosed = end - value >= 2 && encloses(line[value], line[end - 1]);
      tokens.add(new Token(key, enclosed ? value + 1 : value, enclosed ? end - 1 : end));
      at = end;
    }
    return tokens;
  }

  private static boolean encloses(byte open, byte close) {
    return (open == '"' && close == '"') || (open == '[' && close == ']');
  }

  private static int keyEnd(byte[] line, int at, int to) {
    int i = at;
    while (i < to && (Character.isLetterOrDigit(line[i]) || line[i] == '_' || line[i] == '-')) {
      i++;
    }
    return i > at && i < to && line[i] == '=' && Character.isLetter(line[at]) ? i + 1 : at;
  }

  private static int end(byte[] line, int at, int to) {
    if (at < to && (line[at] == '"' || line[at] == '[')) {
      byte close = (byte) (line[at] == '"' ? '"' : ']');
      for (int i = at + 1; i < to; i++) {
        if (line[i] == '\\') {
          i++;
        } else if (line[i] == close && (i + 1 == to || line[i + 1] == ' ')) {
          return i + 1;
        }
      }
    }
    int i = at;
    // nginx lists several upstreams with a comma and a blank between
    while (i < to && (line[i] != ' ' || (i > at && line[i - 1] == ',' && i + 1 < to))) {
      i++;
    }
    return i;
  }

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;
}
