package io.liftwerk.app.window.control;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.workspace.WorkbenchException;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What went wrong, said where it was asked for: what happened, what to do, and a code. */
public final class ProblemBox extends VBox {
  private final Messages messages;

  public ProblemBox(Messages messages) {
    super(3);
    this.messages = messages;
    getStyleClass().add("warning");
    Ui.show(this, false);
  }

  /**
   * @param problem null when there is none any more
   */
  public void show(@Nullable WorkbenchException problem) {
    getChildren().clear();
    Ui.show(this, problem != null);
    if (problem == null) {
      return;
    }
    getChildren().add(Ui.paragraph(messages.sentence(problem.sentence())));
    if (!problem.hint().isBlank()) {
      getChildren().add(Ui.paragraph(messages.sentence(problem.hint()), "muted"));
    }
    getChildren().add(Ui.label(messages.text("error.code", problem.code()), "muted", "code"));
  }
}
