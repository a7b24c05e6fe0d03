package io.liftwerk.app.window.leads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.OutcomeValues;
import io.liftwerk.warehouse.HeldBack;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadsModelTest {
  private static final TableInfo LEADS =
      new TableInfo(
          new TableRef("bronze", "leads"),
          900,
          List.of(
              new TableInfo.Column("id", "VARCHAR"),
              new TableInfo.Column("visits", "BIGINT"),
              new TableInfo.Column("Gekauft", "BOOLEAN"),
              new TableInfo.Column("note", "VARCHAR"),
              new TableInfo.Column("_row", "BIGINT")),
          false);

  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final List<Throwable> problems = new ArrayList<>();
  @TempDir private Path folder;
  private Workspace workspace;
  private LeadsModel model;
  private final List<RunRecord> ledger = new ArrayList<>();
  private @Nullable String newestRanking;

  @BeforeEach
  void open() {
    workspace = Workspace.create(folder.resolve("test"));
    var background = new Background(Runnable::run, Runnable::run);
    var jobs = new Jobs(new JobRunner(workspace, queue::add), background);
    model = new LeadsModel(engine(), jobs, background);
    model.onProblem(problems::add);
    model.refresh();
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  /** Answers what the model asks; scoring gives a result that carries its request's seed. */
  private Engine engine() {
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "tables" -> List.of(LEADS);
                  case "runs" -> List.copyOf(ledger);
                  case "rankingReplacedBy" ->
                      newestRanking == null || newestRanking.equals(arguments[1])
                          ? null
                          : newestRanking;
                  case "heldBack" ->
                      new HeldBack(
                          (Use) arguments[1], List.of(), 0, 0, List.of(), null, null, false);
                  case "values" -> List.of(new OutcomeValues.Value("true", 300));
                  case "scoring" -> new Scoring((LeadScoringRequest) arguments[0]);
                  default -> throw new AssertionError(method.getName());
                });
  }

  private record Scoring(LeadScoringRequest request) implements Job<LeadScoringResult> {
    @Override
    public String name() {
      return "leads";
    }

    @Override
    public Record parameters() {
      return request;
    }

    @Override
    public LeadScoringResult run(JobContext context) {
      return new LeadScoringResult(
          request.table(),
          request.target(),
          "true",
          null,
          900,
          0,
          630,
          270,
          300,
          request.seed(),
          "seed",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          "boosted",
          List.of(),
          List.of(),
          List.of(),
          "gold.lead_scores",
          List.of(),
          null);
    }
  }

  @Test
  void proposesTheTargetThatReadsLikeAnOutcomeAndHidesOurOwnColumns() {
    assertEquals("bronze.leads", model.settingsProperty().get().table());
    assertEquals("Gekauft", model.settingsProperty().get().target());
    assertEquals(4, model.columns().size());
    assertEquals("true", model.targetValues().getFirst().text());
  }

  @Test
  void onlyTheNewestTrainingReachesTheScreenWhateverEndsLast() {
    model.train("one");
    model.seed(8);
    model.train("two");
    queue.removeLast().run();
    queue.removeLast().run();
    assertEquals(8, Objects.requireNonNull(model.shownProperty().get()).result().seed());
    assertNull(model.trainingProperty().get());
    assertFalse(model.isStale());
    assertTrue(problems.stream().allMatch(CancelledException.class::isInstance));
  }

  @Test
  void figuresAreStaleAsSoonAsASettingDiffersAndNoLongerWhenItIsTakenBack() {
    model.train("one");
    queue.removeFirst().run();
    assertFalse(model.isStale());
    model.exclude(Set.of("note"));
    assertTrue(model.isStale());
    model.exclude(Set.of());
    assertFalse(model.isStale());
    model.split("note");
    assertTrue(model.isStale());
  }

  /** A run in the ledger as the command line would leave it there. */
  private RunRecord ledgerRun(long seed, @Nullable String positive) {
    var request =
        new LeadScoringRequest("leads", "Gekauft", positive, "id", List.of("note"), null, seed);
    var made = new JobRunner(workspace, Runnable::run).run(new Scoring(request)).record();
    ledger.addFirst(made);
    return made;
  }

  @Test
  void anOlderResultIsOpenedWithTheSettingsItUsed() {
    RunRecord first = ledgerRun(3, "Ja");
    ledgerRun(4, null);
    model.open(first.id());
    LeadsModel.Settings settings = model.settingsProperty().get();
    assertEquals("true", settings.positive(), "as the table spells it, not as the user typed it");
    assertEquals("id", settings.id());
    assertEquals(3, settings.seed());
    assertEquals(Set.of("note"), settings.exclude());
    assertEquals(first.id(), Objects.requireNonNull(model.shownProperty().get()).run().id());
    assertFalse(model.isStale());
    model.open(ledger.getFirst().id());
    assertNull(model.settingsProperty().get().positive(), "automatic stays automatic");
  }

  @Test
  void aRankingThatAnotherRunReplacedIsNotTakenForThisOnes() {
    RunRecord first = ledgerRun(3, null);
    newestRanking = first.id();
    model.open(first.id());
    assertNull(model.replacedByProperty().get());
    newestRanking = "0042";
    model.refresh();
    assertEquals("0042", model.replacedByProperty().get());
    newestRanking = first.id();
    model.train("another");
    queue.removeFirst().run();
    assertNotEquals(first.id(), Objects.requireNonNull(model.shownProperty().get()).run().id());
    assertEquals(first.id(), model.replacedByProperty().get(), "asked again for what is shown now");
  }

  @Test
  void aResultWhoseTableIsGoneIsAProblemAndNotAnotherResult() {
    model.open("4711");
    assertNull(model.shownProperty().get());
    assertEquals("result-gone", ((WorkbenchException) problems.getFirst()).code());
  }

  @Test
  void aTargetIsNeverAmongTheExclusions() {
    model.exclude(Set.of("visits", "note"));
    model.target("visits");
    assertEquals(Set.of("note"), model.settingsProperty().get().exclude());
  }
}
