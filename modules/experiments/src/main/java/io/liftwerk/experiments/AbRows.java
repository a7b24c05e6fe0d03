package io.liftwerk.experiments;

import io.liftwerk.experiments.AbTable.Field;
import io.liftwerk.experiments.AbTestResult.Warning;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The persons of an experiment in one shape, a row each: {@code arm}, {@code day}, {@code stratum},
 * {@code cluster}, and every number that is asked for. Refuses what cannot be compared, and says
 * what is left out.
 */
final class AbRows {
  private static final String RAW = "temp.main.liftwerk_abtest_raw";
  private static final String ADDED_UP = "temp.main.liftwerk_abtest_rows";

  /** Names under which a person is mostly to be found. */
  private static final List<String> PERSONS =
      List.of(
          "person_id",
          "person",
          "user_id",
          "userid",
          "user",
          "customer_id",
          "customerid",
          "customer",
          "kunden_id",
          "kundennummer",
          "kunde",
          "visitor_id",
          "anonymous_id",
          "user_pseudo_id",
          "device_id",
          "lead_id",
          "lead-id",
          "email",
          "id");

  /** More persons in two arms than this share of all cannot be a few who changed their device. */
  private static final double MIXED = 0.01;

  private static final int MOST_ARMS = 50;

  private final JobContext context;
  private final AbTable table;
  private final Field arm;
  private final @Nullable Field person;
  private final @Nullable Field strata;
  private final @Nullable Field cluster;
  private final @Nullable Field date;
  private final Map<String, AbColumn> columns = new LinkedHashMap<>();
  private final List<Warning> warnings;
  private String rows = RAW;

  private AbRows(JobContext context, AbTable table, AbTestRequest request, List<Warning> warnings) {
    this.context = context;
    this.table = table;
    this.warnings = warnings;
    this.arm = table.field("arm column", request.arm());
    this.person =
        request.person() == null
            ? PERSONS.stream()
                .flatMap(name -> table.find(name).stream())
                .filter(field -> !field.name().equals(arm.name()))
                .findFirst()
                .orElse(null)
            : table.field("person column", request.person());
    this.strata = table.optional("strata column", request.strata());
    this.cluster = table.optional("cluster column", request.cluster());
    this.date = table.optional("date column", request.date());
  }

  /**
   * @param metrics whose columns to read
   * @param covariate column of the time before, if any
   * @throws WorkbenchException when a column is unknown or holds what cannot be compared
   */
  static AbRows read(
      JobContext context,
      AbTable table,
      AbTestRequest request,
      List<AbMetric> metrics,
      @Nullable String covariate,
      List<Warning> warnings)
      throws Exception {
    var rows = new AbRows(context, table, request, warnings);
    for (AbMetric metric : metrics) {
      boolean whether = metric.kind() == AbMetric.Kind.PROPORTION;
      for (String name : metric.columns()) {
        rows.add(table.field("metric column", name), whether);
      }
    }
    if (covariate != null) {
      rows.add(table.field("covariate", covariate), true);
    }
    rows.write();
    rows.profile();
    rows.onePerPerson();
    return rows;
  }

  private void add(Field field, boolean largest) {
    columns.computeIfAbsent(
        key(field.name(), largest),
        key -> AbColumn.of(table, field, "v" + columns.size(), largest));
  }

  private static String key(String name, boolean largest) {
    return (largest ? "max:" : "sum:") + name;
  }

  /** The column of a metric's outcome. */
  AbColumn outcome(AbMetric metric, String name) {
    return column(name, metric.kind() == AbMetric.Kind.PROPORTION);
  }

  /** The column of the covariate. */
  AbColumn covariate(String name) {
    return column(name, true);
  }

  private AbColumn column(String name, boolean largest) {
    AbColumn column = columns.get(key(table.field("metric column", name).name(), largest));
    if (column == null) {
      throw new IllegalStateException("not read: " + name);
    }
    return column;
  }

  private void write() throws Exception {
    var list = new ArrayList<String>();
    list.add(arm.text() + " AS arm");
    list.add((person == null ? "NULL" : person.key()) + " AS person");
    list.add((date == null ? "CAST(NULL AS DATE)" : day(date)) + " AS day");
    list.add((strata == null ? "''" : "coalesce(" + strata.text() + ", '')") + " AS stratum");
    list.add((cluster == null ? "NULL" : cluster.key()) + " AS cluster");
    columns.values().forEach(column -> list.add(column.number() + " AS " + column.name()));
    context.progress(0.05, "Reading the table");
    context.execute(
        "CREATE OR REPLACE TEMP TABLE liftwerk_abtest_raw AS SELECT "
            + String.join(", ", list)
            + " FROM "
            + table.ref().sql()
            + " WHERE "
            + arm.text()
            + " IS NOT NULL");
  }

  private String day(Field field) {
    if (field.temporal()) {
      return "CAST(" + field.sql() + " AS DATE)";
    }
    if (field.words()) {
      return "TRY_CAST(" + field.text() + " AS DATE)";
    }
    throw new WorkbenchException(
        "not-a-date",
        "The date column '%s' of %s holds no days.".formatted(field.name(), table.ref()),
        "Name a column with the day on which a person came in.");
  }

  private record Whole(long rows, long dayless, @Nullable String hash) {}

