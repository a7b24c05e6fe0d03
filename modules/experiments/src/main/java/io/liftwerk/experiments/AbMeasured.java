package io.liftwerk.experiments;

import io.liftwerk.experiments.abtest.Effect;
import io.liftwerk.experiments.abtest.Measure;
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

  /** The effect that is believed in: relative where there is one. */
  Effect believed() {
    return relative.known() ? relative : absolute;
  }
}
