package io.liftwerk.app.window.control;

import io.liftwerk.app.window.base.Builds;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.workspace.RunRecord;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * How old the figures below are and a button to build them anew; in their place, where nothing was
 * built yet, what to do.
 */
public final class BuildBar extends VBox {
  private final Desk desk;
  private final Messages messages;
  private final Builds builds;
  private final Runnable goToData;

  /**
   * @param goToData where files are loaded
   */
  public BuildBar(Desk desk, Builds builds, Runnable goToData) {
    this.desk = desk;
    this.messages = desk.messages();
    this.builds = builds;
    this.goToData = goToData;
    builds.stateProperty().subscribe(state -> show());
    builds.buildingProperty().subscribe(building -> show());
  }

  private void show() {
    Builds.State state = builds.stateProperty().get();
    getChildren().clear();
    if (state == null) {
      return;
    }
    RunRecord last = state.last();
    boolean building = builds.buildingProperty().get();
    Button build =
        Ui.primary(
            messages.text(last == null ? "build.first" : "build.again"),
            () -> builds.build(messages.text("job.title.build"), desk.dialogs()::error));
    build.getStyleClass().add("small");
    build.setMinWidth(USE_PREF_SIZE);
    build.setDisable(building);
    if (last == null) {
      Button data = Ui.button(messages.text("leads.empty.go"), Feather.DATABASE, goToData);
      data.getStyleClass().add("small");
      var buttons = new HBox(8, build, data);
      buttons.setAlignment(Pos.CENTER);
      var box =
          new VBox(
              10,
              Ui.icon(Feather.LAYERS),
              Ui.label(messages.text("build.none"), "choice-title"),
              Ui.paragraph(messages.text("build.none.hint"), "muted", "centered"),
              buttons);
      box.setAlignment(Pos.CENTER);
      box.getStyleClass().add("empty-state");
      getChildren().add(box);
      return;
    }
    RunRecord changed = state.changed();
    String words =
        building
            ? messages.text("build.running", last.id())
            : changed == null
                ? messages.text(
                    "build.fresh", last.id(), messages.formats().instant(last.startedAt()))
                : messages.text(
                    "build.older",
                    last.id(),
                    changed.id(),
                    messages.textOr("job." + changed.job(), changed.job()));
    Label text = Ui.paragraph(words, changed == null ? "muted" : "default");
    HBox.setHgrow(text, Priority.ALWAYS);
    var line = new HBox(10, text, build);
    line.setAlignment(Pos.CENTER_LEFT);
    if (changed != null) {
      line.getChildren().addFirst(Ui.icon(Feather.ALERT_CIRCLE));
      line.getStyleClass().add("banner");
    }
    getChildren().add(line);
  }
}
