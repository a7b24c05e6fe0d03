package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Preferences;
import io.liftwerk.app.window.base.Session;
import io.liftwerk.app.window.base.ThemeChoice;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Dialogs;
import io.liftwerk.app.window.control.FileAsk;
import io.liftwerk.app.window.control.Overlay;
import io.liftwerk.app.window.welcome.WelcomePage;
import io.liftwerk.report.ChartTheme;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What lives as long as the window: the stage, the theme, the language. Which workspace is open is
 * the matter of {@link Openings}.
 */
final class WorkbenchWindow {
  /** Frames after which the window stands as it will. */
  private static final int SETTLED = 10;

  /** Room that every page has; a smaller window, as at 400 %, scrolls over it. */
  private static final double LEAST_WIDTH = 960;

  private static final double LEAST_HEIGHT = 600;

  /** What the system's own frame takes of a window's height. */
  private static final double TITLE_BAR = 40;

  private final Stage stage;
  private final Background background;
  private final Preferences preferences;
  private final @Nullable SampleWorkspace sample;
  private final Themes themes = new Themes();
  private final FileAsk files;

  private final Openings openings;
  private Messages messages;
  private Overlay overlay;
  private Dialogs dialogs;
  private @Nullable Shell shell;

  /** The window as a person gets it, its settings read already. */
  WorkbenchWindow(
      Stage stage,
      Background background,
      Preferences preferences,
      @Nullable SampleWorkspace sample) {
    this(stage, background, preferences, sample, null, WorkspaceEngine::new);
  }

  /**
   * @param home folder of the window's own settings
   * @param sample makes the sample workspace, null when there is none
   * @param files asks for files; null for the system's own windows
   */
  WorkbenchWindow(
      Stage stage,
      Background background,
      Path home,
      @Nullable SampleWorkspace sample,
      @Nullable FileAsk files) {
    this(stage, background, home, sample, files, WorkspaceEngine::new);
  }

  WorkbenchWindow(
      Stage stage,
      Background background,
      Path home,
      @Nullable SampleWorkspace sample,
      @Nullable FileAsk files,
      Function<Workspace, Engine> engines) {
    this(stage, background, Preferences.load(home), sample, files, engines);
  }

  private WorkbenchWindow(
      Stage stage,
      Background background,
      Preferences preferences,
      @Nullable SampleWorkspace sample,
      @Nullable FileAsk files,
      Function<Workspace, Engine> engines) {
    this.stage = stage;
    this.background = background;
    this.openings = new Openings(this, background, preferences, engines);
    this.preferences = preferences;
    this.sample = sample;
    this.files = files == null ? FileAsk.of(stage) : files;
    this.messages = new Messages(preferences.language());
    this.overlay = new Overlay(new StackPane());
    this.dialogs = new Dialogs(overlay, messages, this.files, this::gone);
    themes.choose(preferences.theme());
  }

  /** Shows the window, on {@code workspace} or on the welcome page. */
  void show(@Nullable Path workspace) {
    var screen = Screen.getPrimary().getVisualBounds();
    var scene =
        new Scene(
            new StackPane(), Math.min(1440, screen.getWidth()), Math.min(900, screen.getHeight()));
    themes.dress(scene);
    stage.setScene(scene);
    stage.setTitle("Liftwerk");
    stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
    stage.setOnCloseRequest(
        event -> {
          Session open = openings.session();
          if (open != null && !open.jobs().running().isEmpty()) {
            event.consume();
            askToClose(open);
          }
        });
    rebuild();
    stage.show();
    // not before: on two cores it would hold up the first frame
    FirstWindow.then(SETTLED, () -> background.run(WarmUp::run, done -> {}, failure -> {}));
    if (workspace != null) {
      open(workspace);
    }
  }

  /** The question goes away with the last of the jobs that it is about. */
  private void askToClose(Session open) {
    var running = open.jobs().running();
    Runnable answered =
        dialogs.confirm(
            messages.text("close.title"),
            messages.text("close.running", running.size()),
            messages.text("close.anyway"),
            () -> {
              open.jobs().cancelAll();
              stage.close();
            });
    running.addListener(
        new ListChangeListener<Jobs.Entry>() {
          @Override
          public void onChanged(Change<? extends Jobs.Entry> change) {
            if (running.isEmpty()) {
              running.removeListener(this);
              answered.run();
            }
          }
        });
  }

  /** Makes the views anew, for another language or another workspace. */
  void rebuild() {
    Session open = openings.session();
    Models state = openings.models();
    Region below;
    var place = new StackPane();
    ScrollPane room = roomy(place);
    overlay = new Overlay(room);
    dialogs = new Dialogs(overlay, messages, files, this::gone);
    // the views follow what is theirs, so that those before can be forgotten with it
    var charts = new SimpleObjectProperty<ChartTheme>();
    charts.bind(themes.charts());
    var desk = new Desk(messages, open == null ? background : open.background(), dialogs, charts);
    if (open == null || state == null) {
      shell = null;
      stage.setTitle("Liftwerk");
      below = new WelcomePage(desk, preferences, welcomeActions());
    } else {
      var made = new Shell(desk, overlay, open, state, preferences, this);
      shell = made;
      stage.setTitle(open.workspace().name() + " – Liftwerk");
      below = made;
    }
    place.getChildren().setAll(below);
    stage.getScene().setRoot(overlay);
    if (shell != null) {
      shell.entered();
    }
    // the first focus may have scrolled away from where reading begins
    Platform.runLater(
        () -> {
          room.setHvalue(0);
          room.setVvalue(0);
        });
  }

  private static ScrollPane roomy(StackPane place) {
    place.setMinSize(LEAST_WIDTH, LEAST_HEIGHT - TITLE_BAR);
    var scroll = new ScrollPane(place);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setAccessibleText("Liftwerk");
    scroll.getStyleClass().add("page-scroll");
    return scroll;
  }

  private WelcomePage.Actions welcomeActions() {
    return new WelcomePage.Actions(
        sample == null ? null : sample::build,
        openings::create,
        openings::open,
        openings::createFor,
        this::settings);
  }

  private void settings(Region anchor) {
    SettingsMenu.show(anchor, messages, this);
  }

  private void gone(WorkbenchException problem) {
    if (openings.session() != null) {
      Absence.tell(this, openings, problem);
    }
  }

  /** Opens the workspace in {@code folder}: see {@link Openings#open}. */
  void open(Path folder) {
    openings.open(folder);
  }

  /** Back to the welcome page. */
  void leave() {
    openings.leave();
  }

  /** Closes the workspace and waits until it is closed. */
  void closeSession() {
    openings.close();
  }

  Language language() {
    return preferences.language();
  }

  /** Changes the language of everything at once. */
  void language(Language language) {
    if (language != preferences.language()) {
      preferences.language(language);
      messages = new Messages(language);
      rebuild();
    }
  }

  Themes themes() {
    return themes;
  }

  void theme(ThemeChoice choice) {
    preferences.theme(choice);
    themes.choose(choice);
  }

  @Nullable Session session() {
    return openings.session();
  }

  @Nullable Models models() {
    return openings.models();
  }

  @Nullable Shell shell() {
    return shell;
  }

  Dialogs dialogs() {
    return dialogs;
  }

  Messages messages() {
    return messages;
  }
}
