package io.liftwerk.app.window.control;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The one door for dialogs: nothing else in the window puts one up. */
public final class Dialogs {
  private final Overlay overlay;
  private final Messages messages;
  private final FileAsk files;
  private final Consumer<WorkbenchException> gone;

  /**
   * @param gone says that the whole workspace is gone, and what can be done about it
   */
  public Dialogs(
      Overlay overlay, Messages messages, FileAsk files, Consumer<WorkbenchException> gone) {
    this.gone = gone;
    this.overlay = overlay;
    this.messages = messages;
    this.files = files;
  }

  public FileAsk files() {
    return files;
  }

  /** A short note at the lower edge. */
  public void note(String text) {
    overlay.note(text);
  }

  /**
   * A short note with an undo.
   *
   * @return takes the note away, for when there is nothing to undo any more
   */
  public Runnable note(String text, String action, Runnable undo) {
    return overlay.note(text, action, undo);
  }

  /**
   * Says what went wrong: what happened, what to do, a code, and the technical details to copy. A
   * cancelled job is nothing to talk about.
   */
  public void error(Throwable failure) {
    if (failure instanceof CancelledException) {
      return;
    }
    WorkbenchException problem = explained(failure);
    if (problem.code().equals(Workspace.GONE)) {
      gone.accept(problem);
      return;
    }
    System.getLogger("liftwerk.window")
        .log(System.Logger.Level.WARNING, problem.code() + ": " + problem.sentence(), failure);
    var code = Ui.label(messages.text("error.code", problem.code()), "muted", "code");
    Button close = Ui.primary(messages.text("close"), overlay::hide);
    close.setDefaultButton(true);
    Button copy =
        Ui.button(
            messages.text("error.copy"),
            Feather.COPY,
            () -> {
              Ui.copy(details(problem, failure));
              overlay.note(messages.text("copied"));
            });
    Label sentence = Ui.paragraph(messages.sentence(problem.sentence()));
    VBox body = new VBox(8, sentence);
    if (!problem.hint().isBlank()) {
      body.getChildren().add(Ui.paragraph(messages.sentence(problem.hint()), "muted"));
    }
    body.getChildren().add(code);
    show(messages.text("error.title"), Feather.ALERT_TRIANGLE, "danger", body, copy, close);
  }

  /**
   * Asks before something that cannot be taken back.
   *
   * @return takes the question away, for when there is nothing to ask any more
   */
  public Runnable confirm(String title, String text, String yes, Runnable action) {
    Button go =
        Ui.primary(
            yes,
            () -> {
              overlay.hide();
              action.run();
            });
    Button back = Ui.button(messages.text("cancel"), overlay::hide);
    return show(title, Feather.HELP_CIRCLE, "accent", Ui.paragraph(text), back, go);
  }

  /** Asks for a line of text. */
  public void ask(String title, String label, String text, String yes, Consumer<String> answer) {
    var field = new TextField(text);
    field.setAccessibleText(label);
    field.setPrefColumnCount(32);
    Runnable take =
        () -> {
          overlay.hide();
          answer.accept(field.getText().strip());
        };
    Button go = Ui.primary(yes, take);
    go.setDefaultButton(true);
    go.disableProperty().bind(field.textProperty().map(String::isBlank));
    Button back = Ui.button(messages.text("cancel"), overlay::hide);
    show(title, Feather.EDIT_2, "accent", new VBox(6, Ui.label(label, "muted"), field), back, go);
    field.requestFocus();
    field.selectAll();
  }

  /** Shows {@code body} with a close button. */
  public void inform(String title, Node body) {
    Button close = Ui.primary(messages.text("close"), overlay::hide);
    close.setDefaultButton(true);
    show(title, Feather.INFO, "accent", body, close);
  }

  /** Takes the dialog away. */
  public void hide() {
    overlay.hide();
  }

  /**
   * Any dialog: a title with an icon, a body, buttons with the last as the usual answer.
   *
   * @return takes it away, if it is still the one that is up
   */
  public Runnable show(String title, Feather icon, String tone, Node body, Button... buttons) {
    return show(title, icon, tone, body, () -> {}, buttons);
  }

  /**
   * As {@link #show(String, Feather, String, Node, Button...)}.
   *
   * @param gone called once it is no longer up, for whatever reason
   */
  Runnable show(
      String title, Feather icon, String tone, Node body, Runnable gone, Button... buttons) {
    var mark = Ui.icon(icon);
    mark.getStyleClass().add("icon-" + tone);
    var head = new HBox(10, mark, Ui.label(title, "dialog-title"));
    head.setAlignment(Pos.CENTER_LEFT);
    var foot = new HBox(8, buttons);
    foot.setAlignment(Pos.CENTER_RIGHT);
    foot.getStyleClass().add("dialog-buttons");
    var card = new VBox(14, head, body, foot);
    card.getStyleClass().addAll("card", "dialog");
    card.setAccessibleText(title);
    if (body instanceof Region region && region.getMaxWidth() < 0) {
      region.setMaxWidth(560);
    }
    overlay.show(card, Pos.CENTER, buttons[buttons.length - 1], gone);
    return () -> overlay.hide(card);
  }

  private WorkbenchException explained(Throwable failure) {
    return failure instanceof WorkbenchException known
        ? known
        : new WorkbenchException(
            "internal", messages.text("error.internal"), messages.text("error.internal.hint"));
  }

  /** What a person sends along when asking for help. */
  static String details(WorkbenchException problem, Throwable failure) {
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return "%s%n%s%n%s%n%s%nJava %s, %s%n%n%s"
        .formatted(
            problem.sentence(),
            problem.hint(),
            "Code: " + problem.code(),
            "Liftwerk " + Workspace.SOFTWARE,
            Runtime.version(),
            System.getProperty("os.name"),
            trace);
  }
}
