package io.liftwerk.app.window.base;

import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * State of a page that asks one analysis of one table: what is set, what is worked on, what is
 * shown. Settings and result are kept apart, so that a result is always labelled with the settings
 * it was made with; the last result comes back with the workspace.
 *
 * @param <S> what the user has set
 * @param <Q> what is asked of the engine
 * @param <R> what it answers
 */
public abstract class AnalysisModel<S extends AnalysisModel.Settings<Q>, Q extends Record, R> {

  /** What the user has set. */
  public interface Settings<Q> {
    /** Qualified name of the table, null while none is chosen. */
    @Nullable String table();

    /** What to ask of the engine; null while something is missing. */
    @Nullable Q request();
  }

  /** A result on the screen, with the request it answers and the run that made it. */
  public record Shown<Q, R>(Q request, R result, RunRecord run) {}

  /** What the ledger says of a result: what was asked, and what came of it. */
  public record Kept<Q, R>(Q request, R result) {}

  private final Engine engine;
  private final Jobs jobs;
  private final Background background;
  private final Background.Lane listing;
  private final ObservableList<TableInfo> tables = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<S> settings;
  private final ReadOnlyObjectWrapper<@Nullable Shown<Q, R>> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Q> working = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Boolean> loaded = new ReadOnlyObjectWrapper<>(false);
  private final S nothing;
  private Consumer<Throwable> problems = failure -> {};
  private boolean restored;
  private @Nullable String wanted;
  private long trainings;

  /**
   * @param nothing settings to begin with
   */
  protected AnalysisModel(Engine engine, Jobs jobs, Background background, S nothing) {
    this.engine = engine;
    this.jobs = jobs;
    this.background = background;
    this.listing = background.lane();
    this.nothing = nothing;
    this.settings = new ReadOnlyObjectWrapper<>(nothing);
  }

  /** Name of the jobs whose results this page shows. */
  protected abstract String job();

  protected abstract Job<R> work(Q request);

  /** What the record of a run says, null when it cannot be read or its table is gone. */
  protected abstract @Nullable Kept<Q, R> read(RunRecord run);

  /** The settings that {@code kept} was made with. */
  protected abstract S settings(Kept<Q, R> kept);

  /** The present settings with another table, and nothing chosen of its columns. */
  protected abstract S withTable(String table);

  /** Whether nothing can be asked without a table. */
  public boolean isTableNeeded() {
    return true;
  }

  /** Whether there is something in the workspace that the analysis can be asked of. */
  public boolean isAnythingToAsk() {
    return !isTableNeeded() || !tables.isEmpty();
  }

  /** Whether the analysis can be asked of a table. */
  protected abstract boolean isSource(TableInfo table);

  /** The table to begin with, of at least one; null where it is for the user to say. */
  protected @Nullable TableInfo first(List<TableInfo> choice) {
    return choice.getFirst();
  }

  /** The first with rows that fits, or the only one there is. */
  protected static @Nullable TableInfo fitting(List<TableInfo> choice, Predicate<TableInfo> fits) {
    return choice.stream()
        .filter(table -> table.rows() != 0 && fits.test(table))
        .findFirst()
        .orElse(choice.size() == 1 ? choice.getFirst() : null);
  }

  /** Proposes what to set of a table that has just been chosen; only a proposal. */
  protected abstract void propose(List<TableInfo.Column> columns);

  /** A result has been brought back. */
  protected void broughtBack() {}

  /** The tables have been listed anew. */
  protected void listed() {}

  public final void onProblem(Consumer<Throwable> handler) {
    problems = handler;
  }

  protected final void problem(Throwable failure) {
    problems.accept(failure);
  }

  protected final Engine engine() {
    return engine;
  }

  protected final Background background() {
    return background;
  }

  /** Tables that may be chosen. */
  public final ObservableList<TableInfo> tables() {
    return tables;
  }

  public final ReadOnlyObjectProperty<S> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  public final S settings() {
    return settings.get();
  }

  public final ReadOnlyObjectProperty<@Nullable Shown<Q, R>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The request being worked on, null while none is. */
  public final ReadOnlyObjectProperty<@Nullable Q> workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** Whether the tables have been listed at least once. */
  public final ReadOnlyObjectProperty<Boolean> loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** Whether the figures on the screen answer other settings than those set now. */
  public final boolean isStale() {
    Shown<Q, R> present = shown.get();
    return present != null && !present.request().equals(settings.get().request());
  }

  /** Sets something. */
  public final void set(S next) {
    settings.set(next);
  }

  private record Listing(List<TableInfo> tables, List<RunRecord> runs) {}

