package io.liftwerk.app.cli;

import io.liftwerk.app.plan.Plan;
import io.liftwerk.app.plan.PlanNotes;
import io.liftwerk.app.plan.PlanStep;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The ten steps of the plan: what was written to each, and what there is to show. */
@Command(
    name = "plan",
    subcommands = {PlanCommand.Show.class, PlanCommand.Set.class, PlanCommand.Undo.class},
    footer = "  liftwerk plan nordwand set baseline \"Sales rules of 2025\" --done")
final class PlanCommand extends WorkspaceCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Override
  public Integer call() throws Exception {
    return show(this, folder, null);
  }

  /** A record means the same everywhere, so a document has the sample's notes in English. */
  private static Plan read(WorkspaceCommand command, Workspace workspace) {
    return Plan.of(workspace, command.json ? Locale.ENGLISH : Locale.getDefault());
  }

  private static int show(WorkspaceCommand command, Path folder, @Nullable String name)
      throws Exception {
    PlanStep only = name == null ? null : PlanNotes.step(name);
    Plan plan = with(folder, workspace -> read(command, workspace));
    answer(command, plan, only);
    return 0;
  }

  private static void answer(WorkspaceCommand command, Plan plan, @Nullable PlanStep only) {
    if (only == null) {
      if (command.json) {
        command.console().json(plan);
      } else {
        PlanText.print(command.console(), plan);
      }
      return;
    }
    Plan.Step step = plan.steps().get(only.ordinal());
    if (command.json) {
      command.console().json(step);
    } else {
      PlanText.print(command.console(), step);
    }
  }

  @Command(name = "show", footer = "  liftwerk plan nordwand show baseline --json")
  static final class Show extends WorkspaceCommand {
    @ParentCommand PlanCommand plan;

    @Parameters(paramLabel = "STEP", descriptionKey = "STEP", arity = "0..1")
    @Nullable String step;

    @Override
    public Integer call() throws Exception {
      json |= plan.json;
      return show(this, plan.folder, step);
    }
  }

  @Command(name = "set", footer = "  liftwerk plan nordwand set 4 \"Sales rules of 2025\" --done")
  static final class Set extends WorkspaceCommand {
    @ParentCommand PlanCommand plan;

    @Parameters(index = "0", paramLabel = "STEP", descriptionKey = "STEP")
    String step;

    @Parameters(index = "1", paramLabel = "NOTE", descriptionKey = "NOTE", arity = "0..1")
    @Nullable String note;

    @Option(names = "--done")
    boolean done;

    @Option(names = "--open")
    boolean open;

    @Override
    public Integer call() throws Exception {
      json |= plan.json;
      PlanStep chosen = PlanNotes.step(step);
      if (note == null && done == open) {
        throw new WorkbenchException(
            "plan-nothing",
            "Nothing is said of the step '" + chosen.id() + "'.",
            "Write a note behind it, or call it --done or --open.");
      }
      answer(this, with(plan.folder, workspace -> changed(workspace, chosen)), chosen);
      return 0;
    }

    private Plan changed(Workspace workspace, PlanStep chosen) {
      var notes = new PlanNotes(workspace);
      if (note != null) {
        notes.write(chosen, note);
      }
      if (done != open) {
        notes.done(chosen, done);
      }
      return read(this, workspace);
    }
  }

  @Command(name = "undo", footer = "  liftwerk plan nordwand undo")
  static final class Undo extends WorkspaceCommand {
    @ParentCommand PlanCommand plan;

    @Override
    public Integer call() throws Exception {
      json |= plan.json;
      Plan now =
          with(
              plan.folder,
              workspace -> {
                new PlanNotes(workspace).undo();
                return read(this, workspace);
              });
      answer(this, now, null);
      return 0;
    }
  }
}
