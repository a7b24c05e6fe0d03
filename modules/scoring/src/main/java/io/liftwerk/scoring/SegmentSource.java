package io.liftwerk.scoring;

import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Tables;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a segment's members come from, in SQL: {@code r} is the ranking, the table of values or any
 * table of persons; {@code t} the table that was scored, {@code p} the person a record belongs to.
 *
 * @param kind what the table is
 * @param from the tables joined, one row a record
 * @param columns by name, those of the ranking first
 * @param scored the scored table, null for any other kind
 * @param run that ranked or valued, null for any other kind
 * @param record what identifies a record
 * @param person pseudonym or id of the person it belongs to
 * @param notes what could not be found
 */
record SegmentSource(
    Kind kind,
    String from,
    Map<String, Column> columns,
    @Nullable String scored,
    @Nullable String run,
    String record,
    String person,
    List<String> notes) {

  enum Kind {
    LEADS,
    CHURN,
    VALUES,
    PERSONS
  }

  /** A column, as SQL and with DuckDB's name of its type. */
  record Column(String sql, String type) {}

  private static final String SIGNALS = "staging.stg_consent_signals";

  /**
   * @throws WorkbenchException code {@code table-unknown}, {@code segment-table} for a table that
   *     names nobody, {@code segment-scored} when it is not told which of several rankings is meant
   */
  static SegmentSource of(JobContext context, SegmentRequest request) throws Exception {
    var tables = new Tables(context.workspace());
    TableInfo info = tables.describe(TableRef.parse(request.of()));
    List<String> names = info.columns().stream().map(TableInfo.Column::name).toList();
    if (names.containsAll(List.of("source_table", "record_id", "score", "rank", "run"))) {
      boolean churn = names.contains("outcome") && info.ref().name().startsWith("churn");
      return ranking(context, request, info, churn ? Kind.CHURN : Kind.LEADS);
    }
    if (names.containsAll(List.of("source_table", "customer", "clv", "rule_of_thumb", "run"))) {
      return values(context, request, info);
    }
    if (names.contains("person_id")) {
      return new SegmentSource(
          Kind.PERSONS,
          info.ref().sql() + " r",
          columns(info, "r"),
          null,
          null,
          "r.person_id",
          "CAST(r.person_id AS VARCHAR)",
          List.of());
    }
    throw new WorkbenchException(
        "segment-table",
        info.ref() + " is neither a ranking nor names persons in a column person_id.",
        "Take gold.lead_scores, gold.churn_scores, gold.customer_lifetime_value or a table such as"
            + " silver.customers.");
  }

  /** Which scored table is meant, and the run whose ranking it has. */
  private record Ranking(String scored, String run) {}

  private static Ranking choose(JobContext context, SegmentRequest request, TableInfo info)
      throws Exception {
    List<Ranking> all =
        Query.list(
            context,
            "SELECT source_table, max(run) FROM " + info.ref().sql() + " GROUP BY 1 ORDER BY 1",
            row -> new Ranking(row.getString(1), row.getString(2)));
    String wanted = request.scored();
    if (wanted == null && all.size() == 1) {
      return all.getFirst();
    }
    List<String> names = all.stream().map(Ranking::scored).toList();
    if (wanted == null) {
      throw new WorkbenchException(
          "segment-scored",
          all.isEmpty()
              ? info.ref() + " holds no ranking."
              : "%s holds rankings of several tables: %s."
                  .formatted(info.ref(), String.join(", ", names)),
          all.isEmpty() ? "Score a table first." : "Say which one with --scored.");
    }
    String full = TableRef.parse(wanted).toString();
    return all.stream()
        .filter(one -> one.scored().equalsIgnoreCase(full))
        .findFirst()
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "segment-scored",
                    "%s holds no ranking of %s.".formatted(info.ref(), full),
                    Names.nearest(full, names)
                        .map(name -> "Did you mean '" + name + "'?")
                        .orElse("Score a table first.")));
  }

  private static SegmentSource ranking(
      JobContext context, SegmentRequest request, TableInfo info, Kind kind) throws Exception {
    Ranking ranking = choose(context, request, info);
    var columns = new LinkedHashMap<>(columns(info, "r"));
    var notes = new ArrayList<String>();
    var from = new StringBuilder(rows(info, ranking));
    var persons = new ArrayList<String>();
    TableRef scored = TableRef.parse(ranking.scored());
    TableInfo behind = find(context, scored);
    @Nullable String join = behind == null ? null : join(context, behind, ranking);
    if (behind == null || join == null) {
      notes.add(
          behind == null
              ? "%s is gone; rules can ask for columns of the ranking only.".formatted(scored)
              : "The records of %s have no id; rules can ask for columns of the ranking only."
                  .formatted(scored));
    } else {
      from.append(join);
      columns(behind, "t").forEach(columns::putIfAbsent);
      if (has(behind, "person_id")) {
        persons.add("CAST(t.person_id AS VARCHAR)");
      }
    }
    if (scored.schema().equals("bronze") && exists(context)) {
      from.append(
          """
           LEFT JOIN (
            SELECT source_row, min(person_id) AS person_id FROM %s
            WHERE replace(lower(replace(source_relation, '"', '')), 'bronze.', '') = lower(%s)
              AND person_id <> ''
            GROUP BY source_row) p ON p.source_row = r._row
          """
              .formatted(SIGNALS, Sql.literal(scored.name())));
      persons.add("p.person_id");
    }
    return new SegmentSource(
        kind,
        from.toString(),
        columns,
        ranking.scored(),
        ranking.run(),
        "r.record_id",
        persons.isEmpty()
            ? "CAST(NULL AS VARCHAR)"
            : "coalesce(" + String.join(", ", persons) + ")",
        notes);
  }

  private static SegmentSource values(JobContext context, SegmentRequest request, TableInfo info)
      throws Exception {
    Ranking ranking = choose(context, request, info);
    String from = rows(info, ranking);
    boolean judged = exists(context);
    if (judged) {
      from +=
          " LEFT JOIN (SELECT DISTINCT person_id FROM %s) p ON p.person_id = r.customer"
              .formatted(SIGNALS);
    }
    return new SegmentSource(
        Kind.VALUES,
        from,
        columns(info, "r"),
        ranking.scored(),
        ranking.run(),
        "r.customer",
        judged ? "p.person_id" : "CAST(NULL AS VARCHAR)",
        List.of());
  }

  private static String rows(TableInfo info, Ranking ranking) {
    return "(SELECT * FROM %s WHERE source_table = %s) r"
        .formatted(info.ref().sql(), Sql.literal(ranking.scored()));
  }

  /** Puts the scored table beside its ranking, one row a record; null without a way to it. */
  private static @Nullable String join(JobContext context, TableInfo behind, Ranking ranking)
      throws Exception {
    String table = behind.ref().sql();
    if (has(behind, "_row")) {
      String row = " LEFT JOIN " + table + " t ON t._row = r._row";
      return has(behind, "_source")
          ? row + " AND CAST(t._source AS VARCHAR) IS NOT DISTINCT FROM r._source"
          : row;
    }
    @Nullable String id =
        Query.list(
                context,
                "SELECT coalesce(json_extract_string(result, '$.id'),"
                    + " json_extract_string(parameters, '$.id')) FROM ledger.runs WHERE number = "
                    + Integer.parseInt(ranking.run()),
                row -> row.getString(1))
            .stream()
            .findFirst()
            .orElse(null);
    if (id == null || !has(behind, id)) {
      return null;
    }
    return """
     LEFT JOIN (SELECT * FROM %1$s
      QUALIFY row_number() OVER (PARTITION BY CAST(%2$s AS VARCHAR) ORDER BY ALL) = 1) t
      ON CAST(t.%2$s AS VARCHAR) = r.record_id
    """
        .formatted(table, Sql.identifier(id));
  }

  private static boolean has(TableInfo info, String column) {
    return info.columns().stream().anyMatch(one -> one.name().equals(column));
  }

  private static @Nullable TableInfo find(JobContext context, TableRef table) {
    try {
      return new Tables(context.workspace()).describe(table);
    } catch (WorkbenchException e) {
      return null;
    }
  }

  private static boolean exists(JobContext context) throws Exception {
    return Query.one(
        context,
        "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'staging'"
            + " AND table_name = 'stg_consent_signals'",
        row -> row.getLong(1) > 0);
  }

  private static Map<String, Column> columns(TableInfo info, String alias) {
    var columns = new LinkedHashMap<String, Column>();
    for (TableInfo.Column column : info.columns()) {
      columns.put(
          column.name(), new Column(alias + "." + Sql.identifier(column.name()), column.type()));
    }
    return columns;
  }

  /**
   * A column that a user named.
   *
   * @throws WorkbenchException code {@code column-unknown}
   */
  Column column(String name) {
    return columns.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name.strip()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "column-unknown",
                    "There is no column '%s' to choose members by.".formatted(name),
                    Nearest.hint(name, List.copyOf(columns.keySet()))));
  }

  /** What members are ranked by in SQL; null for persons without a column named for it. */
  @Nullable String measure(@Nullable String by) {
    if (by != null) {
      Column column = column(by);
      if (!SegmentConditions.isNumber(column.type())) {
        throw new WorkbenchException(
            "segment-by",
            "The column '%s' holds no numbers, so members cannot be ranked by it.".formatted(by),
            "Name a column of numbers.");
      }
      return "CAST(" + column.sql() + " AS DOUBLE)";
    }
    return switch (kind) {
      case LEADS, CHURN -> "r.score";
      case VALUES -> "coalesce(r.clv, r.expected_purchases, r.rule_of_thumb)";
      case PERSONS -> null;
    };
  }

  /** Who may be chosen at all. */
  String eligible(boolean open) {
    return switch (kind) {
      case LEADS -> open ? "r.open" : "true";
      case CHURN -> "r.outcome IS DISTINCT FROM true";
      case VALUES, PERSONS -> "true";
    };
  }
}
