package io.liftwerk.warehouse.drift;

import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * One column of both samples, in a temporary table {@code (side, v)} with side 0 for the reference
 * and 1 for the current one, missing values left out.
 */
public final class Samples implements AutoCloseable {
  static final String TABLE = "temp.drift_values";

  private final JobContext context;
  private final long[] rows;
  private final long[] missing;

  private Samples(JobContext context, long[] rows, long[] missing) {
    this.context = context;
    this.rows = rows;
    this.missing = missing;
  }

  /**
   * @param reference query of the reference's rows
   * @param current query of the current rows
   * @param column the column in both
   * @param numbers whether its values are numbers, else they are text
   */
  public static Samples of(
      JobContext context, String reference, String current, String column, boolean numbers)
      throws Exception {
    String name = Sql.identifier(column);
    String value =
        numbers
            ? "CASE WHEN isfinite(CAST("
                + name
                + " AS DOUBLE)) THEN CAST("
                + name
                + " AS DOUBLE) END"
            : "CAST(" + name + " AS VARCHAR)";
    context.execute(
        "CREATE OR REPLACE TEMP TABLE drift_values AS SELECT CAST(0 AS TINYINT) AS side, "
            + value
            + " AS v FROM ("
            + reference
            + ") UNION ALL SELECT 1, "
            + value
            + " FROM ("
            + current
            + ")");
    long[] rows = new long[2];
    long[] missing = new long[2];
    each(
        context,
        "SELECT side, count(v), count(*) - count(v) FROM " + TABLE + " GROUP BY side",
        row -> {
          rows[row.getInt(1)] = row.getLong(2);
          missing[row.getInt(1)] = row.getLong(3);
        });
    return new Samples(context, rows, missing);
  }

  JobContext context() {
    return context;
  }

  /** Rows with a value. */
  public long reference() {
    return rows[0];
  }

  /** Rows with a value. */
  public long current() {
    return rows[1];
  }

  public long missingReference() {
    return missing[0];
  }

  public long missingCurrent() {
    return missing[1];
  }

  /** How many different values there are on both sides together, about. */
  public long distinct() throws Exception {
    return one("SELECT approx_count_distinct(v) FROM " + TABLE, row -> row.getLong(1));
  }

  /** Whether there is nothing to compare. */
  public boolean isEmpty() {
    return rows[0] == 0 || rows[1] == 0;
  }

  @FunctionalInterface
  interface RowAction {
    void accept(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static void each(JobContext context, String sql, RowAction action) throws Exception {
    context.checkCancelled();
    try (Statement statement = context.connection().createStatement();
        AutoCloseable registered = context.whenCancelled(statement::cancel);
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        action.accept(row);
      }
    } catch (SQLException e) {
      context.checkCancelled();
      throw e;
    }
  }

  <T> List<T> list(String sql, RowReader<T> reader) throws Exception {
    var all = new ArrayList<T>();
    each(context, sql, row -> all.add(reader.read(row)));
    return all;
  }

  <T> T one(String sql, RowReader<T> reader) throws Exception {
    return list(sql, reader).getFirst();
  }

  @Override
  public void close() throws SQLException {
    try (Statement statement = context.connection().createStatement()) {
      statement.execute("DROP TABLE IF EXISTS " + TABLE);
    }
  }
}
