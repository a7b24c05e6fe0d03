package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One column on its way to a decision. */
final class ColumnWork {
  private static final int ENOUGH_DATES = 5;

  final String name;

  /** The text of the column. */
  final String sql;

  private final Storage storage;
  final Candidates candidates = new Candidates();

  /** Values that are not empty; known after the first look at all rows. */
  long values;

  /** The reading being checked. */
  @Nullable Reading probe;

  /** Whether the short way of checking numbers has failed. */
  boolean notShort;

  /** Digits behind the decimal sign, at most, when the short way has shown them; else -1. */
  int scale = -1;

  /** Masked values, counted once the column is known to be one of numbers. */
  long masked;

  /** How many values did not fit the last reading that failed. */
  long misfits;

  /** Values with a decimal sign (numbers) or meaning yes (booleans). */
  long marked;

  /** Whether characters beyond ASCII occur. */
  boolean foreign;

  /** Readings that fit all values but mean something else; the file as a whole must decide. */
  List<Reading> rivals = List.of();

  private @Nullable Decided decided;

  /** A column of text. */
  ColumnWork(String name) {
    this(name, StoredTable.ofText(""));
  }

  ColumnWork(String name, StoredTable stored) {
    this.name = name;
    this.sql = stored.text(name);
    this.storage = stored.storage(name);
  }

  /** Whether the way the column is kept has shown that {@code probe} fits all its values. */
  boolean proven() {
    return probe != null && !notShort && storage.means(probe);
  }

  boolean open() {
    return decided == null;
  }

  void decide(Reading reading, String reason) {
    decided = new Decided(name, reading, reason);
  }

  Decided decided() {
    if (decided == null) {
      throw new IllegalStateException("no decision for " + name);
    }
    return decided;
  }

  /** The reading to check next, or null when only text is left. */
  @Nullable Reading next() {
    List<Reading> alive = candidates.readings();
    for (Reading reading : alive) {
      if (doubtful(reading) && certain(reading)) {
        return reading;
      }
    }
    for (Reading reading : alive) {
      if (!doubtful(reading)) {
        return reading;
      }
    }
    return null;
  }

  /** Whether its values are as likely to be plain numbers. */
  private static boolean doubtful(Reading reading) {
    return reading instanceof EpochReading
        || (reading instanceof TemporalReading date && date.date() == Day.COMPACT);
  }

  /** Eight digits are a date when the column is called one, or when many values all are. */
  private boolean certain(Reading reading) {
    return reading instanceof EpochReading
        ? NameHints.moment(name)
        : NameHints.day(name) || candidates.distinct().size() >= ENOUGH_DATES;
  }

  /**
   * The most digits behind the decimal sign among the values known, when they look like numbers
   * that can be checked in a shorter way; else -1.
   */
  int shortScale() {
    if (proven()) {
      return storage.scale();
    }
    if (notShort || !(probe instanceof NumberReading number) || !number.simple()) {
      return -1;
    }
    int most = 0;
    for (String value : candidates.distinct()) {
      int sign = value.indexOf(number.style().decimal());
      most = sign < 0 ? most : Math.max(most, value.length() - sign - 1);
    }
    return most <= NumberReading.SHORT_SCALE ? most : -1;
  }

  /** A condition for values that count as missing in this column; false when none was met. */
  String missingSql() {
    if (candidates.missing().isEmpty()) {
      return "false";
    }
    String words =
        candidates.missing().stream()
            .map(word -> Missing.strip(word).toLowerCase(Locale.ROOT))
            .distinct()
            .map(Sql::literal)
            .collect(Collectors.joining(", "));
    return "lower(trim(" + sql + ", ' \t\n\u00A0\u202F\u2009')) IN (" + words + ")";
  }

  /** A condition for masked values; false when none was met. */
  String maskedSql() {
    return candidates.masked().isEmpty() ? "false" : Masked.sql(sql);
  }

  /** A condition for values that are neither absent nor missing nor masked. */
  String presentSql() {
    return sql + " IS NOT NULL AND NOT (" + missingSql() + ") AND NOT (" + maskedSql() + ")";
  }

  /** Rows of {@code table} for which {@code condition} is true. */
  long count(Session session, String table, String condition) throws Exception {
    return session.numbers("SELECT count(*) FROM " + table + " WHERE " + condition)[0];
  }

  /** Values, misfits, marked values, values with foreign characters. */
  String aggregatesSql() {
    Reading reading = probe;
    if (reading == null) {
      return "count(" + sql + "), 0, 0, 0";
    }
    if (proven()) {
      String kept = Sql.identifier(name);
      String tooLong =
          storage.kind() == Storage.Kind.WHOLE
              ? "count(*) FILTER (abs(" + kept + ") >= 1000000000000000000)"
              : "0";
      return "count(" + kept + "), " + tooLong + ", " + Math.min(storage.scale(), 1) + ", 0";
    }
    int scale = shortScale();
    if (scale >= 0 && reading instanceof NumberReading number) {
      return "count("
          + sql
          + "), count(*) FILTER ("
          + sql
          + " IS NOT NULL AND "
          + number.shortSql(sql, scale)
          + " IS NOT TRUE), "
          + Math.min(scale, 1)
          + ", 0";
    }
    String withSign = "0";
    String withForeign = "0";
    if (reading instanceof NumberReading number) {
      withSign = "count(*) FILTER (" + signSql(number) + ")";
      withForeign = "count(*) FILTER (strlen(" + sql + ") <> length(" + sql + "))";
    } else if (reading instanceof BooleanReading words) {
      withSign = "count(*) FILTER (lower(trim(" + sql + ")) = " + Sql.literal(words.yes()) + ")";
    }
    return "count("
        + sql
        + "), count(*) FILTER ("
        + misfitSql(reading)
        + "), "
        + withSign
        + ", "
        + withForeign;
  }

  /** A condition for numbers with a decimal sign. */
  private String signSql(NumberReading number) {
    String sign = String.valueOf(number.style().decimal());
    String text =
        number.unit().contains(sign)
            ? "replace(" + sql + ", " + Sql.literal(number.unit()) + ", '')"
            : sql;
    String elsewhere =
        candidates.missing().stream().anyMatch(word -> word.contains(sign))
            ? " AND NOT (" + missingSql() + ")"
            : "";
    String hidden = candidates.masked().isEmpty() ? "" : " AND NOT (" + maskedSql() + ")";
    return "contains(" + text + ", '" + sign + "')" + elsewhere + hidden;
  }

  /** A condition for values that are there and do not fit {@code reading}. */
  String misfitSql(Reading reading) {
    return "("
        + sql
        + " IS NOT NULL AND ("
        + reading.fitsSql(sql)
        + ") IS NOT TRUE AND NOT ("
        + missingSql()
        + ") AND NOT ("
        + maskedSql()
        + "))";
  }
}