  /** Lists the tables again; the first time also brings back the last result. */
  public final void refresh() {
    boolean past = !restored || wanted != null;
    listing.run(
        () -> new Listing(engine.tables(), past ? engine.runs() : List.of()),
        found -> {
          list(found);
          String aim = wanted;
          wanted = null;
          boolean gone = aim != null && !bringBack(aim, found.runs());
          if (aim != null && !gone) {
            overtake();
          }
          if (!restored) {
            restored = true;
            restore(found.runs());
          }
          loaded.set(true);
          settle();
          listed();
          if (aim != null && gone) {
            problem(gone(aim));
          }
        },
        this::problem);
  }

  /** Brings back the settings and the result of an earlier run. */
  public final void open(String run) {
    restored = true;
    wanted = run; // kept, because the page may list everything anew meanwhile
    refresh();
  }

  /** What is being worked on was asked before what is shown now; the ledger will have it. */
  private void overtake() {
    trainings++;
    working.set(null);
  }

  private boolean bringBack(String run, List<RunRecord> runs) {
    return runs.stream().filter(record -> record.id().equals(run)).anyMatch(this::bringBack);
  }

  private static WorkbenchException gone(String run) {
    return new WorkbenchException(
        "result-gone",
        "The result of run " + run + " cannot be shown: its table is no longer there.",
        "Load the table again under its old name.");
  }

  private void list(Listing found) {
    List<TableInfo> usable = found.tables().stream().filter(this::isSource).toList();
    if (!usable.equals(tables)) {
      tables.setAll(usable);
    }
  }

  private void restore(List<RunRecord> runs) {
    if (settings.get().table() == null) {
      for (RunRecord run : runs) {
        if (bringBack(run)) {
          return;
        }
      }
    }
  }

  /** Whether {@code run} left a result whose table is still there; then it is on the screen. */
  private boolean bringBack(RunRecord run) {
    if (!run.job().equals(job()) || run.status() != RunRecord.Status.DONE) {
      return false;
    }
    Kept<Q, R> kept = read(run);
    if (kept == null) {
      return false;
    }
    S found = settings(kept);
    String table = found.table();
    if (table == null ? isTableNeeded() : info(table) == null) {
      return false;
    }
    settings.set(found);
    broughtBack();
    Q now = found.request();
    if (now != null) {
      shown.set(new Shown<>(now, kept.result(), run));
    }
    return true;
  }

  /** A table to begin with when none is chosen or the chosen one is gone. */
  private void settle() {
    String table = settings.get().table();
    if (table != null && info(table) != null) {
      if (settings.get().request() == null) {
        propose(columns());
      }
      return;
    }
    if (table == null && !isTableNeeded()) {
      return;
    }
    if (tables.isEmpty() || !isTableNeeded()) {
      settings.set(nothing);
      shown.set(null);
      return;
    }
    TableInfo first = first(List.copyOf(tables));
    if (first != null) {
      table(first.ref().toString());
    } else if (table != null) {
      settings.set(nothing);
    }
  }

  protected final @Nullable TableInfo info(String table) {
    TableRef ref = TableRef.parse(table);
    return tables.stream().filter(info -> info.ref().equals(ref)).findFirst().orElse(null);
  }

  /** Columns of the chosen table. */
  public final List<TableInfo.Column> columns() {
    String table = settings.get().table();
    TableInfo info = table == null ? null : info(table);
    return info == null
        ? List.of()
        : info.columns().stream().filter(column -> !column.name().startsWith("_")).toList();
  }

  /** Chooses a table; the rest begins with a proposal. */
  public final void table(String table) {
    if (table.equals(settings.get().table())) {
      return;
    }
    settings.set(withTable(table));
    if (info(table) == null) {
      restored = true;
      refresh();
      return;
    }
    propose(columns());
  }

  /** Asks with the present settings; what is under way is given up for it. */
  public final void train(String title) {
    Q request = settings.get().request();
    if (request == null) {
      return;
    }
    Job<R> job;
    try {
      job = work(request);
    } catch (WorkbenchException e) {
      problem(e); // what names a person is refused before there is a job
      return;
    }
    working.set(request);
    long mine = ++trainings;
    jobs.submitLatest(
        job(),
        title,
        job,
        run -> arrived(mine, request, run),
        failure -> {
          // the same may have been asked again, and that is still being worked on
          if (mine == trainings) {
            working.set(null);
            problem(failure);
          }
        });
  }

  private void arrived(long mine, Q request, Run<R> run) {
    // an overtaken request never gets here as the newest one, whatever ended first
    if (mine == trainings) {
      working.set(null);
      shown.set(new Shown<>(request, run.result(), run.record()));
    }
  }
}
