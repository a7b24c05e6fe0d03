package io.liftwerk.scoring;

import io.liftwerk.scoring.Profile.Use;
import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Carries the snapshot into memory, in chunks, one pass over all rows. */
final class DatasetReader {
  /** Numbers take 4 bytes, levels 1. */
  private static final long MOST_CELLS = 150_000_000;

  private static final int LEVELS = Column.OTHER - 1;
  private static final int BATCH = 40;

  private static final List<String> MONTHS =
      Arrays.stream(Month.values()).map(Objects::toString).map(DatasetReader::capitalised).toList();
  private static final List<String> WEEKDAYS =
      Arrays.stream(DayOfWeek.values())
          .map(Objects::toString)
          .map(DatasetReader::capitalised)
          .toList();

  /**
   * What one pass brings: the features, each row's part in the user's split, a hash of each row.
   */
  @SuppressWarnings("ArrayRecordComponent") // private to this package and never compared
  record Loaded(Dataset data, @Nullable String[] split, long[] hashes) {}

  private final JobContext context;
  private final SourceTable source;
  private final Target target;
  private final Profile profile;
  private final int rows;

  DatasetReader(JobContext context, SourceTable source, Target target, Profile profile, int rows) {
    this.context = context;
    this.source = source;
    this.target = target;
    this.profile = profile;
    this.rows = rows;
  }

  Loaded read(@Nullable Field split) throws Exception {
    if ((long) rows * profile.uses().size() > MOST_CELLS) {
      throw new WorkbenchException(
          "table-too-large",
          String.format(
              Locale.ROOT,
              "%s has %,d rows and %,d columns to learn from, more than fit into memory at once.",
              source.table(),
              rows,
              profile.uses().size()),
          "Exclude columns, or score a part of it through a view.");
    }
    Map<Field, List<String>> levels = levels();
    var readers = new ArrayList<Reader>();
    var sql = new StringBuilder("SELECT " + SourceTable.N + ", " + target.outcome() + ", ");
    sql.append(split == null ? "NULL" : "lower(" + split.text() + ")");
    sql.append(", ").append(rowHash(split));
    for (Use use : profile.uses()) {
      sql.append(", ").append(expression(use));
      readers.add(
          use.kind() == Profile.Kind.TEXT
              ? new TextReader(use.field(), rows, levels.getOrDefault(use.field(), List.of()))
              : new NumberReader(use, rows));
    }
    sql.append(" FROM ").append(SourceTable.SNAPSHOT);
    var outcome = new byte[rows];
    @Nullable String[] parts = new String[split == null ? 0 : rows];
    var hashes = new long[rows];
    Query.each(
        context,
        sql.toString(),
        row -> {
          int n = (int) row.getLong(1);
          outcome[n] = row.getByte(2);
          hashes[n] = row.getLong(4);
          if (split != null) {
            parts[n] = row.getString(3);
          }
          for (int i = 0; i < readers.size(); i++) {
            readers.get(i).read(row, 5 + i, n);
          }
        });
    var columns = new ArrayList<Column>();
    for (Reader reader : readers) {
      columns.addAll(reader.columns(outcome));
    }
    return new Loaded(new Dataset(rows, columns, outcome), parts, hashes);
  }

