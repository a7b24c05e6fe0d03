package io.liftwerk.ingest;

import com.fasterxml.jackson.core.type.TypeReference;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.KillPoint;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renames, removes or re-reads a table of bronze, or takes the latest such step back. */
public final class SourceChange implements Job<SourceChangeResult> {

  /** Under which runs list it. */
  public static final String NAME = "sources";

  private final SourceChangeRequest request;

  public SourceChange(SourceChangeRequest request) {
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
  public SourceChangeResult run(JobContext context) throws Exception {
    var session = new Session(context);
    var catalog = new Catalog(context.connection());
    catalog.ensure();
    var work = new Work(session, catalog, new History(context.connection()), context.run());
    return switch (request.action()) {
      case RENAME -> work.rename(table(catalog), required(request.to(), "the new name"));
      case REMOVE -> work.remove(table(catalog));
      case DECIDE -> work.decide(table(catalog), decision());
      case UNDO -> work.undo(request.step());
    };
  }

  private SourceTable table(Catalog catalog) throws Exception {
    String name = required(request.table(), "the table");
    return catalog
        .find(name)
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "table-unknown",
                    "There is no imported table '" + Refused.printable(name) + "'.",
                    "List the sources to see their names."));
  }

  private ColumnDecision decision() {
    ColumnDecision decision = request.decision();
    if (decision == null) {
      throw missing("the column");
    }
    return decision;
  }

  private static String required(@Nullable String value, String what) {
    if (value == null) {
      throw missing(what);
    }
    return value;
  }

  private static WorkbenchException missing(String what) {
    return new WorkbenchException("sources-usage", "It is not said what " + what + " is.", "");
  }

  private record Work(Session session, Catalog catalog, History history, String run) {

    SourceChangeResult rename(SourceTable table, String wanted) throws Exception {
      String name = TableNames.checked(wanted);
      boolean sameButCase = name.equalsIgnoreCase(table.name());
      if (!sameButCase) {
        refuseTaken(name);
      }
      SourceTable renamed = table.withName(name);
      replace(table, renamed);
      return noted("rename", table.name() + " renamed to " + name, table, renamed);
    }

    SourceChangeResult remove(SourceTable table) throws Exception {
      drop(table);
      catalog.update(table, false);
      return noted("remove", table.name() + " removed", table, null);
    }

    SourceChangeResult decide(SourceTable table, ColumnDecision wanted) throws Exception {
      List<SourceTable> before = withEarlier(table);
      var after = new ArrayList<SourceTable>();
      for (SourceTable load : before) {
        after.add(decided(load, wanted));
      }
      for (SourceTable load : after.subList(1, after.size())) {
        catalog.update(load, false);
      }
      SourceTable decided = after.getFirst();
      replace(table, decided);
      ColumnDecision taken =
          decided.columns().stream()
              .filter(column -> column.name().equalsIgnoreCase(wanted.name()))
              .findFirst()
              .orElseThrow();
      String as = taken.type().json() + (taken.format().isEmpty() ? "" : " " + taken.format());
      String sentence = "Column " + taken.name() + " of " + table.name() + " read as " + as;
      history.add(run, "decide", sentence, Json.write(before), Json.write(after));
      return new SourceChangeResult(sentence + ".", List.of(decided));
    }

    /** A table, and the earlier loads whose rows still count in it. */
    private List<SourceTable> withEarlier(SourceTable table) throws Exception {
      var loads = new ArrayList<SourceTable>(List.of(table));
      for (long load : table.earlier()) {
        loads.add(catalog.load(load));
      }
      return loads;
    }

    private SourceTable decided(SourceTable load, ColumnDecision wanted) throws Exception {
      var columns = new ArrayList<ColumnDecision>();
      boolean found = false;
      for (ColumnDecision column : load.columns()) {
        boolean meant = column.name().equalsIgnoreCase(wanted.name());
        found |= meant;
        columns.add(
            meant
                ? TypeDecisions.chosen(
                        session,
                        catalog.stored(load.id()),
                        new ColumnDecision(column.name(), wanted.type(), wanted.format(), ""))
                    .decision()
                : column);
      }
      if (!found) {
        throw new WorkbenchException(
            "column-unknown",
            "There is no column '" + Refused.printable(wanted.name()) + "' in " + load.name() + ".",
            "Look at the table's columns.");
      }
      return load.withColumns(columns);
    }

    SourceChangeResult undo(@Nullable String wanted) throws Exception {
      History.Step step =
          history
              .latest()
              .orElseThrow(
                  () -> new WorkbenchException("nothing-to-undo", "There is nothing to undo.", ""));
      if (wanted != null && !wanted.equals(step.run())) {
        throw new WorkbenchException(
            "undo-overtaken",
            "The step of run " + wanted + " is not the latest one any more, so it stays.",
            "The latest step is: " + step.sentence() + ".");
      }
      List<SourceTable> before = tables(step.before());
      List<SourceTable> after = tables(step.after());
      for (SourceTable table : after) {
        drop(table);
      }
      if (step.action().equals(History.IMPORT)) {
        for (SourceTable table : after) {
          forget(table);
        }
      }
      Set<Long> earlier =
          before.stream().flatMap(table -> table.earlier().stream()).collect(Collectors.toSet());
      for (SourceTable table : before) {
        if (earlier.contains(table.id())) {
          catalog.update(table, false);
        }
      }
      List<SourceTable> shown =
          before.stream().filter(table -> !earlier.contains(table.id())).toList();
      for (SourceTable table : shown) {
        refuseTaken(table.name());
        publish(table);
        catalog.update(table, true);
      }
      history.markUndone(step);
      return new SourceChangeResult(step.sentence() + ": undone.", shown);
    }

    private static List<SourceTable> tables(String json) throws Exception {
      return Json.mapper().readValue(json, new TypeReference<List<SourceTable>>() {});
    }

    private void replace(SourceTable old, SourceTable next) throws Exception {
      KillPoint.SWAP.pass();
      drop(old);
      publish(next);
      catalog.update(next, true);
    }

    private void publish(SourceTable table) throws Exception {
      new Versions(session, catalog).publish(table);
    }

    private void drop(SourceTable table) throws Exception {
      session.execute(BronzeView.drop(table.name()));
      session.execute(BronzeView.drop(table.name() + TableNames.REJECTS));
    }

    /** An import undone leaves nothing behind. */
    private void forget(SourceTable table) throws Exception {
      session.execute("DROP TABLE IF EXISTS " + Catalog.loadTable(table.id()));
      session.execute("DROP TABLE IF EXISTS " + Catalog.rejectTable(table.id()));
      session.execute("DELETE FROM load.catalog WHERE id = ?", table.id());
      session.execute("DELETE FROM load.retired WHERE by_load = ?", table.id());
    }

    private void refuseTaken(String name) throws Exception {
      if (catalog.taken(name)) {
        throw new WorkbenchException(
            "table-exists",
            "There is already a table '" + name + "' in bronze.",
            "Choose another name, or rename or remove the table first.");
      }
    }

    private SourceChangeResult noted(
        String action, String sentence, SourceTable before, @Nullable SourceTable after)
        throws Exception {
      List<SourceTable> now = after == null ? List.of() : List.of(after);
      history.add(run, action, sentence, Json.write(List.of(before)), Json.write(now));
      return new SourceChangeResult(sentence + ".", now);
    }
  }
}
