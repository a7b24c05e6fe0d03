package io.liftwerk.experiments;

import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of persons and their outcomes, and its columns.
 *
 * @param ref schema and name
 * @param fields its columns
 */
record AbTable(TableRef ref, List<Field> fields) {

  /**
   * A column.
   *
   * @param name as it is spelt in the table
   * @param type as DuckDB names it
   */
  record Field(String name, String type) {
    String sql() {
      return Sql.identifier(name);
    }

    /** Its trimmed text, null where blank. */
    String text() {
      return "nullif(trim(CAST(" + sql() + " AS VARCHAR)), '')";
    }

    /** What tells its values apart; text is trimmed first. */
    String key() {
      return words() ? text() : sql();
    }

    boolean numeric() {
      return type.matches("(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\\(.*)");
    }

    boolean truth() {
      return type.equals("BOOLEAN");
    }

    boolean words() {
      return type.equals("VARCHAR");
    }

    boolean temporal() {
      return type.startsWith("DATE") || type.startsWith("TIMESTAMP");
    }
  }

  /**
   * @throws WorkbenchException code {@code table-unknown}, naming the nearest
   */
  static AbTable find(JobContext context, String name) throws Exception {
    TableRef wanted = TableRef.parse(name);
    List<TableRef> tables =
        AbQuery.list(
            context,
            "SELECT table_schema, table_name FROM information_schema.tables"
                + " WHERE table_schema IN ('bronze', 'silver', 'gold') ORDER BY ALL",
            row -> new TableRef(row.getString(1), row.getString(2)));
    TableRef table =
        tables.stream()
            .filter(one -> one.toString().equalsIgnoreCase(wanted.toString()))
            .findFirst()
            .orElseThrow(
                () ->
                    new WorkbenchException(
                        "table-unknown",
                        "There is no table " + wanted + " in this workspace.",
                        nearest(
                            wanted.toString(), tables.stream().map(TableRef::toString).toList())));
    return new AbTable(
        table,
        AbQuery.list(
            context,
            "DESCRIBE SELECT * FROM " + table.sql(),
            row -> new Field(row.getString(1), row.getString(2))));
  }

  private static String nearest(String wanted, List<String> names) {
    return Names.nearest(wanted, names)
        .map(name -> "Did you mean '" + name + "'?")
        .orElse("Import a file first.");
  }

  Optional<Field> find(String name) {
    return Names.match(name, names())
        .flatMap(spelt -> fields.stream().filter(one -> one.name().equals(spelt)).findFirst());
  }

  private List<String> names() {
    return fields.stream().map(Field::name).toList();
  }

  /**
   * The column a user named.
   *
   * @param role what it was named for
   * @throws WorkbenchException code {@code column-unknown}, naming the nearest
   */
  Field field(String role, String name) {
    return find(name)
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "column-unknown",
                    "The %s '%s' is not in %s.".formatted(role, name, ref),
                    nearest(name, names())));
  }

  /** The column a user named, if any. */
  @Nullable Field optional(String role, @Nullable String name) {
    return name == null ? null : field(role, name);
  }
}
