package io.liftwerk.app.window.control;

import io.liftwerk.app.window.base.Builds;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Results;
import io.liftwerk.warehouse.BuildResult;
import io.liftwerk.warehouse.BuildStatus;
import io.liftwerk.warehouse.BuiltModel;
import io.liftwerk.workspace.RunRecord;
import java.util.List;
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
    super(8);
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
    var titles =
        new Builds.Titles(
            messages.text("job.title.build"),
            messages.text("job.title.check"),
            messages.text("job.title.consent"));
    String words = messages.text(last == null ? "build.first" : "build.again");
    Runnable action = () -> builds.build(titles, desk.dialogs()::error);
    Button build =
        last == null || state.changed() != null
            ? Ui.primary(words, action)
            : Ui.button(words, Feather.REFRESH_CW, action);
    build.getStyleClass().add("small");
    build.setMinWidth(USE_PREF_SIZE);
    build.setDisable(building);
    if (last == null) {
      Button data = Ui.button(messages.text("leads.empty.go"), Feather.DATABASE, goToData);
      data.getStyleClass().add("small");
      getChildren()
          .add(
              new EmptyState(
                  Feather.LAYERS,
                  messages.text("build.none"),
                  messages.text("build.none.hint"),
                  build,
                  data));
      return;
    }
    RunRecord changed = state.changed();
    String told =
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
    Label text = Ui.paragraph(told, changed == null ? "muted" : "default");
    HBox.setHgrow(text, Priority.ALWAYS);
    var line = new HBox(10, text, build);
    line.setAlignment(Pos.CENTER_LEFT);
    if (changed != null) {
      line.getChildren().addFirst(Ui.icon(Feather.ALERT_CIRCLE));
      line.getStyleClass().add("banner");
    }
    getChildren().add(line);
    BuildResult result = Results.read(last.result(), BuildResult.class);
    if (result != null && !result.isComplete()) {
      getChildren().add(failures(result));
    }
  }

  /** What could not be built and why; their earlier results still stand. */
  private VBox failures(BuildResult result) {
    var lines =
        new VBox(
            4, Ui.label(messages.text("build.failed", result.count(BuildStatus.FAILED)), "strong"));
    for (BuildResult.Problem problem : result.problems()) {
      lines.getChildren().add(Ui.paragraph(messages.sentence(problem.message())));
    }
    for (BuiltModel model : result.models()) {
      if (model.status() == BuildStatus.FAILED) {
        lines
            .getChildren()
            .add(
                Ui.paragraph(
                    model.schema()
                        + "."
                        + model.table()
                        + ": "
                        + messages.sentence(model.reason())));
      }
    }
    List<String> skipped =
        result.models().stream()
            .filter(model -> model.status() == BuildStatus.SKIPPED)
            .map(model -> model.schema() + "." + model.table())
            .toList();
    if (!skipped.isEmpty()) {
      lines
          .getChildren()
          .add(Ui.paragraph(messages.text("build.skipped", String.join(", ", skipped)), "muted"));
    }
    lines.getStyleClass().add("warning");
    return lines;
  }
}
