package io.liftwerk.app.window;

import java.lang.management.ManagementFactory;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * The first frame of the window: what can wait begins after it, and the benchmark is told when it
 * was drawn. With {@code -Dliftwerk.exitWhenShown=true} the program prints the milliseconds from
 * the start of its JVM to the first frame drawn, and ends.
 */
final class FirstWindow {
  private FirstWindow() {}

  /** Runs {@code work} on the screen's thread in the pulse number {@code pulse}. */
  static void then(int pulse, Runnable work) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (++frames == pulse) {
          stop();
          work.run();
        }
      }
    }.start();
  }

  static void reportIfAsked() {
    if (Boolean.getBoolean("liftwerk.exitWhenShown")) {
      // the second pulse begins when the first frame has been drawn
      then(2, FirstWindow::report);
    }
  }

  private static void report() {
    long now = System.currentTimeMillis();
    // the process's own start time is told by Linux to the second only
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println("first window after " + (now - started) + " ms");
    Platform.exit();
  }
}
