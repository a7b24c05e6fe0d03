package io.liftwerk.ingest;

import io.liftwerk.workspace.JobContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/** A job's connection: statements that can be cancelled and that move the bar while they run. */
final class Session {
  private static final long LOOK_MILLIS = 100;

  private final JobContext context;

  Session(JobContext context) {
    this.context = context;
  }

  JobContext context() {
    return context;
  }

  Connection connection() {
    return context.connection();
  }

  void execute(String sql, @Nullable Object... arguments) throws Exception {
    run(sql, arguments, null, PreparedStatement::execute);
  }

  /**
   * Runs a statement and shows its own progress as the part {@code from}..{@code to} of the bar.
   */
  void execute(String sql, double from, double to, String phrase) throws Exception {
    run(sql, new Object[0], new Bar(from, to, phrase), PreparedStatement::execute);
  }

  /** The rows of a small result, every cell as text. */
  List<@Nullable String[]> query(String sql, @Nullable Object... arguments) throws Exception {
    return run(sql, arguments, null, Session::rows);
  }

  /** One row of numbers; NULL becomes 0. */
  long[] numbers(String sql) throws Exception {
    @Nullable String[] row = query(sql).getFirst();
    long[] numbers = new long[row.length];
    for (int i = 0; i < row.length; i++) {
      String cell = row[i];
      numbers[i] =
          cell == null
              ? 0
              : switch (cell) {
                case "true" -> 1;
                case "false" -> 0;
                default -> Long.parseLong(cell);
              };
    }
    return numbers;
  }

  private record Bar(double from, double to, String phrase) {}

  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, @Nullable Object[] arguments, @Nullable Bar bar, Work<T> work)
      throws Exception {
    context.checkCancelled();
    try (PreparedStatement statement = connection().prepareStatement(sql);
        AutoCloseable stop = context.whenCancelled(statement::cancel)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      Thread watcher = bar == null ? null : watch(statement, bar);
      try {
        return work.on(statement);
      } catch (SQLException e) {
        context.checkCancelled();
        throw e;
      } finally {
        if (watcher != null) {
          watcher.interrupt();
          watcher.join();
        }
      }
    }
  }

  private Thread watch(PreparedStatement statement, Bar bar) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (!context.isCancelled()) {
                  Thread.sleep(LOOK_MILLIS);
                  double done =
                      statement
                          .unwrap(DuckDBPreparedStatement.class)
                          .getQueryProgress()
                          .getPercentage();
                  if (done >= 0 && !context.isCancelled()) {
                    double share = Math.min(100, done) / 100;
                    context.progress(bar.from() + share * (bar.to() - bar.from()), bar.phrase());
                  }
                }
              } catch (InterruptedException | SQLException | RuntimeException e) {
                // the statement has ended, or its end will tell what went wrong
                return;
              }
            });
  }

  private static List<@Nullable String[]> rows(PreparedStatement statement) throws SQLException {
    var rows = new ArrayList<@Nullable String[]>();
    try (ResultSet result = statement.executeQuery()) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        @Nullable String[] row = new String[columns];
        for (int i = 0; i < columns; i++) {
          row[i] = result.getString(i + 1);
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
