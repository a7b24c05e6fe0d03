package io.liftwerk.app.window.welcome;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Preferences;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.workspace.Workspace;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Where work begins: a workspace made, opened, or tried out. */
public final class WelcomePage extends BorderPane {

  /** Builds the sample workspace; told how far it is. */
  @FunctionalInterface
  public interface Sample {
    Path build(BiConsumer<Double, String> progress) throws Exception;
  }

  /**
   * What the page can set going.
   *
   * @param sample null when there is no sample to offer
   * @param create makes a workspace in this folder and opens it
   * @param open opens the workspace in this folder
   * @param createFor makes a workspace and previews these files in it
   * @param settings shows the settings below a control
   */
  public record Actions(
      @Nullable Sample sample,
      Consumer<Path> create,
      Consumer<Path> open,
      BiConsumer<Path, List<Path>> createFor,
      Consumer<Region> settings) {}

  private final Desk desk;
  private final Messages messages;
  private final Preferences preferences;
  private final Actions actions;
  private final VBox recent = new VBox(2);
  private final VBox progress = new VBox(6);

  public WelcomePage(Desk desk, Preferences preferences, Actions actions) {
    this.desk = desk;
    this.messages = desk.messages();
    this.preferences = preferences;
    this.actions = actions;
    getStyleClass().add("welcome");
    Button settings = Ui.iconButton(Feather.SETTINGS, messages.text("settings"), () -> {});
    settings.setOnAction(event -> actions.settings().accept(settings));
    var top = new HBox(Ui.spacer(), settings);
    top.getStyleClass().add("welcome-top");
    setTop(top);
    var column =
        new VBox(
            28,
            new VBox(
                6,
                Ui.label("Liftwerk", "welcome-title"),
                Ui.paragraph(messages.text("welcome.promise"), "welcome-promise")),
            choices(),
            progress,
            recentBox(),
            Ui.paragraph(messages.text("welcome.offline"), "muted"));
    column.setMaxWidth(760);
    column.setFillWidth(true);
    column.setAlignment(Pos.CENTER_LEFT);
    Ui.show(progress, false);
    var middle = new StackPane(column);
    middle.getStyleClass().add("welcome-body");
    setCenter(middle);
    acceptDrops();
  }

  private HBox choices() {
    var row = new HBox(12);
    Sample sample = actions.sample();
    if (sample != null) {
      row.getChildren()
          .add(choice(Feather.PLAY_CIRCLE, "welcome.sample", () -> buildSample(sample)));
    }
    row.getChildren()
        .addAll(
            choice(Feather.FOLDER_PLUS, "welcome.new", this::create),
            choice(Feather.FOLDER, "welcome.open", this::open));
    row.getChildren().forEach(child -> HBox.setHgrow(child, Priority.ALWAYS));
    row.getChildren().getFirst().getStyleClass().add("first");
    return row;
  }

  private ButtonBase choice(Feather icon, String key, Runnable action) {
    String title = messages.text(key);
    String hint = messages.text(key + ".hint");
    Label words = Ui.paragraph(hint, "muted");
    var body = new VBox(8, Ui.icon(icon), Ui.label(title, "choice-title"), words);
    var button = new Button(null, body);
    button.setAccessibleText(title);
    button.setAccessibleHelp(hint);
    button.getStyleClass().add("choice");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setPrefWidth(240);
    words.setPrefWidth(206);
    words.setMinHeight(USE_COMPUTED_SIZE);
    words.setPrefHeight(52);
    words.setAlignment(Pos.TOP_LEFT);
    button.setMinHeight(148);
    button.setMaxHeight(148);
    button.setAlignment(Pos.TOP_LEFT);
    button.setOnAction(event -> action.run());
    return button;
  }

  private VBox recentBox() {
    var box = new VBox(6, Ui.heading(messages.text("welcome.recent")), recent);
    for (Path folder : preferences.recent()) {
      String file = String.valueOf(folder.getFileName());
      String name = file.endsWith(".liftwerk") ? file.substring(0, file.length() - 9) : file;
      var path = Ui.label(String.valueOf(folder.getParent()), "muted");
      path.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
      var line = new HBox(12, Ui.label(name, "recent-name"), path);
      line.setAlignment(Pos.CENTER_LEFT);
      var open = new Button(null, line);
      open.setAccessibleText(messages.text("welcome.recent.open", name));
      open.getStyleClass().addAll("flat", "recent");
      open.setMaxWidth(Double.MAX_VALUE);
      open.setAlignment(Pos.CENTER_LEFT);
      open.setOnAction(event -> actions.open().accept(folder));
      HBox.setHgrow(open, Priority.ALWAYS);
      Button forget =
          Ui.iconButton(
              Feather.X,
              messages.text("welcome.recent.forget", name),
              () -> preferences.forget(folder));
      var row = new HBox(4, open, forget);
      forget.addEventHandler(
          javafx.event.ActionEvent.ACTION, event -> recent.getChildren().remove(row));
      row.setAlignment(Pos.CENTER_LEFT);
      recent.getChildren().add(row);
    }
    Ui.show(box, !recent.getChildren().isEmpty());
    return box;
  }

  private void create() {
    Path folder =
        desk.dialogs()
            .files()
            .save(messages.text("welcome.new"), messages.text("welcome.new.name") + ".liftwerk");
    if (folder != null) {
      actions.create().accept(folder);
    }
  }

  private void open() {
    Path folder = desk.dialogs().files().folder(messages.text("welcome.open"));
    if (folder != null) {
      actions.open().accept(folder);
    }
  }

  private void buildSample(Sample sample) {
    var bar = new ProgressBar(-1);
    bar.setAccessibleText(messages.text("welcome.sample.building"));
    bar.setMaxWidth(Double.MAX_VALUE);
    Label phrase = Ui.label(messages.text("welcome.sample.building"), "muted");
    progress.getChildren().setAll(bar, phrase);
    Ui.show(progress, true);
    desk.background()
        .run(
            () ->
                sample.build(
                    (fraction, words) ->
                        desk.background()
                            .onScreen(
                                () -> {
                                  bar.setProgress(fraction);
                                  phrase.setText(messages.sentence(words));
                                })),
            folder -> {
              Ui.show(progress, false);
              actions.open().accept(folder);
            },
            failure -> {
              Ui.show(progress, false);
              desk.dialogs().error(failure);
            });
  }

  private void acceptDrops() {
    setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    setOnDragDropped(
        event -> {
          List<Path> dropped = event.getDragboard().getFiles().stream().map(File::toPath).toList();
          event.setDropCompleted(!dropped.isEmpty());
          event.consume();
          desk.background().onScreen(() -> dropped(dropped));
        });
  }

  /** A workspace is opened; any other file gets a new workspace to be loaded into. */
  public void dropped(List<Path> dropped) {
    if (dropped.size() == 1 && dropped.getFirst().toString().endsWith(".liftwerk")) {
      actions.open().accept(dropped.getFirst());
      return;
    }
    if (dropped.isEmpty()) {
      return;
    }
    String name = String.valueOf(dropped.getFirst().getFileName()).replaceFirst("\\..*$", "");
    Path folder = desk.dialogs().files().save(messages.text("welcome.drop"), name + ".liftwerk");
    if (folder != null) {
      actions.createFor().accept(Workspace.withSuffix(folder), dropped);
    }
  }
}
