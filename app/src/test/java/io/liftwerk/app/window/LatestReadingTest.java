package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.app.plan.Plan;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Builds;
import io.liftwerk.app.window.base.ColumnValues;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.app.window.consent.ConsentModel;
import io.liftwerk.app.window.data.DataModel;
import io.liftwerk.app.window.governance.GovernanceModel;
import io.liftwerk.app.window.kpi.KpiModel;
import io.liftwerk.app.window.lineage.LineageModel;
import io.liftwerk.app.window.plan.PlanModel;
import io.liftwerk.app.window.quality.QualityModel;
import io.liftwerk.app.window.registry.RegistryModel;
import io.liftwerk.app.window.runs.RunsModel;
import io.liftwerk.app.window.scoring.ScoringModel;
import io.liftwerk.app.window.segments.SegmentsModel;
import io.liftwerk.app.window.sources.SourcesModel;
import io.liftwerk.knowledge.IndexState;
import io.liftwerk.knowledge.KnowledgeSources;
import io.liftwerk.knowledge.SearchRequest;
import io.liftwerk.knowledge.SearchResult;
import io.liftwerk.scoring.ModelComparisonRequest;
import io.liftwerk.scoring.ModelComparisonResult;
import io.liftwerk.scoring.ModelVersion;
import io.liftwerk.scoring.OutcomeValues;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.scoring.SegmentRequest;
import io.liftwerk.scoring.SegmentResult;
import io.liftwerk.scoring.Segments;
import io.liftwerk.warehouse.CheckResult.TestResult;
import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.warehouse.LineageGraph;
import io.liftwerk.warehouse.RowSources;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Workspace;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * ux-06, on every page that reads beside the screen: something else is asked before the answer is
 * there, and the older answer is made to come last; the newer one stays.
 */
class LatestReadingTest {
  @TempDir private Path folder;

  private final List<Runnable> screen = new ArrayList<>();
  private final List<Runnable> queue = new ArrayList<>();
  private final List<Segments.Saved> segments = new ArrayList<>();
  private final Background background = new Background(Runnable::run, screen::add);
  private final Engine engine = Answers.engine(this::answer);
  private Workspace workspace;
  private Jobs jobs;
  private Builds builds;
  private int asked;

  @BeforeEach
  void open() {
    workspace = Workspace.create(folder.resolve("test"));
    jobs = new Jobs(new JobRunner(workspace, Runnable::run), background);
    builds = new Builds(engine, jobs, background);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private @Nullable Object answer(Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "tables" -> List.of(table("a", "won"), table("b", "other"));
      case "values" -> List.of(new OutcomeValues.Value(arguments[0] + " " + arguments[1], 1));
      case "audit" -> new Engine.Audit(true, ++asked, 0, "", List.of(), List.of());
      case "plan" -> new Plan(String.valueOf(arguments[0]), List.of(), false);
      case "lineage" -> new LineageGraph((String) arguments[0], List.of(), List.of());
      case "rowsBehind" -> behind((String) arguments[0]);
      case "query" -> named((String) arguments[0]);
      case "rows" -> named(arguments[0].toString());
      case "page" -> new Page(List.of("x"), List.of(List.of(arguments[0].toString())), 0);
      case "knowledge" -> new KnowledgeSources(Blank.of(IndexState.class), List.of());
      case "search" -> found((SearchRequest) arguments[0]);
      case "models" -> List.of(version(++asked));
      case "runs" -> workspace.ledger().list();
      case "segments" -> List.copyOf(segments);
      case "segment" -> saving((SegmentRequest) arguments[0]);
      case "comparing" -> new Made<>("compare", comparison((ModelComparisonRequest) arguments[0]));
      case "countingConsent" -> new Made<>("consent", consent(++asked));
      default ->
          method.getReturnType() == Job.class
              ? new Made<>("nothing", Map.of())
              : Answers.nothing(method);
    };
  }

  private record Made<R>(String name, R result) implements Job<R> {
    @Override
    public Record parameters() {
      return this;
    }

    @Override
    public R run(JobContext context) {
      return result;
    }
  }

  private Job<SegmentResult> saving(SegmentRequest request) {
    var made = Blank.of(SegmentResult.class);
    return new Job<>() {
      @Override
      public String name() {
        return "segment";
      }

      @Override
      public Record parameters() {
        return request;
      }

      @Override
      public SegmentResult run(JobContext context) {
        segments.add(new Segments.Saved(request, made, context.run(), Instant.EPOCH, false));
        return made;
      }
    };
  }

