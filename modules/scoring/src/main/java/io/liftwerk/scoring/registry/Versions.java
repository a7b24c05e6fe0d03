package io.liftwerk.scoring.registry;

import io.liftwerk.scoring.ModelFacts;
import io.liftwerk.scoring.ModelStage;
import io.liftwerk.scoring.ModelVersion;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The list of all versions and their stages, in the schema {@code registry} of the warehouse: a
 * job's change to it is committed with its ledger line. {@code registry.champions} holds, per
 * model, the champions one upon the other, so that rolling back finds the one before.
 */
public final class Versions {
  private static final String SELECT =
      "SELECT name, version, stage, created, run, owner, note, file, sha256, model_sha256, facts"
          + " FROM registry.versions ";

  private final Connection connection;

  public Versions(Connection connection) {
    this.connection = connection;
  }

  /** All versions, by model, oldest first. */
  public List<ModelVersion> list() throws SQLException {
    return isThere() ? query("ORDER BY name, version") : List.of();
  }

  /** The versions of a model, oldest first. */
  public List<ModelVersion> of(String name) throws SQLException {
    return isThere() ? query("WHERE name = ? ORDER BY version", name) : List.of();
  }

  /** The names of all models. */
  public List<String> names() throws SQLException {
    return list().stream().map(ModelVersion::name).distinct().toList();
  }

  public Optional<ModelVersion> champion(String name) throws SQLException {
    return of(name).stream().filter(one -> one.stage() == ModelStage.CHAMPION).findFirst();
  }

  /** Enters a version. */
  public void add(ModelVersion version) throws SQLException {
    make();
    change(
        "INSERT INTO registry.versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        version.name(),
        version.version(),
        version.stage().name(),
        OffsetDateTime.ofInstant(version.created(), ZoneOffset.UTC),
        version.run(),
        version.owner(),
        version.note(),
        version.file(),
        version.sha256(),
        version.modelSha256(),
        Json.write(version.facts()));
    if (version.stage() == ModelStage.CHAMPION) {
      crown(version.name(), version.version(), version.run());
    }
  }

  public void stage(String name, int version, ModelStage stage) throws SQLException {
    change(
        "UPDATE registry.versions SET stage = ? WHERE name = ? AND version = ?",
        stage.name(),
        name,
        version);
  }

  public void label(String name, int version, @Nullable String owner, @Nullable String note)
      throws SQLException {
    change(
        "UPDATE registry.versions SET owner = ?, note = ? WHERE name = ? AND version = ?",
        owner,
        note,
        name,
        version);
  }

  /** Puts a champion upon those before it. */
  public void crown(String name, int version, String run) throws SQLException {
    change(
        "INSERT INTO registry.champions SELECT ?, coalesce(max(place), 0) + 1, ?, ? FROM"
            + " registry.champions WHERE name = ?",
        name,
        version,
        run,
        name);
  }

  /** Takes away the last champion. */
  public void uncrown(String name) throws SQLException {
    change(
        "DELETE FROM registry.champions WHERE name = ? AND place = (SELECT max(place) FROM"
            + " registry.champions WHERE name = ?)",
        name,
        name);
  }

  /** The versions that were champions, the last one last; a version may come more than once. */
  public List<Integer> champions(String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT version FROM registry.champions WHERE name = ? ORDER BY place")) {
      statement.setString(1, name);
      var versions = new ArrayList<Integer>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          versions.add(row.getInt(1));
        }
      }
      return versions;
    }
  }

  private void make() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS registry");
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS registry.versions (
            name VARCHAR, version INTEGER, stage VARCHAR, created TIMESTAMPTZ, run VARCHAR,
            owner VARCHAR, note VARCHAR, file VARCHAR, sha256 VARCHAR, model_sha256 VARCHAR,
            facts VARCHAR)
          """);
      statement.execute(
          "CREATE TABLE IF NOT EXISTS registry.champions"
              + " (name VARCHAR, place INTEGER, version INTEGER, run VARCHAR)");
    }
  }

  /** A workspace in which nothing was trained yet has no registry. */
  private boolean isThere() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'registry' AND table_name"
                    + " = 'versions'")) {
      row.next();
      return row.getLong(1) > 0;
    }
  }

  private void change(String sql, @Nullable Object... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      statement.execute();
    }
  }

  private List<ModelVersion> query(String rest, String... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SELECT + rest)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      var versions = new ArrayList<ModelVersion>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          versions.add(read(row));
        }
      }
      return versions;
    }
  }

  private static ModelVersion read(ResultSet row) throws SQLException {
    return new ModelVersion(
        row.getString(1),
        row.getInt(2),
        ModelStage.valueOf(row.getString(3)),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        Json.read(row.getString(11), ModelFacts.class));
  }
}
