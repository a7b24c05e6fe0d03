package io.liftwerk.warehouse;

import io.liftwerk.ingest.Erasure;
import io.liftwerk.ingest.Retention;
import io.liftwerk.warehouse.KpiResult.Severity;
import io.liftwerk.warehouse.KpiResult.Tests;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of the tests of a figure's models. Of each model the newest run counts that tested it:
 * what an earlier one found says nothing any more, and a test that is gone has no say.
 */
final class TestStanding {

  /** Tests of one model and severity, as {@code run} found them. */
  private record Line(String model, String severity, int tests, int passed, long run, Instant at) {}

  private final Upstream upstream;
  private final Map<String, List<Line>> lines = new HashMap<>();
  private final long lastRemoval;

  private TestStanding(Upstream upstream, long lastRemoval) {
    this.upstream = upstream;
    this.lastRemoval = lastRemoval;
  }

  static TestStanding of(Connection connection, Upstream upstream) throws SQLException {
    var standing = new TestStanding(upstream, lastRemoval(connection));
    if (exists(connection)) {
      standing.read(connection);
    }
    return standing;
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database()"
                    + " AND schema_name = 'build' AND table_name = 'test_results'");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1) > 0;
    }
  }

  /** Erasure and retention take rows out of what stands, without a build. */
  private static long lastRemoval(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT coalesce(max(number), 0) FROM ledger.runs WHERE status = 'DONE' AND job IN"
                    + " ("
                    + Sql.literal(Erasure.NAME)
                    + ", "
                    + Sql.literal(Retention.NAME)
                    + ")");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private void read(Connection connection) throws SQLException {
    String sql =
        """
        WITH newest AS (
          SELECT model, max(CAST(run AS BIGINT)) AS run FROM build.test_results GROUP BY model
        )
        SELECT found.model, found.severity, count(*),
          count(*) FILTER (WHERE found.status = 'pass'), newest.run,
          coalesce(min(runs.started_at), min(found.checked_at))
        FROM build.test_results AS found
        JOIN newest ON found.model = newest.model AND CAST(found.run AS BIGINT) = newest.run
        LEFT JOIN ledger.runs AS runs ON runs.number = newest.run
        GROUP BY found.model, found.severity, newest.run
        ORDER BY found.model, found.severity
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        var line =
            new Line(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getLong(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
        lines.computeIfAbsent(line.model(), model -> new ArrayList<>()).add(line);
      }
    }
  }

  /** The tests of a model of gold and of everything above it. */
  Tests of(String schema, String model) {
    Upstream.Of made = upstream.of(new TableRef(schema, model));
    var tables = new ArrayList<String>();
    var found = new ArrayList<Line>();
    boolean older = false;
    for (BuiltModels.Row row : made.models()) {
      tables.add(row.table().toString());
      List<Line> mine = lines.getOrDefault(row.model(), List.of());
      found.addAll(mine);
      long built = Long.parseLong(row.run());
      older |= mine.stream().anyMatch(line -> line.run() < Math.max(built, lastRemoval));
    }
    for (String source : made.sources()) {
      String table = Lineage.BRONZE + "." + source;
      tables.add(table);
      found.addAll(lines.getOrDefault(table, List.of()));
    }
    return new Tests(
        tables,
        found.stream().mapToInt(Line::passed).sum(),
        found.stream().mapToInt(Line::tests).sum(),
        List.of(severity("error", found), severity("warn", found)),
        found.stream().map(Line::at).min(Instant::compareTo).orElse(null),
        older);
  }

  private static Severity severity(String name, List<Line> found) {
    List<Line> mine = found.stream().filter(line -> line.severity().equals(name)).toList();
    return new Severity(
        name,
        mine.stream().mapToInt(Line::passed).sum(),
        mine.stream().mapToInt(Line::tests).sum());
  }
}
