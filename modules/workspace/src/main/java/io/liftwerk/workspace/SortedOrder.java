package io.liftwerk.workspace;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The order of the table that was sorted last, kept so that every further page of it is quick.
 *
 * <p>Sorting whole rows for each page would take seconds on millions of them. Instead the row keys
 * alone are sorted once into a temporary table, which lives in a connection of its own and spills
 * like any other; a page reads its keys from there and fetches only those rows. The key is {@code
 * rowid} of a table and {@code _row} of a view that has one. Small tables and views without a key
 * are sorted anew each time. A committed run makes the kept order stale.
 */
final class SortedOrder implements AutoCloseable {
  private static final int SMALL = 100_000;
  private static final String KEY = "liftwerk_key";

  private record Sort(TableRef table, String column, boolean descending, long version) {}

  /** Fetches rows of one sorted table. */
  interface Pages {
    Page page(long offset, int limit) throws SQLException;
  }

  private final Workspace workspace;
  private @Nullable Connection holder;
  private @Nullable Sort kept;

  SortedOrder(Workspace workspace) {
    this.workspace = workspace;
  }

  Pages page(
      Connection connection,
      TableRef table,
      List<TableInfo.Column> columns,
      boolean view,
      String column,
      boolean descending) {
    String key = view ? rowColumn(columns) : rowid(columns);
    String direction = Sql.identifier(column) + (descending ? " DESC" : " ASC") + " NULLS LAST, ";
    Pages plain =
        (offset, limit) ->
            Tables.fetch(
                connection,
                "SELECT * FROM "
                    + table.sql()
                    + " ORDER BY "
                    + direction
                    + (key == null ? ordinals(columns.size()) : key)
                    + Tables.limits(offset, limit),
                offset);
    if (key == null) {
      return plain;
    }
    return (offset, limit) -> {
      if (count(connection, table) <= SMALL) {
        return plain.page(offset, limit);
      }
      var sort = new Sort(table, column, descending, workspace.version());
      List<Long> keys = keys(sort, key, direction, offset, limit);
      Page page = byKeys(connection, table, key, keys, offset);
      // duplicate keys, or rows that went away in between: then the slow way is the right one
      return page == null ? plain.page(offset, limit) : page;
    };
  }

  private synchronized List<Long> keys(
      Sort sort, String key, String direction, long offset, int limit) throws SQLException {
    Connection connection = holder == null ? workspace.connect() : holder;
    holder = connection;
    try (Statement statement = connection.createStatement()) {
      if (!sort.equals(kept)) {
        kept = null;
        statement.execute(
            "CREATE OR REPLACE TEMP TABLE sorted AS SELECT "
                + key
                + " AS key FROM "
                + sort.table().sql()
                + " ORDER BY "
                + direction
                + key);
        kept = sort;
      }
      var keys = new ArrayList<Long>();
      try (ResultSet row =
          statement.executeQuery("SELECT key FROM sorted" + Tables.limits(offset, limit))) {
        while (row.next()) {
          keys.add(row.getLong(1));
        }
      }
      return keys;
    }
  }

  private static @Nullable Page byKeys(
      Connection connection, TableRef table, String key, List<Long> keys, long offset)
      throws SQLException {
    String list = keys.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String filter = keys.isEmpty() ? "false" : key + " IN (" + list + ")";
    Page found =
        Tables.fetch(
            connection,
            "SELECT " + key + " AS " + KEY + ", * FROM " + table.sql() + " WHERE " + filter,
            offset);
    Map<Object, List<@Nullable Object>> byKey = new HashMap<>();
    for (List<@Nullable Object> row : found.rows()) {
      Object value = row.getFirst();
      if (value != null) {
        byKey.put(value, row.subList(1, row.size()));
      }
    }
    if (byKey.size() != keys.size() || found.rows().size() != keys.size()) {
      return null;
    }
    var rows = new ArrayList<List<@Nullable Object>>();
    for (Long wanted : keys) {
      List<@Nullable Object> row = byKey.get(wanted);
      if (row == null) {
        return null;
      }
      rows.add(row);
    }
    return new Page(found.columns().subList(1, found.columns().size()), rows, offset);
  }

  private static long count(Connection connection, TableRef table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.sql())) {
      row.next();
      return row.getLong(1);
    }
  }

  private static @Nullable String rowColumn(List<TableInfo.Column> columns) {
    return columns.contains(new TableInfo.Column("_row", "BIGINT")) ? "_row" : null;
  }

  private static @Nullable String rowid(List<TableInfo.Column> columns) {
    // a column of that name hides DuckDB's own
    boolean hidden = columns.stream().anyMatch(column -> column.name().equalsIgnoreCase("rowid"));
    return hidden ? null : "rowid";
  }

  private static String ordinals(int columns) {
    return IntStream.rangeClosed(1, columns)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  @Override
  public synchronized void close() throws SQLException {
    kept = null;
    Connection open = holder;
    holder = null;
    if (open != null) {
      open.close();
    }
  }
}
