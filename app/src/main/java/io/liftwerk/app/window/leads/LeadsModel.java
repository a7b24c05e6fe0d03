package io.liftwerk.app.window.leads;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Results;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.OutcomeValues;
import io.liftwerk.warehouse.HeldBack;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** State of the Leads page. */
public final class LeadsModel {

  /**
   * What the user has set.
   *
   * @param table qualified name, null while none is chosen
   * @param target column with the outcome
   * @param positive the value that counts as yes, null to let it be decided
   * @param id column that names the records, null to let it be decided; kept from a run that was
   *     opened
   * @param split column with train and test, null for a seeded split
   */
  public record Settings(
      @Nullable String table,
      @Nullable String target,
      @Nullable String positive,
      @Nullable String id,
      Set<String> exclude,
      @Nullable String split,
      long seed) {

    /** What {@code run} used; the result knows how the table spells the yes. */
    static Settings of(LeadScoringRequest run, LeadScoringResult result) {
      return new Settings(
          qualified(run.table()),
          run.target(),
          run.positive() == null ? null : result.positive(),
          run.id(),
          Set.copyOf(run.exclude()),
          run.split(),
          run.seed());
    }

    /** What to ask of the engine; null while a table or target is missing. */
    @Nullable LeadScoringRequest request() {
      return table == null || target == null
          ? null
          : new LeadScoringRequest(
              table, target, positive, id, List.copyOf(new TreeSet<>(exclude)), split, seed);
    }

    Settings withTable(String next) {
      return new Settings(next, null, null, null, Set.of(), null, seed);
    }

    Settings withTarget(String next) {
      var others = new TreeSet<>(exclude);
      others.remove(next);
      return new Settings(table, next, null, id, others, split, seed);
    }

    Settings withPositive(@Nullable String next) {
      return new Settings(table, target, next, id, exclude, split, seed);
    }

    Settings withExclude(Set<String> next) {
      return new Settings(table, target, positive, id, Set.copyOf(next), split, seed);
    }

    Settings withSplit(@Nullable String next) {
      return new Settings(table, target, positive, id, exclude, next, seed);
    }

    Settings withSeed(long next) {
      return new Settings(table, target, positive, id, exclude, split, next);
    }
  }

  /** A result on the screen, with the request it answers and the run that made it. */
  public record Shown(LeadScoringRequest request, LeadScoringResult result, RunRecord run) {}

  private static final Settings NOTHING = new Settings(null, null, null, null, Set.of(), null, 7);

  private final Engine engine;
  private final Jobs jobs;
  private final Background background;
  private final Background.Lane listing;
  private final Background.Lane values;
  private final Background.Lane ranking;
  private final Background.Lane consent;
  private final ObservableList<Jobs.Entry> running;
  private final ObservableList<TableInfo> tables = FXCollections.observableArrayList();
  private final ObservableList<OutcomeValues.Value> targetValues =
      FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Settings> settings = new ReadOnlyObjectWrapper<>(NOTHING);
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable LeadScoringRequest> training =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable String> replacedBy = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable HeldBack> held = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Boolean> loaded = new ReadOnlyObjectWrapper<>(false);
  private Consumer<Throwable> problems = failure -> {};
  private boolean restored;

  public LeadsModel(Engine engine, Jobs jobs, Background background) {
    this.engine = engine;
    this.jobs = jobs;
    this.background = background;
    this.listing = background.lane();
    this.values = background.lane();
    this.ranking = background.lane();
    this.consent = background.lane();
    this.running = jobs.running();
    shown.subscribe(
        present -> {
          replacedBy.set(null);
          held.set(null);
          checkRanking();
          countHeld();
        });
    // whatever ran, here or on another page, may have ranked the same table anew
    running.addListener(
        (ListChangeListener<Jobs.Entry>)
            change -> {
              while (change.next()) {
                if (change.wasRemoved()) {
                  checkRanking();
                  countHeld();
                }
              }
            });
  }

  public void onProblem(Consumer<Throwable> handler) {
    problems = handler;
  }

  /** Tables that may be scored. */
  public ObservableList<TableInfo> tables() {
    return tables;
  }

