package io.liftwerk.app.window.runs;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.workspace.RunRecord;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** State of the Runs page. */
public final class RunsModel {
  private final Engine engine;
  private final Jobs jobs;
  private final Background background;
  private final Background.Lane listing;
  private final Background.Lane verifying;
  private final ObservableList<RunRecord> all = FXCollections.observableArrayList();
  private final FilteredList<RunRecord> found = new FilteredList<>(all);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable RunRecord> selected = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RunRecord> compared = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Engine.@Nullable Audit> audit = new ReadOnlyObjectWrapper<>();
  private Consumer<Throwable> problems = failure -> {};
  private @Nullable String wanted;

  public RunsModel(Engine engine, Jobs jobs, Background background) {
    this.engine = engine;
    this.jobs = jobs;
    this.background = background;
    this.listing = background.lane();
    this.verifying = background.lane();
    filter.subscribe(text -> found.setPredicate(run -> matches(run, text)));
  }

  public void onProblem(Consumer<Throwable> handler) {
    problems = handler;
  }

  /** The runs that match the filter, newest first. */
  public ObservableList<RunRecord> found() {
    return found;
  }

  /** How many runs there are in all. */
  public int total() {
    return all.size();
  }

  public StringProperty filterProperty() {
    return filter;
  }

  public ReadOnlyObjectProperty<@Nullable RunRecord> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** A second run to compare the selected one with. */
  public ReadOnlyObjectProperty<@Nullable RunRecord> comparedProperty() {
    return compared.getReadOnlyProperty();
  }

  /** The verdict on the audit trail, null until it was asked for. */
  public ReadOnlyObjectProperty<Engine.@Nullable Audit> auditProperty() {
    return audit.getReadOnlyProperty();
  }

  /** The run to select when the ledger has been read. */
  public void restore(@Nullable String run) {
    wanted = run;
  }

  public void refresh() {
    listing.run(
        engine::runs,
        runs -> {
          RunRecord present = selected.get();
          String aim = wanted != null ? wanted : present == null ? null : present.id();
          all.setAll(runs);
          RunRecord next = byId(aim);
          if (next != null) {
            wanted = null;
          }
          selected.set(next != null ? next : runs.isEmpty() ? null : runs.getFirst());
          RunRecord other = compared.get();
          compared.set(other == null ? null : byId(other.id()));
        },
        failure -> problems.accept(failure));
  }

  private @Nullable RunRecord byId(@Nullable String id) {
    return all.stream().filter(run -> run.id().equals(id)).findFirst().orElse(null);
  }

  /** Selects the run {@code id}, now or as soon as the ledger has been read. */
  public void select(String id) {
    RunRecord run = byId(id);
    if (run == null) {
      wanted = id;
      refresh();
    } else {
      filter.set("");
      selected.set(run);
    }
  }

  /** Selects one run, and a second to compare it with. */
  public void select(List<RunRecord> runs) {
    selected.set(runs.isEmpty() ? null : runs.getFirst());
    compared.set(runs.size() < 2 ? null : runs.get(1));
  }

  private static boolean matches(RunRecord run, String text) {
    String where =
        (run.id() + ' ' + run.job() + ' ' + run.status() + ' ' + run.parameters())
            .toLowerCase(Locale.ROOT);
    for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      if (!where.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a run of this kind can be run again. */
  public boolean isRepeatable(RunRecord run) {
    return engine.isRepeatable(run);
  }

  /** Runs {@code run} again from its record; {@code done} gets the new run. */
  public void again(RunRecord run, String title, Consumer<RunRecord> done) {
    background.run(
        () -> engine.again(run),
        job ->
            jobs.repeat(
                title,
                job,
                run.id(),
                made -> {
                  wanted = made.id();
                  refresh();
                  done.accept(made.record());
                },
                failure -> {
                  refresh();
                  problems.accept(failure);
                }),
        failure -> problems.accept(failure));
  }

  /** Looks at the audit trail. */
  public void verify() {
    verifying.run(engine::audit, audit::set, failure -> problems.accept(failure));
  }
}
