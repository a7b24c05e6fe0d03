package io.liftwerk.scoring;

import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a column that may serve as target holds, for a user who is choosing one. */
public final class OutcomeValues {
  private static final int MOST = 50;

  /**
   * A value and how many rows hold it.
   *
   * @param text null for rows whose outcome is open
   */
  public record Value(@Nullable String text, long rows) {}

  private OutcomeValues() {}

  /**
   * The most frequent values of {@code column}, at most fifty, most frequent first; empty text
   * counts as open, as it does in scoring.
   *
   * @throws WorkbenchException code {@code column-unreadable}
   */
  public static List<Value> of(Workspace workspace, TableRef table, String column) {
    String value = "nullif(trim(CAST(" + Sql.identifier(column) + " AS VARCHAR)), '')";
    String sql =
        "SELECT %s AS value, count(*) AS n FROM %s GROUP BY value ORDER BY n DESC, value LIMIT %d"
            .formatted(value, table.sql(), MOST);
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      var values = new ArrayList<Value>();
      while (row.next()) {
        values.add(new Value(row.getString(1), row.getLong(2)));
      }
      return values;
    } catch (SQLException e) {
      throw new WorkbenchException(
          "column-unreadable",
          "The column '%s' of %s cannot be read: %s."
              .formatted(
                  column, table, String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          "Choose another column.",
          e);
    }
  }
}
