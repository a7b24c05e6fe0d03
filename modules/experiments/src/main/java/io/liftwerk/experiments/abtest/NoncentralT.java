package io.liftwerk.experiments.abtest;

/**
 * Tails of the noncentral t distribution, by integrating the normal tail over the chi distribution
 * of the standard deviation.
 */
final class NoncentralT {
  private static final int PANELS = 60;
  private static final double[] NODES = {
    0.14887433898163122,
    0.4333953941292472,
    0.6794095682990244,
    0.8650633666889845,
    0.9739065285171717
  };
  private static final double[] WEIGHTS = {
    0.29552422471475287,
    0.26926671930999635,
    0.21908636251598204,
    0.14945134915058059,
    0.06667134430868814
  };

  private NoncentralT() {}

  /** Chance of a value above {@code t}. */
  static double above(double t, double freedom, double shift) {
    double low = Probability.chiScale(1e-17, freedom);
    double spread = 1 / Math.sqrt(2 * freedom);
    double high = 1 + 12 * spread + 40 / freedom;
    double half = (high - low) / 2 / PANELS;
    double sum = 0;
    for (int panel = 0; panel < PANELS; panel++) {
      double middle = low + (2 * panel + 1) * half;
      for (int node = 0; node < NODES.length; node++) {
        sum +=
            WEIGHTS[node]
                * (at(middle - half * NODES[node], t, freedom, shift)
                    + at(middle + half * NODES[node], t, freedom, shift));
      }
    }
    return half * sum;
  }

  private static double at(double s, double t, double freedom, double shift) {
    return Probability.above(t * s - shift)
        * 2
        * freedom
        * s
        * Probability.chiSquaredDensity(freedom * s * s, freedom);
  }
}
