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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every run ever made, in the table {@code ledger.runs}. A run's line is committed in the same
 * transaction as what the run wrote, so neither exists without the other.
 */
public final class RunLedger {
  private static final String COLUMNS =
      "id, job, status, started_at, duration_ms, seed, software, parameters, inputs, result,"
          + " result_hash, metrics, artefacts, message, rerun_of, version";

  private final Workspace workspace;
  private final AtomicLong last;

  /**
   * @param fresh whether the database was just made; an older one without a ledger is not the one
   *     that belongs here
   */
  RunLedger(Workspace workspace, boolean fresh) throws SQLException {
    this.workspace = workspace;
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      if (!fresh) {
        LedgerSchema.check(statement, workspace);
      }
      last = new AtomicLong(LedgerSchema.make(statement, workspace));
    }
  }

  /** Never gives out a number again that the audit trail knows. */
  void skipTo(Set<String> known) {
    for (String id : known) {
      if (id.matches("[0-9]{1,18}")) {
        last.accumulateAndGet(Long.parseLong(id), Math::max);
      }
    }
  }

  /** All runs, newest first. */
  public List<RunRecord> list() {
    return list(Integer.MAX_VALUE);
  }

  /** All runs, newest first, without their results, which may be megabytes each. */
  public List<RunRecord> withoutResults() {
    return query(
        "SELECT * REPLACE (CAST(NULL AS VARCHAR) AS result) FROM (SELECT "
            + COLUMNS
            + ", number FROM ledger.runs) ORDER BY number DESC");
  }

  /** The newest {@code limit} runs, newest first. */
  public List<RunRecord> list(int limit) {
    return query(
        "SELECT " + COLUMNS + " FROM ledger.runs ORDER BY number DESC LIMIT ?", Math.max(0, limit));
  }

  /**
   * Gives every run whose number is not among {@code known} to {@code reader}, oldest first,
   * without holding them all. Of the others only the numbers are read: a result may be megabytes.
   */
  void others(Set<String> known, Consumer<RunRecord> reader) {
    var missing = new ArrayList<String>();
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id FROM ledger.runs ORDER BY number")) {
      while (row.next()) {
        if (!known.contains(row.getString(1))) {
          missing.add(row.getString(1));
        }
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
    missing.forEach(id -> reader.accept(get(id)));
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

  /** The next number; never one that a file of a run carries already. */
  String nextId() {
    while (true) {
      String id = String.format(Locale.ROOT, "%04d", last.incrementAndGet());
      if (!RunFiles.exist(workspace, id)) {
        return id;
      }
    }
  }

  /** The run's file {@code from} is called {@code to}: in its artefacts, and where it says so. */
  void artefactRenamed(String id, String from, String to) {
    try (Connection connection = workspace.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE ledger.runs SET artefacts = replace(artefacts, $1, $2),"
                    + " result = replace(result, $1, $2) WHERE number = $3")) {
      statement.setString(1, Json.write(from));
      statement.setString(2, Json.write(to));
      statement.setLong(3, Long.parseLong(id));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new WorkbenchException(
          "ledger", "The run ledger cannot be written: " + Failures.firstLine(e) + ".", "", e);
    }
  }

  RunRecord done(
      Connection connection,
      Job<?> job,
      JobContext context,
      Started start,
      Object result,
      Object fingerprint,
      Map<String, Double> metrics,
      @Nullable String rerunOf)
      throws SQLException {
    JsonNode json = Json.mapper().valueToTree(result);
    var record =
        new RunRecord(
            context.run(),
            job.name(),
            RunRecord.Status.DONE,
            start.at(),
            start.elapsed(),
            job.seed(),
            Workspace.SOFTWARE,
            Json.mapper().valueToTree(job.parameters()),
            context.inputs(),
            json,
            Hashes.sha256(Json.canonical(fingerprint == result ? json : fingerprint)),
            metrics,
            context.artefacts(),
            null,
            rerunOf,
            job.version());
    insert(connection, record);
    return record;
  }

  /** Writes down a run that failed or was cancelled; its own transaction is gone by now. */
  RunRecord ended(
      String id, Job<?> job, Started start, RuntimeException failure, @Nullable String rerunOf) {
    boolean cancelled = failure instanceof CancelledException;
    var record =
        new RunRecord(
            id,
            job.name(),
            cancelled ? RunRecord.Status.CANCELLED : RunRecord.Status.FAILED,
            start.at(),
            start.elapsed(),
            job.seed(),
            Workspace.SOFTWARE,
            Json.mapper().valueToTree(job.parameters()),
            List.of(),
            null,
            null,
            Map.of(),
            List.of(),
            cancelled ? null : failure.getMessage(),
            rerunOf,
            job.version());
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
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
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
      statement.setInt(17, run.version());
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
      throw unreadable(e);
    }
  }

  private static WorkbenchException unreadable(Exception e) {
    return new WorkbenchException(
        "ledger", "The run ledger cannot be read: " + e.getMessage() + ".", "", e);
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
        row.getString("rerun_of"),
        row.getInt("version"));
  }
}
