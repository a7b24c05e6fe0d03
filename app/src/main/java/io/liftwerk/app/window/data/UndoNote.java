package io.liftwerk.app.window.data;

import io.liftwerk.app.window.control.Desk;
import io.liftwerk.workspace.TableInfo;
import org.jspecify.annotations.Nullable;

/**
 * The note that offers to take back the step just taken: that one and no other. It goes as soon as
 * another step is taken.
 */
final class UndoNote {
  private final Desk desk;
  private final DataModel model;
  private Runnable retract = () -> {};

  UndoNote(Desk desk, DataModel model) {
    this.desk = desk;
    this.model = model;
    model.onStep(() -> retract.run());
  }

  /**
   * Says what was done and offers to undo it.
   *
   * @param step the run that did it
   * @param before the table as it was, null when there was none
   */
  void offer(String text, String step, @Nullable TableInfo before) {
    String name = before == null ? step : before.ref().name();
    String key = before == null ? "job.title.undo.import" : "job.title.undo";
    retract =
        desk.dialogs()
            .note(
                text,
                desk.messages().text("undo"),
                () ->
                    model.undo(
                        step,
                        before == null ? null : before.ref(),
                        desk.messages().text(key, name)));
  }
}
