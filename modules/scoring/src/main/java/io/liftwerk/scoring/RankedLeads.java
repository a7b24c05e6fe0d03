package io.liftwerk.scoring;

import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ranking that one run gave a table, read a page at a time in the order of its ranks: the first
 * row has rank 1. A table keeps its newest ranking only, so another run's is never passed off as
 * this one's: {@link #replacedBy} says which run has the table now. Safe to use from several
 * threads.
 */
public final class RankedLeads {
  private static final List<TableInfo.Column> COLUMNS =
      List.of(
          new TableInfo.Column("record_id", "VARCHAR"),
          new TableInfo.Column("score", "DECIMAL(6,4)"),
          new TableInfo.Column("decile", "BIGINT"),
          new TableInfo.Column("open", "BOOLEAN"),
          new TableInfo.Column("outcome", "BOOLEAN"),
          new TableInfo.Column("reasons", "VARCHAR"));

  private final Workspace workspace;
  private final String scores;
  private final String table;
  private final String run;

  /**
   * @param result says which table was scored, and where the scores are kept
   * @param run number of the run whose ranking is wanted
   */
  public RankedLeads(Workspace workspace, LeadScoringResult result, String run) {
    this.workspace = workspace;
    this.scores = TableRef.parse(result.scoresTable()).sql();
    this.table = result.table();
    this.run = run;
  }

  /**
   * The run whose ranking stands in this one's place, null while this one stands; empty when none
   * does.
   *
   * @throws WorkbenchException code {@code ranking-unreadable}
   */
  public @Nullable String replacedBy() {
    try (Connection connection = workspace.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT run FROM " + scores + " WHERE source_table = ? LIMIT 1")) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        String present = row.next() ? row.getString(1) : "";
        return run.equals(present) ? null : present;
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  public List<TableInfo.Column> columns() {
    return COLUMNS;
  }

  /**
   * The leads with the ranks {@code offset + 1} to {@code offset + limit}.
   *
   * @throws WorkbenchException code {@code ranking-unreadable}
   */
  public Page page(long offset, int limit) {
    try (Connection connection = workspace.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT record_id, CAST(score AS DECIMAL(6,4)), decile, open, outcome, reasons FROM"
                    + " "
                    + scores
                    + " WHERE source_table = ? AND run = ? AND rank > ? AND rank <= ?"
                    + " ORDER BY rank")) {
      statement.setString(1, table);
      statement.setString(2, run);
      statement.setLong(3, offset);
      statement.setLong(4, offset + limit);
      var rows = new ArrayList<List<@Nullable Object>>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(
              Arrays.asList(
                  row.getString(1),
                  row.getBigDecimal(2),
                  row.getLong(3),
                  row.getBoolean(4),
                  row.getObject(5),
                  row.getString(6)));
        }
      }
      return new Page(COLUMNS.stream().map(TableInfo.Column::name).toList(), rows, offset);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private WorkbenchException unreadable(SQLException e) {
    return new WorkbenchException(
        "ranking-unreadable",
        "The ranked list of " + table + " cannot be read: " + e.getMessage() + ".",
        "Score the table again.",
        e);
  }
}
