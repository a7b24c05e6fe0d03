package io.liftwerk.app.window.control;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.VaultDoor;
import io.liftwerk.workspace.WorkbenchException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Asks for the vault's passphrase over whatever page needs it; a wrong one is told in place. */
public final class PassphraseAsk implements VaultDoor.Asking {
  private final Desk desk;
  private final Messages messages;
  private final Consumer<char[]> unlock;

  /**
   * @param unlock opens the vault, beside the screen; fails when it does not
   */
  public PassphraseAsk(Desk desk, Consumer<char[]> unlock) {
    this.desk = desk;
    this.messages = desk.messages();
    this.unlock = unlock;
  }

  @Override
  public void ask(boolean wrong, Runnable opened, Runnable refused) {
    var answered = new AtomicBoolean();
    var field = new PasswordField();
    field.setAccessibleText(messages.text("governance.passphrase"));
    field.setPromptText(messages.text("governance.passphrase"));
    field.setPrefColumnCount(32);
    Label problem = Ui.paragraph(messages.text("vault.ask.wrong"), "warning");
    Ui.show(problem, wrong);
    Button open = Ui.primary(messages.text("vault.ask.go"), () -> {});
    open.setDefaultButton(true);
    open.disableProperty().bind(field.textProperty().isEmpty().or(field.disabledProperty()));
    Button back = Ui.button(messages.text("cancel"), desk.dialogs()::hide);
    open.setOnAction(
        event -> {
          char[] typed = field.getText().toCharArray();
          field.setDisable(true);
          desk.background()
              .run(
                  () -> {
                    unlock.accept(typed);
                    return true;
                  },
                  yes -> {
                    if (answered.compareAndSet(false, true)) {
                      desk.dialogs().hide();
                      opened.run();
                    }
                  },
                  failure -> {
                    field.setDisable(false);
                    field.clear();
                    problem.setText(words(failure));
                    Ui.show(problem, true);
                    field.requestFocus();
                  });
        });
    var body = new VBox(10, Ui.paragraph(messages.text("vault.ask")), field, problem);
    desk.dialogs()
        .show(
            messages.text("vault.ask.title"),
            Feather.LOCK,
            "accent",
            body,
            () -> {
              if (answered.compareAndSet(false, true)) {
                refused.run();
              }
            },
            back,
            open);
    field.requestFocus();
  }

  private String words(Throwable failure) {
    return VaultDoor.isWrong(failure)
        ? messages.text("vault.ask.wrong")
        : failure instanceof WorkbenchException known
            ? messages.sentence(known.sentence()) + " " + messages.sentence(known.hint())
            : messages.text("error.internal");
  }
}
