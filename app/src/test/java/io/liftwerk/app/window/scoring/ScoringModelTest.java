package io.liftwerk.app.window.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.OutcomeValues;
import io.liftwerk.scoring.ScoringOptions;
import io.liftwerk.scoring.ScoringOptions.Purpose;
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

class ScoringModelTest {
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
  private ScoringModel model;
  private ScoringModel churn;
  private final List<RunRecord> ledger = new ArrayList<>();
  private @Nullable String newestRanking;

  @BeforeEach
  void open() {
    workspace = Workspace.create(folder.resolve("test"));
    var background = new Background(Runnable::run, Runnable::run);
    var jobs = new Jobs(new JobRunner(workspace, queue::add), background);
    model = new ScoringModel(engine(), jobs, background, Purpose.LEADS);
    churn = new ScoringModel(engine(), jobs, background, Purpose.CHURN);
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
      return new LeadScoring(request).name();
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
    assertNull(model.workingProperty().get());
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
    return ledgerRun(
        new LeadScoringRequest("leads", "Gekauft", positive, "id", List.of("note"), null, seed));
  }

  private RunRecord ledgerRun(LeadScoringRequest request) {
    var made = new JobRunner(workspace, Runnable::run).run(new Scoring(request)).record();
    ledger.addFirst(made);
    return made;
  }

  @Test
  void anOlderResultIsOpenedWithTheSettingsItUsed() {
    RunRecord first = ledgerRun(3, "Ja");
    ledgerRun(4, null);
    model.open(first.id());
    ScoringSettings settings = model.settingsProperty().get();
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
    assertNull(model.ranking().replacedByProperty().get());
    newestRanking = "0042";
    model.refresh();
    assertEquals("0042", model.ranking().replacedByProperty().get());
    newestRanking = first.id();
    model.train("another");
    queue.removeFirst().run();
    assertNotEquals(first.id(), Objects.requireNonNull(model.shownProperty().get()).run().id());
    assertEquals(
        first.id(),
        model.ranking().replacedByProperty().get(),
        "asked again for what is shown now");
  }

  @Test
  void aResultWhoseTableIsGoneIsAProblemAndNotAnotherResult() {
    model.open("4711");
    assertNull(model.shownProperty().get());
    assertEquals("result-gone", ((WorkbenchException) problems.getFirst()).code());
  }

  @Test
  void everyOptionOfARunOfTheCommandLineIsKept() {
    var options = new ScoringOptions(Purpose.LEADS, true, "note", 80.0, 4.5, 120L, "visits");
    var request =
        new LeadScoringRequest("leads", "Gekauft", null, null, List.of(), null, 5, options);
    RunRecord run = ledgerRun(request);
    model.open(run.id());
    assertEquals(options, model.settings().options());
    assertTrue(model.settings().isSpecial(), "and is to be seen");
    assertFalse(model.isStale());
    model.train("again");
    queue.removeFirst().run();
    assertEquals(options, Objects.requireNonNull(model.shownProperty().get()).request().options());
  }

  @Test
  void leadsAndChurnEachBringBackTheirOwnRunsOnly() {
    var options = new ScoringOptions(Purpose.CHURN, false, null, null, null, null, null);
    RunRecord lost =
        ledgerRun(
            new LeadScoringRequest("leads", "Gekauft", null, null, List.of(), null, 9, options));
    RunRecord won = ledgerRun(3, null);
    churn.refresh();
    assertEquals(lost.id(), Objects.requireNonNull(churn.shownProperty().get()).run().id());
    model.open(won.id());
    assertEquals(won.id(), Objects.requireNonNull(model.shownProperty().get()).run().id());
    model.open(lost.id());
    assertEquals("result-gone", ((WorkbenchException) problems.getFirst()).code());
  }

  @Test
  void aDateAndAColumnToSplitByExcludeEachOther() {
    model.split("note");
    model.set(model.settings().withTime("visits"));
    assertNull(model.settings().split());
    assertEquals("visits", model.settings().options().time());
    model.split("note");
    assertNull(model.settings().options().time());
  }

  @Test
  void whatAWinIsWorthHoldsForAnotherTableButItsColumnsDoNot() {
    model.set(model.settings().withMoney(80.0, 4.0, 100L).withFairness("note"));
    ScoringSettings other = model.settings().withTable("bronze.other");
    assertEquals(80.0, other.options().value());
    assertNull(other.options().fairness());
  }

  @Test
  void aTargetIsNeverAmongTheExclusions() {
    model.exclude(Set.of("visits", "note"));
    model.target("visits");
    assertEquals(Set.of("note"), model.settingsProperty().get().exclude());
  }
}
