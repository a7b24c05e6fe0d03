package io.liftwerk.workspace;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A submitted job as its submitter sees it. Safe to use from any thread.
 *
 * <p>Cancelling and committing exclude each other: whichever comes first decides, so a job is
 * either wholly there and done, or wholly gone and cancelled.
 */
public final class JobHandle<R> {

  /** Where a job stands. */
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  private final String name;
  private final CompletableFuture<Run<R>> result = new CompletableFuture<>();
  private final List<Consumer<JobHandle<R>>> listeners = new CopyOnWriteArrayList<>();
  private volatile State state = State.QUEUED;
  private volatile double progress = -1;
  private volatile String phrase = "";
  private volatile boolean overtaken;
  private boolean cancelRequested;
  private boolean committing;
  private @Nullable JobContext context;

  JobHandle(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  public State state() {
    return state;
  }

  /** 0 to 1, negative while it cannot be told. */
  public double progress() {
    return progress;
  }

  public String phrase() {
    return phrase;
  }

  public boolean isFinished() {
    return state == State.DONE || state == State.FAILED || state == State.CANCELLED;
  }

  /**
   * Whether a newer job of the same key was submitted since. A result that was queued for the
   * screen before that is looked at once more with this.
   */
  public boolean isOvertaken() {
    return overtaken;
  }

  /**
   * Completes with the run, or exceptionally with {@link WorkbenchException} or {@link
   * CancelledException}. A job that was cancelled, or overtaken by a newer one of its key, never
   * completes with a result, even when it was past the point where its writes could be undone.
   */
  public CompletableFuture<Run<R>> result() {
    return result;
  }

  /**
   * Asks the job to stop; it is gone within a second and leaves nothing behind.
   *
   * @return false when it comes too late: the job has ended or is being committed
   */
  public boolean cancel() {
    JobContext running;
    synchronized (this) {
      if (committing || isFinished()) {
        return false;
      }
      cancelRequested = true;
      running = context;
    }
    if (running != null) {
      running.cancel();
    }
    return true;
  }

  /**
   * Calls {@code listener} at every change of state or progress, on the thread it happens on. What
   * a listener throws is logged and harms nobody.
   */
  public void onChange(Consumer<JobHandle<R>> listener) {
    listeners.add(listener);
  }

  void overtake() {
    overtaken = true;
    cancel();
  }

  synchronized boolean isCancelRequested() {
    return cancelRequested;
  }

  /** From here on it is too late to cancel; false when it has been cancelled. */
  synchronized boolean beginCommit() {
    committing = !cancelRequested;
    return committing;
  }

  void started(JobContext running) {
    boolean cancelled;
    synchronized (this) {
      context = running;
      cancelled = cancelRequested;
      state = State.RUNNING;
    }
    if (cancelled) {
      running.cancel();
    }
    changed();
  }

  void progressed(double fraction, String words) {
    progress = fraction;
    phrase = words;
    changed();
  }

  /** Ends as done, unless it was overtaken meanwhile. */
  void done(Run<R> run) {
    if (overtaken) {
      stopped(new CancelledException());
      return;
    }
    end(State.DONE);
    result.complete(run);
    changed();
  }

  /** Ends as cancelled or failed. */
  void stopped(RuntimeException failure) {
    end(failure instanceof CancelledException ? State.CANCELLED : State.FAILED);
    result.completeExceptionally(failure);
    changed();
  }

  private synchronized void end(State last) {
    state = last;
    context = null;
  }

  private void changed() {
    for (Consumer<JobHandle<R>> listener : listeners) {
      try {
        listener.accept(this);
      } catch (RuntimeException e) {
        Workspace.warn("a listener of the job '" + name + "' failed", e);
      }
    }
  }
}
