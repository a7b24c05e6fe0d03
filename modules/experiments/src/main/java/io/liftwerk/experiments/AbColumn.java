package io.liftwerk.experiments;

import io.liftwerk.experiments.AbTable.Field;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.Locale;

/**
 * A column of numbers, and the scale at which its values are whole. Sums are made of whole numbers,
 * 128 bits wide: they come out the same to the last digit in whatever order the database adds them,
 * and squares of large values do not swallow small differences.
 */
final class AbColumn {
  /** Products of two smaller numbers fit 64 bits. */
  private static final double SMALL = 0x1p31;

  private final String source;
  private final String name;
  private final boolean largest;
  private final String number;
  private double scale = 1;
  private boolean small = true;
  private long missing;
  private double least;
  private double most;
  private boolean whole;

  private AbColumn(String source, String name, boolean largest, String number) {
    this.source = source;
    this.name = name;
    this.largest = largest;
    this.number = number;
  }

  /**
   * @param name in the table of persons
   * @param largest whether of several rows of a person the largest value counts, not the sum
   * @throws WorkbenchException code {@code metric-not-numeric}
   */
  static AbColumn of(AbTable table, Field field, String name, boolean largest) {
    String number;
    if (field.numeric()) {
      number = "CAST(" + field.sql() + " AS DOUBLE)";
    } else if (field.truth()) {
      number = "CAST(CAST(" + field.sql() + " AS INTEGER) AS DOUBLE)";
    } else if (field.words()) {
      number =
          "CASE WHEN lower("
              + field.text()
              + ") IN ('yes', 'y', 'true', 'ja', 'j', 'wahr') THEN 1.0 WHEN lower("
              + field.text()
              + ") IN ('no', 'n', 'false', 'nein', 'falsch') THEN 0.0 ELSE TRY_CAST("
              + field.text()
              + " AS DOUBLE) END";
    } else {
      throw notNumeric(table, field, "is a " + field.type().toLowerCase(Locale.ROOT));
    }
    return new AbColumn(field.name(), name, largest, number);
  }

  /** A column of a table that the analysis made itself. */
  static AbColumn made(String name) {
    return new AbColumn(name, name, false, name);
  }

  private static WorkbenchException notNumeric(AbTable table, Field field, String why) {
    return new WorkbenchException(
        "metric-not-numeric",
        "The column '%s' of %s cannot be compared: it %s."
            .formatted(field.name(), table.ref(), why),
        "Name a column with numbers, or with yes and no.");
  }

  String name() {
    return name;
  }

  /** As it is called in the user's table. */
  String source() {
    return source;
  }

  /** Its values in SQL, from the user's table. */
  String number() {
    return number;
  }

  /** Its value for a person with several rows. */
  String ofPerson() {
    return largest
        ? "max(" + name + ") AS " + name
        : "CAST(sum(" + whole(name) + ") AS DOUBLE) / " + scale + " AS " + name;
  }

  private String whole(String value) {
    return "CAST(round(" + value + " * " + scale + ") AS BIGINT)";
  }

  /** Its values as whole numbers, in SQL. */
  String whole() {
    return whole(name);
  }

  double scale() {
    return scale;
  }

  /** Whether products of two such numbers fit 64 bits. */
  boolean small() {
    return small;
  }

  long missing() {
    return missing;
  }

  double least() {
    return least;
  }

  /** Whether every value is 0 or 1. */
  boolean yesNo() {
    return whole && least >= 0 && most <= 1;
  }

  /**
   * @throws WorkbenchException code {@code metric-not-numeric} or {@code metric-infinite}
   */
  void refuseUnreadable(JobContext context, AbTable table) throws Exception {
    Field field = table.field("metric column", source);
    if (field.words()) {
      long bad =
          AbQuery.one(
              context,
              "SELECT count(*) FROM %s WHERE %s IS NOT NULL AND (%s) IS NULL"
                  .formatted(table.ref().sql(), field.text(), number),
              row -> row.getLong(1));
      if (bad > 0) {
        throw notNumeric(
            table, field, String.format(Locale.ROOT, "holds %,d values that are no numbers", bad));
      }
    }
    long infinite =
        AbQuery.one(
            context,
            "SELECT count(*) FROM temp.main.liftwerk_abtest_raw WHERE NOT isfinite(" + name + ")",
            row -> row.getLong(1));
    if (infinite > 0) {
      throw new WorkbenchException(
          "metric-infinite",
          String.format(
              Locale.ROOT,
              "The column '%s' of %s holds %,d values that are infinite or not a number.",
              field.name(),
              table.ref(),
              infinite),
          "Correct them in the source, or leave those rows out through a view.");
    }
    measure(context, "temp.main.liftwerk_abtest_raw");
  }

  /** Looks at the values of {@code rows} and chooses the scale. */
  void measure(JobContext context, String rows) throws Exception {
    AbQuery.one(
        context,
        "SELECT count(*) - count(%1$s), coalesce(min(%1$s), 0), coalesce(max(%1$s), 0),"
                .formatted(name)
            + " coalesce(bool_and(%1$s = trunc(%1$s)), true),".formatted(name)
            + " coalesce(bool_and(abs(%1$s * 100 - round(%1$s * 100)) < 1e-6), true) FROM "
                .formatted(name)
            + rows,
        row -> {
          missing = row.getLong(1);
          least = row.getDouble(2);
          most = row.getDouble(3);
          whole = row.getBoolean(4);
          choose(whole, row.getBoolean(5), Math.max(Math.abs(least), Math.abs(most)));
          return true;
        });
  }

  private void choose(boolean whole, boolean cents, double largestValue) {
    if (whole && largestValue < SMALL) {
      scale = 1;
      small = true;
    } else if (cents && largestValue * 100 < SMALL) {
      scale = 100;
      small = true;
    } else {
      scale = Math.scalb(1.0, 49 - Math.getExponent(Math.max(largestValue, Double.MIN_NORMAL)));
      small = false;
    }
  }
}
