package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.app.window.bandit.EvaluationModel;
import io.liftwerk.app.window.bandit.SimulationModel;
import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.briefs.BriefsModel;
import io.liftwerk.app.window.experiments.ExperimentModel;
import io.liftwerk.app.window.keywords.KeywordsModel;
import io.liftwerk.app.window.lifetime.ContractsModel;
import io.liftwerk.app.window.lifetime.PurchasesModel;
import io.liftwerk.app.window.scoring.ScoringModel;
import io.liftwerk.app.window.uplift.UpliftModel;
import io.liftwerk.briefs.BriefRequest;
import io.liftwerk.briefs.BriefResult;
import io.liftwerk.briefs.ContentBriefs;
import io.liftwerk.experiments.AbTest;
import io.liftwerk.experiments.AbTestRequest;
import io.liftwerk.experiments.AbTestResult;
import io.liftwerk.experiments.BanditSimulation;
import io.liftwerk.experiments.BanditSimulationRequest;
import io.liftwerk.experiments.BanditSimulationResult;
import io.liftwerk.experiments.PolicyEvaluation;
import io.liftwerk.experiments.PolicyEvaluationRequest;
import io.liftwerk.experiments.PolicyEvaluationResult;
import io.liftwerk.experiments.UpliftModels;
import io.liftwerk.experiments.UpliftRequest;
import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.keywords.KeywordMining;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.scoring.ChurnTime;
import io.liftwerk.scoring.ChurnTimeRequest;
import io.liftwerk.scoring.ChurnTimeResult;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.LifetimeValue;
import io.liftwerk.scoring.LifetimeValueRequest;
import io.liftwerk.scoring.LifetimeValueResult;
import io.liftwerk.scoring.ScoringOptions;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * ux-06, on every page that computes: a setting is changed while a job runs, and the older job is
 * made to finish last, or its result to reach the screen last; the newer one's stays.
 */
class LatestWinsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final TableInfo TABLE =
      new TableInfo(
          new TableRef("bronze", "t"),
          900,
          List.of(
              new TableInfo.Column("won", "BOOLEAN"),
              new TableInfo.Column("arm", "VARCHAR"),
              new TableInfo.Column("Suchbegriff", "VARCHAR"),
              new TableInfo.Column("Kosten", "DECIMAL(18,2)")),
          false);

  @TempDir private static Path folder;
  private static Workspace workspace;
  private final List<Runnable> queue = new ArrayList<>();
  private final List<Runnable> screen = new ArrayList<>();
  private final List<Throwable> problems = new ArrayList<>();
  private boolean late;

  /** Makes a page's model. */
  interface Maker<M> {
    M make(Engine engine, Jobs jobs, Background background);
  }

  /**
   * A page that computes.
   *
   * @param field of the request that is changed, to {@code newer}
   */
  record Page<Q extends Record, R extends Record>(
      String job,
      Maker<AnalysisModel<?, Q, R>> maker,
      Q request,
      String field,
      Object newer,
      Class<R> result) {
    @Override
    public String toString() {
      return job;
    }

    Q changed() {
      ObjectNode tree = Json.mapper().valueToTree(request);
      tree.set(field, Json.mapper().valueToTree(newer));
      return Json.mapper().convertValue(tree, requestType());
    }

    @SuppressWarnings("unchecked")
    private Class<Q> requestType() {
      return (Class<Q>) request.getClass();
    }

    /** Nothing found, of a table; where a page wants a figure, there is an empty one. */
    R answer() {
      ObjectNode tree = Json.mapper().valueToTree(Blank.of(result));
      if (tree.path("table").isTextual()) {
        tree.put("table", "bronze.t");
      }
      if (result == AbTestResult.class) {
        ((ArrayNode) tree.get("metrics"))
            .add(Json.mapper().<ObjectNode>valueToTree(Blank.of(AbTestResult.Comparison.class)));
      }
      return Json.mapper().convertValue(tree, result);
    }
  }

  private static ScoringModel scoring(Engine engine, Jobs jobs, Background beside, Purpose why) {
    return new ScoringModel(engine, jobs, beside, why);
  }

  private static LeadScoringRequest scored(Purpose purpose) {
    return new LeadScoringRequest(
        "bronze.t",
        "won",
        null,
        null,
        List.of(),
        null,
        7,
        new ScoringOptions(purpose, false, null, null, null, null, null));
  }

  static Stream<Page<?, ?>> pages() {
    return Stream.of(
        new Page<>(
            LeadScoring.NAME,
            (engine, jobs, beside) -> scoring(engine, jobs, beside, Purpose.LEADS),
            scored(Purpose.LEADS),
            "seed",
            8,
            LeadScoringResult.class),
        new Page<>(
            LeadScoring.CHURN,
            (engine, jobs, beside) -> scoring(engine, jobs, beside, Purpose.CHURN),
            scored(Purpose.CHURN),
            "seed",
            8,
            LeadScoringResult.class),
        new Page<>(
            LifetimeValue.NAME,
            PurchasesModel::new,
            new LifetimeValueRequest(
                "bronze.t", "arm", "won", null, null, null, null, "day", 12, 0.1, DAY),
            "months",
            24,
            LifetimeValueResult.class),
        new Page<>(
            ChurnTime.NAME,
            ContractsModel::new,
            new ChurnTimeRequest(
                "bronze.t", null, null, "arm", "won", null, List.of(), null, null, 12, 0.1, DAY),
            "months",
            24,
            ChurnTimeResult.class),
        new Page<>(
            AbTest.NAME,
            ExperimentModel::new,
            AbTestRequest.of("bronze.t", "arm", "", List.of("won:proportion")),
            "metrics",
            List.of("Kosten:mean"),
            AbTestResult.class),
        new Page<>(
            UpliftModels.NAME,
            UpliftModel::new,
            UpliftRequest.of("bronze.t", "arm", "control", "mail", "won", null, 7),
            "seed",
            8,
            UpliftResult.class),
        new Page<>(
            BanditSimulation.NAME,
            SimulationModel::new,
            BanditSimulationRequest.of(List.of("A", "B"), List.of(0.2, 0.3), 50, 10, 7),
            "seed",
            8,
            BanditSimulationResult.class),
        new Page<>(
            PolicyEvaluation.NAME,
            EvaluationModel::new,
            new PolicyEvaluationRequest(
                "bronze.t", "arm", "won", "Kosten", null, "even", null, 100, 3, 7),
            "seed",
            8,
            PolicyEvaluationResult.class),
        new Page<>(
            KeywordMining.NAME,
            KeywordsModel::new,
            KeywordRequest.standard(),
            "words",
            2,
            KeywordResult.class),
        new Page<>(
            ContentBriefs.NAME,
            BriefsModel::new,
            new BriefRequest("ropes", null, null, null, DAY),
            "topic",
            "helmets",
            BriefResult.class));
  }

  @BeforeAll
  static void open() {
    workspace = Workspace.create(folder.resolve("test"));
  }

  @AfterAll
  static void close() {
    workspace.close();
  }

  private record Made<Q extends Record, R>(String name, Q parameters, R result) implements Job<R> {
    @Override
    public R run(JobContext context) {
      return result;
    }
  }

  private <Q extends Record, R extends Record> AnalysisModel<?, Q, R> model(Page<Q, R> page) {
    Engine engine =
        Answers.engine(
            (method, arguments) ->
                switch (method.getName()) {
                  case "tables" -> List.of(TABLE);
                  case "runs" -> workspace.ledger().list();
                  default ->
                      method.getReturnType() == Job.class
                          ? new Made<>(page.job(), (Record) arguments[0], page.answer())
                          : Answers.nothing(method);
                });
    var background = new Background(Runnable::run, this::onScreen);
    var jobs = new Jobs(new JobRunner(workspace, queue::add), background);
    AnalysisModel<?, Q, R> model = page.maker().make(engine, jobs, background);
    model.onProblem(problems::add);
    return model;
  }

  private void onScreen(Runnable action) {
    if (late) {
      screen.add(action);
    } else {
      action.run();
    }
  }

  /** The oldest last. */
  private static void backwards(List<Runnable> tasks) {
    while (!tasks.isEmpty()) {
      tasks.removeLast().run();
    }
  }

  private <Q extends Record, R> String recorded(Page<Q, ?> page, Q request, R result) {
    return new JobRunner(workspace, Runnable::run)
        .run(new Made<>(page.job(), request, result))
        .id();
  }

  /** Sets what {@code run} was asked, as a user would. */
  private static <S extends AnalysisModel.Settings<Q>, Q extends Record> S settings(
      AnalysisModel<S, Q, ?> model, String run) {
    model.open(run);
    return model.settings();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theNewerJobsResultStays(Page<?, ?> page) {
    check(page, false);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void evenWhenTheOlderOneWasDoneAndWaitedForTheScreen(Page<?, ?> page) {
    check(page, true);
  }

  private <Q extends Record, R extends Record> void check(Page<Q, R> page, boolean done) {
    check(page, model(page), done);
  }

  private <S extends AnalysisModel.Settings<Q>, Q extends Record, R extends Record> void check(
      Page<Q, R> page, AnalysisModel<S, Q, R> model, boolean done) {
    S before = settings(model, recorded(page, page.request(), page.answer()));
    S after = settings(model, recorded(page, page.changed(), page.answer()));
    Q newer = Objects.requireNonNull(after.request());
    Q older = Objects.requireNonNull(before.request());
    assertEquals(List.of(), problems);

    model.set(before);
    model.train("older");
    late = true;
    if (done) {
      backwards(queue); // the older one is done, and its result waits for the screen
    }
    model.set(after);
    model.train("newer");
    backwards(queue);
    backwards(screen);
    late = false;
    assertEquals(newer, Objects.requireNonNull(model.shownProperty().get()).request());
    assertNull(model.workingProperty().get());

    model.set(before);
    model.train("the same");
    model.train("the same again");
    queue.forEach(Runnable::run);
    queue.clear();
    assertEquals(
        older,
        Objects.requireNonNull(model.shownProperty().get()).request(),
        "what is asked twice comes");
    assertNull(model.workingProperty().get());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aResultThatIsOpenedIsNotReplacedByWhatWasAskedBefore(Page<?, ?> page) {
    opened(page);
  }

  private <Q extends Record, R extends Record> void opened(Page<Q, R> page) {
    AnalysisModel<?, Q, R> model = model(page);
    model.open(recorded(page, page.request(), page.answer()));
    String other = recorded(page, page.changed(), page.answer());
    model.train("under way");
    model.open(other);
    model.refresh();
    queue.forEach(Runnable::run);
    var shown = model.shownProperty().get();
    assertNotNull(shown);
    assertEquals(other, shown.run().id());
    assertEquals(List.of(), problems);
  }
}