  private static ModelComparisonResult comparison(ModelComparisonRequest request) {
    var tree = Json.mapper().<ObjectNode>valueToTree(Blank.of(ModelComparisonResult.class));
    tree.put("sentence", request.first() + " " + request.second());
    return Json.mapper().convertValue(tree, ModelComparisonResult.class);
  }

  private static ConsentResult consent(int rows) {
    var tree = Json.mapper().<ObjectNode>valueToTree(Blank.of(ConsentResult.class));
    tree.put("rows", rows);
    return Json.mapper().convertValue(tree, ConsentResult.class);
  }

  private static TableInfo table(String name, String column) {
    return new TableInfo(
        new TableRef("bronze", name), 9, List.of(new TableInfo.Column(column, "VARCHAR")), false);
  }

  private static RowSources behind(String table) {
    return new RowSources(
        table,
        Map.of(),
        List.of(new RowSources.Source("bronze.a", "SELECT 1", true, true, List.of())));
  }

  private static SearchResult found(SearchRequest request) {
    var tree = Json.mapper().<ObjectNode>valueToTree(Blank.of(SearchResult.class));
    tree.set("request", Json.mapper().valueToTree(request));
    return Json.mapper().convertValue(tree, SearchResult.class);
  }

  private static ModelVersion version(int number) {
    var tree = Json.mapper().<ObjectNode>valueToTree(Blank.of(ModelVersion.class));
    tree.put("version", number);
    return Json.mapper().convertValue(tree, ModelVersion.class);
  }

  private record Named(String name) implements Rows {
    @Override
    public long count() {
      return 1;
    }

    @Override
    public List<TableInfo.Column> columns() {
      return List.of();
    }

    @Override
    public Page page(@Nullable String orderBy, boolean descending, long offset, int limit) {
      throw new AssertionError("nobody looks");
    }
  }

  private static Rows named(String name) {
    return new Named(name);
  }

  /** Lets everything reach the screen, the oldest last. */
  private void backwards() {
    while (!screen.isEmpty()) {
      screen.removeLast().run();
    }
  }

  @Test
  void keyFigures() {
    var model = new KpiModel(engine, builds, background);
    model.refresh();
    backwards();
    model.from(LocalDate.of(2026, 1, 1));
    model.from(LocalDate.of(2026, 2, 1));
    backwards();
    assertEquals(
        LocalDate.of(2026, 2, 1),
        Objects.requireNonNull(model.shownProperty().get()).request().from());
  }

  @Test
  void lineageAndTheRowsBehindIt() {
    var model = new LineageModel(engine, builds, background);
    model.open(new LineageModel.Target("gold.a", null, Map.of()));
    model.open(new LineageModel.Target("gold.b", null, Map.of()));
    backwards();
    assertEquals("gold.b", Objects.requireNonNull(model.shownProperty().get()).target().table());
    model.select("bronze.a");
    model.open(new LineageModel.Target("gold.c", null, Map.of()));
    backwards();
    assertEquals("gold.c", Objects.requireNonNull(model.shownProperty().get()).target().table());
    assertNull(model.rowsProperty().get(), "nothing of the new graph was selected");
  }

  @Test
  void rowsThatFailATest() {
    var model = new QualityModel(engine, jobs, builds, background);
    model.select(test("quality.a"));
    model.select(test("quality.b"));
    backwards();
    assertEquals(new Named("bronze.quality.b"), model.failingProperty().get());
    model.select(test("quality.c"));
    model.select(null);
    backwards();
    assertNull(model.failingProperty().get());
  }

  private static TestResult test(String failures) {
    var tree = Json.mapper().<ObjectNode>valueToTree(Blank.of(TestResult.class));
    tree.put("failures", failures);
    return Json.mapper().convertValue(tree, TestResult.class);
  }

  @Test
  void whatASearchFinds() {
    var model = new SourcesModel(engine, jobs, background);
    model.refresh();
    backwards();
    model.queryProperty().set("ropes");
    model.search();
    model.queryProperty().set("helmets");
    model.search();
    backwards();
    assertEquals("helmets", Objects.requireNonNull(model.foundProperty().get()).request().query());
    model.search();
    model.queryProperty().set("");
    model.search();
    backwards();
    assertNull(model.foundProperty().get());
  }

  @Test
  void valuesOfAColumn() {
    var values = new ColumnValues(engine, background, failure -> {});
    values.of("bronze.a", "x");
    values.of("bronze.a", "y");
    backwards();
    assertEquals(List.of("bronze.a y"), values.values());
    values.of("bronze.a", "z");
    values.of(null, null);
    backwards();
    assertEquals(List.of(), values.values());
  }

