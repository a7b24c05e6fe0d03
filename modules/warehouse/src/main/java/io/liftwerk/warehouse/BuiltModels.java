package io.liftwerk.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands of the models, in {@code build.models}: one row for each table or view that a model
 * made, written in the transaction that made it. A row whose {@code inputs} are empty is built anew
 * at the next build, which is how others say that its sources were rewritten.
 */
final class BuiltModels {

  /**
   * A row.
   *
   * @param model name of the model
   * @param table what it became
   * @param materialized how its rows are kept
   * @param path the file it was made from
   * @param definition hash of its SQL and settings, and of those of all it stands on
   * @param inputs hash of that and of the data
   * @param compiled its SQL; of an incremental model that of all its rows
   * @param columns names and types, in order
   * @param reads what it reads: models' tables and sources, as {@code schema.name}
   * @param run the run that built it
   * @param builtAt when
   * @param rows of a table; null of a view
   * @param seconds that building it took
   * @param older whether its inputs are known to have changed since
   * @param reason why it was not built again; empty unless it is older
   */
  record Row(
      String model,
      TableRef table,
      String materialized,
      String path,
      String definition,
      String inputs,
      String compiled,
      List<TableInfo.Column> columns,
      List<String> reads,
      String run,
      Instant builtAt,
      @Nullable Long rows,
      double seconds,
      boolean older,
      String reason) {

    Row markedOlder(String why) {
      return marked(true, why);
    }

    Row markedCurrent() {
      return marked(false, "");
    }

    /** To be made in full by the next build. */
    Row withoutInputs() {
      return new Row(
          model,
          table,
          materialized,
          path,
          definition,
          "",
          compiled,
          columns,
          reads,
          run,
          builtAt,
          rows,
          seconds,
          older,
          reason);
    }

    private Row marked(boolean isOlder, String why) {
      return new Row(
          model,
          table,
          materialized,
          path,
          definition,
          inputs,
          compiled,
          columns,
          reads,
          run,
          builtAt,
          rows,
          seconds,
          isOlder,
          why);
    }
  }

  private BuiltModels() {}

  /** Makes the schemas of models and the table of what stands, where they are missing. */
  static void ensure(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String schema : List.of("build", "staging", "silver", "gold", "liftwerk")) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
      }
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS build.models (
            model TEXT, schema TEXT, name TEXT, materialized TEXT, path TEXT, definition TEXT,
            inputs TEXT, compiled TEXT, columns TEXT, reads TEXT, run TEXT, built_at TIMESTAMPTZ,
            row_count BIGINT, seconds DOUBLE, older BOOLEAN, reason TEXT)
          """);
    }
  }

  /** Their compiled SQL; empty where nothing has been built. */
  static Map<TableRef, String> compiled(Connection connection) throws SQLException {
    var models = new LinkedHashMap<TableRef, String>();
    read(connection).values().forEach(row -> models.put(row.table(), row.compiled()));
    return models;
  }

  /** What stands, by model; empty where nothing has been built. */
  static Map<String, Row> read(Connection connection) throws SQLException {
    var rows = new LinkedHashMap<String, Row>();
    if (!exists(connection)) {
      return rows;
    }
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT * FROM build.models ORDER BY schema, name");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Row read = row(row);
        rows.put(read.model(), read);
      }
    }
    return rows;
  }

  private static Row row(ResultSet row) throws SQLException {
    long rows = row.getLong("row_count");
    boolean counted = !row.wasNull();
    return new Row(
        row.getString("model"),
        new TableRef(row.getString("schema"), row.getString("name")),
        row.getString("materialized"),
        row.getString("path"),
        row.getString("definition"),
        row.getString("inputs"),
        row.getString("compiled"),
        list(row.getString("columns"), TableInfo.Column[].class),
        list(row.getString("reads"), String[].class),
        row.getString("run"),
        row.getObject("built_at", OffsetDateTime.class).toInstant(),
        counted ? rows : null,
        row.getDouble("seconds"),
        row.getBoolean("older"),
        row.getString("reason"));
  }

  private static <T> List<T> list(String json, Class<T[]> type) throws SQLException {
    try {
      return Arrays.asList(Json.mapper().readValue(json, type));
    } catch (JsonProcessingException e) {
      throw new SQLException("build.models holds what this version cannot read", e);
    }
  }

  /** Writes what stands now in place of what stood before. */
  static void write(Connection connection, Iterable<Row> rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM build.models");
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO build.models VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
      for (Row row : rows) {
        int i = 0;
        insert.setString(++i, row.model());
        insert.setString(++i, row.table().schema());
        insert.setString(++i, row.table().name());
        insert.setString(++i, row.materialized());
        insert.setString(++i, row.path());
        insert.setString(++i, row.definition());
        insert.setString(++i, row.inputs());
        insert.setString(++i, row.compiled());
        insert.setString(++i, Json.write(row.columns()));
        insert.setString(++i, Json.write(row.reads()));
        insert.setString(++i, row.run());
        insert.setObject(++i, row.builtAt().atOffset(ZoneOffset.UTC));
        insert.setObject(++i, row.rows());
        insert.setDouble(++i, row.seconds());
        insert.setBoolean(++i, row.older());
        insert.setString(++i, row.reason());
        insert.executeUpdate();
      }
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database()"
                    + " AND schema_name = 'build' AND table_name = 'models'");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1) > 0;
    }
  }
}
