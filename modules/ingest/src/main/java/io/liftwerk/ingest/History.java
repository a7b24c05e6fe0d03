package io.liftwerk.ingest;

import io.liftwerk.workspace.Json;
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
import java.util.stream.Collectors;

/** What was done to the sources, in {@code load.history}, so that it can be undone. */
final class History {
  /** The step that {@link #imported} notes. */
  static final String IMPORT = "import";

  private final Connection connection;

  /**
   * A step as it is stored.
   *
   * @param before load ids and what they were, JSON
   * @param after the same, as they became
   */
  record Step(
      long number,
      Instant at,
      String run,
      String action,
      String sentence,
      String before,
      String after,
      boolean undone) {}

  History(Connection connection) {
    this.connection = connection;
  }

  /** Notes an import; files that were there already are no part of it. */
  void imported(String run, List<SourceTable> replaced, List<SourceTable> tables)
      throws SQLException {
    if (!tables.isEmpty()) {
      String names = tables.stream().map(SourceTable::name).collect(Collectors.joining(", "));
      add(run, IMPORT, "Import of " + names, Json.write(replaced), Json.write(tables));
    }
  }

  void add(String run, String action, String sentence, String before, String after)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO load.history SELECT coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, false"
                + " FROM load.history")) {
      statement.setObject(1, Instant.now().atOffset(ZoneOffset.UTC));
      statement.setString(2, run);
      statement.setString(3, action);
      statement.setString(4, sentence);
      statement.setString(5, before);
      statement.setString(6, after);
      statement.executeUpdate();
    }
  }

  /** All steps, the newest first. */
  List<Step> steps() throws SQLException {
    var steps = new ArrayList<Step>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT number, done_at, run, action, sentence, was, became, undone"
                    + " FROM load.history ORDER BY number DESC")) {
      while (row.next()) {
        steps.add(
            new Step(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8)));
      }
    }
    return steps;
  }

  /** The newest step that is not undone. */
  Optional<Step> latest() throws SQLException {
    return steps().stream().filter(step -> !step.undone()).findFirst();
  }

  void markUndone(Step step) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE load.history SET undone = true WHERE number = ?")) {
      statement.setLong(1, step.number());
      statement.executeUpdate();
    }
  }
}