  /** Values of the target with their numbers of rows, most frequent first. */
  public ObservableList<OutcomeValues.Value> targetValues() {
    return targetValues;
  }

  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The request being worked on, null while none is. */
  public ReadOnlyObjectProperty<@Nullable LeadScoringRequest> trainingProperty() {
    return training.getReadOnlyProperty();
  }

  /**
   * The run whose ranking of the same table took the place of the one on the screen: null while the
   * ranking is still there, empty when it is gone altogether.
   */
  public ReadOnlyObjectProperty<@Nullable String> replacedByProperty() {
    return replacedBy.getReadOnlyProperty();
  }

  /**
   * Whom consent holds back from the table that was scored: for scoring when it is one of bronze,
   * which holds everybody, else for analytics, by which silver and gold were built. Null while it
   * is not known.
   */
  public ReadOnlyObjectProperty<@Nullable HeldBack> heldBackProperty() {
    return held.getReadOnlyProperty();
  }

  private void countHeld() {
    Shown present = shown.get();
    if (present == null) {
      consent.drop();
      return;
    }
    TableRef table = TableRef.parse(present.result().table());
    Use use = table.schema().equals("bronze") ? Use.SCORING : Use.ANALYTICS;
    consent.run(
        () -> engine.heldBack(table, use),
        held::set,
        // the Consent page tells why it cannot be read
        failure -> held.set(null));
  }

  private void checkRanking() {
    Shown present = shown.get();
    if (present == null) {
      ranking.drop();
      replacedBy.set(null);
      return;
    }
    ranking.run(
        () -> new Replacement(engine.rankingReplacedBy(present.result(), present.run().id())),
        found -> replacedBy.set(found.run()),
        failure -> problems.accept(failure));
  }

  private record Replacement(@Nullable String run) {}

  /** Whether the tables have been listed at least once. */
  public ReadOnlyObjectProperty<Boolean> loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** Whether the figures on the screen answer other settings than those set now. */
  public boolean isStale() {
    Shown present = shown.get();
    return present != null && !present.request().equals(settings.get().request());
  }

  private record Listing(List<TableInfo> tables, List<RunRecord> runs) {}

  /** Lists the tables again; the first time also brings back the last result. */
  public void refresh() {
    listing.run(
        () -> new Listing(engine.tables(), restored ? List.of() : engine.runs()),
        found -> {
          listed(found);
          if (!restored) {
            restored = true;
            restore(found.runs());
          }
          loaded.set(true);
          settle();
          checkRanking();
        },
        failure -> problems.accept(failure));
  }

  /** Brings back the settings and the result of an earlier run. */
  public void open(String run) {
    restored = true;
    listing.run(
        () -> new Listing(engine.tables(), engine.runs()),
        found -> {
          listed(found);
          boolean done =
              found.runs().stream()
                  .filter(record -> record.id().equals(run))
                  .anyMatch(record -> bringBack(record));
          loaded.set(true);
          settle();
          if (!done) {
            problems.accept(
                new WorkbenchException(
                    "result-gone",
                    "The result of run " + run + " cannot be shown: its table is no longer there.",
                    "Load the table again under its old name."));
          }
        },
        failure -> problems.accept(failure));
  }

  private void listed(Listing found) {
    List<TableInfo> usable = found.tables().stream().filter(LeadsModel::isSource).toList();
    if (!usable.equals(tables)) {
      tables.setAll(usable);
    }
  }

  /** Results of analyses and rejected records are nothing to learn from. */
  private static boolean isSource(TableInfo table) {
    return !table.ref().schema().equals("gold") && !table.ref().name().endsWith("__rejects");
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
    if (!isResult(run)) {
      return false;
    }
    var result = Results.read(run.result(), LeadScoringResult.class);
    var request = Results.read(run.parameters(), LeadScoringRequest.class);
    if (result == null || request == null || info(request.table()) == null) {
      return false;
    }
    settings.set(Settings.of(request, result));
    loadValues();
    LeadScoringRequest now = settings.get().request();
    if (now != null) {
      shown.set(new Shown(now, result, run));
    }
    return true;
  }

  /** Whether {@code run} left a result that this page shows. */
  public static boolean isResult(RunRecord run) {
    return run.job().equals("leads") && run.status() == RunRecord.Status.DONE;
  }

