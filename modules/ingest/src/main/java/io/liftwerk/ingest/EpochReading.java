package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.util.List;

/**
 * Moments counted from the beginning of 1970, in UTC. Such counts are numbers like any other, so
 * only a column that is named for time is read this way.
 */
record EpochReading(Count count) implements Reading {

  /** What is counted. The lengths leave the years 2001 to 2096. */
  enum Count {
    SECONDS("epoch_s", "[123]\\d{9}(?:\\.\\d{1,9})?", 1_000_000),
    MILLIS("epoch_ms", "[123]\\d{12}", 1_000),
    MICROS("epoch_us", "[123]\\d{15}", 1);

    private final String format;
    private final String pattern;
    private final int micros;

    Count(String format, String pattern, int micros) {
      this.format = format;
      this.pattern = pattern;
      this.micros = micros;
    }
  }

  static final List<EpochReading> ALL =
      List.of(
          new EpochReading(Count.SECONDS),
          new EpochReading(Count.MILLIS),
          new EpochReading(Count.MICROS));

  @Override
  public ColumnType type() {
    return ColumnType.TIMESTAMP;
  }

  @Override
  public String format() {
    return count.format;
  }

  @Override
  public boolean accepts(String value) {
    return Patterns.of(count.pattern).matcher(Missing.strip(value)).matches();
  }

  @Override
  public String fitsSql(String column) {
    return "regexp_full_match(trim(" + column + "), " + Sql.literal(count.pattern) + ")";
  }

  @Override
  public String valueSql(String column) {
    String number =
        count == Count.SECONDS
            ? "CAST(TRY_CAST(" + column + " AS DECIMAL(22, 6)) * 1000000 AS BIGINT)"
            : "TRY_CAST(" + column + " AS BIGINT) * " + count.micros;
    return "make_timestamp(" + number + ") AT TIME ZONE 'UTC'";
  }

  @Override
  public String words() {
    return switch (count) {
      case SECONDS -> "seconds since 1970";
      case MILLIS -> "milliseconds since 1970";
      case MICROS -> "microseconds since 1970";
    };
  }
}
