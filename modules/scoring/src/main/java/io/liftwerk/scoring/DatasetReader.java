package io.liftwerk.scoring;

import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Preparation;
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

/**
 * Carries the snapshot into memory as a preparation says, in chunks, one pass over all rows. The
 * same preparation makes the same features of any table that has its columns.
 */
final class DatasetReader {
  /** Numbers take 4 bytes, levels 1. */
  private static final long MOST_CELLS = 150_000_000;

  private static final List<String> MONTHS =
      Arrays.stream(Month.values()).map(Objects::toString).map(DatasetReader::capitalised).toList();
  private static final List<String> WEEKDAYS =
      Arrays.stream(DayOfWeek.values())
          .map(Objects::toString)
          .map(DatasetReader::capitalised)
          .toList();

  private final JobContext context;
  private final SourceTable source;
  private final Preparation preparation;

  DatasetReader(JobContext context, SourceTable source, Preparation preparation) {
    this.context = context;
    this.source = source;
    this.preparation = preparation;
  }

  /**
   * @param outcome per row of the snapshot
   * @throws WorkbenchException code {@code table-too-large}, or {@code model-columns} when the
   *     table lacks a column of the preparation
   */
  Dataset read(byte[] outcome) throws Exception {
    int rows = outcome.length;
    int width = preparation.inputs().size();
    if ((long) rows * width > MOST_CELLS) {
      throw new WorkbenchException(
          "table-too-large",
          String.format(
              Locale.ROOT,
              "%s has %,d rows and %,d columns to learn from, more than fit into memory at once.",
              source.table(),
              rows,
              width),
          "Exclude columns, or score a part of it through a view.");
    }
    var readers = new ArrayList<Reader>();
    var sql = new StringBuilder("SELECT " + SourceTable.N);
    for (Preparation.Input input : preparation.inputs()) {
      Field field = field(input);
      sql.append(", ").append(expression(input, field));
      readers.add(reader(input, rows));
    }
    sql.append(" FROM ").append(SourceTable.SNAPSHOT);
    Query.each(
        context,
        sql.toString(),
        row -> {
          int n = (int) row.getLong(1);
          for (int i = 0; i < readers.size(); i++) {
            readers.get(i).read(row, 2 + i, n);
          }
        });
    var columns = new ArrayList<Column>();
    for (Reader reader : readers) {
      columns.addAll(reader.columns());
    }
    return new Dataset(rows, columns, outcome);
  }

