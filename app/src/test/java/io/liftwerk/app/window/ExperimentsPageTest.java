package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.control.FigureView;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment from a loaded table to a finding, and a plan of it. */
class ExperimentsPageTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);

  @TempDir private Path folder;

  /**
   * A mailing whose new subject line doubles the orders.
   *
   * @param share of the persons who get it
   */
  private Path mailing(String name, double share) throws IOException {
    var random = new Random(8);
    var out = new StringBuilder("Kunde;Variante;Tag;Bestellt;Umsatz;Umsatz vorher\n");
    for (int i = 0; i < 3000; i++) {
      boolean treated = random.nextDouble() < share;
      double before = 20 + 60 * random.nextDouble();
      boolean ordered = random.nextDouble() < (treated ? 0.2 : 0.1);
      out.append(
          String.format(
              Locale.GERMANY,
              "K-%05d;%s;%s;%d;%.2f;%.2f%n",
              i,
              treated ? "neu" : "Kontrolle",
              FIRST.plusDays(i / 100),
              ordered ? 1 : 0,
              ordered ? 10 + before * random.nextDouble() : 0,
              before));
    }
    return Files.writeString(folder.resolve(name + ".csv"), out);
  }

  private Path workspace() throws IOException {
    try (Workspace made = Workspace.create(folder.resolve("Nordwand"))) {
      var runner = new JobRunner(made, Runnable::run);
      for (Path file : List.of(mailing("mailing", 0.5), mailing("schief", 0.4))) {
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

  private static List<String> figures(Fx fx) {
    return Fx.call(
        () -> fx.all(FigureView.class).stream().map(view -> view.figure().name()).toList());
  }

  @Test
  void fromATableToAFindingAndAPlan() throws Exception {
    try (Fx fx = Fx.open(folder.resolve("home"), workspace(), null)) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      var shell = Objects.requireNonNull(fx.window.shell());
      var model = Objects.requireNonNull(fx.window.models()).experiments();
      Fx.run(() -> shell.go(PageId.EXPERIMENTS));
      Fx.await("all is proposed", () -> model.settings().request() != null);
      var asked = Objects.requireNonNull(Fx.call(() -> model.settings().request()));
      assertEquals("Variante", asked.arm());
      assertEquals("Kontrolle", asked.control());
      assertEquals(List.of("Bestellt:proportion", "Umsatz:revenue"), asked.metrics());
      assertEquals("Umsatz vorher", asked.covariate());
      assertEquals("Tag", asked.date());

      // written down before anybody looks
      Fx.run(() -> model.tab().set(1));
      Fx.await("no plan", () -> fx.shows("No plan has been written down yet"));
      TextField name = fx.named(TextField.class, "Name");
      TextField hypothesis = fx.named(TextField.class, "Hypothesis");
      Fx.run(
          () -> {
            name.setText("mailing-mai");
            hypothesis.setText("The new subject line brings more orders");
          });
      press(fx, "Write it down");
      Fx.await("it stands there", () -> fx.shows("Look at the result: look 1"));
      assertEquals(Set.of(), WorkbenchTest.nameless(fx, "plans"), "ux-21");

      press(fx, "Look at the result: look 1");
      Fx.await("finding", () -> fx.shows("'neu' raised Bestellt") && fx.shows("is significant"));
      Fx.await("whole", () -> fx.shows("Used and left out"));
      assertEquals(List.of("effects", "rates", "sequential", "brought"), figures(fx));
      assertTrue(fx.shows("This was look 1 at the plan mailing-mai"));
      assertFalse(fx.shows("Nothing was written down"), "it was");
      assertTrue(fx.shows("3,000 persons used in 2 arms"), "ux-16");
      assertEquals(Set.of(), WorkbenchTest.nameless(fx, "experiments"), "ux-21");
      Fx.run(() -> shell.showOrigin(true));
      Fx.await("its origin", () -> fx.shows("bronze.mailing"));

      // arms of the wrong size stop every claim
      Fx.run(() -> model.table("bronze.schief"));
      Fx.await("ux-06: older figures say so", () -> fx.shows("settings have changed"));
      assertTrue(fx.shows("Older figures: they belong to run"), "ux-06: no finding claims them");
      Fx.await("proposed again", () -> model.settings().request() != null);
      press(fx, "Compare");
      Fx.await("no finding", () -> fx.shows("cannot be told: find out first why people"));
      Fx.await("whole", () -> fx.shows("Used and left out"));
      assertEquals(List.of(), figures(fx), "no picture claims what cannot be told");
      assertFalse(fx.shows("significant"));

      Fx.run(() -> fx.window.language(Language.GERMAN));
      Fx.await("ux-22: in German", () -> fx.shows("Jede Metrik in jedem Arm"));
    }
  }
}
