package io.liftwerk.warehouse;

import io.liftwerk.warehouse.project.ProjectModel;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes and takes away the tables and views that models become, in the job's transaction. */
final class ModelTables {
  private static final String ADDED = "temp.liftwerk_added";

  private final JobContext context;
  private final Connection connection;
  private final Map<String, Boolean> views = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  ModelTables(JobContext context) throws SQLException {
    this.context = context;
    this.connection = context.connection();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT table_schema || '.' || table_name, table_type = 'VIEW'"
                    + " FROM information_schema.tables"
                    + " WHERE table_catalog = current_database()"
                    + " AND table_schema IN ('staging', 'silver', 'gold', 'liftwerk')");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        views.put(row.getString(1), row.getBoolean(2));
      }
    }
  }

  boolean exists(TableRef table) {
    return views.containsKey(table.toString());
  }

  boolean isView(TableRef table) {
    return Boolean.TRUE.equals(views.get(table.toString()));
  }

  /** Removes the table or view, if there is one. */
  void drop(TableRef table) throws SQLException {
    Boolean view = views.remove(table.toString());
    if (view != null) {
      run("DROP " + (view ? "VIEW " : "TABLE ") + table.sql());
    }
  }

  void view(TableRef table, String sql) throws SQLException {
    if (exists(table) && !isView(table)) {
      drop(table);
    }
    run("CREATE OR REPLACE VIEW " + table.sql() + " AS\n" + sql);
    views.put(table.toString(), true);
  }

  /** Looks up all names and types of a query that becomes no table. */
  void lookUp(String sql) throws SQLException {
    run("CREATE OR REPLACE TEMP VIEW liftwerk_looked_up AS\n" + sql);
  }

  void table(TableRef table, String sql, double from, double to) throws SQLException {
    if (isView(table)) {
      drop(table);
    }
    context.execute(
        from, to, "building " + table, "CREATE OR REPLACE TABLE " + table.sql() + " AS\n" + sql);
    views.put(table.toString(), false);
  }

  /**
   * Adds the rows of the model's second query to its table, in place of those of the same key.
   *
   * @return false, and nothing has changed, when they have other columns than the table
   */
  boolean add(ProjectModel model, String sql, double from, double to) throws SQLException {
    TableRef table = model.relation();
    context.execute(
        from,
        from + 0.9 * (to - from),
        "building " + table,
        "CREATE OR REPLACE TEMP TABLE liftwerk_added AS\n" + sql);
    if (!columns("temp", "main", "liftwerk_added").equals(columns(table))) {
      run("DROP TABLE " + ADDED);
      return false;
    }
    List<String> key = model.config().uniqueKey();
    if (!key.isEmpty()) {
      String same =
          String.join(
              " AND ",
              key.stream()
                  .map(Sql::identifier)
                  .map(column -> "added." + column + " IS NOT DISTINCT FROM there." + column)
                  .toList());
      context.execute(
          "DELETE FROM "
              + table.sql()
              + " AS there WHERE EXISTS (SELECT 1 FROM "
              + ADDED
              + " AS added WHERE "
              + same
              + ")");
    }
    context.execute("INSERT INTO " + table.sql() + " BY NAME SELECT * FROM " + ADDED);
    run("DROP TABLE " + ADDED);
    return true;
  }

  List<TableInfo.Column> columns(TableRef table) throws SQLException {
    return columns(null, table.schema(), table.name());
  }

  private List<TableInfo.Column> columns(@Nullable String database, String schema, String name)
      throws SQLException {
    var columns = new ArrayList<TableInfo.Column>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT column_name, data_type FROM duckdb_columns()"
                + " WHERE database_name = coalesce(?, current_database()) AND schema_name = ?"
                + " AND lower(table_name) = lower(?) ORDER BY column_index")) {
      statement.setString(1, database);
      statement.setString(2, schema);
      statement.setString(3, name);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          columns.add(new TableInfo.Column(row.getString(1), row.getString(2)));
        }
      }
    }
    return List.copyOf(columns);
  }

  /** Rows of a table; null for a view, which would have to be worked out for it. */
  @Nullable Long rows(TableRef table) throws SQLException {
    if (isView(table)) {
      return null;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.sql())) {
      row.next();
      return row.getLong(1);
    }
  }

  private void run(String sql) throws SQLException {
    context.checkCancelled();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
