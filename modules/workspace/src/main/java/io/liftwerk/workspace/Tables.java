package io.liftwerk.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the tables and views of bronze, silver and gold, a page at a time, so that a table of
 * any size opens and jumps quickly and takes constant memory. Safe to use from several threads.
 *
 * <p>A jump in the table's own order costs DuckDB no scan. Sorted by a column, the order is worked
 * out once (about a second for ten million rows) and kept for the next pages, see {@link
 * SortedOrder}; sorted rows lie scattered, so ask for about a hundred at a time.
 */
public final class Tables {
  private static final String LISTED = "('bronze', 'silver', 'gold')";
  private static final String KNOWN = "('bronze', 'silver', 'gold', 'failures')";

  private record Found(List<TableInfo.Column> columns, boolean view) {}

  private final Workspace workspace;

  public Tables(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * All tables and views of bronze, silver and gold, in this order, then by name. The rows that
   * tests found, in the schema {@code failures}, are not listed but can be asked for.
   */
  public List<TableInfo> list() {
    return reading(
        connection -> {
          var tables = new ArrayList<TableInfo>();
          for (Map.Entry<TableRef, Found> entry : catalog(connection, LISTED).entrySet()) {
            Found found = entry.getValue();
            long rows = rowsOrUnreadable(connection, entry.getKey());
            tables.add(new TableInfo(entry.getKey(), rows, found.columns(), found.view()));
          }
          return tables;
        });
  }

  /**
   * One table or view.
   *
   * @throws WorkbenchException code {@code table-unknown}, naming the nearest name there is; {@code
   *     table-unreadable} when a view's source is gone
   */
  public TableInfo describe(TableRef table) {
    return reading(connection -> describe(connection, table));
  }

  /**
   * Rows {@code offset} to {@code offset + limit} in the table's own order.
   *
   * @throws WorkbenchException as {@link #describe}
   */
  public Page page(TableRef table, long offset, int limit) {
    return reading(
        connection -> {
          find(connection, table);
          return fetch(connection, "SELECT * FROM " + table.sql() + limits(offset, limit), offset);
        });
  }

  /**
   * Rows {@code offset} to {@code offset + limit}, sorted by a column; missing values come last,
   * ties keep the table's own order.
   *
   * @throws WorkbenchException as {@link #describe}, and {@code column-unknown}
   */
  public Page page(TableRef table, String orderBy, boolean descending, long offset, int limit) {
    return reading(
        connection -> {
          Found found = find(connection, table);
          String column = column(table, found, orderBy);
          return workspace
              .sortedOrder()
              .page(connection, table, found.columns(), found.view(), column, descending)
              .page(offset, limit);
        });
  }

  /**
   * The first rows, in the table's own order, whose {@code column} of whole numbers holds {@code
   * value}; at most {@code limit}.
   *
   * @throws WorkbenchException as {@link #describe}, and {@code column-unknown}
   */
  public Page matching(TableRef table, String column, long value, int limit) {
    return reading(
        connection -> {
          String name = column(table, find(connection, table), column);
          // counted, not limited: a limit beside a condition on the rowid of a view's table is an
          // internal error of DuckDB 2.0
          return fetch(
              connection,
              "SELECT * FROM "
                  + table.sql()
                  + " WHERE "
                  + Sql.identifier(name)
                  + " = "
                  + value
                  + " QUALIFY row_number() OVER () <= "
                  + limit,
              0);
        });
  }

  /**
   * Rows {@code offset} to {@code offset + limit} of a query that a module has written.
   *
   * @param select one query, without a semicolon
   * @throws WorkbenchException code {@code table-unreadable}
   */
  public Page pageOf(String select, long offset, int limit) {
    return reading(
        connection ->
            fetch(connection, "SELECT * FROM (" + select + ")" + limits(offset, limit), offset));
  }

  /**
   * How many rows a query has that a module has written.
   *
   * @throws WorkbenchException code {@code table-unreadable}
   */
  public long count(String select) {
    return reading(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("SELECT count(*) FROM (" + select + ")")) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  /**
   * The columns of a query that a module has written.
   *
   * @throws WorkbenchException code {@code table-unreadable}
   */
  public List<TableInfo.Column> columns(String select) {
    return reading(
        connection -> {
          var columns = new ArrayList<TableInfo.Column>();
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("DESCRIBE " + select)) {
            while (row.next()) {
              columns.add(new TableInfo.Column(row.getString(1), row.getString(2)));
            }
          }
          return columns;
        });
  }

  static TableInfo describe(Connection connection, TableRef table) throws SQLException {
    Found found = find(connection, table);
    return new TableInfo(table, rows(connection, table), found.columns(), found.view());
  }

  static Page fetch(Connection connection, String sql, long offset) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      var cells = new Cells(result);
      var rows = new ArrayList<List<@Nullable Object>>();
      while (result.next()) {
        rows.add(cells.row());
      }
      return new Page(cells.columns(), rows, offset);
    }
  }

  static String limits(long offset, int limit) {
    return " LIMIT " + Math.max(0, limit) + " OFFSET " + Math.max(0, offset);
  }

  private static String column(TableRef table, Found found, String name) {
    List<String> names = found.columns().stream().map(TableInfo.Column::name).toList();
    return Names.match(name, names)
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "column-unknown",
                    table + " has no column '" + name + "'." + Names.suggestion(name, names),
                    "Its columns are: " + String.join(", ", names) + "."));
  }

  private static Found find(Connection connection, TableRef table) throws SQLException {
    Map<TableRef, Found> catalog = catalog(connection, KNOWN);
    Found found = catalog.get(table);
    if (found == null) {
      List<String> names = catalog.keySet().stream().map(TableRef::toString).toList();
      throw new WorkbenchException(
          "table-unknown",
          "There is no table " + table + "." + Names.suggestion(table.toString(), names),
          names.isEmpty()
              ? "This workspace has no tables yet; import a file first."
              : "List the tables to see their names.");
    }
    return found;
  }

  private static Map<TableRef, Found> catalog(Connection connection, String schemas)
      throws SQLException {
    String sql =
        """
        SELECT c.schema_name, c.table_name, c.column_name, c.data_type, v.view_name IS NOT NULL
        FROM duckdb_columns() c
        LEFT JOIN duckdb_views() v
          ON v.database_name = c.database_name AND v.schema_name = c.schema_name
            AND v.view_name = c.table_name
        WHERE c.database_name = current_database() AND c.schema_name IN %s
        ORDER BY array_position(['bronze', 'silver', 'gold', 'failures'], c.schema_name),
          c.table_name, c.column_index
        """
            .formatted(schemas);
    record Row(TableRef table, TableInfo.Column column, boolean view) {}
    var rows = new ArrayList<Row>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(
            new Row(
                new TableRef(row.getString(1), row.getString(2)),
                new TableInfo.Column(row.getString(3), row.getString(4)),
                row.getBoolean(5)));
      }
    }
    var tables = new LinkedHashMap<TableRef, Found>();
    rows.stream()
        .collect(Collectors.groupingBy(Row::table, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (table, columns) ->
                tables.put(
                    table,
                    new Found(
                        columns.stream().map(Row::column).toList(), columns.getFirst().view())));
    return tables;
  }

  private static long rowsOrUnreadable(Connection connection, TableRef table) {
    try {
      return rows(connection, table);
    } catch (WorkbenchException e) {
      return -1;
    }
  }

  private static long rows(Connection connection, TableRef table) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.sql())) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw unreadable(table.toString(), e);
    }
  }

  private static WorkbenchException unreadable(String what, SQLException e) {
    return new WorkbenchException(
        "table-unreadable", what + " cannot be read: " + Failures.firstLine(e) + ".", "", e);
  }

  private interface Reading<T> {
    T read(Connection connection) throws SQLException;
  }

  private <T> T reading(Reading<T> work) {
    try (Connection connection = workspace.connect()) {
      return work.read(connection);
    } catch (SQLException e) {
      throw unreadable("The warehouse", e);
    }
  }
}
