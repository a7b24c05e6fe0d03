package io.liftwerk.experiments;

import io.liftwerk.experiments.abtest.Effect;
import io.liftwerk.experiments.abtest.Measure;
import io.liftwerk.experiments.abtest.Probability;
import org.jspecify.annotations.Nullable;

/**
 * A metric in an arm beside the control, before anything is decided.
 *
 * @param metric what is compared
 * @param arm name of the arm
 * @param control figure of the control, adjusted where there is a covariate
 * @param treated figure of the arm
 * @param absolute difference, within strata where there are any
 * @param relative the same as a share of the control's figure; unknown where that is not above 0
 * @param plain difference as it was seen; null where nothing was adjusted
 */
record AbMeasured(
    AbMetric metric,
    String arm,
    Measure control,
    Measure treated,
    Effect absolute,
    Effect relative,
    @Nullable Effect plain) {

  /** Standard errors by which a control's figure must be above 0 for a share of it to be stated. */
  private static final double ABOVE = Probability.z(0.025);

  /**
   * Whether the difference can be stated as a share of the control's figure. A figure that may as
   * well be 0 gives no lift: Fieller's interval (1954) would be unbounded, and the delta method's,
   * which is finite, would be wrong.
   */
  boolean lifted() {
    double error = Math.sqrt(control.variance() / control.n());
    return relative.known() && control.plain() > ABOVE * error;
  }

  /** The effect that is believed in: relative where there is one. */
  Effect believed() {
    return lifted() ? relative : absolute;
  }
}
