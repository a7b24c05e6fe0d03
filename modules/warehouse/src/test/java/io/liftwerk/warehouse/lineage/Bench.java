package io.liftwerk.warehouse.lineage;

import io.liftwerk.workspace.TableRef;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A database in memory, models over it, and their lineage as text. */
final class Bench implements AutoCloseable {
  private final Connection connection;
  private final Map<TableRef, String> models = new LinkedHashMap<>();

  Bench(String... statements) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    sql("CREATE SCHEMA bronze", "CREATE SCHEMA silver", "CREATE SCHEMA gold");
    sql(statements);
  }

  void sql(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  Bench model(String schema, String name, String sql) {
    models.put(new TableRef(schema, name), sql);
    return this;
  }

  /** Makes the models into tables, as a build would. */
  Bench built() throws SQLException {
    for (var model : models.entrySet()) {
      sql("CREATE TABLE " + model.getKey().sql() + " AS " + model.getValue());
    }
    return this;
  }

  Relations relations() throws SQLException {
    return Relations.of(connection, models);
  }

  /** What a query's columns are made of: {@code name <- HOW schema.table.column, …}. */
  List<String> lineage(String query) throws SQLException {
    model("gold", "asked", query);
    QueryLineage lineage = relations().lineage(new TableRef("gold", "asked")).orElseThrow();
    var lines = new ArrayList<String>();
    for (Output column : lineage.columns()) {
      lines.add(column.name() + " <- " + line(column.from()) + gap(column.gap()));
    }
    if (lineage.gap() != null) {
      lines.add("?" + lineage.gap());
    }
    return lines;
  }

  String influences(String query) throws SQLException {
    model("gold", "asked", query);
    return line(relations().lineage(new TableRef("gold", "asked")).orElseThrow().influences());
  }

  static String line(List<Dependency> dependencies) {
    return dependencies.stream()
        .map(
            one ->
                one.how() + " " + one.relation() + (one.column() == null ? "" : "." + one.column()))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String gap(@Nullable String gap) {
    return gap == null ? "" : " ?" + gap;
  }

  /** All rows of a query, columns joined by a bar. */
  List<String> query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (row.next()) {
        var cells = new Object[row.getMetaData().getColumnCount()];
        for (int c = 0; c < cells.length; c++) {
          cells[c] = row.getString(c + 1);
        }
        rows.add(Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining("|")));
      }
      return rows;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
