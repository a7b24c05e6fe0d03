package io.liftwerk.app.window.plan;

import io.liftwerk.app.plan.Plan;
import io.liftwerk.app.plan.PlanStep;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Ui;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The ten steps with how far each is. */
final class StepList extends VBox {
  private final Messages messages;
  private final ListView<Plan.Step> list = new ListView<>();
  private boolean following;

  StepList(Messages messages, PlanModel model) {
    super(8);
    this.messages = messages;
    getStyleClass().addAll("side-list", "step-list");
    list.setAccessibleText(messages.text("plan.steps"));
    list.setCellFactory(view -> new Cell());
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            step -> {
              if (step != null && !following) {
                model.select(PlanStep.values()[step.number() - 1]);
              }
            });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().add(list);
  }

  void show(List<Plan.Step> steps, PlanStep selected) {
    following = true;
    if (!steps.equals(list.getItems())) {
      list.getItems().setAll(steps);
    }
    list.getSelectionModel().select(selected.ordinal());
    following = false;
  }

  /** How far a step is, as a sign. */
  static FontIcon icon(Plan.Step step) {
    // what is called done without anything to show for it is not shown as met
    boolean bare = step.state() == Plan.State.DONE && !step.hasEvidence();
    boolean looks = bare || step.hasConcern() || step.isStale();
    FontIcon icon =
        Ui.icon(
            looks
                ? Feather.ALERT_TRIANGLE
                : switch (step.state()) {
                  case DONE -> Feather.CHECK_CIRCLE;
                  case EVIDENCE -> Feather.FILE_TEXT;
                  case NOTHING -> Feather.CIRCLE;
                });
    icon.getStyleClass()
        .add(
            looks
                ? "icon-open"
                : switch (step.state()) {
                  case DONE -> "icon-met";
                  case EVIDENCE -> "icon-found";
                  case NOTHING -> "icon-quiet";
                });
    return icon;
  }

  private final class Cell extends ListCell<Plan.Step> {
    @Override
    protected void updateItem(Plan.@Nullable Step step, boolean empty) {
      super.updateItem(step, empty);
      if (empty || step == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      String name = messages.text("plan.step", step.number(), messages.sentence(step.title()));
      String state = new StepText(messages).shortState(step);
      var title = Ui.label(name, "table-name");
      title.setMinWidth(0);
      var below = Ui.label(state, "muted", "small");
      below.setMinWidth(0);
      var words = new VBox(1, title, below);
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      var entry = new HBox(10, icon(step), words);
      entry.setAlignment(Pos.CENTER_LEFT);
      entry.getStyleClass().add("entry");
      entry.setPrefWidth(0);
      setAccessibleText(name + ", " + state);
      setGraphic(entry);
    }
  }
}
