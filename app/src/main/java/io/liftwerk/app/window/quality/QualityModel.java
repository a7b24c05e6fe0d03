package io.liftwerk.app.window.quality;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Builds;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Results;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.app.window.base.Underway;
import io.liftwerk.warehouse.CheckResult;
import io.liftwerk.warehouse.CheckResult.TestResult;
import io.liftwerk.warehouse.quality.TestStatus;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableRef;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** State of the Quality page. */
public final class QualityModel {

  /** What a run of the tests found. */
  public record Shown(RunRecord run, CheckResult result) {}

  /**
   * Which tests are listed.
   *
   * @param name what they are the tests of
   * @param tables what they are about, qualified
   */
  public record Filter(String name, Set<String> tables) {}

  private final Engine engine;
  private final Jobs jobs;
  private final Builds builds;
  private final Background background;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable TestResult> selected =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Rows> failing = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty onlyFailing = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable Filter> filter = new ReadOnlyObjectWrapper<>();
  private final Underway checking = new Underway();
  private final Background.Lane rows;
  private Consumer<Throwable> problems = failure -> {};

  public QualityModel(Engine engine, Jobs jobs, Builds builds, Background background) {
    this.engine = engine;
    this.jobs = jobs;
    this.builds = builds;
    this.background = background;
    this.rows = background.lane();
    builds.stateProperty().subscribe(this::follow);
    selected.subscribe(test -> readRows(test));
  }

  public void onProblem(Consumer<Throwable> handler) {
    problems = handler;
  }

  public Builds builds() {
    return builds;
  }

  /** What the newest run of the tests found, null while there is none. */
  public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The test that is looked at closely. */
  public ReadOnlyObjectProperty<@Nullable TestResult> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The rows that fail it, null while none do or they are not read yet. */
  public ReadOnlyObjectProperty<@Nullable Rows> failingProperty() {
    return failing.getReadOnlyProperty();
  }

  /** Whether only tests are listed that did not pass. */
  public BooleanProperty onlyFailingProperty() {
    return onlyFailing;
  }

  /** Which tests are listed, null for all. */
  public ReadOnlyObjectProperty<@Nullable Filter> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  /** Lists only those tests, whether they passed or not; all of them for null. */
  public void only(@Nullable Filter next) {
    onlyFailing.set(false);
    selected.set(null);
    filter.set(next);
  }

  /** Whether the tests are being run. */
  public ReadOnlyBooleanProperty checkingProperty() {
    return checking.anyProperty();
  }

  private void follow(Builds.@Nullable State state) {
    RunRecord check = state == null ? null : state.check();
    if (check == null) {
      shown.set(null);
      selected.set(null);
      return;
    }
    Shown present = shown.get();
    if (present != null && present.run().id().equals(check.id())) {
      return;
    }
    CheckResult result = Results.read(check.result(), CheckResult.class);
    shown.set(result == null ? null : new Shown(check, result));
    TestResult before = selected.get();
    selected.set(
        result == null || before == null
            ? null
            : result.tests().stream()
                .filter(test -> test.test().equals(before.test()))
                .findFirst()
                .orElse(null));
  }

  /** The tests to list, the worst first. */
  public List<TestResult> tests() {
    Shown present = shown.get();
    Filter only = filter.get();
    return present == null
        ? List.of()
        : present.result().tests().stream()
            .filter(test -> only == null || only.tables().contains(test.table()))
            .filter(test -> !onlyFailing.get() || test.status() != TestStatus.PASS)
            .sorted(Comparator.comparingInt(test -> worst(test.status())))
            .toList();
  }

  private static int worst(TestStatus status) {
    return switch (status) {
      case ERROR -> 0;
      case FAIL -> 1;
      case WARN -> 2;
      case PASS -> 3;
    };
  }

  public void select(@Nullable TestResult test) {
    selected.set(test);
  }

  private void readRows(@Nullable TestResult test) {
    failing.set(null);
    String table = test == null ? null : test.failures();
    if (table == null) {
      rows.drop();
      return;
    }
    rows.run(
        () -> engine.rows(TableRef.parse(table)),
        failing::set,
        failure -> problems.accept(failure));
  }

  /** Runs the tests on what is built. */
  public void check(String title) {
    checking.begin();
    jobs.submitLatest(
        "check",
        title,
        engine.checking(),
        run -> {
          checking.end();
          builds.refresh();
        },
        failure -> {
          checking.end();
          if (!(failure instanceof CancelledException)) {
            problems.accept(failure);
          }
        });
  }

  public void refresh() {
    builds.refresh();
  }
}
