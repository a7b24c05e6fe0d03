package io.liftwerk.scoring.lifetime;

/** What {@link Optimiser} makes as small as it can. */
@FunctionalInterface
interface Objective {
  /** Step of the differences: the cube root of a double's precision, which errs least. */
  double STEP = 6e-6;

  /**
   * @param at where
   * @param gradient receives the gradient
   * @return the value; infinite or NaN where there is none
   */
  double at(double[] at, double[] gradient);

  /** A function without a gradient of its own. */
  @FunctionalInterface
  interface Plain {
    double at(double[] at);
  }

  /** {@code plain} with its gradient by central differences. */
  static Objective differences(Plain plain) {
    return (at, gradient) -> {
      double[] near = at.clone();
      for (int i = 0; i < at.length; i++) {
        near[i] = at[i] + STEP;
        double above = plain.at(near);
        near[i] = at[i] - STEP;
        gradient[i] = (above - plain.at(near)) / (2 * STEP);
        near[i] = at[i];
      }
      return plain.at(at);
    };
  }
}