  private static String capitalised(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  /** A hash of all a row says of itself: not its origin, its id, or its part of the split. */
  private String rowHash(@Nullable Field split) {
    List<String> names =
        source.fields().stream()
            .filter(field -> !field.technical())
            .filter(field -> !field.equals(profile.id()) && !field.equals(split))
            .map(Field::sql)
            .toList();
    return "CAST(hash(" + String.join(", ", names) + ") >> 1 AS BIGINT)";
  }

  private static String expression(Use use) {
    String c = use.field().sql();
    return switch (use.kind()) {
      case NUMBER -> "CAST(" + c + " AS DOUBLE)";
      case NUMBER_IN_TEXT -> "TRY_CAST(" + use.field().text() + " AS DOUBLE)";
      case BOOLEAN -> "CAST(CAST(" + c + " AS INTEGER) AS DOUBLE)";
      case DATE -> "CASE WHEN isfinite(%1$s) THEN epoch(%1$s) / 86400.0 END".formatted(c);
      case TEXT -> use.field().text();
    };
  }

  /** The most frequent values of every text column, ties by the alphabet. */
  private Map<Field, List<String>> levels() throws Exception {
    List<Field> fields =
        profile.uses().stream()
            .filter(use -> use.kind() == Profile.Kind.TEXT)
            .map(Use::field)
            .toList();
    var levels = new HashMap<Field, List<String>>();
    for (int from = 0; from < fields.size(); from += BATCH) {
      var parts = new ArrayList<String>();
      for (int i = from; i < Math.min(fields.size(), from + BATCH); i++) {
        parts.add(
            ("SELECT %d AS c, v, n FROM (SELECT v, count(*) AS n FROM (SELECT %s AS v FROM %s)"
                    + " WHERE v IS NOT NULL GROUP BY v ORDER BY n DESC, v LIMIT %d)")
                .formatted(i, fields.get(i).text(), SourceTable.SNAPSHOT, LEVELS));
      }
      Query.each(
          context,
          String.join(" UNION ALL ", parts) + " ORDER BY c, n DESC, v",
          row ->
              levels
                  .computeIfAbsent(fields.get(row.getInt(1)), f -> new ArrayList<>())
                  .add(row.getString(2)));
    }
    return levels;
  }

  /** Takes one column of each row. */
  private sealed interface Reader {
    void read(ResultSet row, int at, int n) throws SQLException;

    List<Column> columns(byte[] outcome);
  }

  private static final class TextReader implements Reader {
    private final Field field;
    private final byte[] codes;
    private final List<String> levels;
    private final Map<String, Byte> code = new HashMap<>();

    TextReader(Field field, int rows, List<String> levels) {
      this.field = field;
      this.codes = new byte[rows];
      this.levels = List.copyOf(levels);
      for (int i = 0; i < levels.size(); i++) {
        code.put(levels.get(i), (byte) (i + 1));
      }
    }

    @Override
    public void read(ResultSet row, int at, int n) throws SQLException {
      String value = row.getString(at);
      codes[n] = value == null ? 0 : code.getOrDefault(value, (byte) Column.OTHER);
    }

    @Override
    public List<Column> columns(byte[] outcome) {
      return List.of(new Column.Levels(field.name(), field.name(), codes, levels));
    }
  }

  private static final class NumberReader implements Reader {
    private final Use use;
    private final double[] exact;
    private final float[] values;

    NumberReader(Use use, int rows) {
      this.use = use;
      boolean date = use.kind() == Profile.Kind.DATE;
      this.exact = new double[date ? rows : 0];
      this.values = new float[date ? 0 : rows];
    }

    @Override
    public void read(ResultSet row, int at, int n) throws SQLException {
      double value = row.getDouble(at);
      if (row.wasNull() || !Double.isFinite(value)) {
        value = Double.NaN;
      }
      if (exact.length > 0) {
        exact[n] = value;
      } else {
        values[n] = (float) Math.clamp(value, -Float.MAX_VALUE, Float.MAX_VALUE);
      }
    }

    @Override
    public List<Column> columns(byte[] outcome) {
      String name = use.field().name();
      return exact.length > 0
          ? dates(name, exact, outcome)
          : List.of(new Column.Numbers(name, name, values, use.kind() == Profile.Kind.BOOLEAN));
    }
  }

  /**
   * A date becomes its age in days, counted from the latest date with an outcome (a later one is as
   * new as that: nothing is extrapolated), its month, weekday and, where it has one, hour.
   */
  private static List<Column> dates(String name, double[] days, byte[] outcome) {
    double latest = Double.NEGATIVE_INFINITY;
    boolean timed = false;
    for (int n = 0; n < days.length; n++) {
      if (outcome[n] != Dataset.OPEN && !Double.isNaN(days[n])) {
        latest = Math.max(latest, days[n]);
        timed |= days[n] != Math.rint(days[n]);
      }
    }
    var age = new float[days.length];
    var month = new byte[days.length];
    var weekday = new byte[days.length];
    var hour = new float[timed ? days.length : 0];
    for (int n = 0; n < days.length; n++) {
      boolean missing = Double.isNaN(days[n]);
      double whole = Math.floor(days[n]);
      age[n] = missing ? Float.NaN : (float) Math.max(0, latest - days[n]);
      if (!missing) {
        LocalDate date = LocalDate.ofEpochDay((long) whole);
        month[n] = (byte) date.getMonthValue();
        weekday[n] = (byte) date.getDayOfWeek().getValue();
      }
      if (timed) {
        hour[n] = missing ? Float.NaN : (float) Math.floor((days[n] - whole) * 24);
      }
    }
    var columns = new ArrayList<Column>();
    columns.add(new Column.Numbers(name + " (age in days)", name, age));
    columns.add(new Column.Levels(name + " (month)", name, month, MONTHS));
    columns.add(new Column.Levels(name + " (weekday)", name, weekday, WEEKDAYS));
    if (timed) {
      columns.add(new Column.Numbers(name + " (hour)", name, hour));
    }
    return columns;
  }
}
