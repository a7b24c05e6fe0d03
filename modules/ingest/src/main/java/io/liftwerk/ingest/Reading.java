package io.liftwerk.ingest;

import java.util.List;

/**
 * One way to read the text of a column. What it accepts is stated twice, for Java and for DuckDB;
 * both forms use the same pattern text.
 */
sealed interface Reading
    permits TextReading,
        NumberReading,
        BooleanReading,
        TemporalReading,
        MixedReading,
        EpochReading {

  ColumnType type();

  /** As shown to people and stored: {@code 1.234,56}, {@code dd.MM.yyyy}; empty for text. */
  String format();

  /** Whether a value, neither empty nor a mark for a missing one, is written this way. */
  boolean accepts(String value);

  /** Readings that accept {@code value} besides whatever this one accepts; mostly none. */
  default List<Reading> wider(String value) {
    return List.of();
  }

  /** Whether there are texts that both accept and take for different values. */
  default boolean clashesWith(Reading other) {
    return false;
  }

  /** A condition that is true for the values this reading accepts; {@code column} is quoted. */
  String fitsSql(String column);

  /** The typed value, NULL where the text is missing; {@code column} is quoted. */
  String valueSql(String column);

  /** What such values are called in a sentence. */
  String words();
}
