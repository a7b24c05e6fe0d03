package io.liftwerk.app.window.keywords;

import io.liftwerk.app.window.base.Messages;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/** Writes decisions down when the hand rests, or when they are no longer looked at. */
final class Settling {
  private static final Duration REST = Duration.millis(900);

  private final String title;
  private final NegativeReview review;
  private final PauseTransition rest = new PauseTransition(REST);

  /**
   * @param on where decisions are made
   */
  Settling(Node on, Messages messages, NegativeReview review) {
    this.title = messages.text("job.title.keywords-review");
    this.review = review;
    rest.setOnFinished(event -> now());
    on.sceneProperty()
        .subscribe(
            (was, is) -> {
              if (is == null) {
                now();
              }
            });
  }

  /** What the bar at the bottom calls it. */
  String title() {
    return title;
  }

  /** Something was decided. */
  void restart() {
    rest.playFromStart();
  }

  private void now() {
    rest.stop();
    review.save(title);
  }
}
