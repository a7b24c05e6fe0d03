package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.experiments.BanditSimulation;
import io.liftwerk.experiments.BanditSimulationRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDialogTest {
  @TempDir private Path folder;
  private volatile String said = "";

  /** A workspace with one result in it. */
  private Path made() {
    Path place = folder.resolve("Nordwand.liftwerk");
    try (Workspace workspace = Workspace.create(place)) {
      said =
          new JobRunner(workspace, Runnable::run)
              .run(
                  new BanditSimulation(
                      BanditSimulationRequest.of(List.of("A", "B"), List.of(0.2, 0.35), 50, 10, 7)),
                  null,
                  handle -> {})
              .result()
              .verdict();
    }
    return place;
  }

  private static void click(Fx fx, String name, List<String> clicks) {
    Button button = fx.named(Button.class, name);
    Fx.await(name + " can be pressed", () -> !button.isDisabled());
    Fx.run(button::fire);
    clicks.add(name);
  }

  @Test
  @DisplayName("ux-09: from the welcome page to a finished report in three clicks")
  void threeClicks() throws Exception {
    var clicks = new ArrayList<String>();
    Path target = folder.resolve("report.html");
    try (Fx fx = Fx.open(folder.resolve("home"), null, progress -> made())) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      fx.files.save = target;
      click(fx, "Sample workspace", clicks);
      Fx.await("the workspace", () -> fx.window.shell() != null);
      click(fx, "Make a report for the client", clicks);
      Fx.await("the question", () -> fx.shows("newest result of each kind"));
      assertEquals(Set.of(), WorkbenchTest.nameless(fx, "report"), "ux-21");
      assertEquals("Nordwand", Fx.call(() -> fx.named(TextField.class, "Client").getText()));
      click(fx, "Make report", clicks);
      Fx.await("the report where it was wanted", () -> Files.exists(target));
      Fx.await("a word on it", () -> fx.shows("Saved: " + target));
      Fx.run(() -> Objects.requireNonNull(fx.window.shell()).go(PageId.BANDITS));
      Fx.await("the finding on the screen", () -> fx.shows(said));
      assertTrue(
          Jsoup.parse(Files.readString(target)).expectFirst("h2.finding").text().equals(said),
          "ux-10: and in the report");
    }
    assertTrue(clicks.size() <= 3, clicks::toString);
  }

  @Test
  @DisplayName("runs that are selected make a report, and the client is kept")
  void ofTheSelection() throws Exception {
    try (Fx fx = Fx.open(folder.resolve("home"), made(), null)) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      Fx.run(() -> Objects.requireNonNull(fx.window.shell()).go(PageId.RUNS));
      Fx.await(
          "the run", () -> !Objects.requireNonNull(fx.window.models()).runs().found().isEmpty());
      click(fx, "Report on the selection", new ArrayList<>());
      Fx.await("which run", () -> fx.shows("On the run 0001"));
      TextField client = fx.named(TextField.class, "Client");
      Fx.run(() -> client.setText("Nordwand GmbH"));
      click(fx, "Make report", new ArrayList<>());
      Fx.await("it stays in the workspace", () -> fx.shows("1 result in exports/report-0002.html"));
      Path report = folder.resolve("Nordwand.liftwerk/exports/report-0002.html");
      assertTrue(Files.readString(report).contains("Nordwand GmbH"));
      click(fx, "Make a report for the client", new ArrayList<>());
      Fx.await("kept", () -> "Nordwand GmbH".equals(fx.named(TextField.class, "Client").getText()));
      assertFalse(fx.shows("That did not work"));
    }
  }
}
