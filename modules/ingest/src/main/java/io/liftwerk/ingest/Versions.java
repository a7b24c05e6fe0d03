package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An export that was made again. The new load becomes the table; rows of the earlier ones that it
 * covers are retired, by the key that its recipe names and within the days it has, and stay on
 * record in their own load. Rows of other days go on counting, so that next month's export under
 * the same name continues the table.
 */
final class Versions {
  private final Session session;
  private final Catalog catalog;

  Versions(Session session, Catalog catalog) {
    this.session = session;
    this.catalog = catalog;
  }

  /** A load that is about to be shown. */
  record Fresh(StoredTable stored, List<Decided> columns, ExportFindings findings) {
    @Nullable Reading reading(String column) {
      return columns.stream()
          .filter(decided -> decided.name().equals(column))
          .map(Decided::reading)
          .findFirst()
          .orElse(null);
    }

    private Optional<String> day() {
      return findings.grain().stream()
          .filter(name -> findings.roles().get(name) == Role.DAY)
          .filter(name -> reading(name) instanceof TemporalReading)
          .findFirst();
    }
  }

  /**
   * The table that the file corrects or continues, with what would become of its rows.
   *
   * @param file name of the file
   * @param named the table that the user says it corrects, null to find out
   * @throws WorkbenchException when there is no table of the name said, or it has other columns
   */
  Optional<Plan> plan(String file, @Nullable String sheet, Fresh fresh, @Nullable String named)
      throws Exception {
    if (named != null) {
      SourceTable table =
          catalog
              .find(named)
              .orElseThrow(
                  () ->
                      new WorkbenchException(
                          "table-unknown",
                          "There is no imported table '" + Refused.printable(named) + "'.",
                          "List the sources to see their names."));
      if (!names(table).equals(freshNames(fresh))) {
        throw new WorkbenchException(
            "update-misfit",
            Refused.printable(file) + " has other columns than '" + table.name() + "'.",
            "Import it as a table of its own.");
      }
      return Optional.of(plan(table, fresh, true));
    }
    if (fresh.findings().grain().isEmpty()) {
      return Optional.empty();
    }
    for (SourceTable table : catalog.live()) {
      boolean alike =
          table.findings().kind().equals(fresh.findings().kind())
              && bare(table.file()).equals(bare(file))
              && Objects.equals(table.sheet(), sheet)
              && !table.run().equals(session.context().run())
              && names(table).equals(freshNames(fresh));
      if (alike) {
        Plan plan = plan(table, fresh, false);
        if (plan.corrects()) {
          return Optional.of(plan);
        }
      }
    }
    return Optional.empty();
  }

  /** Browsers write {@code report (1).csv} where {@code report.csv} is there already. */
  static String bare(String file) {
    return file.replaceAll("\\s*\\(\\d+\\)(?=\\.[^.]+$)", "").toLowerCase(java.util.Locale.ROOT);
  }

  private static Set<String> names(SourceTable table) {
    return table.columns().stream().map(ColumnDecision::name).collect(Collectors.toSet());
  }

