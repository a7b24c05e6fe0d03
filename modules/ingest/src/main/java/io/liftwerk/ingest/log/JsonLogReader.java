package io.liftwerk.ingest.log;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Logs of one JSON object a line. A field that is known fills the column all logs have; one that is
 * not, or that another one was preferred to, keeps its own name.
 */
final class JsonLogReader implements LineReader {
  private static final List<String> CORE =
      List.of(
          "time",
          "ip",
          "user",
          "method",
          "scheme",
          "host",
          "path",
          "query",
          "protocol",
          "status",
          "bytes",
          "referrer",
          "user_agent",
          "duration_ms",
          "bytes_received",
          "client_port",
          "forwarded_for");
  private static final Pattern NUMBER = Pattern.compile("[\\d.]+(?:[eE][+]?\\d+)?");
  private static final int ENOUGH = 100;

  private final JsonFlavour flavour;
  private final Set<String> seen = new LinkedHashSet<>();
  private final Map<String, String> own = new LinkedHashMap<>();
  private final JsonFields json = new JsonFields();
  private final LogTime time = new LogTime();
  private final RequestLine request = new RequestLine(0, -1);
  private final LogValues parts = new LogValues();
  private List<LogColumn> columns = List.of();
  private Map<String, Integer> numbers = Map.of();

  private JsonLogReader(JsonFlavour flavour) {
    this.flavour = flavour;
  }

  /** The format, when half of the first lines are records of one flavour. */
  static @Nullable LogFormat detect(Sample sample) {
    List<Sample.Line> lines = sample.lines().stream().limit(ENOUGH).toList();
    var json = new JsonFields();
    var objects = new ArrayList<Map<String, String>>();
    for (Sample.Line line : lines) {
      // a text that is no JSON need not be parsed a hundred times
      Map<String, String> fields =
          sample.bytes()[line.from()] == '{'
              ? json.read(sample.bytes(), line.from(), line.to())
              : null;
      if (fields != null) {
        objects.add(fields);
      }
    }
    for (JsonFlavour flavour : JsonFlavour.values()) {
      int fits = (int) objects.stream().filter(flavour::fits).count();
      if (fits > 0 && fits * 2 >= lines.size()) {
        var match = new LogMatch(flavour.id(), flavour.label(), lines.size(), fits);
        return new LogFormat(match, () -> new JsonLogReader(flavour));
      }
    }
    return null;
  }

  @Override
  public boolean surveys() {
    return true;
  }

  @Override
  public void survey(byte[] line, int from, int to) {
    int before = seen.size();
    JsonFields.names(line, from, to, seen);
    if (seen.size() > before) {
      columns = List.of();
    }
  }

  @Override
  public List<LogColumn> columns() {
    if (columns.isEmpty()) {
      arrange();
    }
    return columns;
  }

  private void arrange() {
    var ours = new HashSet<String>();
    flavour.known().forEach((column, names) -> ours.addAll(columnsOf(column)));
    var all = new ArrayList<LogColumn>();
    CORE.stream().filter(ours::contains).forEach(name -> all.add(LogColumn.of(name).whereFilled()));
    var used = new HashSet<>(all.stream().map(LogColumn::name).toList());
    own.clear();
    for (String name : seen) {
      String snake = LogColumn.snake(name);
      String free = snake;
      for (int n = 2; !used.add(free); n++) {
        free = snake + "_" + n;
      }
      own.put(JsonFlavour.key(name), free);
      all.add(new LogColumn(free, LogColumn.Type.TEXT, true));
    }
    columns = List.copyOf(all);
    var byName = new LinkedHashMap<String, Integer>();
    for (int i = 0; i < columns.size(); i++) {
      byName.put(columns.get(i).name(), i);
    }
    numbers = byName;
  }

  private static List<String> columnsOf(String known) {
    return switch (known) {
      case JsonFlavour.TARGET -> List.of("path", "query");
      case JsonFlavour.LINE -> RequestLine.COLUMNS;
      case JsonFlavour.SECONDS, JsonFlavour.NANOSECONDS -> List.of("duration_ms");
      default -> List.of(known);
    };
  }