  private void profile() throws Exception {
    long all =
        AbQuery.one(context, "SELECT count(*) FROM " + table.ref().sql(), row -> row.getLong(1));
    Whole whole =
        AbQuery.one(
            context,
            "SELECT count(*), count(*) - count(day), CAST(sum(hash(r)) AS VARCHAR) FROM "
                + RAW
                + " r",
            row -> new Whole(row.getLong(1), row.getLong(2), row.getString(3)));
    long armless = all - whole.rows();
    if (all == 0) {
      throw new WorkbenchException(
          "table-empty",
          "%s has no rows.".formatted(table.ref()),
          "Import a file with records first.");
    }
    context.input(
        table.ref().toString(), Hashes.sha256(columns.keySet() + "\n" + whole.hash()), all);
    if (armless > 0) {
      note(
          "no-arm",
          String.format(
              Locale.ROOT,
              "%,d rows have no value in the arm column '%s' and are left out.",
              armless,
              arm.name()));
    }
    if (date != null && whole.dayless() > 0) {
      note(
          "no-date",
          String.format(
              Locale.ROOT,
              "%,d rows have no day in '%s'; they count in the whole, but on no day.",
              whole.dayless(),
              date.name()));
    }
    for (AbColumn column : columns.values()) {
      column.refuseUnreadable(context, table);
    }
  }

  void note(String code, String message) {
    warnings.add(new Warning(code, message));
  }

  private void onePerPerson() throws Exception {
    if (person == null) {
      return;
    }
    record Count(long rows, long named, long different) {}
    Count count =
        AbQuery.one(
            context,
            "SELECT count(*), count(person), count(DISTINCT person) FROM " + RAW,
            row -> new Count(row.getLong(1), row.getLong(2), row.getLong(3)));
    if (count.named() == count.different()) {
      return;
    }
    long mixed =
        AbQuery.one(
            context,
            "SELECT count(*) FROM (SELECT person FROM "
                + RAW
                + " WHERE person IS NOT NULL GROUP BY person HAVING min(arm) <> max(arm))",
            row -> row.getLong(1));
    if (mixed > MIXED * count.different()) {
      throw new WorkbenchException(
          "person-twice",
          String.format(
              Locale.ROOT,
              "%,d of %,d persons in the column '%s' of %s are in more than one arm.",
              mixed,
              count.different(),
              person.name(),
              table.ref()),
          "Keep each person's first arm, or name the column that identifies persons with"
              + " --person.");
    }
    if (mixed > 0) {
      note(
          "person-twice",
          String.format(
              Locale.ROOT,
              "%,d persons in the column '%s' are in more than one arm and are left out.",
              mixed,
              person.name()));
    }
    if (count.named() < count.rows()) {
      note(
          "no-person",
          String.format(
              Locale.ROOT,
              "%,d rows have no value in the person column '%s' and are left out.",
              count.rows() - count.named(),
              person.name()));
    }
    note(
        "added-up",
        String.format(
            Locale.ROOT,
            "%,d rows were added up to %,d persons by the column '%s'.",
            count.named(),
            count.different(),
            person.name()));
    context.execute(
        "CREATE OR REPLACE TEMP TABLE liftwerk_abtest_rows AS SELECT min(arm) AS arm, min(day) AS"
            + " day, min(stratum) AS stratum, min(cluster) AS cluster, "
            + columns.values().stream().map(AbColumn::ofPerson).collect(Collectors.joining(", "))
            + " FROM "
            + RAW
            + " WHERE person IS NOT NULL GROUP BY person HAVING min(arm) = max(arm)");
    rows = ADDED_UP;
    for (AbColumn column : columns.values()) {
      column.measure(context, rows);
    }
  }

  AbTable table() {
    return table;
  }

  /** The table with a row per person. */
  String rows() {
    return rows;
  }

  boolean clustered() {
    return cluster != null;
  }

  boolean dated() {
    return date != null;
  }

  boolean stratified() {
    return strata != null;
  }

  String strataName() {
    return strata == null ? "" : strata.name();
  }

  /** Arms and their persons, by name. */
  Map<String, Long> arms() throws Exception {
    var arms = new LinkedHashMap<String, Long>();
    AbQuery.list(
        context,
        "SELECT arm, count(*) FROM " + rows + " GROUP BY arm ORDER BY arm LIMIT " + (MOST_ARMS + 1),
        row -> arms.put(row.getString(1), row.getLong(2)));
    if (arms.size() > MOST_ARMS) {
      throw new WorkbenchException(
          "arms-many",
          "The arm column '%s' of %s has more than %d different values."
              .formatted(arm.name(), table.ref(), MOST_ARMS),
          "Name the column that says which arm a person was in.");
    }
    if (arms.isEmpty()) {
      throw new WorkbenchException(
          "arms-none",
          "The arm column '%s' of %s is empty.".formatted(arm.name(), table.ref()),
          "Name the column that says which arm a person was in.");
    }
    return arms;
  }

  /** Gives persons without a value the mean of the others: they count, and adjust nothing. */
  void fill(AbColumn column) throws Exception {
    if (column.missing() == 0) {
      return;
    }
    note(
        "covariate-missing",
        String.format(
            Locale.ROOT,
            "%,d persons have no value in the covariate '%s' and are given the mean of the others.",
            column.missing(),
            column.source()));
    double mean =
        AbQuery.one(
            context,
            "SELECT coalesce(CAST(sum(%s) AS DOUBLE) / count(%s) / %s, 0) FROM %s"
                .formatted(column.whole(), column.name(), column.scale(), rows),
            row -> row.getDouble(1));
    context.execute(
        "UPDATE " + rows + " SET " + column.name() + " = ? WHERE " + column.name() + " IS NULL",
        mean);
    column.measure(context, rows);
  }

  /** Frees what the analysis made; called at its end, since a connection may live on. */
  void drop() throws Exception {
    context.execute("DROP TABLE IF EXISTS temp.main.liftwerk_abtest_raw");
    context.execute("DROP TABLE IF EXISTS temp.main.liftwerk_abtest_rows");
    context.execute("DROP TABLE IF EXISTS temp.main.liftwerk_abtest_clusters");
  }
}
