package io.liftwerk.warehouse.quality;

import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table a test looks at: its columns, the rows that its condition leaves, and how values of a
 * {@code schema.yml} are written beside them in SQL.
 */
final class Target {
  private static final Set<String> NUMBERS =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT",
          "FLOAT",
          "DOUBLE");

  private final Reader reader;
  private final Relations relations;
  private final TableRef table;
  private final Instant now;
  private final Map<String, String> columns = new LinkedHashMap<>();
  private final @Nullable String baseline;
  private @Nullable String condition;

  /**
   * @param table where the rows are read
   * @param now the moment that ages are counted to
   * @param baseline what an earlier run of the test kept, null when none did
   * @throws WorkbenchException code {@code test-table} when there is no such table
   */
  Target(Reader reader, Relations relations, TableRef table, Instant now, @Nullable String baseline)
      throws SQLException {
    this.reader = reader;
    this.relations = relations;
    this.table = table;
    this.now = now;
    this.baseline = baseline;
    columns.putAll(columnsOf(table));
  }

  private Map<String, String> columnsOf(TableRef other) throws SQLException {
    var found = new LinkedHashMap<String, String>();
    List<List<@Nullable Object>> rows =
        reader.rows(
            "SELECT column_name, data_type FROM duckdb_columns()"
                + " WHERE database_name = current_database() AND schema_name = "
                + Sql.literal(other.schema())
                + " AND table_name = "
                + Sql.literal(other.name())
                + " ORDER BY column_index");
    rows.forEach(row -> found.put(String.valueOf(row.get(0)), String.valueOf(row.get(1))));
    if (found.isEmpty()) {
      throw new WorkbenchException(
          "test-table",
          "There is no table " + other + ": it has not been built.",
          "Build the models first.");
    }
    return found;
  }

  /** Looks only at rows of which {@code sql} is true, besides what was asked before. */
  void where(@Nullable String sql) {
    if (sql == null || sql.isBlank()) {
      return;
    }
    // the line ends before the bracket, in case the condition ends in a comment
    String one = "(" + sql + "\n)";
    condition = condition == null ? one : condition + " AND " + one;
  }

  Instant now() {
    return now;
  }

  /** What an earlier run of the test kept to be compared with; null when none did. */
  @Nullable String baseline() {
    return baseline;
  }

  Relations relations() {
    return relations;
  }

  List<String> columnNames() {
    return List.copyOf(columns.keySet());
  }

  boolean has(String column) {
    return columns.keySet().stream().anyMatch(column::equalsIgnoreCase);
  }

  /**
   * A column as SQL writes it.
   *
   * @throws WorkbenchException code {@code test-column}
   */
  String column(@Nullable String name) {
    return Sql.identifier(nameOf(name));
  }

  private String nameOf(@Nullable String name) {
    if (name == null) {
      throw Arguments.wrong("A test of " + table + " names no column");
    }
    return columns.keySet().stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "test-column",
                    table + " has no column '" + name + "'.",
                    "Its columns are: " + String.join(", ", columns.keySet()) + "."));
  }

  /** The type of a column as DuckDB names it. */
  String type(@Nullable String column) {
    return columns.getOrDefault(nameOf(column), "");
  }

  boolean isText(@Nullable String column) {
    String type = type(column);
    return type.equals("VARCHAR") || type.startsWith("ENUM");
  }

  boolean isNumber(@Nullable String column) {
    String type = type(column);
    return NUMBERS.contains(type) || type.startsWith("DECIMAL");
  }

  boolean isMoment(@Nullable String column) {
    String type = type(column);
    return type.equals("DATE") || type.startsWith("TIMESTAMP");
  }

  /** The rows to look at, as something that stands after FROM. */
  String rows() {
    return condition == null
        ? table.sql()
        : "(SELECT * FROM " + table.sql() + " WHERE " + condition + ")";
  }

  TableRef table() {
    return table;
  }

  /** The first row of a query. */
  List<@Nullable Object> row(String sql) throws SQLException {
    return reader.row(sql);
  }

  List<List<@Nullable Object>> all(String sql) throws SQLException {
    return reader.rows(sql);
  }

  long count() throws SQLException {
    return number(row("SELECT count(*) FROM " + rows()).getFirst());
  }

  static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  static @Nullable Double real(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : null;
  }

  /**
   * A value to compare {@code column} with.
   *
   * @throws WorkbenchException when it is a number or a truth and the column holds text
   */
  String literal(@Nullable String column, Object value) {
    return switch (value) {
      case BigDecimal number -> number.toPlainString();
      case Number number ->
          isText(column)
              ? Sql.literal(number.toString())
              : new BigDecimal(number.toString()).toPlainString();
      case Boolean truth -> isText(column) ? Sql.literal(truth.toString()) : truth.toString();
      case Map<?, ?> map -> throw Arguments.wrong("'" + map + "' is no value to compare with");
      case List<?> list -> throw Arguments.wrong("'" + list + "' is no value to compare with");
      default -> Sql.literal(value.toString());
    };
  }

  String literals(@Nullable String column, List<@Nullable Object> values) {
    var sql = new ArrayList<String>();
    for (Object value : values) {
      if (value != null) {
        sql.add(literal(column, value));
      }
    }
    return sql.stream().collect(Collectors.joining(", "));
  }

  /**
   * A bound of {@code column}: a value of its type or, where the text is none, an SQL expression as
   * dbt_expectations takes it, such as {@code current_date}.
   *
   * @throws WorkbenchException when a column of text is to be compared with a number, or a column
   *     of numbers with a text that is neither number nor expression
   */
  String bound(@Nullable String column, Object value) throws SQLException {
    if (value instanceof Number && isText(column)) {
      throw Arguments.wrong(
          "'" + nameOf(column) + "' holds text, which cannot be compared with the number " + value);
    }
    if (!(value instanceof String text) || isText(column)) {
      return literal(column, value);
    }
    String cast = "CAST(" + Sql.literal(text) + " AS " + type(column) + ")";
    return row("SELECT TRY_" + cast).getFirst() == null ? "(" + text + "\n)" : cast;
  }
}
