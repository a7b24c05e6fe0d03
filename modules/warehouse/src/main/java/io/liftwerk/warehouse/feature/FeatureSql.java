package io.liftwerk.warehouse.feature;

import io.liftwerk.warehouse.feature.FeatureView.Aggregation;
import io.liftwerk.workspace.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the query that gives each row the features as they were known at its moment.
 *
 * <p>A row of the source counts at a moment t when it happened at or before t (before t when the
 * definition is strict) and became known at or before t: time as it was and time as it was known,
 * the two axes of a bitemporal table (Snodgrass, Developing Time-Oriented Database Applications in
 * SQL, 2000). So neither what happens later nor a correction made later ever changes a row.
 *
 * <p>For the latest value both axes become one: a row takes effect at the later of its two moments,
 * and only if nothing that happened later was known by then. What is left, deduplicated by the
 * moment of effect, is joined as of t.
 */
public final class FeatureSql {
  private FeatureSql() {}

  /**
   * The rows of {@code spine}, each once whatever its key and moment, with the features of all
   * views; their order is not kept.
   *
   * @param spine query of rows with the entity's columns and {@code moment}
   * @param moment its column with the moment
   */
  public static String training(List<FeatureView> views, String spine, String moment) {
    var sql = new StringBuilder("WITH spine AS (SELECT row_number() OVER () AS _spine, ");
    sql.append("CAST(")
        .append(Sql.identifier(moment))
        .append(" AS TIMESTAMP) AS _moment, asked.* FROM (")
        .append(spine)
        .append(") AS asked)");
    var columns = new ArrayList<String>();
    var joins = new StringBuilder();
    int part = 0;
    for (FeatureView view : views) {
      if (!view.columns().isEmpty()) {
        part++;
        add(sql, joins, part, latest(view, part));
        view.columns().keySet().forEach(name -> columns.add(Sql.identifier(name)));
      }
      for (var window : windows(view).entrySet()) {
        part++;
        add(sql, joins, part, windowed(view, window.getKey(), window.getValue()));
        window.getValue().keySet().forEach(name -> columns.add(Sql.identifier(name)));
      }
    }
    return sql
        + " SELECT spine.* EXCLUDE (_spine, _moment), "
        + String.join(", ", columns)
        + " FROM spine"
        + joins;
  }

  /**
   * The same as of one moment for all rows.
   *
   * @param entities query of rows with the entity's columns
   */
  public static String scoring(List<FeatureView> views, String entities, Instant moment) {
    String when = moment.toString().replace("T", " ").replace("Z", "");
    String spine =
        "SELECT CAST("
            + Sql.literal(when)
            + " AS TIMESTAMP) AS _as_of, wanted.* FROM ("
            + entities
            + ") AS wanted";
    return "SELECT * EXCLUDE (_as_of) FROM (" + training(views, spine, "_as_of") + ")";
  }

  private static void add(StringBuilder sql, StringBuilder joins, int part, String query) {
    sql.append(", part_").append(part).append(" AS (").append(query).append(")");
    joins.append(" JOIN part_%d USING (_spine)".formatted(part));
  }

  private static String moment(String column) {
    return "CAST(" + Sql.identifier(column) + " AS TIMESTAMP)";
  }

  /** When it happened, so that at or before t is what counts. */
  private static String event(FeatureView view) {
    return view.strict()
        ? moment(view.eventTime()) + " + INTERVAL 1 MICROSECOND"
        : moment(view.eventTime());
  }

  private static @Nullable String created(FeatureView view) {
    String column = view.createdTime();
    return column == null ? null : moment(column);
  }

  private static String keys(List<String> columns) {
    return columns.stream().map(Sql::identifier).collect(Collectors.joining(", "));
  }

  private static String sameEntity(FeatureView view, String left, String right) {
    return view.entity().stream()
        .map(Sql::identifier)
        .map(column -> left + "." + column + " = " + right + "." + column)
        .collect(Collectors.joining(" AND "));
  }

