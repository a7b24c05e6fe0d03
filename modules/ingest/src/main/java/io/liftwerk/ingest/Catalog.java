package io.liftwerk.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.liftwerk.workspace.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The loads of a workspace in {@code load.catalog}. It is written in the same transaction as the
 * tables it speaks of.
 */
final class Catalog {
  private static final String COLUMNS =
      "id, name, file, sheet, sha256, bytes, kind, encoding, delimiter, row_count, reject_count,"
          + " loaded_at, run, columns, notes";

  private final Connection connection;

  Catalog(Connection connection) {
    this.connection = connection;
  }

  /** Makes schema and tables where they are missing. */
  void ensure() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS load");
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS load.catalog (
            id BIGINT, name TEXT, file TEXT, sheet TEXT, sha256 TEXT, bytes BIGINT, kind TEXT,
            encoding TEXT, delimiter TEXT, row_count BIGINT, reject_count BIGINT,
            loaded_at TIMESTAMPTZ, run TEXT, columns TEXT, notes TEXT, live BOOLEAN)
          """);
      statement.execute("ALTER TABLE load.catalog ADD COLUMN IF NOT EXISTS stored TEXT");
      statement.execute("ALTER TABLE load.catalog ADD COLUMN IF NOT EXISTS findings TEXT");
      statement.execute("ALTER TABLE load.catalog ADD COLUMN IF NOT EXISTS earlier TEXT");
      statement.execute("ALTER TABLE load.catalog ADD COLUMN IF NOT EXISTS replaced TEXT");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS load.retired (load_id BIGINT, row BIGINT, by_load BIGINT)");
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS load.history (
            number BIGINT, done_at TIMESTAMPTZ, run TEXT, action TEXT, sentence TEXT, was TEXT,
            became TEXT, undone BOOLEAN)
          """);
    }
  }

  boolean exists() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'load'"
                    + " AND table_name = 'catalog'")) {
      row.next();
      return row.getLong(1) > 0;
    }
  }

  long nextId() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT coalesce(max(id), 0) + 1 FROM load.catalog")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The tables in bronze that were loaded, in the order of their names. */
  List<SourceTable> live() throws SQLException {
    return query("live ORDER BY lower(name)");
  }

  Optional<SourceTable> find(String name) throws SQLException {
    return query("live AND lower(name) = lower(?)", name).stream().findFirst();
  }

  /** What a run loaded. */
  List<SourceTable> ofRun(String run) throws SQLException {
    return query("live AND run = ? ORDER BY id", run);
  }

  /** Tables that hold the same bytes (and sheet) already, the oldest first. */
  List<SourceTable> sameFile(String sha256, @Nullable String sheet) throws SQLException {
    return sheet == null
        ? query("live AND sha256 = ? ORDER BY id", sha256)
        : query("live AND sha256 = ? AND sheet = ? ORDER BY id", sha256, sheet);
  }

  /** Whether any load was of a file of this size, shown or not. */
  boolean hasBytes(long bytes) throws SQLException {
    return !query("bytes = ?", bytes).isEmpty();
  }

  /** The load {@code id}, whether it is shown or not. */
  SourceTable load(long id) throws SQLException {
    return query("id = ?", id).getFirst();
  }

  /** The table in which a file with these bytes (and sheet) was replaced by a later one. */
  Optional<SourceTable> replacedFile(String sha256, @Nullable String sheet) throws SQLException {
    List<Long> old =
        (sheet == null
                ? query("NOT live AND sha256 = ?", sha256)
                : query("NOT live AND sha256 = ? AND sheet = ?", sha256, sheet))
            .stream().map(SourceTable::id).toList();
    return live().stream()
        .filter(table -> table.earlier().stream().anyMatch(old::contains))
        .findFirst();
  }

  /** True for the rows of load {@code id} that no later one has replaced. */
  static String aliveSql(long id) {
    return "rowid NOT IN (SELECT row FROM load.retired WHERE load_id = " + id + ")";
  }

  /** Whether anything in bronze has this name, loaded or not. */
  boolean taken(String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'bronze'"
                + " AND lower(table_name) IN (lower(?), lower(?))")) {
      statement.setString(1, name);
      statement.setString(2, name + TableNames.REJECTS);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1) > 0;
      }
    }
  }

  void add(SourceTable table, StoredTable stored, Replaced replaced) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO load.catalog ("
                + COLUMNS
                + ", findings, earlier, stored, replaced, live)"
                + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,true)")) {
      int i = 0;
      statement.setLong(++i, table.id());
      statement.setString(++i, table.name());
      statement.setString(++i, table.file());
      statement.setString(++i, table.sheet());
      statement.setString(++i, table.sha256());
      statement.setLong(++i, table.bytes());
      statement.setString(++i, table.kind());
      statement.setString(++i, table.encoding());
      statement.setString(++i, table.delimiter());
      statement.setLong(++i, table.rows());
      statement.setLong(++i, table.rejects());
      statement.setObject(++i, table.loadedAt().atOffset(ZoneOffset.UTC));
      statement.setString(++i, table.run());
      statement.setString(++i, Json.write(table.columns()));
      statement.setString(++i, Json.write(table.notes()));
      statement.setString(++i, Json.write(table.findings()));
      statement.setString(++i, Json.write(table.earlier()));
      statement.setString(++i, Json.write(stored));
      statement.setString(++i, Json.write(replaced));
      statement.executeUpdate();
    }
  }

  /** Whether there is a load in which pseudonyms stand. */
  boolean holdsPseudonyms() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT replaced FROM load.catalog")) {
      while (row.next()) {
        String json = row.getString(1);
        if (json != null && !replaced(json).isEmpty()) {
          return true;
        }
      }
      return false;
    }
  }

  private static Replaced replaced(String json) throws SQLException {
    try {
      return Json.mapper().readValue(json, Replaced.class);
    } catch (JsonProcessingException e) {
      throw new SQLException("load.catalog holds what this version cannot read", e);
    }
  }

  /** How the load {@code id} is kept. */
  StoredTable stored(long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT stored FROM load.catalog WHERE id = ?")) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        String json = row.next() ? row.getString(1) : null;
        return json == null
            ? StoredTable.ofText(loadTable(id))
            : Json.mapper().readValue(json, StoredTable.class);
      }
    } catch (JsonProcessingException e) {
      throw new SQLException("load.catalog holds what this version cannot read", e);
    }
  }

  /** Notes that the load {@code id} is kept in another way now. */
  void store(long id, StoredTable stored) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE load.catalog SET stored = ? WHERE id = ?")) {
      statement.setString(1, Json.write(stored));
      statement.setLong(2, id);
      statement.executeUpdate();
    }
  }

  /** Notes what was replaced in a load from before, and what is said of it since. */
  void replaced(SourceTable table, Replaced replaced) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE load.catalog SET columns = ?, notes = ?, findings = ?, replaced = ?"
                + " WHERE id = ?")) {
      statement.setString(1, Json.write(table.columns()));
      statement.setString(2, Json.write(table.notes()));
      statement.setString(3, Json.write(table.findings()));
      statement.setString(4, Json.write(replaced));
      statement.setLong(5, table.id());
      statement.executeUpdate();
    }
  }

  /** Loads from before pseudonyms, whose rows say what the files said. */
  List<SourceTable> inClear() throws SQLException {
    String where = hasReplaced() ? " WHERE c.replaced IS NULL" : "";
    var loads = new ArrayList<Long>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT c.id FROM load.catalog c JOIN duckdb_tables() t ON t.schema_name = 'load'"
                    + " AND t.table_name = printf('l%06d', c.id)"
                    + where
                    + " ORDER BY 1")) {
      while (row.next()) {
        loads.add(row.getLong(1));
      }
    }
    var clear = new ArrayList<SourceTable>();
    for (long id : loads) {
      clear.add(load(id));
    }
    return clear;
  }

  /** Whether the catalog can tell what was replaced; those of earlier versions cannot. */
  private boolean hasReplaced() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM duckdb_columns() WHERE schema_name = 'load'"
                    + " AND table_name = 'catalog' AND column_name = 'replaced'")) {
      row.next();
      return row.getLong(1) > 0;
    }
  }

  /** Writes the name, the decisions and the findings that {@code table} has now. */
  void update(SourceTable table, boolean live) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE load.catalog SET name = ?, columns = ?, notes = ?, findings = ?, live = ?"
                + " WHERE id = ?")) {
      statement.setString(1, table.name());
      statement.setString(2, Json.write(table.columns()));
      statement.setString(3, Json.write(table.notes()));
      statement.setString(4, Json.write(table.findings()));
      statement.setBoolean(5, live);
      statement.setLong(6, table.id());
      statement.executeUpdate();
    }
  }

  /** The physical table of load {@code id}. */
  static String loadTable(long id) {
    return String.format(Locale.ROOT, "load.l%06d", id);
  }

  static String rejectTable(long id) {
    return String.format(Locale.ROOT, "load.r%06d", id);
  }

  private List<SourceTable> query(String condition, Object... arguments) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM load.catalog WHERE " + condition)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      var tables = new ArrayList<SourceTable>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          tables.add(read(row));
        }
      }
      return tables;
    }
  }

  /** A column that workspaces of earlier versions do not have. */
  private static <T> @Nullable T later(ResultSet row, String column, TypeReference<T> type)
      throws SQLException, JsonProcessingException {
    var columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (columns.getColumnName(i).equals(column) && row.getString(i) != null) {
        return Json.mapper().readValue(row.getString(i), type);
      }
    }
    return null;
  }

  @SuppressWarnings("NullAway") // the record knows what stands for what is missing
  private static SourceTable read(ResultSet row) throws SQLException {
    try {
      return new SourceTable(
          row.getLong("id"),
          row.getString("name"),
          row.getString("file"),
          row.getString("sheet"),
          row.getString("sha256"),
          row.getLong("bytes"),
          row.getString("kind"),
          row.getString("encoding"),
          row.getString("delimiter"),
          row.getLong("row_count"),
          row.getLong("reject_count"),
          row.getObject("loaded_at", OffsetDateTime.class).toInstant(),
          row.getString("run"),
          Json.mapper()
              .readValue(row.getString("columns"), new TypeReference<List<ColumnDecision>>() {}),
          Json.mapper().readValue(row.getString("notes"), new TypeReference<List<String>>() {}),
          later(row, "findings", new TypeReference<ExportFindings>() {}),
          later(row, "earlier", new TypeReference<List<Long>>() {}));
    } catch (JsonProcessingException e) {
      throw new SQLException("load.catalog holds what this version cannot read", e);
    }
  }
}
