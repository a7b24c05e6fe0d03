package io.liftwerk.app.window.plan;

import io.liftwerk.app.plan.Evidence;
import io.liftwerk.app.plan.Plan;
import io.liftwerk.app.plan.PlanStep;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Ui;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One step closely. A note is kept as soon as its field is left, whatever leaves it. */
final class StepPane extends VBox {
  private static final int LINES = 7;

  private final Desk desk;
  private final Messages messages;
  private final StepText text;
  private final PlanModel model;
  private final Consumer<Evidence> open;
  private final Label title = Ui.label("", "section");
  private final HBox state = new HBox(7);
  private final Label asks = Ui.paragraph("");
  private final Label counts = Ui.paragraph("", "muted");
  private final VBox evidence = Parts.card();
  private final TextArea note = new TextArea();
  private final Label noted = Ui.label("", "muted", "small");
  private final CheckBox done;
  private final Button undo;
  private @Nullable PlanStep step;
  private String kept = "";

  /**
   * @param open shows what evidence is made of, or where it can be made
   */
  StepPane(Desk desk, PlanModel model, Consumer<Evidence> open) {
    super(14);
    this.desk = desk;
    this.messages = desk.messages();
    this.text = new StepText(messages);
    this.model = model;
    this.open = open;
    state.setAlignment(Pos.CENTER_LEFT);
    done = Ui.checkBox(messages.text("plan.done"));
    done.setAccessibleText(done.getText());
    done.setOnAction(event -> callDone());
    undo = Ui.button(messages.text("plan.undo"), Feather.ROTATE_CCW, model::undo);
    undo.getStyleClass().addAll("small", "flat");
    getChildren().addAll(new VBox(3, title, state), new VBox(6, asks, counts), evidence, notes());
  }

  private VBox notes() {
    note.setWrapText(true);
    note.setPrefRowCount(LINES);
    note.setAccessibleText(messages.text("plan.note"));
    note.setPromptText(messages.text("plan.note.prompt"));
    note.focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (!focused) {
                keep();
              }
            });
    // Tab leaves the field as it leaves every other one; a note has no use for it
    note.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            note.requestFocusTraversal(
                event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
          }
        });
    // in a narrow window the parts go below each other
    var foot = new FlowPane(12, 6, done, noted, undo);
    foot.setAlignment(Pos.CENTER_LEFT);
    return Parts.card(Ui.heading(messages.text("plan.note")), note, foot);
  }

  /** Shows the step that is selected; what is being written stays. */
  void show(Plan plan, Plan.Step now) {
    PlanStep which = PlanStep.values()[now.number() - 1];
    boolean other = which != step;
    if (other) {
      keep();
    }
    step = which;
    title.setText(messages.text("plan.step", now.number(), messages.sentence(now.title())));
    state.getChildren().setAll(StepList.icon(now), Ui.label(text.state(now)));
    asks.setText(messages.sentence(now.asks()));
    counts.setText(messages.text("plan.counts", messages.sentence(now.counts())));
    evidence.getChildren().setAll(Ui.heading(messages.text("plan.evidence")));
    now.evidence().forEach(one -> evidence.getChildren().add(line(one)));
    String written = model.text(now);
    if (other || note.getText().equals(kept)) {
      // what was refused is asked for again only once it was changed
      kept = written;
      note.setText(written);
    }
    noted.setText(
        now.notedAt() == null ? "" : messages.text("plan.noted", text.day(now.notedAt())));
    done.setSelected(now.state() == Plan.State.DONE);
    undo.setDisable(!plan.undoable());
  }

  private HBox line(Evidence one) {
    FontIcon icon =
        Ui.icon(
            switch (one.standing()) {
              case FOUND -> Feather.CHECK;
              case CONCERN -> Feather.ALERT_TRIANGLE;
              case MISSING -> Feather.MINUS;
            });
    icon.getStyleClass()
        .add(
            switch (one.standing()) {
              case FOUND -> "icon-met";
              case CONCERN -> "icon-open";
              case MISSING -> "icon-quiet";
            });
    var words = new VBox(2, Ui.paragraph(messages.sentence(one.sentence())));
    if (one.run() != null && one.at() != null) {
      words
          .getChildren()
          .add(
              Ui.paragraph(
                  messages.text("plan.of.run", one.run(), messages.formats().instant(one.at())),
                  "muted",
                  "small"));
    }
    if (one.stale() != null) {
      words
          .getChildren()
          .add(
              Ui.paragraph(
                  messages.text("plan.stale", messages.sentence(one.stale())), "warn", "small"));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    var line = new HBox(10, icon, words);
    if (!one.page().equals("plan")) {
      Button way = Ui.button(text.way(one), () -> open.accept(one));
      way.getStyleClass().add("small");
      way.setTooltip(new Tooltip(messages.sentence(one.sentence())));
      line.getChildren().add(way);
    }
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().add("evidence");
    return line;
  }

  /** Keeps what was written, if anything was. */
  void keep() {
    PlanStep of = step;
    String now = note.getText() == null ? "" : note.getText();
    if (of == null || now.equals(kept)) {
      return;
    }
    kept = now;
    model.write(
        of,
        now,
        () -> desk.dialogs().note(messages.text("plan.kept"), messages.text("undo"), model::undo));
  }

  private void callDone() {
    PlanStep of = step;
    if (of != null) {
      model.done(of, done.isSelected());
    }
  }
}