  private static String latest(FeatureView view, int part) {
    String created = created(view);
    String known = created == null ? event(view) : "greatest(" + event(view) + ", " + created + ")";
    String keys = keys(view.entity());
    List<String> values =
        view.columns().entrySet().stream()
            .map(one -> Sql.identifier(one.getValue()) + " AS " + alias(part, one.getKey()))
            .toList();
    String all =
        view.columns().keySet().stream()
            .map(name -> alias(part, name))
            .collect(Collectors.joining(", "));
    String ttl = view.ttl();
    String fresh =
        ttl == null
            ? "true"
            : "happened._event >= spine._moment - CAST(" + Sql.literal(ttl) + " AS INTERVAL)";
    String taken =
        view.columns().keySet().stream()
            .map(
                name ->
                    "CASE WHEN "
                        + fresh
                        + " THEN happened."
                        + alias(part, name)
                        + " END AS "
                        + Sql.identifier(name))
            .collect(Collectors.joining(", "));
    return "SELECT spine._spine, "
        + taken
        + " FROM spine ASOF LEFT JOIN (SELECT * FROM (SELECT "
        + keys
        + ", "
        + moment(view.eventTime())
        + " AS _event, "
        + (created == null ? moment(view.eventTime()) : created)
        + " AS _created, "
        + known
        + " AS _known, "
        + String.join(", ", values)
        + " FROM "
        + view.source().sql()
        + ") WHERE _event IS NOT NULL AND _created IS NOT NULL QUALIFY _event = max(_event) OVER"
        + " (PARTITION BY "
        + keys
        + " ORDER BY _known RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)"
        + " AND row_number() OVER (PARTITION BY "
        + keys
        + ", _known ORDER BY _event DESC, _created DESC, CAST(row("
        + all
        + ") AS VARCHAR) DESC) = 1) AS happened ON "
        + sameEntity(view, "spine", "happened")
        + " AND spine._moment >= happened._known";
  }

  private static String alias(int part, String feature) {
    return Sql.identifier("_" + part + "_" + feature);
  }

  private static Map<String, Map<String, Aggregation>> windows(FeatureView view) {
    var windows = new TreeMap<String, Map<String, Aggregation>>();
    view.aggregations()
        .forEach(
            (name, one) -> {
              String window = one.window();
              windows
                  .computeIfAbsent(window == null ? "" : window, key -> new TreeMap<>())
                  .put(name, one);
            });
    return windows;
  }

  private static String windowed(
      FeatureView view, String window, Map<String, Aggregation> aggregations) {
    String created = created(view);
    String figures =
        aggregations.entrySet().stream()
            .map(one -> figure(one.getValue()) + " AS " + Sql.identifier(one.getKey()))
            .collect(Collectors.joining(", "));
    String columns =
        aggregations.values().stream()
            .map(Aggregation::column)
            .filter(column -> column != null)
            .distinct()
            .map(column -> ", source." + Sql.identifier(column))
            .collect(Collectors.joining());
    // the version that was known at the moment is chosen before its own moment is looked at: a
    // correction may move the event out of the window
    String version =
        view.eventKey().isEmpty()
            ? ""
            : " QUALIFY row_number() OVER (PARTITION BY spine._spine, "
                + view.eventKey().stream()
                    .map(column -> "source." + Sql.identifier(column))
                    .collect(Collectors.joining(", "))
                + " ORDER BY _created DESC, _event DESC, CAST(source AS VARCHAR) DESC) = 1";
    String within =
        "known._event IS NOT NULL AND known._event "
            + (view.strict() ? "<" : "<=")
            + " spine._moment";
    if (!window.isEmpty()) {
      within +=
          " AND known._event "
              + (view.strict() ? ">=" : ">")
              + " spine._moment - CAST("
              + Sql.literal(window)
              + " AS INTERVAL)";
    }
    return "SELECT spine._spine, "
        + figures
        + " FROM spine LEFT JOIN (SELECT spine._spine, "
        + qualified(view.eventTime())
        + " AS _event, "
        + (created == null
            ? "NULL"
            : qualified(view.createdTime() == null ? "" : view.createdTime()))
        + " AS _created, true AS _here"
        + columns
        + " FROM spine JOIN "
        + view.source().sql()
        + " AS source ON "
        + sameEntity(view, "spine", "source")
        + " WHERE "
        + (view.createdTime() == null
            ? qualified(view.eventTime()) + " <= spine._moment"
            : qualified(view.createdTime()) + " <= spine._moment")
        + version
        + ") AS known ON known._spine = spine._spine AND "
        + within
        + " GROUP BY spine._spine";
  }

  private static String qualified(String column) {
    return "CAST(source." + Sql.identifier(column) + " AS TIMESTAMP)";
  }

  private static String figure(Aggregation aggregation) {
    String named = aggregation.column();
    String column = named == null ? "known._here" : "known." + Sql.identifier(named);
    return switch (aggregation.function()) {
      case COUNT -> "count(" + column + ")";
      case SUM -> "sum(" + column + ")";
      case AVG -> "avg(" + column + ")";
      case MIN -> "min(" + column + ")";
      case MAX -> "max(" + column + ")";
      case COUNT_DISTINCT ->
          "count(DISTINCT " + column + ") FILTER (WHERE " + column + " IS NOT NULL)";
    };
  }
}
