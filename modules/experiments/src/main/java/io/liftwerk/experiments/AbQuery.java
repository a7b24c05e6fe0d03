package io.liftwerk.experiments;

import io.liftwerk.workspace.JobContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads on the job's connection; cancelling the job interrupts the statement. */
final class AbQuery {
  private AbQuery() {}

  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static <T> List<T> list(JobContext context, String sql, RowReader<T> reader) throws Exception {
    context.checkCancelled();
    try (Statement statement = context.connection().createStatement();
        AutoCloseable registered = context.whenCancelled(statement::cancel);
        ResultSet row = statement.executeQuery(sql)) {
      var rows = new ArrayList<T>();
      while (row.next()) {
        if ((rows.size() & 0x3ff) == 0) {
          context.checkCancelled();
        }
        rows.add(reader.read(row));
      }
      return rows;
    } catch (SQLException e) {
      context.checkCancelled();
      throw e;
    }
  }

  static <T> T one(JobContext context, String sql, RowReader<T> reader) throws Exception {
    return list(context, sql, reader).getFirst();
  }
}
