package io.liftwerk.experiments;

import io.liftwerk.experiments.ExperimentRegistered.Look;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of plans and looks, beside the ledger of runs. */
final class ExperimentBooks {
  private ExperimentBooks() {}

  static void make(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS ledger.experiment_plans (id TEXT, version INTEGER, plan TEXT,"
              + " hash TEXT, moment TIMESTAMPTZ, run TEXT)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS ledger.experiment_looks (plan TEXT, source TEXT, arm TEXT,"
              + " persons BIGINT, moment TIMESTAMPTZ, run TEXT)");
    }
  }

  private static boolean made(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) = 2 FROM duckdb_tables() WHERE schema_name = 'ledger' AND"
                    + " table_name IN ('experiment_plans', 'experiment_looks')")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /**
   * Every plan's latest version, by id.
   *
   * @throws WorkbenchException code {@code plan-changed} when a plan is not the one that was hashed
   */
  static List<ExperimentRegistered> plans(Connection connection) throws SQLException {
    if (!made(connection)) {
      return List.of();
    }
    var found = new ArrayList<ExperimentRegistered>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT plan, version, hash, moment, run FROM ledger.experiment_plans QUALIFY"
                    + " row_number() OVER (PARTITION BY id ORDER BY version DESC) = 1"
                    + " ORDER BY id")) {
      while (row.next()) {
        String text = row.getString(1);
        ExperimentPlan plan = Json.read(text, ExperimentPlan.class);
        if (!plan.hash().equals(row.getString(3))) {
          throw new WorkbenchException(
              "plan-changed",
              "The plan '%s' is not the one that was written down.".formatted(plan.id()),
              "Somebody changed the database; the audit trail holds the hash of the true one.");
        }
        found.add(
            new ExperimentRegistered(
                plan,
                row.getInt(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                List.of(),
                null));
      }
    }
    var plans = new ArrayList<ExperimentRegistered>();
    for (ExperimentRegistered one : found) {
      plans.add(one.with(looks(connection, one.plan().id())));
    }
    return plans;
  }

  static ExperimentRegistered plan(Connection connection, String id) throws SQLException {
    List<ExperimentRegistered> all = plans(connection);
    List<String> ids = all.stream().map(one -> one.plan().id()).toList();
    return all.stream()
        .filter(one -> one.plan().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "plan-unknown",
                    "There is no plan '%s' in this workspace.".formatted(id),
                    Names.nearest(id, ids)
                        .map(name -> "Did you mean '" + name + "'?")
                        .orElse("Write down what the experiment is to show first.")));
  }

  /** The plan whose results stand in a table and its arm column. */
  static Optional<ExperimentRegistered> on(Connection connection, TableRef table, String arm)
      throws SQLException {
    return plans(connection).stream()
        .filter(one -> TableRef.parse(one.plan().table()).equals(table))
        .filter(one -> one.plan().arm().equalsIgnoreCase(arm))
        .findFirst();
  }

  static void write(
      Connection connection, ExperimentPlan plan, int version, String hash, Instant at, String run)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO ledger.experiment_plans VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, plan.id());
      insert.setInt(2, version);
      insert.setString(3, ExperimentRegister.text(plan));
      insert.setString(4, hash);
      insert.setObject(5, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
      insert.setString(6, run);
      insert.executeUpdate();
    }
  }

  private static List<Look> looks(Connection connection, String plan) throws SQLException {
    var looks = new ArrayList<Look>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT persons, moment, run FROM ledger.experiment_looks WHERE plan = ?"
                + " ORDER BY moment, run")) {
      select.setString(1, plan);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
          looks.add(new Look(looks.size() + 1, row.getLong(1), at, row.getString(3)));
        }
      }
    }
    return looks;
  }

  /** The first run that looked at a plan's table and arm column without a plan. */
  static @Nullable String earlier(Connection connection, ExperimentPlan plan) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT min(run) FROM ledger.experiment_looks WHERE plan IS NULL AND source = ? AND"
                + " lower(arm) = lower(?)")) {
      select.setString(1, TableRef.parse(plan.table()).toString());
      select.setString(2, plan.arm());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  static void look(
      Connection connection,
      @Nullable String plan,
      TableRef table,
      String arm,
      long persons,
      String run)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO ledger.experiment_looks VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, plan);
      insert.setString(2, table.toString());
      insert.setString(3, arm);
      insert.setLong(4, persons);
      insert.setObject(5, OffsetDateTime.now(ZoneOffset.UTC));
      insert.setString(6, run);
      insert.executeUpdate();
    }
  }

  /** Hash of what a look showed, for the trail. */
  static String hash(AbTestResult result) {
    return Hashes.sha256(Json.canonical(result.metrics()));
  }
}
