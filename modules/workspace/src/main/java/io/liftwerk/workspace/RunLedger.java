package io.liftwerk.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Every run ever made, in the table {@code ledger.runs}. A run's line is committed in the same
 * transaction as what the run wrote, so neither exists without the other.
 */
public final class RunLedger {
  private static final String COLUMNS =
      "id, job, status, started_at, duration_ms, seed, software, parameters, inputs, result,"
          + " result_hash, metrics, artefacts, message, rerun_of";

  private final Workspace workspace;
  private final AtomicLong last;

  RunLedger(Workspace workspace) throws SQLException {
    this.workspace = workspace;
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS ledger");
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS ledger.runs (
            number BIGINT PRIMARY KEY, id TEXT, job TEXT, status TEXT,
            started_at TIMESTAMPTZ, duration_ms BIGINT, seed BIGINT, software TEXT,
            parameters TEXT, inputs TEXT, result TEXT, result_hash TEXT, metrics TEXT,
            artefacts TEXT, message TEXT, rerun_of TEXT)
          """);
      try (ResultSet row =
          statement.executeQuery("SELECT coalesce(max(number), 0) FROM ledger.runs")) {
        row.next();
        last = new AtomicLong(row.getLong(1));
      }
    }
  }

  /** All runs, newest first. */
  public List<RunRecord> list() {
    return query("SELECT " + COLUMNS + " FROM ledger.runs ORDER BY number DESC");
  }

  /** The run with the number {@code id}; leading zeros may be left out. */
  public Optional<RunRecord> find(String id) {
    long number;
    try {
      number = Long.parseLong(id.strip());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    return query("SELECT " + COLUMNS + " FROM ledger.runs WHERE number = ?", number).stream()
        .findFirst();
  }

  /**
   * The run with the number {@code id}.
   *
   * @throws WorkbenchException code {@code run-unknown}
   */
  public RunRecord get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "run-unknown",
                    "There is no run " + id + " in this workspace.",
                    "List the runs to see their numbers."));
  }

  String nextId() {
    return String.format("%04d", last.incrementAndGet());
  }

  RunRecord done(
      Connection connection,
      Job<?> job,
      JobContext context,
      Instant start,
      Object result,
      Map<String, Double> metrics,
      @Nullable String rerunOf)
      throws SQLException {
    JsonNode json = Json.mapper().valueToTree(result);
    var record =
        new RunRecord(
            context.run(),
            job.name(),
            RunRecord.Status.DONE,
            start,
            Duration.between(start, Instant.now()),
            job.seed(),
            Workspace.SOFTWARE,
            Json.mapper().valueToTree(job.parameters()),
            context.inputs(),
            json,
            Hashes.sha256(Json.write(json)),
            metrics,
            context.artefacts(),
            null,
            rerunOf);
    insert(connection, record);
    return record;
  }

  RunRecord ended(
      String id, Job<?> job, Instant start, Duration duration, RuntimeException failure) {
    boolean cancelled = failure instanceof CancelledException;
    var record =
        new RunRecord(
            id,
            job.name(),
            cancelled ? RunRecord.Status.CANCELLED : RunRecord.Status.FAILED,
            start,
            duration,
            job.seed(),
            Workspace.SOFTWARE,
            Json.mapper().valueToTree(job.parameters()),
            List.of(),
            null,
            null,
            Map.of(),
            List.of(),
            cancelled ? null : failure.getMessage(),
            null);
    try (Connection connection = workspace.connect()) {
      insert(connection, record);
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
    return record;
  }

  private static void insert(Connection connection, RunRecord run) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO ledger.runs (number, "
                + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setLong(1, Long.parseLong(run.id()));
      statement.setString(2, run.id());
      statement.setString(3, run.job());
      statement.setString(4, run.status().name());
      statement.setObject(5, OffsetDateTime.ofInstant(run.startedAt(), ZoneOffset.UTC));
      statement.setLong(6, run.duration().toMillis());
      statement.setObject(7, run.seed());
      statement.setString(8, run.software());
      statement.setString(9, Json.write(run.parameters()));
      statement.setString(10, Json.write(run.inputs()));
      JsonNode result = run.result();
      statement.setString(11, result == null ? null : Json.write(result));
      statement.setString(12, run.resultHash());
      statement.setString(13, Json.write(run.metrics()));
      statement.setString(14, Json.write(run.artefacts()));
      statement.setString(15, run.message());
      statement.setString(16, run.rerunOf());
      statement.executeUpdate();
    }
  }

  private List<RunRecord> query(String sql, Object... arguments) {
    try (Connection connection = workspace.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      var runs = new ArrayList<RunRecord>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          runs.add(read(row));
        }
      }
      return runs;
    } catch (SQLException | JsonProcessingException e) {
      throw new WorkbenchException(
          "ledger", "The run ledger cannot be read: " + e.getMessage() + ".", "", e);
    }
  }

  private static RunRecord read(ResultSet row) throws SQLException, JsonProcessingException {
    var mapper = Json.mapper();
    long seed = row.getLong("seed");
    boolean noSeed = row.wasNull();
    String result = row.getString("result");
    return new RunRecord(
        row.getString("id"),
        row.getString("job"),
        RunRecord.Status.valueOf(row.getString("status")),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        Duration.ofMillis(row.getLong("duration_ms")),
        noSeed ? null : seed,
        row.getString("software"),
        mapper.readTree(row.getString("parameters")),
        mapper.readValue(row.getString("inputs"), new TypeReference<List<RunRecord.Input>>() {}),
        result == null ? null : mapper.readTree(result),
        row.getString("result_hash"),
        mapper.readValue(row.getString("metrics"), new TypeReference<Map<String, Double>>() {}),
        mapper.readValue(row.getString("artefacts"), new TypeReference<List<String>>() {}),
        row.getString("message"),
        row.getString("rerun_of"));
  }
}
