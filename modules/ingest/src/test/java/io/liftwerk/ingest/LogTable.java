package io.liftwerk.ingest;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A log that was loaded, and looks at it. */
record LogTable(Bench bench, ImportedTable table) {

  /** The only row; its cells with bars between. */
  String row(String columns) {
    return rows(columns).getFirst();
  }

  /** All rows in the order of the file. */
  List<String> rows(String columns) {
    return query("SELECT " + columns + " FROM bronze." + table.name() + " ORDER BY _row");
  }

  /** Line, reason and text of the rejects. */
  List<String> rejects() {
    return query("SELECT _row, reason, line FROM bronze." + table.name() + "__rejects ORDER BY 1");
  }

  private List<String> query(String sql) {
    return bench.rows(sql).stream()
        .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" | ")))
        .toList();
  }

  /** Type of a column, null when there is no such column. */
  @Nullable String type(String column) {
    return table.columns().stream()
        .filter(decision -> decision.name().equals(column))
        .map(decision -> decision.type().json())
        .findFirst()
        .orElse(null);
  }
}
