package io.liftwerk.app.window.control;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;

/**
 * Makes something large in small steps, one with each picture the screen draws, so that the window
 * hears its user in between (ux-07). It rests while what it makes is not in a window.
 */
public final class Unfolding {
  private final Node on;
  private final BooleanSupplier step;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          next();
        }
      };
  private boolean pending;

  /**
   * @param on what is being made
   * @param step does a little; whether something is left to do
   */
  public Unfolding(Node on, BooleanSupplier step) {
    this.on = on;
    this.step = step;
    on.sceneProperty().subscribe(scene -> tick());
  }

  /** Begins, or begins anew. */
  public void start() {
    pending = true;
    tick();
  }

  private void next() {
    pending = step.getAsBoolean();
    tick();
  }

  private void tick() {
    if (pending && on.getScene() != null) {
      timer.start();
    } else {
      timer.stop();
    }
  }
}
