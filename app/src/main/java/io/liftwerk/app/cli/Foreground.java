package io.liftwerk.app.cli;

import io.liftwerk.workspace.JobHandle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * While open, ending the process (Ctrl+C) is the ordinary end of what runs in the foreground: it is
 * told to end, the job under way is cancelled, and the process ends with 0 once everything is
 * closed. It does not wait for ever, see {@link Interrupt}.
 */
final class Foreground implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private final Thread hook = new Thread(this::end, "foreground");
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Runnable ending = () -> {};
  private volatile @Nullable JobHandle<?> running;

  Foreground() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** What ends the work that is done in the foreground. */
  void endsBy(Runnable action) {
    ending = action;
  }

  void cancels(JobHandle<?> handle) {
    running = handle;
  }

  private void end() {
    ending.run();
    JobHandle<?> handle = running;
    if (handle != null) {
      handle.cancel();
    }
    try {
      if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending, and the hook waits for this
      running = null;
    }
    ended.countDown();
  }
}
