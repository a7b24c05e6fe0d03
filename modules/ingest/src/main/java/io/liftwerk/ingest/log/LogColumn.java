package io.liftwerk.ingest.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A column of a log.
 *
 * @param name in snake_case; the same in all formats where the meaning is the same
 * @param optional whether it is left out when no line fills it
 */
public record LogColumn(String name, Type type, boolean optional) {

  /** What its values are; every value of a record has been checked. */
  public enum Type {
    TEXT,
    INTEGER,
    DECIMAL,
    /** {@code yyyy-MM-dd HH:mm:ss±HH:mm}, perhaps with a fraction of the second. */
    MOMENT
  }

  private static final Set<String> INTEGERS =
      Set.of("status", "bytes", "bytes_received", "port", "client_port", "target_port");
  private static final Set<String> DECIMALS = Set.of("duration_ms", "upstream_ms");

  /** What every log is asked for, whatever its format. */
  private static final List<String> USUAL =
      List.of(
          "ip",
          "user",
          "time",
          "method",
          "path",
          "query",
          "protocol",
          "status",
          "bytes",
          "referrer",
          "user_agent");

  /**
   * Those of a format, then those that every log has and this one lacks: empty, so that whoever
   * asks for them need not know the format.
   */
  public static List<LogColumn> withUsual(List<LogColumn> columns) {
    List<String> names = columns.stream().map(LogColumn::name).toList();
    var all = new ArrayList<LogColumn>();
    columns.forEach(column -> all.add(USUAL.contains(column.name()) ? column.always() : column));
    USUAL.stream().filter(name -> !names.contains(name)).map(LogColumn::of).forEach(all::add);
    return all;
  }

  private LogColumn always() {
    return new LogColumn(name, type, false);
  }

  /** A column whose type follows from its name. */
  static LogColumn of(String name) {
    return new LogColumn(name, type(name), false);
  }

  LogColumn whereFilled() {
    return new LogColumn(name, type, true);
  }

  private static Type type(String name) {
    if (name.equals("time")) {
      return Type.MOMENT;
    }
    if (INTEGERS.contains(name)) {
      return Type.INTEGER;
    }
    return DECIMALS.contains(name) ? Type.DECIMAL : Type.TEXT;
  }

  /** A field's own name made a column's: {@code cs(Cookie)} and {@code ServiceURL} as examples. */
  static String snake(String name) {
    String parted =
        name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2");
    String snake =
        parted
            .toLowerCase(java.util.Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "_")
            .replaceAll("^_+|_+$", "");
    return snake.isEmpty() ? "field" : snake;
  }
}
