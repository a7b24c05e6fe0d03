package io.liftwerk.keywords;

import io.liftwerk.workspace.JobContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads on the job's connection; cancelling the job interrupts the statement. */
final class Query {
  private static final int LOOK = 0x3ff;

  private Query() {}

  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  interface RowAction {
    void accept(ResultSet row) throws SQLException;
  }

  static void each(JobContext context, String sql, RowAction action) throws SQLException {
    context.checkCancelled();
    try (Statement statement = context.connection().createStatement();
        JobContext.Registration registered = context.whenCancelled(statement::cancel);
        ResultSet row = statement.executeQuery(sql)) {
      int count = 0;
      while (row.next()) {
        if ((++count & LOOK) == 0) {
          context.checkCancelled();
        }
        action.accept(row);
      }
    } catch (SQLException e) {
      context.checkCancelled();
      throw e;
    }
  }

  static <T> List<T> list(JobContext context, String sql, RowReader<T> reader) throws SQLException {
    var rows = new ArrayList<T>();
    each(context, sql, row -> rows.add(reader.read(row)));
    return rows;
  }

  static <T> T one(JobContext context, String sql, RowReader<T> reader) throws SQLException {
    return list(context, sql, reader).getFirst();
  }
}
