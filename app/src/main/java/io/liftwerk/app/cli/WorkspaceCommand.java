package io.liftwerk.app.cli;

import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobHandle;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that answers on the console; with {@code --json} as one document. */
abstract class WorkspaceCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(names = "--json")
  boolean json;

  Console console() {
    return new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  /** Something done in an open workspace. */
  @FunctionalInterface
  interface Work<R> {
    R in(Workspace workspace) throws Exception;
  }

  /** Opens the workspace at {@code folder}, works in it and closes it. */
  static <R> R with(Path folder, Work<R> work) throws Exception {
    try (Workspace workspace = Workspace.open(folder)) {
      Passphrase.offerVariable(workspace);
      return work.in(workspace);
    }
  }

  /** Runs {@code job} with progress on standard error; Ctrl+C cancels it and leaves nothing. */
  <R> Run<R> run(Workspace workspace, Job<R> job) {
    return watched((runner, watcher) -> runner.run(job, null, watcher::accept), workspace);
  }

  /** Work on a runner that tells a watcher where it stands. */
  @FunctionalInterface
  interface Watched<T> {
    T on(JobRunner runner, Consumer<JobHandle<?>> watcher);
  }

  <T> T watched(Watched<T> work, Workspace workspace) {
    Console console = console();
    try (var interrupt = new Interrupt()) {
      return work.on(
          new JobRunner(workspace, Runnable::run),
          handle -> {
            interrupt.cancels(handle);
            console.progress(handle);
          });
    }
  }
}