  @Test
  void valuesOfATarget() {
    var model = new ScoringModel(engine, jobs, background, Purpose.LEADS);
    model.refresh();
    backwards();
    model.target("x");
    model.target("y");
    backwards();
    assertEquals("bronze.a y", model.targetValues().getFirst().text());
    model.target("z");
    model.table("bronze.b");
    backwards();
    assertEquals("bronze.b other", model.targetValues().getFirst().text());
  }

  @Test
  void theVerdictOnTheAuditTrail() {
    var runs = new RunsModel(engine, jobs, background);
    runs.verify();
    runs.verify();
    backwards();
    assertEquals(2, Objects.requireNonNull(runs.auditProperty().get()).entries());
    var governance = new GovernanceModel(engine, jobs, background);
    governance.verify();
    governance.verify();
    backwards();
    assertEquals(4, Objects.requireNonNull(governance.auditProperty().get()).entries());
  }

  @Test
  void thePlanInTheLanguageSpokenNow() {
    var model = new PlanModel(engine, background);
    model.refresh(Locale.ENGLISH);
    model.refresh(Locale.GERMAN);
    backwards();
    assertEquals("de", Objects.requireNonNull(model.shownProperty().get()).finding());
  }

  @Test
  void versionsOfModels() {
    var model = new RegistryModel(engine, jobs, background);
    model.refresh();
    model.refresh();
    backwards();
    assertEquals(2, model.versions().getFirst().version());
  }

  @Test
  void samplesOfATable() {
    var model = new DataModel(engine, jobs, background);
    var seen = new ArrayList<Object>();
    model.samples(table("a", "x"), seen::add);
    model.samples(table("b", "x"), seen::add);
    backwards();
    assertEquals(1, seen.size());
    assertTrue(seen.getFirst().toString().contains("bronze.b"), seen::toString);
  }

  /** Jobs that wait until they are let. */
  private Jobs waiting() {
    return new Jobs(new JobRunner(workspace, queue::add), background);
  }

  private void workBackwards() {
    while (!queue.isEmpty()) {
      queue.removeLast().run();
    }
    backwards();
  }

  @Test
  void theComparisonOfTheTwoThatAreSelected() {
    var model = new RegistryModel(engine, waiting(), background);
    model.select(List.of(version(1), version(2)));
    model.compare("older");
    model.select(List.of(version(1), version(3)));
    workBackwards();
    assertNull(model.comparisonProperty().get(), "these two were not compared");
    model.compare("older");
    queue.removeFirst().run(); // done, and waiting for the screen
    model.select(List.of(version(2), version(3)));
    model.compare("newer");
    workBackwards();
    String sentence = Objects.requireNonNull(model.comparisonProperty().get()).result().sentence();
    assertTrue(sentence.contains("2") && sentence.contains("3"), sentence);
    assertFalse(sentence.contains("1"), sentence);
  }

  @Test
  void theSegmentThatWasSavedOrChosenLast() {
    var model = new SegmentsModel(engine, waiting(), background);
    model.refresh();
    backwards();
    model.save("", segment("first"));
    model.save("", segment("second"));
    workBackwards();
    assertEquals(
        Set.of("first", "second"),
        segments.stream().map(one -> one.request().name()).collect(Collectors.toSet()),
        "saving one gives no other up");
    model.save("", segment("third"));
    queue.removeFirst().run();
    model.select(segments.getFirst());
    backwards();
    model.refresh();
    model.select(segments.get(1));
    backwards();
    assertEquals(segments.get(1), model.selectedProperty().get());
    model.save("", segment("fourth"));
    model.save("", segment("fourth"));
    workBackwards();
    assertEquals(4, segments.size(), "the older request for the same one was given up");
    assertEquals(segments.getLast(), model.selectedProperty().get());
    assertFalse(model.savingProperty().get());
  }

  private static SegmentRequest segment(String name) {
    return new SegmentRequest(name, "leads", null, null, null, null, null, List.of(), null, 0, "");
  }

  @Test
  void theCountOfConsent() {
    var model = new ConsentModel(engine, waiting(), builds);
    model.refresh();
    backwards();
    model.count("older");
    queue.removeFirst().run();
    model.count("newer");
    workBackwards();
    assertEquals(2, Objects.requireNonNull(model.shownProperty().get()).result().rows());
  }

  @Test
  void whatIsUnderWayIsSaidUntilTheNewerJobHasEnded() {
    Jobs slow = waiting();
    var model = new QualityModel(engine, slow, builds, background);
    model.check("older");
    model.check("newer");
    queue.removeFirst().run();
    backwards();
    assertTrue(model.checkingProperty().get(), "the older one was given up, the newer goes on");
    queue.removeFirst().run();
    backwards();
    assertFalse(model.checkingProperty().get());
  }
}
