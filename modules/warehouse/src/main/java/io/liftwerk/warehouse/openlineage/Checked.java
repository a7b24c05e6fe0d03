package io.liftwerk.warehouse.openlineage;

import io.liftwerk.workspace.TableRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model as its tests found it last.
 *
 * @param table the model's table
 * @param run number of the run
 * @param at when
 * @param assertions what was tested, those left out that could not run
 */
public record Checked(TableRef table, String run, Instant at, List<Assertion> assertions) {

  /**
   * A test.
   *
   * @param name what is expected, {@code not_null}
   * @param column of which column, null of the table
   * @param success whether it holds
   */
  public record Assertion(String name, @Nullable String column, boolean success) {}

  /** The latest results of the tests of {@code models}; empty where nothing was checked. */
  public static List<Checked> latest(Connection connection, List<Built> models)
      throws SQLException {
    if (!Built.exists(connection, "test_results")) {
      return List.of();
    }
    Map<String, TableRef> tables = new LinkedHashMap<>();
    models.forEach(model -> tables.put(model.model(), model.table()));
    String sql =
        """
        SELECT model, run, column_name, name, status, checked_at FROM build.test_results
        WHERE status <> 'error'
        QUALIFY row_number() OVER (PARTITION BY test ORDER BY run::BIGINT DESC) = 1
        ORDER BY model, test
        """;
    var checks = new LinkedHashMap<TableRef, Checked>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        TableRef table = tables.get(row.getString("model"));
        if (table == null) {
          continue;
        }
        Instant at = row.getObject("checked_at", OffsetDateTime.class).toInstant();
        Checked before = checks.get(table);
        boolean older = before != null && !at.isAfter(before.at());
        List<Assertion> all =
            before == null ? new ArrayList<>() : new ArrayList<>(before.assertions());
        String column = row.getString("column_name");
        all.add(
            new Assertion(
                row.getString("name"),
                column == null || column.isEmpty() ? null : column,
                row.getString("status").equals("pass")));
        checks.put(
            table,
            new Checked(
                table,
                before != null && older ? before.run() : row.getString("run"),
                before != null && older ? before.at() : at,
                all));
      }
    }
    return List.copyOf(checks.values());
  }
}
