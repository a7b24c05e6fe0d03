package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Dates and moments.
 *
 * @param date how the day is written
 * @param clock how the time of day follows
 */
record TemporalReading(Day date, Clock clock) implements Reading {
  static final List<TemporalReading> ALL = all();

  private static final Map<TemporalReading, Pattern> COMPILED = new ConcurrentHashMap<>();

  private static List<TemporalReading> all() {
    var list = new ArrayList<TemporalReading>();
    for (Day day : Day.values()) {
      for (Clock clock : Clock.values()) {
        boolean zonedElsewhere = clock == Clock.ZONED && day != Day.ISO;
        boolean compactClock = day == Day.COMPACT && clock != Clock.NONE;
        if (!zonedElsewhere && !compactClock) {
          list.add(new TemporalReading(day, clock));
        }
      }
    }
    return list;
  }

  @Override
  public ColumnType type() {
    return clock == Clock.NONE ? ColumnType.DATE : ColumnType.TIMESTAMP;
  }

  @Override
  public String format() {
    return date.letters() + clock.letters();
  }

  private String pattern() {
    return date.pattern() + clock.pattern();
  }

  @Override
  public boolean accepts(String value) {
    String bare = Missing.strip(value);
    String text = date.named() ? bare.toLowerCase(Locale.ROOT) : bare;
    Pattern compiled = COMPILED.computeIfAbsent(this, one -> Pattern.compile(one.pattern()));
    return compiled.matcher(text).matches() && date.real(text) && clock.real(text);
  }

  /** Together with a second way of writing moments, as some exports do in one column. */
  @Override
  public List<Reading> wider(String value) {
    return ALL.stream()
        .filter(other -> MixedReading.possible(this, other) && other.accepts(value))
        .map(other -> (Reading) MixedReading.of(this, other))
        .toList();
  }

  @Override
  public boolean clashesWith(Reading other) {
    return other instanceof TemporalReading theirs
        && clock == theirs.clock
        && date.rival() == theirs.date;
  }

  @Override
  public String fitsSql(String column) {
    if (date == Day.ISO && clock == Clock.NONE) {
      return "CASE WHEN CAST(TRY_CAST("
          + column
          + " AS DATE) AS VARCHAR) = "
          + column
          + " THEN true ELSE "
          + matches(column)
          + " END";
    }
    return matches(column);
  }

  private String matches(String column) {
    String text = date.named() ? "lower(" + trimmed(column) + ")" : trimmed(column);
    return "(regexp_full_match("
        + text
        + ", "
        + Sql.literal(pattern())
        + ") AND ("
        + valueSql(column)
        + ") IS NOT NULL)";
  }

  @Override
  public String valueSql(String column) {
    boolean iso = date == Day.ISO || date.named();
    String text = date.named() ? date.isoSql(column) : trimmed(column);
    String day = date.named() ? "%Y-%m-%d" : date.strptime();
    return switch (clock) {
      case NONE ->
          date == Day.ISO
              ? "TRY_CAST(" + column + " AS DATE)"
              : date.named()
                  ? "TRY_CAST(" + text + " AS DATE)"
                  : "CAST(try_strptime(" + text + ", '" + day + "') AS DATE)";
      case ZONED ->
          // most are written as DuckDB itself reads them, and patterns cost ten times as much
          "coalesce(TRY_CAST("
              + column
              + " AS TIMESTAMPTZ), TRY_CAST(regexp_replace(regexp_replace("
              + text
              + ", ' ?([-+]\\d{2})$', '\\1:00'), ' ?([-+]\\d{2}):?(\\d{2})$', '\\1:\\2')"
              + " AS TIMESTAMPTZ))";
      case HOURS_24 ->
          iso
              ? "TRY_CAST(replace(" + (date.named() ? text : column) + ", ', ', ' ') AS TIMESTAMP)"
              : "try_strptime(" + text + ", [" + strptimes(day) + "])";
      case HOURS_12 ->
          "try_strptime(translate(" + text + ", '\u00A0\u202F', '  '), [" + strptimes(day) + "])";
    };
  }

  private String strptimes(String day) {
    return clock.strptime().stream()
        .map(time -> Sql.literal(day + time))
        .collect(Collectors.joining(", "));
  }

  private String trimmed(String column) {
    // the usual trim costs less, and only people write dates with names
    return date.named() ? Day.trimmed(column) : "trim(" + column + ")";
  }

  /** The reading whose format it is, null when there is none. */
  static @Nullable TemporalReading named(String format) {
    return ALL.stream().filter(reading -> reading.format().equals(format)).findFirst().orElse(null);
  }

  @Override
  public String words() {
    return type() == ColumnType.DATE ? "dates written " + format() : "moments written " + format();
  }
}
