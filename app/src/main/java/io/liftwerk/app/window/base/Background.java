package io.liftwerk.app.window.base;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Small work that must not hold up the screen: reading a page of a table, listing runs. The worker
 * and the screen's thread are given, so that tests run both on the calling thread.
 */
public final class Background {
  private final Executor worker;
  private final Executor screen;
  private final UnaryOperator<Throwable> why;
  private final Lane copying = new Lane();

  public Background(Executor worker, Executor screen) {
    this(worker, screen, UnaryOperator.identity());
  }

  private Background(Executor worker, Executor screen, UnaryOperator<Throwable> why) {
    this.worker = worker;
    this.screen = screen;
    this.why = why;
  }

  /**
   * The same threads, for work that has its failures explained.
   *
   * @param why what is told instead of a failure; asked beside the screen
   */
  public Background explaining(UnaryOperator<Throwable> why) {
    return new Background(worker, screen, why);
  }

  /** Runs {@code action} on the screen's thread. */
  public void onScreen(Runnable action) {
    screen.execute(action);
  }

  /** Runs {@code work} beside the screen and hands its outcome to the screen. */
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    worker.execute(() -> attempt(work, done, failed));
  }

  private <T> void attempt(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    T result;
    try {
      result = work.call();
    } catch (Throwable e) {
      // errors of the machine as well: who waits for the outcome must hear of them
      Throwable told = why.apply(e);
      screen.execute(() -> failed.accept(told));
      return;
    }
    screen.execute(() -> done.accept(result));
  }

  /** A series of requests of which only the newest may reach the screen. */
  public Lane lane() {
    return new Lane();
  }

  /** The lane of what is copied to the clipboard, of which there is one. */
  public Lane copying() {
    return copying;
  }

  /** A series of changes, each begun once the one before has ended. */
  public Series series() {
    return new Series();
  }

  /** See {@link Background#lane}. */
  public final class Lane {
    private final AtomicLong newest = new AtomicLong();

    private Lane() {}

    /** As {@link Background#run}, unless a newer request has been made meanwhile. */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
      long mine = newest.incrementAndGet();
      Background.this.run(
          () -> mine == newest.get() ? work.call() : null,
          result -> {
            if (mine == newest.get()) {
              done.accept(result);
            }
          },
          failure -> {
            if (mine == newest.get()) {
              failed.accept(failure);
            }
          });
    }

    /** Forgets what is under way. */
    public void drop() {
      newest.incrementAndGet();
    }
  }

  /** See {@link Background#series}. None is left out, and the newest is the last one made. */
  public final class Series {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    private Series() {}

    /** As {@link Background#run}, after all that was asked for before. */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
      synchronized (waiting) {
        waiting.add(() -> attempt(work, done, failed));
        if (busy) {
          return;
        }
        busy = true;
      }
      worker.execute(this::work);
    }

    private void work() {
      for (Runnable next = next(); next != null; next = next()) {
        next.run();
      }
    }

    private @Nullable Runnable next() {
      synchronized (waiting) {
        busy = !waiting.isEmpty();
        return waiting.poll();
      }
    }
  }
}