  private static Set<String> freshNames(Fresh fresh) {
    return fresh.columns().stream()
        .map(Decided::name)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** What the earlier loads of a table would lose. */
  record Plan(SourceTable table, List<Loss> losses, boolean byDay, boolean said) {
    /** Of one load: which rows are covered, how many there are, how many of them come again. */
    record Loss(long load, String table, String covered, long covers, long again, long kept) {}

    private long covers() {
      return losses.stream().mapToLong(Loss::covers).sum();
    }

    private long again() {
      return losses.stream().mapToLong(Loss::again).sum();
    }

    /**
     * Half of the rows that it covers come again; or it covers none, being of other days. Anything
     * else is another export that happens to have the same name.
     */
    boolean corrects() {
      return said || (covers() == 0 ? byDay : 2 * again() >= covers());
    }

    Correction correction() {
      return new Correction(
          table.name(), again(), covers() - again(), losses.stream().mapToLong(Loss::kept).sum());
    }
  }

  private Plan plan(SourceTable table, Fresh fresh, boolean said) throws Exception {
    var losses = new ArrayList<Plan.Loss>();
    Optional<String> day = fresh.day();
    for (long load : table.loads()) {
      StoredTable old = catalog.stored(load);
      String alive = Catalog.aliveSql(load);
      String covered = day.isPresent() ? within(old, table, fresh, day.get()) : "true";
      String key = key(old, fresh.findings().grain());
      long[] found =
          session.numbers(
              "SELECT count(*) FILTER (covered), count(*) FILTER (covered AND again),"
                  + " count(*) FILTER (NOT covered) FROM (SELECT coalesce("
                  + covered
                  + ", true) AS covered, "
                  + (key.isEmpty()
                      ? "true"
                      : key
                          + " IN (SELECT "
                          + key(fresh.stored(), fresh.findings().grain())
                          + " FROM "
                          + fresh.stored().table()
                          + ")")
                  + " AS again FROM "
                  + old.table()
                  + " WHERE "
                  + alive
                  + ")");
      losses.add(
          new Plan.Loss(
              load,
              old.table(),
              "coalesce(" + covered + ", true) AND " + alive,
              found[0],
              found[1],
              found[2]));
    }
    return new Plan(table, losses, day.isPresent(), said);
  }

  /** Rows of the days that the new export has. */
  private String within(StoredTable old, SourceTable table, Fresh fresh, String day)
      throws Exception {
    Reading reading = Objects.requireNonNull(fresh.reading(day));
    Reading before = reading(table, day);
    if (!(before instanceof TemporalReading)) {
      return "true";
    }
    @Nullable String[] ends =
        session
            .query(
                "SELECT CAST(min(v) AS DATE), CAST(max(v) AS DATE) FROM (SELECT "
                    + fresh.stored().value(day, reading)
                    + " AS v FROM "
                    + fresh.stored().table()
                    + ")")
            .getFirst();
    if (ends[0] == null || ends[1] == null) {
      return "true";
    }
    return "CAST("
        + old.value(day, before)
        + " AS DATE) BETWEEN DATE "
        + Sql.literal(String.valueOf(ends[0]))
        + " AND DATE "
        + Sql.literal(String.valueOf(ends[1]));
  }

  private static @Nullable Reading reading(SourceTable table, String column) {
    return table.columns().stream()
        .filter(decision -> decision.name().equals(column))
        .map(Readings::of)
        .findFirst()
        .orElse(null);
  }

  private static String key(StoredTable stored, List<String> grain) {
    String list =
        grain.stream()
            .map(name -> "coalesce(" + stored.text(name) + ", '')")
            .collect(Collectors.joining(", "));
    return grain.size() > 1 ? "(" + list + ")" : list;
  }

  /** Retires what {@code plan} says, for the load {@code by}. */
  void retire(Plan plan, long by) throws Exception {
    for (Plan.Loss loss : plan.losses()) {
      session.execute(
          "INSERT INTO load.retired SELECT "
              + loss.load()
              + ", rowid, "
              + by
              + " FROM "
              + loss.table()
              + " WHERE "
              + loss.covered());
    }
  }

  /** Makes the views of {@code table} over its load and those before it. */
  void publish(SourceTable table, StoredTable stored, List<Decided> columns) throws Exception {
    var parts = new ArrayList<String>();
    for (long load : table.earlier()) {
      SourceTable before = catalog.load(load);
      StoredTable old = catalog.stored(load);
      List<Decided> read = TypeDecisions.restored(session, old, before.columns());
      parts.add(
          BronzeView.select(old, read, before.file(), before.loadedAt())
              + " WHERE "
              + Catalog.aliveSql(load));
    }
    parts.add(BronzeView.select(stored, columns, table.file(), table.loadedAt()));
    session.execute(
        "CREATE OR REPLACE VIEW "
            + BronzeView.view(table.name())
            + " AS "
            + String.join(" UNION ALL BY NAME ", parts));
    if (table.rejects() > 0) {
      session.execute(
          BronzeView.createRejects(
              table.name(), Catalog.rejectTable(table.id()), table.file(), table.loadedAt()));
    }
  }

  /** Makes the views of {@code table} again, as the catalog has it. */
  void publish(SourceTable table) throws Exception {
    StoredTable stored = catalog.stored(table.id());
    publish(table, stored, TypeDecisions.restored(session, stored, table.columns()));
  }

  /** What a user is told. */
  static String note(Correction correction) {
    return "It continues the table '"
        + correction.table()
        + "': "
        + Reasons.count(correction.replaced())
        + " earlier rows are replaced, "
        + Reasons.count(correction.gone())
        + " are no longer there, "
        + Reasons.count(correction.kept())
        + " of other days still count.";
  }
}
