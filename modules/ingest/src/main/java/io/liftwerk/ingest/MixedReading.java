package io.liftwerk.ingest;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates or moments that one column writes in two ways, as HubSpot does: {@code 2024-03-12 09:14}
 * beside {@code 3/15/2024 2:30 PM}. No text fits both.
 */
record MixedReading(TemporalReading one, TemporalReading other) implements Reading {
  private static final String AND = " | ";

  /** The two in one order, whichever was met first. */
  static MixedReading of(TemporalReading one, TemporalReading other) {
    boolean swapped =
        one.date() == other.date()
            ? one.clock().compareTo(other.clock()) > 0
            : one.date().compareTo(other.date()) > 0;
    return swapped ? new MixedReading(other, one) : new MixedReading(one, other);
  }

  /**
   * Whether the two can stand in one column: they are never the same text, agree on what stands
   * first, day or month, and on whether the time zone is told.
   */
  static boolean possible(TemporalReading one, TemporalReading other) {
    boolean compact = one.date() == Day.COMPACT || other.date() == Day.COMPACT;
    boolean zones = (one.clock() == Clock.ZONED) == (other.clock() == Clock.ZONED);
    boolean orders =
        one.date().openSign() == 0
            || one.date().openSign() != other.date().openSign()
            || one.date().dayFirst() == other.date().dayFirst();
    return !one.equals(other) && !compact && zones && orders;
  }

  /** From {@link #format}; null when it names no two readings. */
  static @Nullable MixedReading named(String format) {
    int and = format.indexOf(AND);
    TemporalReading one = and < 0 ? null : TemporalReading.named(format.substring(0, and));
    TemporalReading other =
        and < 0 ? null : TemporalReading.named(format.substring(and + AND.length()));
    return one == null || other == null || !possible(one, other) ? null : of(one, other);
  }

  /** The same with day and month the other way round in one of the two, where that is possible. */
  Stream<MixedReading> rivals() {
    return Stream.concat(
        TemporalReading.ALL.stream()
            .filter(one::clashesWith)
            .map(rival -> new MixedReading(rival, other)),
        TemporalReading.ALL.stream()
            .filter(other::clashesWith)
            .map(rival -> new MixedReading(one, rival)));
  }

  @Override
  public ColumnType type() {
    return one.type() == ColumnType.DATE ? other.type() : one.type();
  }

  @Override
  public String format() {
    return one.format() + AND + other.format();
  }

  @Override
  public boolean accepts(String value) {
    return one.accepts(value) || other.accepts(value);
  }

  @Override
  public boolean clashesWith(Reading reading) {
    return reading instanceof MixedReading theirs
        && (agree(one, theirs.one) && agree(other, theirs.other))
        && !equals(theirs);
  }

  private static boolean agree(TemporalReading mine, TemporalReading theirs) {
    return mine.equals(theirs) || mine.clashesWith(theirs);
  }

  @Override
  public String fitsSql(String column) {
    return "(" + one.fitsSql(column) + " OR " + other.fitsSql(column) + ")";
  }

  @Override
  public String valueSql(String column) {
    return "CASE WHEN "
        + one.fitsSql(column)
        + " THEN "
        + typed(one, column)
        + " WHEN "
        + other.fitsSql(column)
        + " THEN "
        + typed(other, column)
        + " END";
  }

  private String typed(TemporalReading reading, String column) {
    String value = reading.valueSql(column);
    return reading.type() == type() ? value : "CAST(" + value + " AS TIMESTAMP)";
  }

  @Override
  public String words() {
    String written = one.format() + " and " + other.format();
    return type() == ColumnType.DATE
        ? "dates written in two ways, " + written
        : "moments written in two ways, " + written;
  }
}
