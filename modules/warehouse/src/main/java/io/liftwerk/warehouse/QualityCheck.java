package io.liftwerk.warehouse;

import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.warehouse.CheckResult.TestResult;
import io.liftwerk.warehouse.CheckResult.Totals;
import io.liftwerk.warehouse.quality.Alerts;
import io.liftwerk.warehouse.quality.Declarations;
import io.liftwerk.warehouse.quality.ModelTests;
import io.liftwerk.warehouse.quality.Outcome;
import io.liftwerk.warehouse.quality.Relations;
import io.liftwerk.warehouse.quality.ResultStore;
import io.liftwerk.warehouse.quality.ResultStore.Past;
import io.liftwerk.warehouse.quality.TestDefinition;
import io.liftwerk.warehouse.quality.TestRunner;
import io.liftwerk.warehouse.quality.TestStatus;
import io.liftwerk.warehouse.quality.Watched;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tests that the {@code schema.yml} files state, keeps every failing row, and looks for
 * days and loads that are unlike those before them.
 *
 * <p>Tests look at what was built before, in transactions of their own; what they find is written
 * in the job's. One that cannot run is an {@link TestStatus#ERROR} and stops no other. The job
 * itself succeeds whatever its tests say, so that their results are kept.
 */
public final class QualityCheck implements Job<CheckResult> {
  /** Name of the job. */
  public static final String NAME = "check";

  /** Where the tests come from. */
  @FunctionalInterface
  interface Declared {
    List<ModelTests> in(JobContext context) throws Exception;
  }

  private final CheckRequest request;
  private final Declared declared;

  /** Checks the project of the workspace that the job runs in. */
  public QualityCheck(CheckRequest request) {
    this(request, DeclaredTests::of);
  }

