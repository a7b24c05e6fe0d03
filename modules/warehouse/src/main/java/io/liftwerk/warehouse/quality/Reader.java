package io.liftwerk.warehouse.quality;

import io.liftwerk.workspace.JobContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection of its own, on which nothing can be written and whose errors touch nobody else. What
 * is read between two calls of {@link #begin()} is one snapshot.
 */
final class Reader implements AutoCloseable {
  private final JobContext context;
  private final Connection connection;

  Reader(JobContext context) throws SQLException {
    this.context = context;
    this.connection = context.workspace().connect();
  }

  /** Leaves what was before, an error included, and begins anew. */
  void begin() throws SQLException {
    context.checkCancelled();
    end();
    execute("BEGIN TRANSACTION READ ONLY");
  }

  private void end() {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // there was none
      return;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** All rows of a query whose answer is small. Cancelling the job interrupts it. */
  List<List<@Nullable Object>> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        var cancelling = context.whenCancelled(statement::cancel);
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      var rows = new ArrayList<List<@Nullable Object>>();
      while (result.next()) {
        var row = new ArrayList<@Nullable Object>(columns);
        for (int i = 1; i <= columns; i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      context.checkCancelled();
      throw String.valueOf(e.getMessage()).contains("Invalid result set") ? reason(sql, e) : e;
    }
  }

  /**
   * What went wrong in a query whose rows could not be fetched: the driver has the reason only
   * where it does not stream.
   */
  private SQLException reason(String sql, SQLException unexplained) throws SQLException {
    begin();
    try {
      execute("CREATE TEMP TABLE reading AS " + sql);
      return unexplained;
    } catch (SQLException e) {
      context.checkCancelled();
      return e;
    }
  }

  List<@Nullable Object> row(String sql) throws SQLException {
    return rows(sql).getFirst();
  }

  @Override
  public void close() throws SQLException {
    end();
    connection.close();
  }
}