  private static String qualified(String table) {
    return TableRef.parse(table).toString();
  }

  /** A table to begin with when none is chosen or the chosen one is gone. */
  private void settle() {
    String table = settings.get().table();
    if (table != null && info(table) != null) {
      if (settings.get().target() == null) {
        guessTarget();
      }
      return;
    }
    if (tables.isEmpty()) {
      settings.set(NOTHING);
      shown.set(null);
    } else {
      table(tables.getFirst().ref().toString());
    }
  }

  private @Nullable TableInfo info(String table) {
    TableRef ref = TableRef.parse(table);
    return tables.stream().filter(info -> info.ref().equals(ref)).findFirst().orElse(null);
  }

  /** Columns of the chosen table. */
  public List<TableInfo.Column> columns() {
    String table = settings.get().table();
    TableInfo info = table == null ? null : info(table);
    return info == null
        ? List.of()
        : info.columns().stream().filter(column -> !column.name().startsWith("_")).toList();
  }

  /** Chooses a table; the target begins with a guess. */
  public void table(String table) {
    if (table.equals(settings.get().table())) {
      return;
    }
    settings.set(settings.get().withTable(table));
    if (info(table) == null) {
      restored = true;
      refresh();
      return;
    }
    guessTarget();
  }

  private void guessTarget() {
    String guess = TargetGuess.of(columns());
    if (guess != null) {
      target(guess);
    }
  }

  public void target(String column) {
    if (column.equals(settings.get().target())) {
      return;
    }
    settings.set(settings.get().withTarget(column));
    loadValues();
  }

  private void loadValues() {
    Settings now = settings.get();
    String table = now.table();
    String target = now.target();
    targetValues.clear();
    if (table != null && target != null) {
      values.run(
          () -> engine.values(TableRef.parse(table), target),
          targetValues::setAll,
          failure -> problems.accept(failure));
    }
  }

  /** The value that counts as yes; null to let it be decided. */
  public void positive(@Nullable String value) {
    settings.set(settings.get().withPositive(value));
  }

  public void exclude(Set<String> columns) {
    settings.set(settings.get().withExclude(columns));
  }

  /** A column with train and test; null for a split by seed. */
  public void split(@Nullable String column) {
    settings.set(settings.get().withSplit(column));
  }

  public void seed(long seed) {
    settings.set(settings.get().withSeed(seed));
  }

  /** Trains with the present settings; a training under way is given up for it. */
  public void train(String title) {
    LeadScoringRequest request = settings.get().request();
    if (request == null) {
      return;
    }
    training.set(request);
    jobs.submitLatest(
        "leads",
        title,
        engine.scoring(request),
        run -> arrived(request, run),
        failure -> {
          if (request.equals(training.get()) || !(failure instanceof CancelledException)) {
            if (request.equals(training.get())) {
              training.set(null);
            }
            problems.accept(failure);
          }
        });
  }

  private void arrived(LeadScoringRequest request, Run<LeadScoringResult> run) {
    // an overtaken training never gets here as the newest request, whatever ended first
    if (request.equals(training.get())) {
      training.set(null);
      shown.set(new Shown(request, run.result(), run.record()));
    }
  }

  /** The ranked leads of the result on the screen. */
  public @Nullable Rows ranked() {
    Shown present = shown.get();
    return present == null ? null : engine.ranking(present.result(), present.run().id());
  }

  /** Copies the ranked list that the run wrote to {@code target}; its ending says which. */
  public void export(Path target, Runnable done) {
    Shown present = shown.get();
    if (present == null) {
      return;
    }
    String ending = ending(target.toString());
    present.result().files().stream()
        .filter(file -> ending(file).equals(ending))
        .findFirst()
        .ifPresent(
            file ->
                background.run(
                    () -> {
                      engine.copyOut(file, target);
                      return target;
                    },
                    written -> done.run(),
                    failure -> problems.accept(failure)));
  }

  /** Endings of the files that hold the ranked list on the screen, without the dot. */
  public List<String> exports() {
    Shown present = shown.get();
    return present == null
        ? List.of()
        : present.result().files().stream().map(LeadsModel::ending).toList();
  }

  private static String ending(String file) {
    return file.substring(file.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
  }
}
