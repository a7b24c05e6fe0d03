package io.liftwerk.app.window;

import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Tells how long the first window took, for the benchmark: with {@code
 * -Dliftwerk.exitWhenShown=true} the program prints the milliseconds from the start of its process
 * to the first frame drawn, and ends.
 */
final class FirstWindow {
  private FirstWindow() {}

  static void reportIfAsked() {
    if (!Boolean.getBoolean("liftwerk.exitWhenShown")) {
      return;
    }
    Instant started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        // the second pulse begins when the first frame has been drawn
        if (++frames == 2) {
          stop();
          long millis = Duration.between(started, Instant.now()).toMillis();
          System.out.println("first window after " + millis + " ms");
          Platform.exit();
        }
      }
    }.start();
  }
}
