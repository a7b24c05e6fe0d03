package io.liftwerk.app.window;

import java.lang.management.ManagementFactory;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Tells how long the first window took, for the benchmark: with {@code
 * -Dliftwerk.exitWhenShown=true} the program prints the milliseconds from the start of its JVM to
 * the first frame drawn, and ends.
 */
final class FirstWindow {
  private FirstWindow() {}

  static void reportIfAsked() {
    if (!Boolean.getBoolean("liftwerk.exitWhenShown")) {
      return;
    }
    // the process's own start time is told by Linux to the second only
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        // the second pulse begins when the first frame has been drawn
        if (++frames == 2) {
          stop();
          long millis = System.currentTimeMillis() - started;
          System.out.println("first window after " + millis + " ms");
          Platform.exit();
        }
      }
    }.start();
  }
}
