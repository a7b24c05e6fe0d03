package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.WorkbenchException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes out rows that are older than their source's period: by the day that the row states, where
 * the export has such a column, else by when it was imported. Originals that no row needs any more
 * leave the vault. Silver and gold follow at the next build.
 */
public final class Retention implements Job<RetentionResult> {

  /** Under which runs list it. */
  public static final String NAME = "retention";

  /** Longer than this nobody leaves a workspace alone without looking at it first. */
  private static final int DOUBTFUL_DAYS = 366;

  private final RetentionRequest request;

  public Retention(RetentionRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Record parameters() {
    return request;
  }

  @Override
  public Map<String, Double> metrics(RetentionResult result) {
    return Map.of(
        "rows", (double) result.sources().stream().mapToLong(RetentionResult.Source::rows).sum());
  }

  @Override
  public RetentionResult run(JobContext context) throws Exception {
    checkClock(context);
    var session = new Session(context);
    var catalog = new Catalog(context.connection());
    catalog.ensure();
    var work = new Work(session, catalog, new RowRemoval(session, catalog), new Linked(session));
    Map<String, Integer> periods = RetentionPeriods.read(context.connection());
    var sources = new ArrayList<RetentionResult.Source>();
    Set<Long> changed = new TreeSet<>();
    for (SourceTable table : catalog.live()) {
      Integer days = periods.get(table.name());
      if (days != null) {
        context.progress(-1, "looking at " + table.name());
        sources.add(work.source(table, days, request.today().minusDays(days), changed));
      }
    }
    work.removal().republish(List.copyOf(changed));
    List<String> unused = work.linked().unused();
    if (!changed.isEmpty()) {
      OlderModels.mark(
          session, "Rows whose time was over have gone since; the next build makes it anew.");
      context
          .workspace()
          .rewriteAfter(context.connection(), unused, IndexCopies.of(context.workspace(), changed));
    }
    return new RetentionResult(sources, unused.size());
  }

  /** A clock that has jumped ahead would take out what nobody meant to be over. */
  private void checkClock(JobContext context) {
    for (RunRecord last : context.workspace().ledger().list(1)) {
      LocalDate day = LocalDate.ofInstant(last.startedAt(), ZoneOffset.UTC);
      if (request.today().isAfter(day.plusDays(DOUBTFUL_DAYS))) {
        throw new WorkbenchException(
            "clock-ahead",
            "The clock says "
                + request.today()
                + ", more than a year after the last run of this workspace on "
                + day
                + ".",
            "Nothing was deleted; put the clock right. If it is right, run the tests first, then"
                + " this again.");
      }
    }
  }

  private record Work(Session session, Catalog catalog, RowRemoval removal, Linked linked) {

    RetentionResult.Source source(SourceTable table, int days, LocalDate before, Set<Long> changed)
        throws Exception {
      long rows = 0;
      long rejects = 0;
      for (long id : table.loads()) {
        SourceTable load = catalog.load(id);
        boolean old = load.loadedAt().isBefore(before.atStartOfDay(ZoneOffset.UTC).toInstant());
        String condition = older(load, catalog.stored(id), before, old);
        String name = Catalog.loadTable(id);
        long found = session.numbers("SELECT count(*) FROM " + name + " WHERE " + condition)[0];
        if (found > 0) {
          linked.note(stored(name), condition);
          removal.remove(id, condition);
          changed.add(id);
          rows += found;
        }
        if (old && load.rejects() > 0) {
          String bad = Catalog.rejectTable(id);
          long lines = session.numbers("SELECT count(*) FROM " + bad)[0];
          if (lines > 0) {
            linked.note(stored(bad), "true");
            session.execute("DELETE FROM " + bad);
            changed.add(id);
            rejects += lines;
          }
        }
      }
      return new RetentionResult.Source(table.name(), days, before, rows, rejects);
    }

    private WarehouseTables.Stored stored(String table) throws Exception {
      for (WarehouseTables.Stored stored : WarehouseTables.of(session)) {
        if (stored.shown().equals(table)) {
          return stored;
        }
      }
      throw new IllegalStateException("no table " + table);
    }

    private static String older(
        SourceTable load, StoredTable stored, LocalDate before, boolean old) {
      Optional<String> day =
          load.columns().stream()
              .filter(
                  column ->
                      column.type() == ColumnType.DATE || column.type() == ColumnType.TIMESTAMP)
              .filter(
                  column -> {
                    Role role = load.findings().roles().get(column.name());
                    return role == Role.DAY || role == Role.MOMENT;
                  })
              .findFirst()
              .map(column -> stored.value(column.name(), Readings.of(column)));
      return day.map(
              value ->
                  "coalesce(CAST("
                      + value
                      + " AS DATE) < DATE "
                      + Sql.literal(before.toString())
                      + ", "
                      + old
                      + ")")
          .orElse(String.valueOf(old));
    }
  }
}
