package io.liftwerk.workspace;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A submitted job as its submitter sees it. Safe to use from any thread. */
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
  private volatile boolean cancelRequested;
  private volatile @Nullable JobContext context;

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
   * Completes with the run, or exceptionally with {@link WorkbenchException} or {@link
   * CancelledException}. A job that was cancelled, or overtaken by a newer one of its key, never
   * completes with a result.
   */
  public CompletableFuture<Run<R>> result() {
    return result;
  }

  /** Asks the job to stop; it is gone within a second and leaves nothing behind. */
  public void cancel() {
    cancelRequested = true;
    JobContext running = context;
    if (running != null) {
      running.cancel();
    }
  }

  /** Calls {@code listener} at every change of state or progress, on the thread it happens on. */
  public void onChange(Consumer<JobHandle<R>> listener) {
    listeners.add(listener);
  }

  boolean isCancelRequested() {
    return cancelRequested;
  }

  void started(JobContext running) {
    context = running;
    if (cancelRequested) {
      running.cancel();
    }
    state = State.RUNNING;
    changed();
  }

  void progressed(double fraction, String words) {
    progress = fraction;
    phrase = words;
    changed();
  }

  void finished(State end) {
    state = end;
    context = null;
    changed();
  }

  private void changed() {
    listeners.forEach(listener -> listener.accept(this));
  }
}
