package io.liftwerk.app.window;

import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A job that runs until it is told to finish, or cancelled; a table and a file are under way. */
final class SlowJob implements Job<SlowJob.Done> {
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch finish = new CountDownLatch(1);
  private volatile boolean cancelled;

  /** Parameters. */
  record Nothing() {}

  /** Result. */
  record Done(boolean well) {}

  @Override
  public String name() {
    return "slow";
  }

  @Override
  public Record parameters() {
    return new Nothing();
  }

  @Override
  public Done run(JobContext context) throws Exception {
    context.execute("CREATE TABLE gold.half AS SELECT 1 AS x");
    Files.writeString(context.resultFile("half", "csv").draft(), "x\n");
    running.countDown();
    while (!finish.await(20, TimeUnit.MILLISECONDS)) {
      cancelled = context.isCancelled();
      context.checkCancelled();
    }
    return new Done(true);
  }

  void awaitRunning() throws InterruptedException {
    if (!running.await(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the job does not start");
    }
  }

  void finish() {
    finish.countDown();
  }

  boolean isCancelled() {
    return cancelled;
  }
}
