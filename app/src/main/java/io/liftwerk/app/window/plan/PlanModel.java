package io.liftwerk.app.window.plan;

import io.liftwerk.app.plan.Evidence;
import io.liftwerk.app.plan.Plan;
import io.liftwerk.app.plan.PlanNotes;
import io.liftwerk.app.plan.PlanStep;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** State of the Plan page. */
public final class PlanModel {
  private final Engine engine;
  private final Background.Lane reading;
  private final Background.Lane tracing;
  private final Background.Series writing;
  private final ReadOnlyObjectWrapper<@Nullable Plan> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PlanStep> selected =
      new ReadOnlyObjectWrapper<>(PlanStep.PROBLEM);
  private final ReadOnlyObjectWrapper<@Nullable WorkbenchException> problem =
      new ReadOnlyObjectWrapper<>();

  private final ReadOnlyObjectWrapper<@Nullable RunRecord> behind = new ReadOnlyObjectWrapper<>();

  /** Notes that were written and are not kept yet; what cannot be kept is not lost. */
  private final Map<PlanStep, String> drafts = new EnumMap<>(PlanStep.class);

  private Locale locale = Locale.ENGLISH;
  private Consumer<Throwable> problems = failure -> {};

  public PlanModel(Engine engine, Background background) {
    this.engine = engine;
    this.reading = background.lane();
    this.writing = background.series();
    this.tracing = background.lane();
    selected.subscribe(step -> trace());
    shown.subscribe(plan -> trace());
  }

  /** Who is told of what could not be kept, and of what no sentence explains. */
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

  /** Why the plan cannot be read, null when it can. */
  public ReadOnlyObjectProperty<@Nullable WorkbenchException> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The run that the step's first figures are of, null where there are none. */
  public ReadOnlyObjectProperty<@Nullable RunRecord> behindProperty() {
    return behind.getReadOnlyProperty();
  }

  private void trace() {
    Plan.Step step = step();
    String run =
        step == null
            ? null
            : step.evidence().stream()
                .map(Evidence::run)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    tracing.run(
        () -> Optional.ofNullable(run == null ? null : engine.run(run)),
        found -> behind.set(found.orElse(null)),
        failure -> behind.set(null));
  }

  /** Writes what {@code before} could not keep, since its workspace was gone. */
  public void takeOver(PlanModel before) {
    before.drafts.forEach((step, text) -> write(step, text, () -> {}));
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
          problem.set(null);
        },
        failure -> {
          if (failure instanceof WorkbenchException known) {
            problem.set(known);
          } else {
            problems.accept(failure);
          }
        });
  }

  /** What stands in the field for a step's note: what is not kept yet, else the note. */
  public String text(Plan.Step step) {
    return drafts.getOrDefault(PlanStep.values()[step.number() - 1], step.note());
  }

  /** Keeps a note; what cannot be kept stays as it was written, and its step is shown again. */
  public void write(PlanStep step, String text, Runnable done) {
    drafts.put(step, text);
    change(
        notes -> notes.write(step, text),
        () -> {
          drafts.remove(step, text);
          done.run();
        },
        () -> selected.set(step));
  }

  /** Calls a step done, or not done any more. */
  public void done(PlanStep step, boolean done) {
    change(notes -> notes.done(step, done), () -> {}, () -> refresh(locale));
  }

  /** Takes the last change back. */
  public void undo() {
    change(PlanNotes::undo, () -> {}, () -> {});
  }

  private void change(Consumer<PlanNotes> work, Runnable done, Runnable failed) {
    writing.run(
        () -> {
          work.accept(engine.planNotes());
          return true;
        },
        yes -> {
          done.run();
          refresh(locale);
        },
        failure -> {
          failed.run();
          problems.accept(failure);
        });
  }
}
