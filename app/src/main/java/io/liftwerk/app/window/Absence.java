package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Session;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.workspace.WorkbenchException;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * Looks every two seconds whether the folder of the open workspace is still there, and says so once
 * when it is not: a stick was pulled, somebody moved it. What is on the screen stays there.
 */
final class Absence {
  private static final Duration PAUSE = Duration.seconds(2);

  private final WorkbenchWindow window;
  private final Session session;

  private Absence(WorkbenchWindow window, Session session) {
    this.window = window;
    this.session = session;
  }

  /** Looks as long as {@code session} is the one on the screen. */
  static void watch(WorkbenchWindow window, Session session) {
    new Absence(window, session).wait(PAUSE);
  }

  private void wait(Duration pause) {
    var timer = new PauseTransition(pause);
    timer.setOnFinished(event -> look());
    timer.play();
  }

  private void look() {
    if (window.session() == session) {
      session
          .background()
          .run(
              () -> {
                session.workspace().checkThere();
                return session;
              },
              there -> wait(PAUSE),
              this::tell);
    }
  }

  private void tell(Throwable failure) {
    if (window.session() == session) {
      window.dialogs().error(failure);
    }
  }

  /** Says that the folder is gone, with the ways on from there. */
  static void tell(WorkbenchWindow window, Openings openings, WorkbenchException gone) {
    Messages messages = window.messages();
    Button leave =
        Ui.button(
            messages.text("gone.leave"),
            () -> {
              window.dialogs().hide();
              openings.abandon();
            });
    Button again = Ui.primary(messages.text("gone.again"), openings::reopen);
    var body =
        new VBox(
            8,
            Ui.paragraph(messages.sentence(gone.sentence())),
            Ui.paragraph(messages.sentence(gone.hint()), "muted"),
            Ui.label(messages.text("error.code", gone.code()), "muted", "code"));
    window
        .dialogs()
        .show(messages.text("gone.title"), Feather.ALERT_TRIANGLE, "danger", body, leave, again);
  }
}
