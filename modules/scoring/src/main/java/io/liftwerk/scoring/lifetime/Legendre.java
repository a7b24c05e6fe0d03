package io.liftwerk.scoring.lifetime;

/** Nodes and weights of Gauss and Legendre's quadrature on [−1, 1]. */
final class Legendre {
  static final int NODES = 16;

  private static final double[] AT = new double[NODES];
  private static final double[] WEIGHT = new double[NODES];

  static {
    for (int i = 0; i < NODES; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (NODES + 0.5));
      double slope = 1;
      for (int round = 0; round < 8; round++) {
        double before = 1;
        double here = x;
        for (int k = 2; k <= NODES; k++) {
          double next = ((2 * k - 1) * x * here - (k - 1) * before) / k;
          before = here;
          here = next;
        }
        slope = NODES * (x * here - before) / (x * x - 1);
        x -= here / slope;
      }
      AT[i] = x;
      WEIGHT[i] = 2 / ((1 - x * x) * slope * slope);
    }
  }

  private Legendre() {}

  static double at(int i) {
    return AT[i];
  }

  static double weight(int i) {
    return WEIGHT[i];
  }
}
