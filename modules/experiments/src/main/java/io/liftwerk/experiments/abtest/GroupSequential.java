package io.liftwerk.experiments.abtest;

import java.util.List;

/**
 * Bounds for a number of looks at growing data, two-sided and symmetric, by the recursion of
 * Armitage, McPherson and Rowe (1969): the density of the statistic within the bounds so far is
 * carried from look to look.
 */
public final class GroupSequential {
  /** Beyond it nothing is left of alpha that a double could tell. */
  private static final double FARTHEST = 8.5;

  /** Nodes and weights of Gauss and Legendre on −1 to 1, upper half of ten points. */
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

  private GroupSequential() {}

  /** A grid over what has not been stopped. */
  private record Density(double[] at, double[] mass) {}

  /**
   * The bound on |z| at each look.
   *
   * @param fractions of the planned information at the looks, rising, above 0, at most 1
   */
  public static double[] bounds(List<Double> fractions, double alpha, Spending spending) {
    int looks = fractions.size();
    var bounds = new double[looks];
    Density density = new Density(new double[] {0}, new double[] {1});
    double before = 0;
    double spent = 0;
    for (int k = 0; k < looks; k++) {
      double t = fractions.get(k);
      if (!(t > before) || t > 1 + 1e-12) {
        throw new IllegalArgumentException("fractions do not rise within 0 and 1: " + fractions);
      }
      double step = Math.sqrt(t - before);
      double due = spending.spent(Math.min(1, t), alpha) - spent;
      bounds[k] = bound(density, step, Math.sqrt(t), due);
      spent += due;
      if (k + 1 < looks) {
        double next = Math.sqrt(fractions.get(k + 1) - t);
        density = within(density, step, bounds[k] * Math.sqrt(t), Math.min(step, next));
      }
      before = t;
    }
    return bounds;
  }

  private static double bound(Density density, double step, double root, double due) {
    if (crossing(density, step, FARTHEST * root) >= due) {
      return FARTHEST;
    }
    return Probability.root(z -> crossing(density, step, z * root) - due, 0, FARTHEST);
  }

  /** Chance that the sum lies beyond ±c after one more step. */
  private static double crossing(Density density, double step, double c) {
    double sum = 0;
    for (int i = 0; i < density.at().length; i++) {
      double s = density.at()[i];
      sum +=
          density.mass()[i]
              * (Probability.above((c - s) / step) + Probability.above((c + s) / step));
    }
    return sum;
  }

  private static Density within(Density density, double step, double c, double finest) {
    int panels = (int) Math.clamp(Math.ceil(2 * c / (1.2 * finest)), 4, 2000);
    double half = c / panels;
    int n = panels * 10;
    var at = new double[n];
    var mass = new double[n];
    int i = 0;
    for (int panel = 0; panel < panels; panel++) {
      double middle = -c + (2 * panel + 1) * half;
      for (int node = 0; node < 5; node++) {
        for (int sign = -1; sign <= 1; sign += 2) {
          at[i] = middle + sign * half * NODES[node];
          mass[i] = half * WEIGHTS[node] * densityAt(density, step, at[i]);
          i++;
        }
      }
    }
    return new Density(at, mass);
  }

  private static double densityAt(Density density, double step, double x) {
    double sum = 0;
    for (int i = 0; i < density.at().length; i++) {
      double z = (x - density.at()[i]) / step;
      if (z > -FARTHEST && z < FARTHEST) {
        sum += density.mass()[i] * Math.exp(-z * z / 2);
      }
    }
    return sum / (step * Math.sqrt(2 * Math.PI));
  }
}
