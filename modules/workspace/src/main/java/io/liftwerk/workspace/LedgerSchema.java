package io.liftwerk.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of the ledger, and the mark that ties a database to its workspace. */
final class LedgerSchema {
  private LedgerSchema() {}

  /**
   * Looks whether the database is the workspace's own.
   *
   * @throws WorkbenchException code {@code workspace-damaged}
   */
  static void check(Statement statement, Workspace workspace) throws SQLException {
    if (count(statement, "runs") == 0) {
      throw foreign(workspace, "holds no ledger");
    }
    if (count(statement, "workspace") == 1) {
      try (ResultSet row = statement.executeQuery("SELECT id FROM ledger.workspace")) {
        if (!row.next() || !workspace.info().id().equals(row.getString(1))) {
          throw foreign(workspace, "belongs to another workspace");
        }
      }
    }
  }

  /** Makes what is missing and returns the highest number of a run. */
  static long make(Statement statement, Workspace workspace) throws SQLException {
    for (String schema : List.of("bronze", "silver", "gold", "ledger")) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
    }
    statement.execute(
        """
        CREATE TABLE IF NOT EXISTS ledger.runs (
          number BIGINT PRIMARY KEY, id TEXT, job TEXT, status TEXT,
          started_at TIMESTAMPTZ, duration_ms BIGINT, seed BIGINT, software TEXT,
          parameters TEXT, inputs TEXT, result TEXT, result_hash TEXT, metrics TEXT,
          artefacts TEXT, message TEXT, rerun_of TEXT, version INTEGER DEFAULT 1)
        """);
    statement.execute("ALTER TABLE ledger.runs ADD COLUMN IF NOT EXISTS version INTEGER DEFAULT 1");
    statement.execute(
        "CREATE TABLE IF NOT EXISTS ledger.workspace AS SELECT "
            + Sql.literal(workspace.info().id())
            + " AS id");
    try (ResultSet row =
        statement.executeQuery("SELECT coalesce(max(number), 0) FROM ledger.runs")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static long count(Statement statement, String table) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'ledger' AND table_name = "
                + Sql.literal(table))) {
      row.next();
      return row.getLong(1);
    }
  }

  private static WorkbenchException foreign(Workspace workspace, String what) {
    return new WorkbenchException(
        "workspace-damaged",
        "The database of " + workspace.folder() + " " + what + ".",
        "Restore " + Workspace.DATABASE + " from a copy.");
  }
}
