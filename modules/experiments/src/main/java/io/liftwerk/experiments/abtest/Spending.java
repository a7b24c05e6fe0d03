package io.liftwerk.experiments.abtest;

/** How much of alpha may be spent by when (Lan and DeMets 1983). */
public enum Spending {
  /** Hardly anything early, so that the last look costs little. */
  OBRIEN_FLEMING {
    @Override
    double spent(double t, double alpha) {
      return 4 * Probability.above(Probability.z(alpha / 4) / Math.sqrt(t));
    }
  },
  /** About the same at every look. */
  POCOCK {
    @Override
    double spent(double t, double alpha) {
      return alpha * Math.log(1 + (Math.E - 1) * t);
    }
  },
  /** α t² (Kim and DeMets 1987). */
  POWER {
    @Override
    double spent(double t, double alpha) {
      return alpha * t * t;
    }
  },
  /** α t. */
  LINEAR {
    @Override
    double spent(double t, double alpha) {
      return alpha * t;
    }
  };

  /**
   * Alpha spent up to the fraction {@code t} of the planned information, both sides together.
   *
   * @param t above 0, at most 1
   */
  abstract double spent(double t, double alpha);
}
