package io.liftwerk.app.window;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/**
 * Knocks at the screen's thread all the time and notes how long it took to answer (ux-07): the
 * longest wait is the longest the window was deaf to its user. Beside it stands the processor time
 * that thread used meanwhile, which other programs on the machine lengthen less.
 */
final class BlockWatch implements AutoCloseable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * The longest waits.
   *
   * @param millis by the clock
   * @param cpuMillis in processor time of the screen's thread, perhaps in another wait
   */
  record Block(double millis, double cpuMillis) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.0f ms, of processor time %.0f ms", millis, cpuMillis);
    }
  }

  private final long screen = Fx.call(() -> Thread.currentThread().threadId());
  private final Thread knocking =
      Thread.ofPlatform().daemon().name("block-watch").unstarted(this::knock);
  private volatile boolean over;
  private Block longest = new Block(0, 0);

  BlockWatch() {
    knocking.start();
  }

  private void knock() {
    try {
      while (!over) {
        var answered = new CountDownLatch(1);
        long start = System.nanoTime();
        long cpu = THREADS.getThreadCpuTime(screen);
        Platform.runLater(answered::countDown);
        answered.await();
        note((System.nanoTime() - start) / 1e6, (THREADS.getThreadCpuTime(screen) - cpu) / 1e6);
        Thread.sleep(2);
      }
    } catch (InterruptedException e) {
      // closed while it waited
      return;
    }
  }

  private synchronized void note(double millis, double cpuMillis) {
    longest =
        new Block(Math.max(longest.millis(), millis), Math.max(longest.cpuMillis(), cpuMillis));
  }

  /** The longest block since this was last asked. */
  synchronized Block longest() {
    Block found = longest;
    longest = new Block(0, 0);
    return found;
  }

  @Override
  public void close() {
    over = true;
    knocking.interrupt();
  }
}
