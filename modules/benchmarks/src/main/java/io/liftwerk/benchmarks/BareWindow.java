package io.liftwerk.benchmarks;

import atlantafx.base.theme.PrimerLight;
import java.lang.management.ManagementFactory;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * The peer of the first window: the least there is to a window in the same toolkit and theme, on
 * the same Java. It tells when its first frame is drawn in the words of the program, and ends.
 */
public final class BareWindow {
  private BareWindow() {}

  public static void main(String[] args) {
    Application.launch(Shown.class);
  }

  /** The window; the toolkit makes it. */
  public static final class Shown extends Application {
    @Override
    public void start(Stage stage) {
      Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
      stage.setScene(new Scene(new StackPane(new Label("Bare")), 1440, 900));
      stage.show();
      new AnimationTimer() {
        private int frames;

        @Override
        public void handle(long now) {
          if (++frames == 2) {
            stop();
            long millis = System.currentTimeMillis();
            long started = ManagementFactory.getRuntimeMXBean().getStartTime();
            System.out.println("first window after " + (millis - started) + " ms");
            Platform.exit();
          }
        }
      }.start();
    }
  }
}
