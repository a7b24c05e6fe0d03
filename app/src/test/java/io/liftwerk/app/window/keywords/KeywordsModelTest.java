package io.liftwerk.app.window.keywords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.MadeKeywords;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.keywords.KeywordSettings.Period;
import io.liftwerk.app.window.keywords.NegativeReview.Line;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.keywords.KeywordReview;
import io.liftwerk.keywords.KeywordReview.Decision;
import io.liftwerk.keywords.KeywordTerms;
import io.liftwerk.keywords.WordForm;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeywordsModelTest {
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final List<Throwable> problems = new ArrayList<>();
  private final List<TableInfo> tables = new ArrayList<>(List.of(table("suchbegriffe")));
  private final List<List<Decision>> written = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  @TempDir private Path folder;
  private Workspace workspace;
  private KeywordsModel model;
  private boolean failing;
  private boolean refused;

  @BeforeEach
  void open() {
    workspace = Workspace.create(folder.resolve("test"));
    model = model();
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private static TableInfo table(String name) {
    return new TableInfo(
        new TableRef("bronze", name),
        900,
        List.of(
            new TableInfo.Column("Suchbegriff", "VARCHAR"),
            new TableInfo.Column("Kosten", "DECIMAL(18,2)")),
        false);
  }

  /** A model over the same workspace, as after it was opened again. */
  private KeywordsModel model() {
    var background = new Background(Runnable::run, Runnable::run);
    var next =
        new KeywordsModel(
            engine(), new Jobs(new JobRunner(workspace, queue::add), background), background);
    next.onProblem(problems::add);
    next.refresh();
    return next;
  }

  private Engine engine() {
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "tables" -> List.copyOf(tables);
                  case "runs" -> workspace.ledger().list();
                  case "mining" -> new MadeKeywords((KeywordRequest) arguments[0]);
                  case "reviewing" -> reviewing((List<?>) arguments[0]);
                  case "termsBehind" -> {
                    asked.add(arguments[0] + " " + arguments[1]);
                    yield List.<KeywordTerms.Row>of();
                  }
                  default -> throw new AssertionError(method.getName());
                });
  }

  /** Remembers a batch as the engine does. */
  private Job<String> reviewing(List<?> decisions) {
    if (refused) {
      throw new WorkbenchException("personal-text", "That names a person.", "Leave it out.");
    }
    List<Decision> all = decisions.stream().map(Decision.class::cast).toList();
    return new Job<>() {
      @Override
      public String name() {
        return KeywordReview.NAME;
      }

      @Override
      public Record parameters() {
        return new KeywordReview.Request(all);
      }

      @Override
      public String run(JobContext context) {
        if (failing) {
          throw new WorkbenchException("disk-full", "The disk is full.", "Make room.");
        }
        written.add(all);
        return "done";
      }
    };
  }

  private void work() {
    while (!queue.isEmpty()) {
      queue.remove().run();
    }
  }

  private void report() {
    model.train("report");
    work();
  }

  private Line line(String text) {
    return model.review().lines().stream()
        .filter(line -> line.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private void decide(String text, @Nullable String verdict) {
    model.review().decide("review", List.of(line(text)), verdict, null);
  }

  private BigDecimal accepted() {
    return model.review().standingProperty().get().acceptedSaving();
  }

  @Test
  void everyReportIsAskedForUnlessOneIsChosen() {
    assertTrue(model.isAnythingToAsk());
    assertNull(model.settings().request().table());
    model.table("bronze.suchbegriffe");
    model.set(
        model
            .settings()
            .withWords(WordForm.STEM, 2)
            .withMaxCpa(BigDecimal.TEN)
            .withNames(List.of("Nordwand"), List.of("Berghaus"))
            .withPeriod(new Period(LocalDate.of(2026, 1, 1), null, null, null)));
    KeywordRequest asked = model.settings().request();
    assertEquals("bronze.suchbegriffe", asked.table());
    assertEquals(WordForm.STEM, asked.form());
    assertEquals(List.of("Berghaus"), asked.competitors());
    report();
    assertFalse(model.isStale());
    model.set(model.settings().withMaxCpa(BigDecimal.ONE));
    assertTrue(model.isStale(), "ux-06");
  }

  @Test
  void onlyTablesWithSearchTermsAreOffered() {
    tables.clear();
    tables.add(
        new TableInfo(
            new TableRef("bronze", "crm"),
            9,
            List.of(new TableInfo.Column("Lead", "VARCHAR")),
            false));
    model.refresh();
    assertFalse(model.isAnythingToAsk());
    tables.add(table("begriffe"));
    model.refresh();
    assertEquals(1, model.tables().size());
  }

  @Test
  void savingsAreAddedUpAtOnceAndWrittenDownInOneBatch() {
    report();
    decide("gratis", NegativeReview.ACCEPTED);
    decide("kostenlos", NegativeReview.ACCEPTED);
    assertEquals(new BigDecimal("280.50"), accepted());
    assertEquals(List.of(), written, "the hand has not rested yet");
    model.review().save("review");
    work();
    assertEquals(1, written.size());
    assertEquals(2, written.getFirst().size());
    assertFalse(model.review().isUnsaved());
    decide("gratis", null);
    assertEquals(new BigDecimal("80.50"), accepted());
    decide("anleitung", NegativeReview.ACCEPTED);
    assertEquals(new BigDecimal("100.50"), accepted(), "what was rejected before");
  }

  /** ux-23: what was decided is there after the workspace is opened again. */
  @Test
  void decisionsAreRememberedForEveryReport() {
    report();
    decide("gratis", NegativeReview.REJECTED);
    model.review().save("review");
    work();
    decide("gratis", NegativeReview.ACCEPTED);
    model.review().decide("review", "seil gratis", "phrase", NegativeReview.ACCEPTED);
    model.review().save("review");
    work();
    model = model();
    assertEquals(200.0, accepted().doubleValue());
    assertNull(line("seil gratis").suggested(), "what the user added");
    assertEquals("we sell these", line("anleitung").why());
    model.review().decide("review", "seil gratis", "phrase", null);
    assertEquals(3, model.review().lines().size(), "taken back, it is no suggestion");
  }

  @Test
  void whatIsDecidedWhileABatchIsWrittenIsNotLost() {
    report();
    decide("gratis", NegativeReview.ACCEPTED);
    model.review().save("review");
    decide("gratis", NegativeReview.REJECTED);
    model.review().save("review");
    work();
    assertEquals(
        List.of(NegativeReview.ACCEPTED, NegativeReview.REJECTED),
        written.stream().map(batch -> Objects.requireNonNull(batch.getFirst().verdict())).toList());
    assertTrue(line("gratis").isRejected());
  }

  @Test
  void whatCannotBeWrittenDownIsTakenBack() {
    report();
    failing = true;
    decide("gratis", NegativeReview.ACCEPTED);
    model.review().save("review");
    work();
    assertEquals(1, problems.size());
    assertNull(line("gratis").verdict());
    assertEquals(0, accepted().signum());
  }

  @Test
  void aReasonThatIsRefusedIsTakenBack() {
    report();
    refused = true;
    model.review().decide("review", List.of(line("gratis")), "rejected", "ask a.b@example.org");
    model.review().save("review");
    assertEquals(1, problems.size());
    assertNull(line("gratis").verdict());
    refused = false;
    decide("gratis", NegativeReview.REJECTED);
    model.review().save("review");
    work();
    assertEquals(1, written.size(), "the next one is not held up");
  }

  @Test
  void termsBehindTheChosenNgramAreReadFromTheRunOnTheScreen() {
    report();
    var ngrams = MadeKeywords.result().ngrams();
    model.choose(ngrams.get(1));
    model.choose(ngrams.get(1));
    String run = Objects.requireNonNull(model.shownProperty().get()).run().id();
    assertEquals(List.of(run + " kletterschuh", run + " gratis"), asked, "the first by itself");
    assertEquals(
        List.of(), Objects.requireNonNull(model.chosenProperty().get()).terms(), "and none left");
  }
}
