package io.liftwerk.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The segments of a workspace. Safe to use from several threads. */
public final class Segments {
  /** What each is made by, and what it came to. */
  static final String TABLE = "liftwerk.segments";

  private final Workspace workspace;

  public Segments(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * A segment as it stands.
   *
   * @param run that saved it
   * @param savedAt when, UTC
   * @param older whether what it was taken from has been ranked anew since, or is gone
   */
  public record Saved(
      SegmentRequest request, SegmentResult result, String run, Instant savedAt, boolean older) {}

  /** All, by name. */
  public List<Saved> list() {
    try (Connection connection = workspace.connect()) {
      if (!exists(connection, "liftwerk", "segments")) {
        return List.of();
      }
      var segments = new ArrayList<Saved>();
      for (Row row : rows(connection)) {
        SegmentResult result = Json.mapper().readValue(row.result(), SegmentResult.class);
        segments.add(
            new Saved(
                Json.mapper().readValue(row.request(), SegmentRequest.class),
                result,
                row.run(),
                row.savedAt(),
                isOlder(connection, result)));
      }
      return segments;
    } catch (SQLException | JsonProcessingException e) {
      throw new WorkbenchException(
          "segments-unreadable", "The segments of this workspace cannot be read.", "", e);
    }
  }

  /**
   * One of them.
   *
   * @throws WorkbenchException code {@code segment-unknown}, naming the nearest
   */
  public Saved find(String name) {
    String wanted = SegmentRequest.plain(name);
    List<Saved> all = list();
    return all.stream()
        .filter(one -> one.request().name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> unknown(wanted, all));
  }

  /** The tables whose rankings, or values of customers, a table of gold holds, by name. */
  public List<String> scored(TableRef ranking) {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT DISTINCT source_table FROM " + ranking.sql() + " ORDER BY 1")) {
      var names = new ArrayList<String>();
      while (row.next()) {
        names.add(row.getString(1));
      }
      return names;
    } catch (SQLException e) {
      throw new WorkbenchException(
          "segments-unreadable", "The rankings in %s cannot be read.".formatted(ranking), "", e);
    }
  }

  private static WorkbenchException unknown(String wanted, List<Saved> all) {
    List<String> names = all.stream().map(one -> one.request().name()).toList();
    return new WorkbenchException(
        "segment-unknown",
        "There is no segment '%s'.".formatted(wanted),
        Names.nearest(wanted, names)
            .map(name -> "Did you mean '" + name + "'?")
            .orElse("Save one first."));
  }

  private record Row(String request, String result, String run, Instant savedAt) {}

  private static List<Row> rows(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT request, result, run, saved_at FROM " + TABLE + " ORDER BY name")) {
      var rows = new ArrayList<Row>();
      while (row.next()) {
        rows.add(
            new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant()));
      }
      return rows;
    }
  }

  private static boolean exists(Connection connection, String schema, String table)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = ?"
                + " AND table_name = ?")) {
      statement.setString(1, schema);
      statement.setString(2, table);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1) > 0;
      }
    }
  }

  private static boolean isOlder(Connection connection, SegmentResult result) throws SQLException {
    @Nullable String scored = result.scored();
    if (scored == null) {
      return false;
    }
    TableRef of = TableRef.parse(result.of());
    if (!exists(connection, of.schema(), of.name())) {
      return true;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT max(run) FROM " + of.sql() + " WHERE source_table = ?")) {
      statement.setString(1, scored);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return !Objects.equals(row.getString(1), result.scoredBy());
      }
    }
  }
}
