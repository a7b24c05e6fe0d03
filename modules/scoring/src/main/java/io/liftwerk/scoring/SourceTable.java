package io.liftwerk.scoring;

import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table to score and a snapshot of it in one fixed order, so that a row's number means the same
 * in every query of the run and in every run on the same rows: by {@code _source} and {@code _row}
 * where the table has them, else as stored, else by all columns.
 */
final class SourceTable {
  /** The snapshot: the table's columns, and each row's number in {@link #N}. */
  static final String SNAPSHOT = "temp.main.liftwerk_leads_snapshot";

  /** Row number in the snapshot, from 0. */
  static final String N = "liftwerk_n";

  /** Columns that say where a row came from; never learned from. */
  static final List<String> TECHNICAL = List.of("_source", "_row", "_loaded_at");

  private final TableRef table;
  private final List<Field> fields;
  private String contentHash = "";

  private SourceTable(TableRef table, List<Field> fields) {
    this.table = table;
    this.fields = fields;
  }

  /** A column and its type as DuckDB names it. */
  record Field(String name, String type) {
    String sql() {
      return Sql.identifier(name);
    }

    boolean technical() {
      return TECHNICAL.contains(name);
    }

    /** Its trimmed text, null where blank. */
    String text() {
      return "nullif(trim(CAST(" + sql() + " AS VARCHAR)), '')";
    }
  }

  /**
   * @throws WorkbenchException code {@code table-unknown}
   */
  static SourceTable snapshot(JobContext context, String name) throws Exception {
    SourceTable source = find(context, name);
    context.execute(
        "CREATE OR REPLACE TEMP TABLE liftwerk_leads_snapshot AS SELECT row_number() OVER (ORDER BY"
            + " "
            + source.order(context)
            + ") - 1 AS "
            + N
            + ", * FROM "
            + source.table.sql());
    return source;
  }

  /**
   * The table itself, of which no snapshot is made.
   *
   * @throws WorkbenchException code {@code table-unknown}
   */
  static SourceTable find(JobContext context, String name) throws Exception {
    TableRef wanted = TableRef.parse(name);
    List<TableRef> tables =
        Query.list(
            context,
            "SELECT table_schema, table_name FROM information_schema.tables"
                + " WHERE table_schema IN ('bronze', 'silver', 'gold') ORDER BY ALL",
            row -> new TableRef(row.getString(1), row.getString(2)));
    TableRef table =
        tables.stream()
            .filter(t -> t.toString().equalsIgnoreCase(wanted.toString()))
            .findFirst()
            .orElseThrow(() -> unknown(wanted, tables));
    return new SourceTable(table, describe(context, table));
  }

  private static List<Field> describe(JobContext context, TableRef table) throws Exception {
    return Query.list(
        context,
        "DESCRIBE SELECT * FROM " + table.sql(),
        row -> new Field(row.getString(1), row.getString(2)));
  }

  /** What puts the rows in their one order, in SQL. */
  String order(JobContext context) throws Exception {
    if (find("_row").isPresent()) {
      return find("_source").isPresent() ? "\"_source\", \"_row\"" : "\"_row\"";
    }
    boolean stored =
        Query.one(
            context,
            "SELECT count(*) > 0 FROM duckdb_tables() WHERE NOT internal AND schema_name = "
                + Sql.literal(table.schema())
                + " AND table_name = "
                + Sql.literal(table.name()),
            row -> row.getBoolean(1));
    return stored ? "rowid" : String.join(", ", fields.stream().map(Field::sql).toList());
  }

  TableRef table() {
    return table;
  }

  List<Field> fields() {
    return fields;
  }

  Optional<Field> find(String name) {
    return fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * The column a user named.
   *
   * @param role what it was named for: {@code target column}
   * @throws WorkbenchException code {@code column-unknown}, naming the nearest
   */
  Field field(String role, String name) {
    return find(name)
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "column-unknown",
                    "The %s '%s' is not in %s.".formatted(role, name, table),
                    Nearest.hint(name, fields.stream().map(Field::name).toList())));
  }

  /** Row identification in SQL: the table's own row number, or the place in the snapshot. */
  String rowNumber() {
    return find("_row").isPresent() ? "CAST(\"_row\" AS BIGINT)" : N + " + 1";
  }

  /** SHA-256 of columns and rows, once they were counted. */
  String contentHash() {
    return contentHash;
  }

  /** Number of rows, noted with a hash of their content as an input of the run. */
  int count(JobContext context) throws Exception {
    record Content(long rows, @Nullable String hash) {}
    Content content =
        Query.one(
            context,
            "SELECT count(*), CAST(sum(hash(t)) AS VARCHAR) FROM " + SNAPSHOT + " t",
            row -> new Content(row.getLong(1), row.getString(2)));
    checkCount(content.rows());
    contentHash = Hashes.sha256(fields + "\n" + content.hash());
    context.input(table.toString(), contentHash, content.rows());
    return (int) content.rows();
  }

  /**
   * @throws WorkbenchException code {@code table-empty} or {@code table-too-large}
   */
  void checkCount(long rows) {
    if (rows == 0) {
      throw new WorkbenchException(
          "table-empty", "%s has no rows.".formatted(table), "Import a file with records first.");
    }
    if (rows > 100_000_000) {
      throw new WorkbenchException(
          "table-too-large",
          String.format(
              Locale.ROOT, "%s has %,d rows, more than can be scored at once.", table, rows),
          "Score a part of it, for example through a view.");
    }
  }

  private static WorkbenchException unknown(TableRef wanted, List<TableRef> tables) {
    var names = new ArrayList<String>();
    tables.forEach(table -> names.add(table.toString()));
    return new WorkbenchException(
        "table-unknown",
        "There is no table " + wanted + " in this workspace.",
        Nearest.hint(wanted.toString(), names));
  }
}
