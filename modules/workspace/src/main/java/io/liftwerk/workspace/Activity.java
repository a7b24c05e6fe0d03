package io.liftwerk.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Which jobs run in a workspace, so that closing it can stop them and wait. */
final class Activity {
  private final Map<JobHandle<?>, Thread> running = new HashMap<>();
  private boolean closing;
  private boolean paused;

  /**
   * Whether the job may start, once nothing keeps all jobs waiting; false when the workspace is
   * being closed.
   */
  synchronized boolean enter(JobHandle<?> handle) {
    while (paused && !closing) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    if (closing) {
      return false;
    }
    running.put(handle, Thread.currentThread());
    return true;
  }

  synchronized void leave(JobHandle<?> handle) {
    running.remove(handle);
    notifyAll();
  }

  /** Keeps jobs from starting until {@link #resume}; false when one runs already. */
  synchronized boolean pause() {
    if (closing || paused || !running.isEmpty()) {
      return false;
    }
    paused = true;
    return true;
  }

  synchronized void resume() {
    paused = false;
    notifyAll();
  }

  /** Lets no further job start, cancels those that run, and waits for them {@code seconds}. */
  void end(int seconds) {
    List<JobHandle<?>> open;
    synchronized (this) {
      closing = true;
      open = List.copyOf(running.keySet());
    }
    open.forEach(JobHandle::cancel);
    awaitOthers(System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
  }

  private synchronized void awaitOthers(long deadline) {
    boolean interrupted = false;
    while (running.values().stream().anyMatch(thread -> thread != Thread.currentThread())) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        break;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
