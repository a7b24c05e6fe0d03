package io.liftwerk.benchmarks;

import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobHandle;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Tables;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** How long a running job takes to be gone after it was cancelled, at several moments of it. */
final class CancelTasks {
  private CancelTasks() {}

  /** Cancels the import of a large file early, in the middle and late. */
  static Measured importing(Path file, Path folder) throws Exception {
    try (Workspace workspace = Workspace.create(folder)) {
      Measured measured =
          cancel(
              workspace,
              () -> new FileImport(ImportRequest.of(List.of(file.toString()))),
              List.of(300, 1500, 4000, 7000));
      if (!new Tables(workspace).list().isEmpty()) {
        throw new IllegalStateException("a cancelled import left a table behind");
      }
      return measured;
    }
  }

  /** Cancels a training on {@code file} at several moments. */
  static Measured training(Path file, Path folder, String target) throws Exception {
    try (Workspace workspace = Workspace.create(folder)) {
      String table = LeadTasks.load(workspace, file);
      return cancel(
          workspace,
          () -> new LeadScoring(LeadTasks.request(table, target, "", false, 7)),
          List.of(100, 500, 1000, 2000, 4000));
    }
  }

  private static Measured cancel(Workspace workspace, Supplier<Job<?>> job, List<Integer> moments)
      throws Exception {
    double worst = 0;
    int cancelled = 0;
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      var runner = new JobRunner(workspace, thread);
      for (int moment : moments) {
        JobHandle<?> handle = runner.submit(job.get());
        Thread.sleep(moment);
        if (handle.isFinished()) {
          break;
        }
        long start = System.nanoTime();
        handle.cancel();
        if (endsCancelled(handle)) {
          worst = Math.max(worst, (System.nanoTime() - start) / 1e6);
          cancelled++;
        }
      }
    }
    if (cancelled == 0) {
      throw new IllegalStateException("the job was done before it could be cancelled");
    }
    return Measured.of().with("worstMs", worst).with("moments", cancelled);
  }

  /** False when the job was done just before it noticed. */
  private static boolean endsCancelled(JobHandle<?> handle) throws Exception {
    try {
      handle.result().get();
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CancelledException) {
        return true;
      }
      throw e;
    }
  }
}
