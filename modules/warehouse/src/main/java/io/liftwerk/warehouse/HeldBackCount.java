package io.liftwerk.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.liftwerk.ingest.Erasure;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.Migration;
import io.liftwerk.ingest.Retention;
import io.liftwerk.ingest.SourceChange;
import io.liftwerk.warehouse.ConsentResult.Part;
import io.liftwerk.warehouse.ConsentResult.SourceConsent;
import io.liftwerk.warehouse.ConsentResult.UseConsent;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells whom consent holds back from a table, out of the newest count that the ledger has. */
public final class HeldBackCount {

  /** After these the newest build no longer tells how things are. */
  private static final List<String> CHANGES =
      List.of(
          FileImport.NAME,
          SourceChange.NAME,
          ConsentSettings.NAME,
          Erasure.NAME,
          Retention.NAME,
          Migration.NAME);

  /** The newest count; {@code result} is null when another version wrote it. */
  private record Count(long run, Instant at, @Nullable ConsentResult result) {}

  private final Upstream upstream;
  private final @Nullable Count count;
  private final long lastBuild;
  private final long lastChange;

  private HeldBackCount(Upstream upstream, @Nullable Count count, long lastBuild, long lastChange) {
    this.upstream = upstream;
    this.count = count;
    this.lastBuild = lastBuild;
    this.lastChange = lastChange;
  }

  /**
   * Reads what stands and what was counted last.
   *
   * @throws WorkbenchException code {@code consent-unreadable}
   */
  public static HeldBackCount of(Workspace workspace) {
    try (Connection connection = workspace.connect()) {
      return of(connection, Upstream.of(connection));
    } catch (SQLException e) {
      throw new WorkbenchException(
          "consent-unreadable", "The count of consent cannot be read from the warehouse.", "", e);
    }
  }

  static HeldBackCount of(Connection connection, Upstream upstream) throws SQLException {
    return new HeldBackCount(
        upstream,
        newest(connection),
        last(connection, List.of(ModelBuild.NAME)),
        last(connection, CHANGES));
  }

  private static @Nullable Count newest(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT number, started_at, result FROM ledger.runs"
                + " WHERE job = ? AND status = 'DONE' ORDER BY number DESC LIMIT 1")) {
      statement.setString(1, ConsentReport.NAME);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? new Count(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                read(row.getString(3)))
            : null;
      }
    }
  }

  private static @Nullable ConsentResult read(String json) {
    try {
      return Json.mapper().readValue(json, ConsentResult.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static long last(Connection connection, List<String> jobs) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT coalesce(max(number), 0) FROM ledger.runs WHERE status = 'DONE' AND job IN"
                    + jobs.stream()
                        .map(Sql::literal)
                        .collect(Collectors.joining(", ", " (", ")")));
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Whom consent for {@code use} holds back from {@code table}, which may lie in any layer.
   *
   * @return figures of the table's sources: a row of theirs need not be one of the table
   */
  public HeldBack behind(TableRef table, Use use) {
    Upstream.Of made = upstream.of(table);
    Count counted = count;
    ConsentResult result = counted == null ? null : counted.result();
    if (counted == null || result == null) {
      return new HeldBack(use, made.sources(), 0, 0, List.of(), null, null, false);
    }
    List<SourceConsent> mine =
        result.sources().stream().filter(one -> made.sources().contains(one.source())).toList();
    var reasons = new LinkedHashMap<String, Part>();
    for (SourceConsent source : mine) {
      for (UseConsent one : source.uses()) {
        if (one.use() == use) {
          one.heldBack().forEach(part -> reasons.merge(part.reason(), part, HeldBackCount::sum));
        }
      }
    }
    List<Part> parts =
        reasons.values().stream()
            .sorted(Comparator.comparingLong(Part::rows).reversed().thenComparing(Part::reason))
            .toList();
    return new HeldBack(
        use,
        mine.stream().map(SourceConsent::source).toList(),
        mine.stream().mapToLong(SourceConsent::rows).sum(),
        parts.stream().mapToLong(Part::rows).sum(),
        parts,
        "%04d".formatted(counted.run()),
        counted.at(),
        isOlder(counted, made));
  }

  /** A change between build and count is as bad as one after: they tell of two states. */
  private boolean isOlder(Count counted, Upstream.Of made) {
    return counted.run() < made.built()
        || lastChange > counted.run()
        || (made.built() > 0 && lastChange > lastBuild);
  }

  private static Part sum(Part one, Part other) {
    return new Part(one.reason(), one.sentence(), one.rows() + other.rows());
  }
}