  @Override
  public Verdict read(byte[] line, int from, int to, LogValues values) {
    values.start(line, columns().size());
    int at = from;
    while (at < to && line[at] == ' ') {
      at++;
    }
    if (at == to) {
      return values.reject(LogDetector.EMPTY);
    }
    Map<String, String> fields = json.read(line, from, to);
    if (fields == null) {
      return values.reject("not a JSON object");
    }
    if (!flavour.fits(fields)) {
      return values.reject("no record of a request");
    }
    for (var entry : flavour.known().entrySet()) {
      String problem = known(entry.getKey(), entry.getValue(), fields, values);
      if (problem != null) {
        return values.reject(problem);
      }
    }
    if (!values.has(number("path"))) {
      return values.reject(RequestLine.EMPTY);
    }
    for (var field : fields.entrySet()) {
      String name = own.get(field.getKey());
      if (name != null) {
        values.text(number(name), field.getValue());
      }
    }
    return Verdict.RECORD;
  }

  /** Fills our column from the first field that can, and takes that one out. */
  private @Nullable String known(
      String column, List<String> names, Map<String, String> fields, LogValues values) {
    for (String name : names) {
      String value = fields.get(name);
      if (value == null || value.isEmpty() || value.equals("-")) {
        continue;
      }
      switch (column) {
        case "time" -> {
          if (!moment(value, values)) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            return Numbers.noTime(bytes, 0, bytes.length);
          }
        }
        case JsonFlavour.TARGET -> target(value, values);
        case JsonFlavour.LINE -> {
          boolean first = RequestLine.COLUMNS.stream().noneMatch(c -> values.has(number(c)));
          String problem = line(value, values);
          if (problem != null || !first) {
            // what other fields say may be said otherwise here, so it stays
            return problem;
          }
        }
        case JsonFlavour.SECONDS, JsonFlavour.NANOSECONDS -> {
          if (values.has(number("duration_ms")) || !duration(column, value, values)) {
            continue;
          }
        }
        default -> {
          String problem = plain(column, value, values);
          if (problem != null) {
            return problem;
          }
          if (!values.has(number(column))) {
            continue;
          }
        }
      }
      fields.remove(name);
      return null;
    }
    return null;
  }

  private @Nullable String plain(String column, String value, LogValues values) {
    int number = number(column);
    LogColumn.Type type = columns.get(number).type();
    if (values.has(number)) {
      // the query of the target itself came first
      return null;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    if (type != LogColumn.Type.TEXT && !Numbers.fits(bytes, 0, bytes.length, type)) {
      boolean vital = column.equals("status") || column.equals("bytes");
      return vital ? Numbers.misfit(bytes, 0, bytes.length, column) : null;
    }
    values.text(number, value);
    return null;
  }

  private void target(String value, LogValues values) {
    int question = value.indexOf('?');
    boolean asks = question >= 0 && question + 1 < value.length();
    values.text(number("path"), asks ? value.substring(0, question) : value);
    if (asks) {
      values.text(number("query"), value.substring(question + 1));
    }
  }

  /** Takes the first line of a request apart for whatever no field of its own has said. */
  private @Nullable String line(String value, LogValues values) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    parts.start(bytes, RequestLine.COLUMNS.size());
    String problem = request.read(bytes, 0, bytes.length, parts);
    if (problem != null) {
      return problem;
    }
    for (int i = 0; i < RequestLine.COLUMNS.size(); i++) {
      int number = number(RequestLine.COLUMNS.get(i));
      if (parts.has(i) && !values.has(number)) {
        values.text(number, parts.text(i));
      }
    }
    return null;
  }

  private boolean duration(String column, String value, LogValues values) {
    try {
      values.text(
          number("duration_ms"),
          column.equals(JsonFlavour.SECONDS)
              ? Milliseconds.ofSeconds(value)
              : Milliseconds.ofNanoseconds(value));
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Seconds since 1970, perhaps with a fraction; or milli-, micro- or nanoseconds; or a text. */
  private boolean moment(String value, LogValues values) {
    int column = number("time");
    if (NUMBER.matcher(value).matches()) {
      try {
        values.text(column, LogTime.ofEpoch(value));
        return true;
      } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
        return false;
      }
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return time.read(bytes, 0, bytes.length, values, column);
  }

  private int number(String column) {
    return java.util.Objects.requireNonNull(numbers.get(column));
  }
}
