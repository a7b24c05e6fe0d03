package io.liftwerk.app.window.plan;

import io.liftwerk.app.plan.Plan;
import io.liftwerk.app.plan.PlanStep;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.workspace.WorkbenchException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** State of the Plan page. */
public final class PlanModel {

  /**
   * What went wrong last, and whether it was in reading the plan or in keeping what was written.
   */
  public record Problem(boolean reading, WorkbenchException why) {}

  private final Engine engine;
  private final Background background;
  private final Background.Lane reading;
  private final ReadOnlyObjectWrapper<@Nullable Plan> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PlanStep> selected =
      new ReadOnlyObjectWrapper<>(PlanStep.PROBLEM);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /** Notes that were written and are not kept yet; what cannot be kept is not lost. */
  private final Map<PlanStep, String> drafts = new EnumMap<>(PlanStep.class);

  private Locale locale = Locale.ENGLISH;
  private Consumer<Throwable> problems = failure -> {};

  public PlanModel(Engine engine, Background background) {
    this.engine = engine;
    this.background = background;
    this.reading = background.lane();
  }

  /** Who is told of what no sentence explains. */
  public void onProblem(Consumer<Throwable> handler) {
    problems = handler;
  }

  /** The plan, null until it was read once. */
  public ReadOnlyObjectProperty<@Nullable Plan> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The step that is looked at. */
  public ReadOnlyObjectProperty<PlanStep> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** What went wrong last, null once something worked. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public void select(PlanStep step) {
    selected.set(step);
  }

  /** The step that is looked at as it stands, null while nothing was read. */
  public Plan.@Nullable Step step() {
    Plan plan = shown.get();
    return plan == null ? null : plan.steps().get(selected.get().ordinal());
  }

  /** Reads the plan again, in the language that is spoken now. */
  public void refresh(Locale now) {
    locale = now;
    reading.run(
        () -> engine.plan(now),
        plan -> {
          shown.set(plan);
          Problem before = problem.get();
          if (before != null && before.reading()) {
            problem.set(null);
          }
        },
        failure -> failed(true, failure));
  }

  /** What stands in the field for a step's note: what is not kept yet, else the note. */
  public String text(Plan.Step step) {
    return drafts.getOrDefault(PlanStep.valueOf(step.step().toUpperCase(Locale.ROOT)), step.note());
  }

  /** Keeps a note; what cannot be kept stays as it was written, and why is told. */
  public void write(PlanStep step, String text, Runnable done) {
    drafts.put(step, text);
    change(
        () -> {
          engine.planNotes().write(step, text);
          return true;
        },
        () -> {
          drafts.remove(step, text);
          done.run();
        });
  }

  /** Calls a step done, or not done any more. */
  public void done(PlanStep step, boolean done, Runnable told) {
    change(
        () -> {
          engine.planNotes().done(step, done);
          return true;
        },
        told);
  }

  /** Takes the last change back. */
  public void undo() {
    change(
        () -> {
          engine.planNotes().undo();
          return true;
        },
        () -> {});
  }

  private void change(Callable<Boolean> work, Runnable done) {
    background.run(
        work,
        yes -> {
          problem.set(null);
          done.run();
          refresh(locale);
        },
        failure -> failed(false, failure));
  }

  private void failed(boolean whileReading, Throwable failure) {
    if (failure instanceof WorkbenchException known) {
      problem.set(new Problem(whileReading, known));
    } else {
      problems.accept(failure);
    }
  }
}
