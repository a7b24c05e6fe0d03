package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every table of the warehouse that is stored, with its columns of text. */
final class WarehouseTables {
  /** Schemas in which Liftwerk keeps its books: there a row is never a person's. */
  private static final List<String> BOOKS = List.of("ledger", "build");

  /** Column of frequent values in the table of what tests compare with. */
  static final String BASELINE = "baseline";

  private WarehouseTables() {}

  /**
   * A stored table.
   *
   * @param text its columns of text
   */
  record Stored(String schema, String name, List<String> text) {
    String sql() {
      return Sql.identifier(schema) + "." + Sql.identifier(name);
    }

    String shown() {
      return schema + "." + name;
    }

    /** Records that fitted no table. */
    boolean isRejects() {
      return schema.equals("load") && name.matches("r[0-9]{6,}");
    }

    /** What tests compare with: frequent values of columns among it. */
    boolean isBaselines() {
      return schema.equals("build") && name.equals("test_baselines");
    }

    /** The record of what was done, which names the pseudonyms that were asked for. */
    boolean isRecord() {
      return schema.equals("ledger");
    }

    boolean isBooks() {
      return BOOKS.contains(schema) || schema.equals("load") && !name.matches("[lr][0-9]{6,}");
    }
  }

  static List<Stored> of(Session session) throws Exception {
    Map<String, Stored> tables = new LinkedHashMap<>();
    for (var row :
        session.query(
            "SELECT schema_name, table_name, column_name, data_type FROM duckdb_columns() c"
                + " JOIN duckdb_tables() t USING (database_name, schema_name, table_name)"
                + " WHERE NOT t.internal AND NOT t.temporary ORDER BY 1, 2, c.column_index")) {
      String schema = String.valueOf(row[0]);
      String name = String.valueOf(row[1]);
      Stored table =
          tables.computeIfAbsent(
              schema + "\0" + name, key -> new Stored(schema, name, new ArrayList<>()));
      if (isText(String.valueOf(row[3]))) {
        table.text().add(String.valueOf(row[2]));
      }
    }
    return List.copyOf(tables.values());
  }

  private static boolean isText(String type) {
    return type.equals("VARCHAR") || type.equals("JSON");
  }
}
