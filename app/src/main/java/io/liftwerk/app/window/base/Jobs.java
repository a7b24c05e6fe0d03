package io.liftwerk.app.window.base;

import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobHandle;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Run;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The jobs under way, as the bar at the bottom shows them. Used on the screen's thread. */
public final class Jobs {

  /** One job under way. */
  public static final class Entry {
    private final String title;
    private final JobHandle<?> handle;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper phrase = new ReadOnlyStringWrapper("");

    private Entry(String title, JobHandle<?> handle) {
      this.title = title;
      this.handle = handle;
    }

    public String title() {
      return title;
    }

    /** 0 to 1, negative while it cannot be told. */
    public ReadOnlyDoubleProperty progress() {
      return progress.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty phrase() {
      return phrase.getReadOnlyProperty();
    }

    public void cancel() {
      handle.cancel();
    }

    /** The job itself; after a locked vault it is queued anew under another. */
    public JobHandle<?> handle() {
      return handle;
    }

    private void update() {
      progress.set(handle.progress());
      phrase.set(handle.phrase());
    }
  }

  private final JobRunner runner;
  private final Background background;
  private final VaultDoor door = new VaultDoor();
  private final ObservableList<Entry> running = FXCollections.observableArrayList();
  // held, because the list it shows holds it weakly: who listens would hear nothing after a while
  private final ObservableList<Entry> shown = FXCollections.unmodifiableObservableList(running);

  public Jobs(JobRunner runner, Background background) {
    this.runner = runner;
    this.background = background;
  }

  /** Where work waits that has met a locked vault; jobs come to it by themselves. */
  public VaultDoor door() {
    return door;
  }

  /** Oldest first. */
  public ObservableList<Entry> running() {
    return shown;
  }

  /**
   * Queues {@code job}; its outcome reaches the screen. One that meets a locked vault is queued
   * again once the passphrase was given. A cancelled one fails with {@code CancelledException},
   * which nobody needs to be told about.
   */
  public <R> Entry submit(
      String title, Job<R> job, Consumer<Run<R>> done, Consumer<Throwable> failed) {
    return watch(title, () -> runner.submit(job), done, failed);
  }

  /** As {@link #submit}, recorded as a repetition of the run {@code rerunOf}. */
  public <R> Entry repeat(
      String title, Job<R> job, String rerunOf, Consumer<Run<R>> done, Consumer<Throwable> failed) {
    return watch(title, () -> runner.submit(job, rerunOf), done, failed);
  }

  /**
   * As {@link #submit}, and cancels the one before under the same {@code key}: whatever that came
   * to, and however late, it fails with {@code CancelledException}.
   */
  public <R> Entry submitLatest(
      String key, String title, Job<R> job, Consumer<Run<R>> done, Consumer<Throwable> failed) {
    return watch(title, () -> runner.submitLatest(key, job), done, failed);
  }

  public void cancelAll() {
    running.forEach(Entry::cancel);
  }

  private <R> Entry watch(
      String title,
      Supplier<JobHandle<R>> start,
      Consumer<Run<R>> done,
      Consumer<Throwable> failed) {
    JobHandle<R> handle = start.get();
    var entry = new Entry(title, handle);
    if (!handle.isFinished()) {
      running.add(entry);
    }
    var pending = new AtomicBoolean();
    handle.onChange(
        changed -> {
          if (pending.compareAndSet(false, true)) {
            background.onScreen(
                () -> {
                  pending.set(false);
                  entry.update();
                });
          }
        });
    handle
        .result()
        .whenComplete(
            (run, failure) ->
                background.onScreen(
                    () -> {
                      running.remove(entry);
                      if (handle.isOvertaken()) {
                        // its outcome may have waited for the screen when the newer one was asked
                        failed.accept(new CancelledException());
                      } else if (failure == null) {
                        done.accept(run);
                      } else {
                        door.meet(cause(failure), () -> watch(title, start, done, failed), failed);
                      }
                    }));
    return entry;
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
