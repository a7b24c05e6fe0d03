package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.control.FigureView;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.ScoringOptions;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Churn and lifetime value from a loaded table to a finding, as a user goes through them. */
class AnalysisPagesTest {
  private static final ScoringOptions OPTIONS =
      new ScoringOptions(Purpose.CHURN, false, null, 300.0, 20.0, 50L, "Tarif");

  @TempDir private Path folder;

  private Path workspace(Path file, boolean scored) {
    try (Workspace made = Workspace.create(folder.resolve("Nordwand"))) {
      var runner = new JobRunner(made, Runnable::run);
      runner.run(new FileImport(ImportRequest.of(List.of(file.toString()))));
      if (scored) {
        runner.run(
            new LeadScoring(
                new LeadScoringRequest(
                    "abos", "Churn", null, "Kunden-Nr", List.of(), null, 3, OPTIONS)));
      }
      return made.folder();
    }
  }

  private Fx open(Path workspace) throws Exception {
    Fx fx = Fx.open(folder.resolve("home"), workspace, null);
    Fx.run(() -> fx.window.language(Language.ENGLISH));
    return fx;
  }

  private static Models models(Fx fx) {
    return Objects.requireNonNull(fx.window.models());
  }

  private static Shell shell(Fx fx) {
    return Objects.requireNonNull(fx.window.shell());
  }

  private static List<String> figures(Fx fx) {
    return Fx.call(
        () -> fx.all(FigureView.class).stream().map(view -> view.figure().name()).toList());
  }

  @Test
  void aRunOfTheCommandLineOpensWithAllItsOptionsAndEveryPart() throws Exception {
    Path place = workspace(Fixtures.subscribers(folder, 500), true);
    try (Fx fx = open(place)) {
      Fx.run(() -> shell(fx).go(PageId.RUNS));
      Fx.await("runs", () -> models(fx).runs().found().size() == 2);
      Button result = fx.named(Button.class, "Open result");
      Fx.run(result::fire);
      Fx.await("the page of its kind", () -> models(fx).page() == PageId.CHURN);
      Fx.await("result", () -> models(fx).churn().shownProperty().get() != null);
      assertEquals(OPTIONS, Fx.call(() -> models(fx).churn().settings().options()));
      assertFalse(Fx.call(() -> models(fx).churn().isStale()));
      TextField value = fx.named(TextField.class, "Value of a customer kept");
      assertEquals("300", Fx.call(value::getText), "seen, not hidden");

      Fx.await("finding", () -> fx.shows("at the highest risk hold"));
      Fx.await("whole", () -> fx.shows("Used and left out"));
      assertTrue(
          figures(fx)
              .containsAll(
                  List.of(
                      "roc",
                      "precision-recall",
                      "gains",
                      "lift",
                      "calibration",
                      "profit",
                      "importance",
                      "validation",
                      "learning",
                      "fairness")),
          () -> figures(fx).toString());
      Fx.await("reasons in the rows", () -> fx.shows("Why this customer") && fx.shows("↑ "));
      assertTrue(fx.shows("500 rows used"), "ux-16: rows used");
      assertTrue(fx.shows("Kunden-Nr"), "ux-16: columns left out and why");
      assertEquals(Set.of(), WorkbenchTest.nameless(fx, "churn"), "ux-21");
      Fx.run(() -> shell(fx).showOrigin(true));
      Fx.await("ux: every number has its origin", () -> fx.shows("gold.churn_scores"));

      Fx.run(
          () -> {
            value.setText("450");
            value.fireEvent(new javafx.event.ActionEvent());
          });
      Fx.await("ux-06: older figures say so", () -> fx.shows("settings have changed"));
      assertFalse(fx.shows("at the highest risk hold"), "ux-06: and no finding claims them");
    }
  }

  @Test
  void contractsAreFollowedOnBothPagesThatAskAboutThem() throws Exception {
    Path place = workspace(Fixtures.subscribers(folder, 500), false);
    try (Fx fx = open(place)) {
      Fx.run(
          () -> {
            models(fx).churnTab().set(1);
            shell(fx).go(PageId.CHURN);
          });
      Fx.await(
          "columns are proposed",
          () -> "Laufzeit".equals(models(fx).contracts().settings().time().duration()));
      Fx.run(
          () -> {
            var model = models(fx).contracts();
            model.set(model.settings().withGroup("Tarif").withColumns(Set.of("Gebühr")));
          });
      Button work = fx.named(Button.class, "Work it out");
      Fx.run(work::fire);
      Fx.await("result", () -> models(fx).contracts().shownProperty().get() != null);
      Fx.await("finding", () -> fx.shows("of the contracts"));
      Fx.await("whole", () -> fx.shows("Used and left out"));
      assertTrue(
          figures(fx).containsAll(List.of("survival", "survival-groups", "hazards", "retention")),
          () -> figures(fx).toString());
      assertTrue(fx.shows("Log-rank test of equal groups"));
      assertEquals(Set.of(), WorkbenchTest.nameless(fx, "contracts"), "ux-21");
      Fx.run(
          () -> {
            models(fx).lifetimeTab().set(1);
            shell(fx).go(PageId.LIFETIME);
          });
      Fx.await("the same there", () -> figures(fx).contains("retention"));
    }
  }

  @Test
  void whatCustomersWillBringFromATableOfOrders() throws Exception {
    Path place = workspace(Fixtures.orders(folder, 300), false);
    try (Fx fx = open(place)) {
      Fx.run(() -> shell(fx).go(PageId.LIFETIME));
      Fx.await(
          "columns are proposed", () -> "Umsatz".equals(models(fx).purchases().settings().value()));
      assertEquals("Kunde", Fx.call(() -> models(fx).purchases().settings().customer()));
      Button work = fx.named(Button.class, "Work it out");
      Fx.run(work::fire);
      Fx.await("result", () -> models(fx).purchases().shownProperty().get() != null);
      Fx.await("finding", () -> fx.shows("In the next 12 months customers will bring"));
      Fx.await("whole", () -> fx.shows("Used and left out"));
      assertTrue(
          figures(fx)
              .containsAll(
                  List.of("tracking", "increments", "holdout", "contenders", "value", "alive")),
          () -> figures(fx).toString());
      Fx.await("customers", () -> fx.shows("C-0"));
      assertTrue(fx.shows("Log-likelihood"), "models are compared by their likelihoods");
      assertEquals(Set.of(), WorkbenchTest.nameless(fx, "lifetime"), "ux-21");
      assertNotNull(Fx.call(() -> shell(fx).models().purchases().shownProperty().get()));

      Fx.run(
          () -> {
            var model = models(fx).purchases();
            model.set(model.settings().withHorizon("day", 24, 0.1));
          });
      Fx.await("ux-06: older figures say so", () -> fx.shows("settings have changed"));
      Fx.run(() -> fx.window.language(Language.GERMAN));
      Fx.await("ux-22: in German", () -> fx.shows("Kunden nach erwartetem Wert"));
    }
  }
}
