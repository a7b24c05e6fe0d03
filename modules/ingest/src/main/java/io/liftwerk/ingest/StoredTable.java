package io.liftwerk.ingest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.liftwerk.workspace.Sql;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A loaded table: what its columns are kept as, and how the line of a row is found.
 *
 * @param table its qualified name, {@code load.lNNNNNN}
 * @param firstLine line of the first row where rows and lines go together; null where a column
 *     {@code _row} tells each row's line
 * @param base rowid of the first row; 0 once committed, high inside the transaction that loads it
 * @param typed columns that are not kept as text, by name
 */
record StoredTable(
    String table, @Nullable Long firstLine, @JsonIgnore long base, Map<String, Storage> typed) {

  @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
  StoredTable {
    typed = typed == null ? Map.of() : new LinkedHashMap<>(typed);
  }

  /** A table of text with a column {@code _row}, as workspaces of format 1 have them. */
  static StoredTable ofText(String table) {
    return new StoredTable(table, null, 0, Map.of());
  }

  /** The same once its transaction is committed. */
  StoredTable committed() {
    return new StoredTable(table, firstLine, 0, typed);
  }

  Storage storage(String column) {
    return typed.getOrDefault(column, Storage.TEXT);
  }

  /** The text that the file held in {@code column}. */
  String text(String column) {
    return storage(column).textSql(Sql.identifier(column));
  }

  /** The value of {@code column} as {@code reading} reads it. */
  String value(String column, Reading reading) {
    return storage(column).gives(reading) ? Sql.identifier(column) : reading.valueSql(text(column));
  }

  /** True for the rows that start in line {@code line}. */
  String at(long line) {
    return firstLine == null ? "_row = " + line : "rowid = " + (line - firstLine + base);
  }

  /** The line of the file where a row starts. */
  String row() {
    if (firstLine == null) {
      return "_row";
    }
    return "(rowid + " + (firstLine - base) + ")";
  }
}