  QualityCheck(CheckRequest request, Declared declared) {
    this.request = request;
    this.declared = declared;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CheckRequest parameters() {
    return request;
  }

  @Override
  public Map<String, Double> metrics(CheckResult result) {
    var metrics = new LinkedHashMap<String, Double>();
    Totals totals = result.totals();
    metrics.put("tests", (double) totals.tests());
    metrics.put("passed", (double) totals.passed());
    metrics.put("warned", (double) totals.warned());
    metrics.put("failed", (double) totals.failed());
    metrics.put("errors", (double) totals.errors());
    metrics.put("unusual", (double) totals.unusual());
    metrics.put("failingRows", (double) totals.failingRows());
    return metrics;
  }

  /**
   * What was found and, by their hash, the failing rows; not the time, nor what was found before.
   */
  @Override
  public Object fingerprint(CheckResult result) {
    return Json.without(result, "seconds", "history", "failingSince");
  }

  /**
   * @throws WorkbenchException code {@code model-unknown} when a selected model is none, {@code
   *     nothing-built} when none of them has been built
   */
  @Override
  public CheckResult run(JobContext context) throws Exception {
    List<ModelTests> all = declared.in(context);
    List<SourceTable> sources = new BronzeTables(context.workspace()).list();
    List<ModelTests> models = selected(all, sources);
    var store = new ResultStore(context);
    checkBuilt(store, models);
    List<TestDefinition> tests = Declarations.read(models);
    List<TestResult> results = test(context, store, Relations.of(all), tests);
    if (request.select().isEmpty()) {
      store.forgetAllBut(tests);
    }
    List<Watched> watched = watch(context, store, all, models, selectedSources(sources));
    return new CheckResult(request.at(), totals(results, watched), results, watched);
  }

  private boolean isSelected(ModelTests model) {
    return isSelected(model.model()) || isSelected(model.table().toString());
  }

  private boolean isSelected(String name) {
    return request.select().isEmpty() || request.select().stream().anyMatch(name::equalsIgnoreCase);
  }

  private List<ModelTests> selected(List<ModelTests> all, List<SourceTable> sources) {
    var names = new TreeSet<String>();
    all.forEach(model -> names.add(model.model()));
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(names);
    all.forEach(model -> known.add(model.table().toString()));
    sources.forEach(source -> known.add("bronze." + source.name()));
    for (String name : request.select()) {
      if (!known.contains(name)) {
        throw new WorkbenchException(
            "model-unknown",
            "There is no model '" + name + "'." + Names.suggestion(name, names),
            "Name a model, or a bronze table such as bronze.leads.");
      }
    }
    return all.stream().filter(this::isSelected).toList();
  }

  private List<SourceTable> selectedSources(List<SourceTable> sources) {
    return sources.stream().filter(source -> isSelected("bronze." + source.name())).toList();
  }

  private static void checkBuilt(ResultStore store, List<ModelTests> models) throws SQLException {
    for (ModelTests model : models) {
      if (store.exists(model.table())) {
        return;
      }
    }
    if (!models.isEmpty()) {
      throw new WorkbenchException(
          "nothing-built",
          models.size() == 1
              ? "The model " + models.getFirst().model() + " has not been built."
              : "None of the models has been built.",
          "Build them first.");
    }
  }

  private List<TestResult> test(
      JobContext context, ResultStore store, Relations relations, List<TestDefinition> tests)
      throws SQLException {
    Map<String, List<Past>> history = store.history();
    var results = new ArrayList<TestResult>();
    try (var runner = new TestRunner(context, relations, request.at(), store.baselines(tests))) {
      for (TestDefinition test : tests) {
        context.progress(0.9 * results.size() / tests.size(), "Testing " + test.model());
        Outcome outcome = runner.run(test);
        store.write(outcome, request.at());
        results.add(result(outcome, history.getOrDefault(test.id(), List.of())));
      }
    }
    return List.copyOf(results);
  }

  private TestResult result(Outcome outcome, List<Past> history) {
    TestDefinition test = outcome.test();
    return new TestResult(
        test.id(),
        test.model(),
        test.table().toString(),
        test.column(),
        test.name(),
        Json.canonical(test.arguments()),
        outcome.description(),
        test.severity(),
        outcome.status(),
        outcome.problem(),
        outcome.failingRows(),
        outcome.rowsJudged(),
        outcome.rowsSeen(),
        outcome.observed(),
        outcome.observedText(),
        outcome.failingSql() == null ? null : test.failures().toString(),
        outcome.hash(),
        outcome.seconds(),
        history,
        failingSince(outcome.status(), history));
  }

  /** Runs in which the test could not run say nothing, and do not break the row. */
  private @Nullable Instant failingSince(TestStatus status, List<Past> history) {
    if (!isFinding(status)) {
      return null;
    }
    Instant since = request.at();
    for (Past past : history.reversed()) {
      if (past.status() == TestStatus.PASS) {
        return since;
      }
      since = isFinding(past.status()) ? past.at() : since;
    }
    return since;
  }

  private static boolean isFinding(TestStatus status) {
    return status == TestStatus.FAIL || status == TestStatus.WARN;
  }

  private List<Watched> watch(
      JobContext context,
      ResultStore store,
      List<ModelTests> all,
      List<ModelTests> models,
      List<SourceTable> sources)
      throws SQLException {
    var watched = new ArrayList<Watched>();
    try (var alerts = new Alerts(context, Relations.of(all), request.at())) {
      context.progress(0.9, "Looking at volume and freshness");
      watched.addAll(alerts.ofLoads(sources));
      for (ModelTests model : models) {
        String schema = model.table().schema();
        if ((schema.equals("silver") || schema.equals("gold")) && store.exists(model.table())) {
          watched.addAll(alerts.ofDays(model.table(), null));
        }
      }
    }
    return List.copyOf(watched);
  }

  private static Totals totals(List<TestResult> tests, List<Watched> watched) {
    Map<TestStatus, Long> by =
        tests.stream().collect(Collectors.groupingBy(TestResult::status, Collectors.counting()));
    return new Totals(
        tests.size(),
        by.getOrDefault(TestStatus.PASS, 0L).intValue(),
        (int)
            tests.stream()
                .filter(test -> test.status() == TestStatus.PASS && test.rowsJudged() == 0)
                .count(),
        by.getOrDefault(TestStatus.WARN, 0L).intValue(),
        by.getOrDefault(TestStatus.FAIL, 0L).intValue(),
        by.getOrDefault(TestStatus.ERROR, 0L).intValue(),
        (int) watched.stream().filter(one -> one.state() == Watched.State.UNUSUAL).count(),
        tests.stream().mapToLong(TestResult::failingRows).sum());
  }
}
