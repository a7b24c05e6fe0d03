package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.ThemeChoice;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From loaded articles to a passage that is found, with its reasons. */
class SourcesPageTest {
  private static final Path ROOT = Path.of(System.getProperty("liftwerk.root"));

  @TempDir private Path folder;

  private Path loaded() {
    Path place = folder.resolve("Nordwand.liftwerk");
    try (Workspace workspace = Workspace.create(place)) {
      new JobRunner(workspace, Runnable::run)
          .run(
              new FileImport(
                  ImportRequest.of(List.of(ROOT.resolve("sample-data/articles").toString()))));
    }
    return place;
  }

  private static void press(Fx fx, String name) {
    Button button = fx.named(Button.class, name);
    Fx.await(name, () -> !button.isDisabled());
    Fx.run(button::fire);
  }

  private static void goThere(Fx fx) {
    Fx.run(() -> Objects.requireNonNull(fx.window.shell()).go(PageId.SOURCES));
  }

  @Test
  void indexesAndFinds() throws Exception {
    try (Fx fx = Fx.open(folder.resolve("home"), loaded(), null)) {
      Fx.run(() -> fx.window.language(Language.ENGLISH));
      goThere(fx);
      Fx.await("not indexed yet", () -> fx.shows("The sources are not indexed yet"));
      press(fx, "Index now");
      Fx.await("indexed", () -> fx.shows("103 passages of 21 documents are indexed"));
      TextField field = fx.named(TextField.class, "Words or a question");
      Fx.run(
          () -> {
            field.setText("Wie lange hält ein Klettersteigset?");
            field.getOnAction().handle(null);
          });
      Fx.await("found", () -> fx.shows("cosine"));
      assertTrue(fx.shows("hält, Klettersteigset"));
      shoot(fx, "sources-light-en", ThemeChoice.LIGHT, Language.ENGLISH);
      shoot(fx, "sources-dark-de", ThemeChoice.DARK, Language.GERMAN);
    }
  }

  private static void shoot(Fx fx, String name, ThemeChoice theme, Language language) {
    Fx.run(() -> fx.window.language(language));
    Fx.run(() -> fx.window.theme(theme));
    goThere(fx);
    String found = language == Language.GERMAN ? "Kosinus" : "cosine";
    Fx.await(name, () -> fx.shows(found));
    fx.shoot(ROOT.resolve("app/target/screenshots/" + name + ".png"));
  }

  @Test
  void anEmptyWorkspaceIsToldWhatToDo() throws Exception {
    Path place = folder.resolve("Leer.liftwerk");
    Workspace.create(place).close();
    try (Fx fx = Fx.open(folder.resolve("home"), place, null)) {
      Fx.run(() -> fx.window.language(Language.GERMAN));
      goThere(fx);
      Fx.await("what to do", () -> fx.shows("Noch keine Artikel"));
      press(fx, "Dateien laden");
      Fx.await("data", () -> fx.window.shell() != null);
    }
  }
}
