package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads the schema and first rows of a Parquet file in a database of its own, in memory. */
final class ParquetPreview {
  private ParquetPreview() {}

  static FilePreview of(Path file, long bytes) {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT * FROM read_parquet(" + Sql.literal(file) + ") LIMIT 50")) {
      var meta = result.getMetaData();
      var headers = new ArrayList<String>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        headers.add(meta.getColumnName(i));
      }
      List<String> names = ColumnNames.of(headers);
      var columns = new ArrayList<ColumnDecision>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        columns.add(ParquetSource.decided(names.get(i - 1), meta.getColumnTypeName(i)).decision());
      }
      var rows = new ArrayList<List<String>>();
      while (result.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
          String value = result.getString(i);
          row.add(value == null ? "" : value);
        }
        rows.add(row);
      }
      return new FilePreview(
          String.valueOf(file.getFileName()),
          bytes,
          "Parquet",
          "",
          "",
          List.of(),
          columns,
          rows,
          List.of(),
          List.of());
    } catch (SQLException e) {
      throw Refused.damaged(file, "its Parquet footer cannot be read", e);
    }
  }
}
