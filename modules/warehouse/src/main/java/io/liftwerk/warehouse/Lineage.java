package io.liftwerk.warehouse;

import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.warehouse.lineage.Relations;
import io.liftwerk.warehouse.lineage.RowTrace;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells where tables and columns come from, by the syntax trees of the models' compiled SQL and of
 * the views of bronze.
 */
public final class Lineage {
  static final String BRONZE = "bronze";

  /** A table or, with a column, one of its columns. */
  record Target(TableRef relation, @Nullable String column) {}

  private final Workspace workspace;
  private final @Nullable Map<TableRef, String> models;

  /** Of the models as they were built last. */
  public Lineage(Workspace workspace) {
    this.workspace = workspace;
    this.models = null;
  }

  /**
   * @param models compiled SQL of each model
   */
  public Lineage(Workspace workspace, Map<TableRef, String> models) {
    this.workspace = workspace;
    this.models = Map.copyOf(models);
  }

  /**
   * Where a table or column comes from.
   *
   * @param target {@code gold.kpi_daily.roas}, or a table; without regard to case
   * @throws WorkbenchException code {@code table-unknown} or {@code column-unknown}
   */
  public LineageGraph of(String target) {
    return reading(
        connection -> {
          Relations relations = relations(connection);
          return new GraphWalk(relations, new BronzeTables(workspace).list())
              .from(target(relations, target));
        });
  }

  /**
   * The queries that fetch the rows of bronze of which one row was made.
   *
   * @param target the table, {@code gold.kpi_daily}, or one of its columns: then only tables that
   *     its value comes from are looked into
   * @param key which of its rows: column to value, as text; null for a missing value
   * @throws WorkbenchException as {@link #of}
   */
  public RowSources rows(String target, Map<String, @Nullable String> key) {
    return reading(
        connection -> {
          Relations relations = relations(connection);
          Target asked = target(relations, target);
          TableRef ref = asked.relation();
          var columns = new LinkedHashMap<String, @Nullable String>();
          for (var entry : key.entrySet()) {
            columns.put(column(relations, ref, entry.getKey()), entry.getValue());
          }
          List<RowSources.Source> sources =
              RowTrace.of(relations, ref, asked.column(), columns, BRONZE).stream()
                  .map(
                      one ->
                          new RowSources.Source(
                              one.relation().toString(),
                              one.query(),
                              one.narrowed(),
                              one.narrowed() && one.notes().isEmpty(),
                              one.notes()))
                  .sorted(Comparator.comparing(RowSources.Source::table))
                  .toList();
          return new RowSources(ref.toString(), columns, sources);
        });
  }

  private Relations relations(Connection connection) throws SQLException {
    return Relations.of(connection, models != null ? models : BuiltModels.compiled(connection));
  }

  /** The longest table whose name begins the text; what follows is its column. */
  private static Target target(Relations relations, String text) throws SQLException {
    String wanted = text.toLowerCase(Locale.ROOT);
    Optional<TableRef> table =
        relations.list().stream()
            .filter(ref -> begins(wanted, ref.toString().toLowerCase(Locale.ROOT)))
            .max(Comparator.comparingInt(ref -> ref.toString().length()));
    if (table.isEmpty()) {
      throw new WorkbenchException(
          "table-unknown",
          "There is no table or model that " + text + " could be a column of.",
          "Name it with its schema, as in gold.kpi_daily.roas.");
    }
    TableRef ref = table.get();
    int length = ref.toString().length();
    return new Target(
        ref, text.length() == length ? null : column(relations, ref, text.substring(length + 1)));
  }

  private static boolean begins(String wanted, String table) {
    return wanted.equals(table) || wanted.startsWith(table + ".");
  }

  private static String column(Relations relations, TableRef ref, String wanted)
      throws SQLException {
    List<String> columns = relations.columns(ref);
    if (columns.isEmpty()) {
      return wanted;
    }
    return columns.stream()
        .filter(wanted::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "column-unknown",
                    ref + " has no column '" + wanted + "'.",
                    "Its columns are: " + String.join(", ", columns) + "."));
  }

  /** Something read from the warehouse. */
  @FunctionalInterface
  private interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  private <T> T reading(Reading<T> reading) {
    try (Connection connection = workspace.connect()) {
      return reading.from(connection);
    } catch (SQLException e) {
      throw new WorkbenchException(
          "lineage-unreadable", "The lineage cannot be read from the warehouse.", "", e);
    }
  }
}
