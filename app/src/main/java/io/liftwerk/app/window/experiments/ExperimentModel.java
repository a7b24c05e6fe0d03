package io.liftwerk.app.window.experiments;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Results;
import io.liftwerk.experiments.AbTest;
import io.liftwerk.experiments.AbTestRequest;
import io.liftwerk.experiments.AbTestResult;
import io.liftwerk.experiments.ExperimentPlan;
import io.liftwerk.experiments.ExperimentRegistered;
import io.liftwerk.scoring.OutcomeValues;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** State of the page Experiments: what is compared, and the plans that are written down. */
public final class ExperimentModel
    extends AnalysisModel<ExperimentSettings, AbTestRequest, AbTestResult> {
  private final Jobs jobs;
  private final Background.Lane proposing;
  private final Background.Lane values;
  private final Background.Lane register;
  private final ObservableList<String> arms = FXCollections.observableArrayList();
  private final ObservableList<ExperimentRegistered> plans = FXCollections.observableArrayList();
  private final IntegerProperty tab = new SimpleIntegerProperty();

  public ExperimentModel(Engine engine, Jobs jobs, Background background) {
    super(engine, jobs, background, ExperimentSettings.nothing());
    this.jobs = jobs;
    this.proposing = background.lane();
    this.values = background.lane();
    this.register = background.lane();
    // a look counts among those of its plan
    shownProperty().addListener((property, before, shown) -> listPlans());
  }

  /** Values of the arm column, in order. */
  ObservableList<String> arms() {
    return arms;
  }

  /** All plans, by id. */
  public ObservableList<ExperimentRegistered> plans() {
    return plans;
  }

  /** Which question the page shows. */
  public IntegerProperty tab() {
    return tab;
  }

  @Override
  protected String job() {
    return AbTest.NAME;
  }

  @Override
  protected Job<AbTestResult> work(AbTestRequest request) {
    return engine().comparingArms(request);
  }

  @Override
  protected @Nullable Kept<AbTestRequest, AbTestResult> read(RunRecord run) {
    var result = Results.read(run.result(), AbTestResult.class);
    var request = Results.read(run.parameters(), AbTestRequest.class);
    return result == null || request == null || result.metrics().isEmpty()
        ? null
        : new Kept<>(request, result);
  }

  @Override
  protected ExperimentSettings settings(Kept<AbTestRequest, AbTestResult> kept) {
    return ExperimentSettings.of(kept.request(), kept.result());
  }

  @Override
  protected ExperimentSettings withTable(String table) {
    return new ExperimentSettings(table, null, null, List.of(), ExperimentOptions.USUAL);
  }

  @Override
  protected boolean isSource(TableInfo table) {
    return !table.ref().schema().equals("gold") && !table.ref().name().endsWith("__rejects");
  }

  @Override
  protected TableInfo first(List<TableInfo> choice) {
    return choice.stream()
        .filter(table -> ExperimentGuess.speaksOfArms(table.columns()))
        .findFirst()
        .orElse(choice.getFirst());
  }

  @Override
  protected void broughtBack() {
    loadArms(false);
  }

  @Override
  protected void listed() {
    listPlans();
  }

  private record Proposal(
      List<String> arms, @Nullable String control, List<MetricChoice> metrics) {}

  /** The arm by its name, then what the values of the columns say. */
  @Override
  protected void propose(List<TableInfo.Column> columns) {
    ExperimentSettings now = settings();
    String table = now.table();
    String arm = now.arm() == null ? ExperimentGuess.arm(columns) : now.arm();
    forgetArms();
    if (table == null || arm == null) {
      return;
    }
    ExperimentOptions options = now.options();
    if (options.equals(ExperimentOptions.USUAL)) {
      options =
          options
              .withCovariate(ExperimentGuess.covariate(columns))
              .withDate(ExperimentGuess.day(columns));
    }
    set(now.withArm(arm, now.control()).withOptions(options));
    TableRef ref = TableRef.parse(table);
    proposing.run(
        () -> {
          List<OutcomeValues.Value> found = engine().values(ref, arm);
          return new Proposal(
              names(found),
              ExperimentGuess.control(found),
              ExperimentGuess.metrics(columns, arm, name -> engine().values(ref, name)));
        },
        proposal -> take(table, arm, proposal),
        this::problem);
  }

  private void take(String table, String arm, Proposal proposal) {
    ExperimentSettings now = settings();
    if (!table.equals(now.table()) || !arm.equals(now.arm())) {
      return; // the user was faster
    }
    arms.setAll(proposal.arms());
    ExperimentSettings next = now.control() == null ? now.withArm(arm, proposal.control()) : now;
    set(next.metrics().isEmpty() ? next.withMetrics(proposal.metrics()) : next);
  }

  private static List<String> names(List<OutcomeValues.Value> found) {
    return found.stream().map(OutcomeValues.Value::text).filter(Objects::nonNull).sorted().toList();
  }

  /** Another arm column; its control is proposed. */
  void arm(String column) {
    if (!column.equals(settings().arm())) {
      set(settings().withArm(column, null));
      loadArms(true);
    }
  }

  void control(String value) {
    set(settings().withArm(settings().arm(), value));
  }

  /** Whoever reads the values of another column reads in vain. */
  private void forgetArms() {
    proposing.drop();
    values.drop();
    arms.clear();
  }

  private void loadArms(boolean propose) {
    String table = settings().table();
    String arm = settings().arm();
    forgetArms();
    if (table == null || arm == null) {
      return;
    }
    values.run(
        () -> engine().values(TableRef.parse(table), arm),
        found -> {
          arms.setAll(names(found));
          if (propose && settings().control() == null) {
            set(settings().withArm(arm, ExperimentGuess.control(found)));
          }
        },
        this::problem);
  }

  /** Sets the {@code i}th metric. */
  void metric(int i, MetricChoice next) {
    var all = new ArrayList<>(settings().metrics());
    if (i < all.size()) {
      all.set(i, next);
      set(settings().withMetrics(all));
    }
  }

  /** Another column for the {@code i}th metric; what is made of it is seen from its values. */
  void metricColumn(int i, MetricChoice next, TableInfo.Column column) {
    metric(i, next);
    String table = settings().table();
    if (table == null || next.kind().equals(MetricChoice.RATIO)) {
      return;
    }
    // several metrics may be looked at at once; each answer is for the one that asked
    background()
        .run(
            () -> engine().values(TableRef.parse(table), column.name()),
            found -> {
              List<MetricChoice> now = settings().metrics();
              if (table.equals(settings().table()) && i < now.size() && now.get(i).equals(next)) {
                metric(i, next.withKind(ExperimentGuess.kind(column, found)));
              }
            },
            this::problem);
  }

  void removeMetric(int i) {
    var all = new ArrayList<>(settings().metrics());
    all.remove(i);
    set(settings().withMetrics(all));
  }

  /** Adds the first column that is no metric yet. */
  void addMetric() {
    ExperimentSettings now = settings();
    columns().stream()
        .filter(column -> !column.name().equals(now.arm()) && !ExperimentGuess.isDay(column))
        .filter(
            column -> now.metrics().stream().noneMatch(one -> one.column().equals(column.name())))
        .reduce((before, last) -> last)
        .ifPresent(
            column -> {
              var all = new ArrayList<>(now.metrics());
              var next = new MetricChoice(column.name(), null, "mean", false);
              all.add(next);
              set(now.withMetrics(all));
              metricColumn(all.size() - 1, next, column);
            });
  }

  void options(ExperimentOptions next) {
    set(settings().withOptions(next));
  }

  /** Lists the plans again. */
  void listPlans() {
    register.run(
        engine()::plans,
        found -> {
          if (!found.equals(plans)) {
            plans.setAll(found);
          }
        },
        this::problem);
  }

  /** Looks at the result of a plan, which is one more of its looks. */
  void look(ExperimentRegistered registered, String title) {
    AbTestRequest request = registered.plan().request();
    String table = TableRef.parse(request.table()).toString();
    set(ExperimentSettings.of(request, table, request.control()));
    loadArms(false);
    tab.set(0);
    train(title);
  }

  /** Writes {@code plan} down. */
  void plan(ExperimentPlan plan, String title) {
    try {
      jobs.submit(title, engine().planning(plan), run -> listPlans(), this::problem);
    } catch (WorkbenchException e) {
      // what was written down holds a person: it is refused before there is a job
      problem(e);
    }
  }
}
