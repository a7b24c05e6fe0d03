package io.liftwerk.warehouse.quality;

import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tests found, in the job's transaction: {@code build.test_results} has a line for every test
 * of every run, the schema {@code failures} a table for each test whose latest run found rows, and
 * {@code build.test_baselines} what {@link StableDistribution} compares with.
 */
public final class ResultStore {
  private static final int PAST = 30;

  /**
   * An earlier result of a test.
   *
   * @param run number of the run
   * @param at UTC
   * @param observed the figure that was compared, null for tests of rows
   */
  public record Past(
      String run, Instant at, TestStatus status, long failingRows, @Nullable Double observed) {}

  private final JobContext context;
  private final Connection connection;

  /** Makes the schemas and tables where they are missing. */
  public ResultStore(JobContext context) throws SQLException {
    this.context = context;
    this.connection = context.connection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS build");
      statement.execute("CREATE SCHEMA IF NOT EXISTS failures");
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS build.test_results (
            run TEXT, test TEXT, model TEXT, column_name TEXT, name TEXT, arguments TEXT,
            severity TEXT, status TEXT, message TEXT, failing_rows BIGINT, rows_judged BIGINT,
            rows_seen BIGINT, observed DOUBLE, observed_text TEXT, failures TEXT, seconds DOUBLE,
            checked_at TIMESTAMPTZ)
          """);
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS build.test_baselines (
            test TEXT, arguments TEXT, baseline TEXT, run TEXT, kept_at TIMESTAMPTZ)
          """);
    }
  }

  /** What was kept for {@code tests} whose arguments have not changed since, by id. */
  public Map<String, String> baselines(Collection<TestDefinition> tests) throws SQLException {
    var arguments = new HashMap<String, String>();
    tests.forEach(test -> arguments.put(test.id(), arguments(test)));
    var baselines = new HashMap<String, String>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT test, arguments, baseline FROM build.test_baselines")) {
      while (row.next()) {
        if (row.getString(2).equals(arguments.get(row.getString(1)))) {
          baselines.put(row.getString(1), row.getString(3));
        }
      }
    }
    return baselines;
  }

  /** The condition counts as an argument: it decides which rows were seen. */
  private static String arguments(TestDefinition test) {
    var all = new LinkedHashMap<String, Object>(test.arguments());
    String where = test.config().where();
    if (where != null) {
      all.put("where", where);
    }
    return Json.canonical(all);
  }

  /** The latest results of every test, by id, the oldest first; without those of this run. */
  public Map<String, List<Past>> history() throws SQLException {
    var history = new HashMap<String, List<Past>>();
    String sql =
        """
        SELECT test, run, checked_at, status, failing_rows, observed FROM build.test_results
        WHERE run <> ?
        QUALIFY row_number() OVER (PARTITION BY test ORDER BY run::BIGINT DESC) <= %d
        ORDER BY test, run::BIGINT
        """
            .formatted(PAST);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, context.run());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          history
              .computeIfAbsent(row.getString(1), test -> new ArrayList<>())
              .add(
                  new Past(
                      row.getString(2),
                      row.getObject(3, OffsetDateTime.class).toInstant(),
                      TestStatus.of(row.getString(4)),
                      row.getLong(5),
                      (Double) row.getObject(6)));
        }
      }
    }
    return history;
  }

  /** Keeps one result: its line, and its failing rows in place of those of an earlier run. */
  public void write(Outcome outcome, Instant at) throws SQLException {
    TestDefinition test = outcome.test();
    String table = test.failures().sql();
    if (outcome.status() != TestStatus.ERROR) {
      // of a test that could not run the rows of its last run stay, with that run's line
      context.execute("DROP TABLE IF EXISTS " + table);
    }
    if (outcome.failingSql() != null) {
      context.execute("CREATE TABLE " + table + " AS " + outcome.failingSql());
    }
    context.execute(
        "INSERT INTO build.test_results VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        context.run(),
        test.id(),
        test.model(),
        test.column(),
        test.name(),
        arguments(test),
        test.severity(),
        outcome.status().text(),
        outcome.problem(),
        outcome.failingRows(),
        outcome.rowsJudged(),
        outcome.rowsSeen(),
        outcome.observed(),
        outcome.observedText(),
        outcome.failingSql() == null ? null : test.failures().toString(),
        outcome.seconds(),
        OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    String baseline = outcome.baseline();
    if (baseline != null) {
      context.execute("DELETE FROM build.test_baselines WHERE test = ?", test.id());
      context.execute(
          "INSERT INTO build.test_baselines VALUES (?,?,?,?,?)",
          test.id(),
          arguments(test),
          baseline,
          context.run(),
          OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    }
  }

  /** Drops failing rows of tests that are no more: nobody would ever replace them. */
  public void forgetAllBut(Collection<TestDefinition> tests) throws SQLException {
    Set<String> wanted = new HashSet<>();
    tests.forEach(test -> wanted.add(test.failures().name()));
    var old = new ArrayList<String>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT table_name FROM duckdb_tables()"
                    + " WHERE database_name = current_database() AND schema_name = 'failures'")) {
      while (row.next()) {
        if (!wanted.contains(row.getString(1))) {
          old.add(row.getString(1));
        }
      }
    }
    for (String table : old) {
      context.execute("DROP TABLE " + new TableRef("failures", table).sql());
    }
  }

  /** Whether a table is there. */
  public boolean exists(TableRef table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM duckdb_columns()"
                    + " WHERE database_name = current_database() AND schema_name = "
                    + Sql.literal(table.schema())
                    + " AND table_name = "
                    + Sql.literal(table.name()))) {
      row.next();
      return row.getLong(1) > 0;
    }
  }
}
