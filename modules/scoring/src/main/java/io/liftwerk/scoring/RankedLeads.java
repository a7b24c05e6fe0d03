package io.liftwerk.scoring;

import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.TableInfo;
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
 * The present ranking of one table, read a page at a time in the order of its ranks: the first row
 * has rank 1. Safe to use from several threads.
 */
public final class RankedLeads {
  private static final List<TableInfo.Column> COLUMNS =
      List.of(
          new TableInfo.Column("record_id", "VARCHAR"),
          new TableInfo.Column("score", "DECIMAL(6,4)"),
          new TableInfo.Column("decile", "BIGINT"),
          new TableInfo.Column("open", "BOOLEAN"),
          new TableInfo.Column("outcome", "BOOLEAN"));

  private final Workspace workspace;
  private final String table;

  /**
   * @param table the scored table as the result names it
   */
  public RankedLeads(Workspace workspace, String table) {
    this.workspace = workspace;
    this.table = table;
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
                "SELECT record_id, CAST(score AS DECIMAL(6,4)), decile, open, outcome"
                    + " FROM gold.lead_scores"
                    + " WHERE source_table = ? AND rank > ? AND rank <= ? ORDER BY rank")) {
      statement.setString(1, table);
      statement.setLong(2, offset);
      statement.setLong(3, offset + limit);
      var rows = new ArrayList<List<@Nullable Object>>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(
              Arrays.asList(
                  row.getString(1),
                  row.getBigDecimal(2),
                  row.getLong(3),
                  row.getBoolean(4),
                  row.getObject(5)));
        }
      }
      return new Page(COLUMNS.stream().map(TableInfo.Column::name).toList(), rows, offset);
    } catch (SQLException e) {
      throw new WorkbenchException(
          "ranking-unreadable",
          "The ranked list of " + table + " cannot be read: " + e.getMessage() + ".",
          "Score the table again.",
          e);
    }
  }
}
