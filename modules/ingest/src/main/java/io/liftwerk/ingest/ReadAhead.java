package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Takes from an iterator on a thread of its own, a few batches ahead of whoever asks for what it
 * found. What the iterator throws is thrown to the one who asks, after all that came before it.
 *
 * @param <T> what is read
 */
final class ReadAhead<T> implements Iterator<T>, AutoCloseable {
  private static final int BATCH = 512;
  private static final int BATCHES = 8;

  /** Some of what was read; the last one has the reason why there is no more, if it failed. */
  private record Batch<T>(List<T> items, boolean last, @Nullable Throwable failure) {}

  private final BlockingQueue<Batch<T>> queue = new ArrayBlockingQueue<>(BATCHES);
  private final Thread thread;
  private Batch<T> batch = new Batch<>(List.of(), false, null);
  private int next;

  ReadAhead(Iterator<? extends T> source) {
    thread = Thread.ofPlatform().daemon().name("read-ahead").start(() -> read(source));
  }

  private void read(Iterator<? extends T> source) {
    try {
      var items = new ArrayList<T>(BATCH);
      try {
        while (source.hasNext()) {
          items.add(source.next());
          if (items.size() == BATCH) {
            queue.put(new Batch<>(items, false, null));
            items = new ArrayList<>(BATCH);
          }
        }
        queue.put(new Batch<>(items, true, null));
      } catch (RuntimeException | Error e) {
        queue.put(new Batch<>(items, true, e));
      }
    } catch (InterruptedException e) {
      // nobody asks any more
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean hasNext() {
    while (next == batch.items().size()) {
      if (batch.last()) {
        throwFailure();
        return false;
      }
      try {
        batch = queue.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while reading", e);
      }
      next = 0;
    }
    return true;
  }

  private void throwFailure() {
    if (batch.failure() instanceof Error error) {
      throw error;
    }
    if (batch.failure() instanceof RuntimeException failure) {
      throw failure;
    }
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return batch.items().get(next++);
  }

  /** Stops reading; returns when the iterator is no longer used. */
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
