package io.liftwerk.scoring;

import io.liftwerk.workspace.JobContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads from the warehouse on the job's connection; cancelling the job interrupts the statement.
 */
final class Query {
  private Query() {}

  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  interface RowAction {
    void accept(ResultSet row) throws SQLException;
  }

  static void each(JobContext context, String sql, RowAction action) throws Exception {
    context.checkCancelled();
    try (Statement statement = context.connection().createStatement();
        AutoCloseable registered = context.whenCancelled(statement::cancel);
        ResultSet row = statement.executeQuery(sql)) {
      int count = 0;
      while (row.next()) {
        if ((++count & 0x3ff) == 0) {
          context.checkCancelled();
        }
        action.accept(row);
      }
    } catch (SQLException e) {
      context.checkCancelled();
      throw e;
    }
  }

  static <T> List<T> list(JobContext context, String sql, RowReader<T> reader) throws Exception {
    var rows = new ArrayList<T>();
    each(context, sql, row -> rows.add(reader.read(row)));
    return rows;
  }

  static <T> T one(JobContext context, String sql, RowReader<T> reader) throws Exception {
    return list(context, sql, reader).getFirst();
  }
}