  private Field field(Preparation.Input input) {
    return source
        .find(input.source())
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "model-columns",
                    "%s has no column '%s', which the model learned from."
                        .formatted(source.table(), input.source()),
                    Nearest.hint(
                        input.source(), source.fields().stream().map(Field::name).toList())));
  }

  private static String capitalised(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  /** A date in SQL, in days since 1970-01-01; null where there is none. */
  static String day(Field field) {
    String date =
        Profile.isDate(field) ? field.sql() : "TRY_CAST(" + field.text() + " AS TIMESTAMP)";
    return "CASE WHEN isfinite(%1$s) THEN epoch(%1$s) / 86400.0 END".formatted(date);
  }

  /** What a column becomes before it crosses into Java, in SQL. */
  static String expression(Preparation.Input input, Field field) {
    return switch (input) {
      case Preparation.Number number -> number(field);
      case Preparation.Date date -> day(field);
      case Preparation.Category category -> field.text();
      case Preparation.Text text -> "length(" + field.text() + ")";
    };
  }

  /** A column as a number in SQL; null where it is none. */
  static String number(Field field) {
    if (field.type().equals("BOOLEAN")) {
      return "CAST(CAST(" + field.sql() + " AS INTEGER) AS DOUBLE)";
    }
    return Profile.isNumber(field)
        ? "CAST(" + field.sql() + " AS DOUBLE)"
        : "TRY_CAST(" + field.text() + " AS DOUBLE)";
  }

  private static Reader reader(Preparation.Input input, int rows) {
    return switch (input) {
      case Preparation.Number number -> new NumberReader(number, new float[rows]);
      case Preparation.Date date -> new DateReader(date, new double[rows]);
      case Preparation.Category category -> new LevelReader(category, new byte[rows]);
      case Preparation.Text text -> new TextReader(text, new float[rows]);
    };
  }

  /** As {@link #reader}, of a column whose levels the database has made codes of. */
  static Reader encoded(Preparation.Input input, int rows) {
    return input instanceof Preparation.Category category
        ? new CodeReader(category, new byte[rows])
        : reader(input, rows);
  }

  /** Takes one column of each row. */
  sealed interface Reader {
    void read(ResultSet row, int at, int n) throws SQLException;

    List<Column> columns();
  }

  private static final class LevelReader implements Reader {
    private final Preparation.Category input;
    private final byte[] codes;
    private final Map<String, Byte> code = new HashMap<>();

    LevelReader(Preparation.Category input, byte[] codes) {
      this.input = input;
      this.codes = codes;
      for (int i = 0; i < input.levels().size(); i++) {
        code.put(input.levels().get(i), (byte) (i + 1));
      }
    }

    @Override
    public void read(ResultSet row, int at, int n) throws SQLException {
      String value = row.getString(at);
      codes[n] = value == null ? 0 : code.getOrDefault(value, (byte) Column.OTHER);
    }

    @Override
    public List<Column> columns() {
      return List.of(new Column.Levels(input.source(), input.source(), codes, input.levels()));
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // private and never compared
  private record CodeReader(Preparation.Category input, byte[] codes) implements Reader {

    @Override
    public void read(ResultSet row, int at, int n) throws SQLException {
      codes[n] = (byte) row.getShort(at);
    }

    @Override
    public List<Column> columns() {
      return List.of(new Column.Levels(input.source(), input.source(), codes, input.levels()));
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // private and never compared
  private record NumberReader(Preparation.Number input, float[] values) implements Reader {

    @Override
    public void read(ResultSet row, int at, int n) throws SQLException {
      double value = row.getDouble(at);
      values[n] =
          row.wasNull() || !Double.isFinite(value)
              ? Float.NaN
              : (float) Math.clamp(value, -Float.MAX_VALUE, Float.MAX_VALUE);
    }

    @Override
    public List<Column> columns() {
      return List.of(new Column.Numbers(input.source(), input.source(), values, input.yesNo()));
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // private and never compared
  private record TextReader(Preparation.Text input, float[] lengths) implements Reader {

    @Override
    public void read(ResultSet row, int at, int n) throws SQLException {
      lengths[n] = row.getLong(at);
    }

    @Override
    public List<Column> columns() {
      String name = input.source();
      var present = new float[lengths.length];
      for (int n = 0; n < present.length; n++) {
        present[n] = lengths[n] > 0 ? 1 : 0;
      }
      var columns = new ArrayList<Column>();
      columns.add(new Column.Numbers(name + " (present)", name, present, true));
      if (input.length()) {
        columns.add(new Column.Numbers(name + " (length)", name, lengths));
      }
      return columns;
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // private and never compared
  private record DateReader(Preparation.Date input, double[] days) implements Reader {

    @Override
    public void read(ResultSet row, int at, int n) throws SQLException {
      double value = row.getDouble(at);
      days[n] = row.wasNull() || !Double.isFinite(value) ? Double.NaN : value;
    }

    @Override
    public List<Column> columns() {
      String name = input.source();
      var age = new float[days.length];
      var month = new byte[days.length];
      var weekday = new byte[days.length];
      var hour = new float[input.timed() ? days.length : 0];
      for (int n = 0; n < days.length; n++) {
        boolean missing = Double.isNaN(days[n]);
        double whole = Math.floor(days[n]);
        age[n] = missing ? Float.NaN : (float) Math.max(0, input.latest() - days[n]);
        if (!missing) {
          LocalDate date = LocalDate.ofEpochDay((long) whole);
          month[n] = (byte) date.getMonthValue();
          weekday[n] = (byte) date.getDayOfWeek().getValue();
        }
        if (hour.length > 0) {
          hour[n] = missing ? Float.NaN : (float) Math.floor((days[n] - whole) * 24);
        }
      }
      var columns = new ArrayList<Column>();
      columns.add(new Column.Numbers(name + " (age in days)", name, age));
      columns.add(new Column.Levels(name + " (month)", name, month, MONTHS));
      columns.add(new Column.Levels(name + " (weekday)", name, weekday, WEEKDAYS));
      if (hour.length > 0) {
        columns.add(new Column.Numbers(name + " (hour)", name, hour));
      }
      return columns;
    }
  }
}
