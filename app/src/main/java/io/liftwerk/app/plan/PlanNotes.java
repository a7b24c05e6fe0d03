package io.liftwerk.app.plan;

import io.liftwerk.warehouse.Impersonal;
import io.liftwerk.workspace.PlanFile;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.time.Instant;
import java.util.Map;

/** Changes what a person writes to the steps of the plan. */
public final class PlanNotes {
  private final PlanFile file;

  public PlanNotes(Workspace workspace) {
    this.file = new PlanFile(workspace.folder());
  }

  /**
   * The step that {@code name} names, by its id or number.
   *
   * @throws WorkbenchException code {@code step-unknown}
   */
  public static PlanStep step(String name) {
    return PlanStep.find(name)
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "step-unknown",
                    "The plan has no step '" + name + "'.",
                    "Name one of " + String.join(", ", PlanStep.ids()) + "."));
  }

  /**
   * Writes a note; an empty one takes it away.
   *
   * @throws WorkbenchException code {@code personal-text} when it holds an identifier, since
   *     erasing a person does not look into notes; else as {@link PlanFile#note}
   */
  public void write(PlanStep step, String note) {
    write(step, note, Map.of());
  }

  /**
   * @param others the same in other languages, by code
   */
  void write(PlanStep step, String note, Map<String, String> others) {
    try {
      Impersonal.check(note);
    } catch (WorkbenchException e) {
      throw new WorkbenchException(
          e.code(),
          "Erasing a person does not look into the notes of the plan, and this one holds an e-mail"
              + " address or a number of a person.",
          e.hint(),
          e);
    }
    file.note(step.id(), note, others, Instant.now());
  }

  /** Calls a step done, or not done any more. */
  public void done(PlanStep step, boolean done) {
    file.done(step.id(), done, Instant.now());
  }

  /**
   * Takes the last change back.
   *
   * @throws WorkbenchException code {@code plan-unchanged} when there is none
   */
  public void undo() {
    file.undo();
  }
}
