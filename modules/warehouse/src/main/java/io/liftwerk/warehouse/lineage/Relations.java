package io.liftwerk.warehouse.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.TableRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables, views and models of a warehouse, and the lineage of those that are made by a query.
 */
public final class Relations {

  /** A relation: its name as it is spelt, its columns, and its query where it has one. */
  private record Known(TableRef ref, List<String> columns, @Nullable String sql) {}

  private final SyntaxTree tree;
  private final Map<String, Known> all = new HashMap<>();
  private final Map<TableRef, QueryLineage> lineages = new HashMap<>();
  private final Set<TableRef> underWay = new HashSet<>();

  private Relations(SyntaxTree tree) {
    this.tree = tree;
  }

  /**
   * Those of the database, and {@code models}, whose compiled SQL counts before what the database
   * says of a relation of that name.
   */
  public static Relations of(Connection connection, Map<TableRef, String> models)
      throws SQLException {
    var relations = new Relations(new SyntaxTree(connection));
    relations.readColumns(connection);
    relations.readViews(connection);
    models.forEach(
        (ref, sql) -> {
          List<String> columns = relations.known(ref).map(Known::columns).orElse(List.of());
          relations.all.put(key(ref), new Known(ref, columns, sql));
        });
    return relations;
  }

  private void readColumns(Connection connection) throws SQLException {
    String sql =
        """
        SELECT schema_name, table_name, list(column_name ORDER BY column_index)
        FROM duckdb_columns()
        WHERE database_name = current_database() AND NOT internal
        GROUP BY ALL
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        var ref = new TableRef(row.getString(1), row.getString(2));
        var columns = new ArrayList<String>();
        for (Object column : (Object[]) row.getArray(3).getArray()) {
          columns.add(String.valueOf(column));
        }
        all.put(key(ref), new Known(ref, columns, null));
      }
    }
  }

  private void readViews(Connection connection) throws SQLException {
    String sql =
        """
        SELECT schema_name, view_name, sql FROM duckdb_views()
        WHERE database_name = current_database() AND NOT internal
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        var ref = new TableRef(row.getString(1), row.getString(2));
        List<String> columns = known(ref).map(Known::columns).orElse(List.of());
        all.put(key(ref), new Known(ref, columns, SqlText.query(row.getString(3))));
      }
    }
  }

  private static String key(TableRef ref) {
    return (ref.schema() + '.' + ref.name()).toLowerCase(Locale.ROOT);
  }

  private Optional<Known> known(TableRef ref) {
    return Optional.ofNullable(all.get(key(ref)));
  }

  /** Every relation there is. */
  public List<TableRef> list() {
    return all.values().stream().map(Known::ref).toList();
  }

  /** The tree by which they are read. */
  public SyntaxTree tree() {
    return tree;
  }

  /** Whether there is such a relation, without regard to case. */
  public boolean has(TableRef ref) {
    return all.containsKey(key(ref));
  }

  /** The relation of that name as it is spelt; without a schema the only one of that name. */
  public TableRef find(String schema, String name) {
    var wanted = new TableRef(schema, name);
    if (!schema.isEmpty()) {
      return known(wanted).map(Known::ref).orElse(wanted);
    }
    List<TableRef> called =
        list().stream().filter(ref -> ref.name().equalsIgnoreCase(name)).toList();
    return called.size() == 1 ? called.getFirst() : wanted;
  }

  /** The query that makes it; null of a table that is none's result. */
  public @Nullable String sql(TableRef ref) {
    return known(ref).map(Known::sql).orElse(null);
  }

  /** Its columns in order; empty where they are not known. */
  public List<String> columns(TableRef ref) throws SQLException {
    Known known = all.get(key(ref));
    if (known == null) {
      return List.of();
    }
    if (!known.columns().isEmpty() || known.sql() == null || underWay.contains(known.ref())) {
      return known.columns();
    }
    Optional<QueryLineage> lineage = lineage(ref);
    return lineage.isEmpty() || lineage.get().gap() != null
        ? List.of()
        : lineage.get().columns().stream().map(Output::name).toList();
  }

  /** Where its query takes its columns from; empty of a table that is no query's result. */
  public Optional<QueryLineage> lineage(TableRef wanted) throws SQLException {
    Known known = all.get(key(wanted));
    if (known == null || known.sql() == null) {
      return Optional.empty();
    }
    QueryLineage lineage = lineages.get(known.ref());
    if (lineage == null) {
      if (!underWay.add(known.ref())) {
        return Optional.empty();
      }
      try {
        lineage = named(read(known.sql()), known.columns());
      } finally {
        underWay.remove(known.ref());
      }
      lineages.put(known.ref(), lineage);
    }
    return Optional.of(lineage);
  }

  /** The tree of the query that makes it; null where there is none. */
  @Nullable JsonNode query(TableRef ref) throws SQLException {
    String sql = sql(ref);
    return sql == null ? null : tree.parse(sql).node();
  }

  private QueryLineage read(String sql) throws SQLException {
    SyntaxTree.Parsed parsed = tree.parse(sql);
    if (parsed.node() == null) {
      List<TableRef> inputs = SqlText.relations(sql, this);
      return new QueryLineage(
          List.of(),
          "DuckDB gives no syntax tree of its query: " + parsed.error() + ".",
          inputs.stream().map(ref -> new Dependency(ref, null, How.IDENTITY, List.of())).toList(),
          List.of(),
          inputs);
    }
    return new QueryReader(this, tree).read(parsed.node(), Ctes.NONE, null);
  }

  /** The names of the built table count where the query leaves a column without one. */
  private static QueryLineage named(QueryLineage lineage, List<String> columns) {
    if (lineage.gap() != null || lineage.columns().size() != columns.size()) {
      return lineage;
    }
    var named = new ArrayList<Output>();
    for (int i = 0; i < columns.size(); i++) {
      Output column = lineage.columns().get(i);
      boolean known = columns.stream().anyMatch(column.name()::equalsIgnoreCase);
      named.add(known ? column : column.named(columns.get(i)));
    }
    return new QueryLineage(named, null, lineage.rows(), lineage.influences(), lineage.inputs());
  }
}
