package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.control.FigureView;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a treatment moves, and what other policies would have brought. */
class UpliftPagesTest {
  @TempDir private Path folder;

  /** A mailing that moves those who were quiet before, and nobody else. */
  private Path mailing() throws IOException {
    var random = new Random(3);
    var out = new StringBuilder("Kunde,treatment,Besuche vorher,Land,visit\n");
    for (int i = 0; i < 3000; i++) {
      boolean treated = random.nextBoolean();
      int before = random.nextInt(10);
      double chance = 0.05 + 0.04 * before + (treated && before < 5 ? 0.3 : 0);
      out.append(
          "K-%05d,%s,%d,%s,%d%n"
              .formatted(
                  i,
                  treated ? "mail" : "none",
                  before,
                  random.nextBoolean() ? "DE" : "AT",
                  random.nextDouble() < chance ? 1 : 0));
    }
    return Files.writeString(folder.resolve("mailing.csv"), out);
  }

  /** A log that shows three banners with known chances; the third is clicked most. */
  private Path log() throws IOException {
    var random = new Random(4);
    var out = new StringBuilder("Zeile,banner,propensity,click\n");
    double[] shown = {0.5, 0.3, 0.2};
    double[] clicked = {0.05, 0.1, 0.2};
    for (int i = 0; i < 3000; i++) {
      double drawn = random.nextDouble();
      int arm = drawn < 0.5 ? 0 : drawn < 0.8 ? 1 : 2;
      out.append(
          String.format(
              Locale.ROOT,
              "%d,B%d,%.1f,%d%n",
              i,
              arm,
              shown[arm],
              random.nextDouble() < clicked[arm] ? 1 : 0));
    }
    return Files.writeString(folder.resolve("log.csv"), out);
  }

  private Path workspace() throws IOException {
    try (Workspace made = Workspace.create(folder.resolve("Nordwand"))) {
      var runner = new JobRunner(made, Runnable::run);
      for (Path file : List.of(mailing(), log())) {
        runner.run(new FileImport(ImportRequest.of(List.of(file.toString()))));
      }
      return made.folder();
    }
  }

  private static void press(Fx fx, String name) {
    Button button = fx.named(Button.class, name);
    Fx.await(name, () -> !button.isDisabled());
    Fx.run(button::fire);
  }

  private static int figures(Fx fx) {
    return Fx.call(() -> fx.all(FigureView.class).size());
  }

  @Test
  void whomAMailingMovesAndWhatPoliciesWouldBring() throws Exception {
    try (Fx fx = Fx.open(folder.resolve("home"), workspace(), null)) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      var shell = Objects.requireNonNull(fx.window.shell());
      var models = Objects.requireNonNull(fx.window.models());

      var uplift = models.uplift();
      Fx.run(() -> shell.go(PageId.UPLIFT));
      Fx.await("listed", () -> uplift.loadedProperty().get());
      Fx.run(() -> uplift.table("bronze.mailing"));
      Fx.await("all is proposed", () -> uplift.settings().request() != null);
      var asked = Objects.requireNonNull(Fx.call(() -> uplift.settings().request()));
      assertEquals("treatment", asked.treatment());
      assertEquals("none", asked.control());
      assertEquals("visit", asked.outcome());
      Fx.run(() -> uplift.set(uplift.settings().withLearners(List.of("t-logistic"))));
      press(fx, "Work it out");
      Fx.await("result", () -> uplift.shownProperty().get() != null);
      Fx.await("charts", () -> figures(fx) >= 4);
      Fx.await("the four groups", () -> fx.shows("The four groups"));
      Fx.await("everybody", () -> fx.shows("People ranked by uplift"));
      assertEquals(Set.of(), WorkbenchTest.nameless(fx, "uplift"), "ux-21");
      Fx.run(() -> uplift.set(uplift.settings().withSplit("Land")));
      Fx.await("ux-06: older figures say so", () -> fx.shows("settings have changed"));

      var simulation = models.simulation();
      Fx.run(() -> shell.go(PageId.BANDITS));
      TextField rates = fx.named(TextField.class, "Rates, such as A = 2 %; B = 2.5 %");
      Fx.run(
          () -> {
            rates.setText("A = 10 %; B = 20 %");
            rates.fireEvent(new javafx.event.ActionEvent());
          });
      Fx.run(
          () ->
              simulation.set(
                  simulation.settings().withSize(200, 10, null).withPolicies(List.of("thompson"))));
      press(fx, "Play");
      Fx.await("played", () -> simulation.shownProperty().get() != null);
      Fx.await("charts", () -> figures(fx) >= 2);
      assertEquals(Set.of(), WorkbenchTest.nameless(fx, "simulation"), "ux-21");

      var evaluation = models.evaluation();
      Fx.run(() -> models.banditTab().set(1));
      Fx.await("the log's tab", () -> fx.shows("Policy to value"));
      Fx.await("listed", () -> evaluation.loadedProperty().get());
      Fx.run(() -> evaluation.table("bronze.log"));
      Fx.await("proposed", () -> evaluation.settings().request() != null);
      press(fx, "Work it out");
      Fx.await("valued", () -> evaluation.shownProperty().get() != null);
      Fx.await("estimators", () -> fx.shows("What the policy would bring, by every estimator"));
      assertFalse(fx.shows("That did not work"));
      assertEquals(Set.of(), WorkbenchTest.nameless(fx, "evaluation"), "ux-21");
    }
  }
}
