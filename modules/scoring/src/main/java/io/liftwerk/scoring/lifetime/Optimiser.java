package io.liftwerk.scoring.lifetime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Minimises a smooth function by the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno
 * (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 6.1) from several starts: each
 * goes a few steps, the best goes to the end, the next best only if that one came to none. It looks
 * only inside a box, since what runs against its wall runs off to infinity, and the caller is told
 * so.
 */
final class Optimiser {
  /** The box: {@code e^±9.2}, a ten-thousandth to ten thousand times a parameter's scale. */
  static final double WALL = 9.2;

  private static final int FIRST_STEPS = 12;
  private static final int STEPS = 200;

  /** Steps of this many in a row that gain next to nothing walk along a ridge. */
  private static final int PATIENCE = 12;

  private static final double NOTHING = 1e-10;
  private static final double FLAT = 1e-8;

  /** A gradient that rounding alone explains, when no step leads further down. */
  private static final double NEARLY_FLAT = 1e-5;

  private Optimiser() {}

  /**
   * @param at where the smallest value was found
   * @param value the value there
   * @param converged whether the gradient vanishes there
   * @param atWall whether it lies at the wall of the box
   * @param starts how many starts there were
   */
  record Optimum(double[] at, double value, boolean converged, boolean atWall, int starts) {}

  /** The state of one descent. */
  private static final class Descent {
    final double[] at;
    final double[] gradient;
    final double[][] inverse;
    double value;
    boolean stuck;

    Descent(Objective objective, double[] start) {
      at = start.clone();
      gradient = new double[at.length];
      inverse = new double[at.length][at.length];
      value = objective.at(at, gradient);
      reset();
    }

    void reset() {
      for (int i = 0; i < at.length; i++) {
        java.util.Arrays.fill(inverse[i], 0);
        inverse[i][i] = 1;
      }
    }

    double steepness() {
      double most = 0;
      for (double part : gradient) {
        most = Math.max(most, Math.abs(part));
      }
      return most;
    }

    boolean over() {
      return stuck || !Double.isFinite(value) || steepness() < FLAT;
    }
  }

  /**
   * @param starts where to begin, at least one
   * @param check called at every step; throws when nobody waits any longer
   */
  static Optimum minimise(Objective objective, List<double[]> starts, Runnable check) {
    var descents = new ArrayList<Descent>();
    for (double[] start : starts) {
      var descent = new Descent(objective, start);
      go(objective, descent, FIRST_STEPS, check);
      descents.add(descent);
    }
    descents.sort(Comparator.comparingDouble(d -> Double.isNaN(d.value) ? 1e300 : d.value));
    Descent best = descents.getFirst();
    go(objective, best, STEPS, check);
    if (descents.size() > 1 && (!converged(best) || atWall(best))) {
      Descent other = descents.get(1);
      go(objective, other, STEPS, check);
      best = other.value < best.value ? other : best;
    }
    return new Optimum(best.at, best.value, converged(best), atWall(best), starts.size());
  }

  private static boolean converged(Descent descent) {
    return Double.isFinite(descent.value) && descent.steepness() < NEARLY_FLAT;
  }

  private static boolean atWall(Descent descent) {
    for (double part : descent.at) {
      if (Math.abs(part) > WALL - 0.05) {
        return true;
      }
    }
    return false;
  }

  private static void go(Objective objective, Descent descent, int steps, Runnable check) {
    int idle = 0;
    for (int i = 0; i < steps && idle < PATIENCE && !descent.over(); i++) {
      check.run();
      double before = descent.value;
      step(objective, descent);
      idle = before - descent.value < NOTHING * (1 + Math.abs(before)) ? idle + 1 : 0;
    }
  }

  private static void step(Objective objective, Descent d) {
    int n = d.at.length;
    var direction = new double[n];
    double slope = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        direction[i] -= d.inverse[i][j] * d.gradient[j];
      }
      slope += direction[i] * d.gradient[i];
    }
    if (slope >= 0) {
      d.reset();
      slope = 0;
      for (int i = 0; i < n; i++) {
        direction[i] = -d.gradient[i];
        slope -= d.gradient[i] * d.gradient[i];
      }
    }
    double length = Math.min(1, longest(d.at, direction));
    var next = new double[n];
    var gradient = new double[n];
    for (int tries = 0; tries < 40; tries++) {
      for (int i = 0; i < n; i++) {
        next[i] = d.at[i] + length * direction[i];
      }
      double value = objective.at(next, gradient);
      if (value <= d.value + 1e-4 * length * slope) {
        update(d, next, gradient);
        d.value = value;
        return;
      }
      length *= 0.4;
    }
    d.stuck = true;
  }

  /** How far one may go: not through the wall, nor more than 2 in any direction. */
  private static double longest(double[] at, double[] direction) {
    double most = Double.MAX_VALUE;
    for (int i = 0; i < at.length; i++) {
      double wall = direction[i] > 0 ? WALL - at[i] : WALL + at[i];
      double part = Math.abs(direction[i]);
      if (part > 0) {
        most = Math.min(most, Math.min(2, Math.max(wall, 0)) / part);
      }
    }
    return most;
  }

  private static void update(Descent d, double[] next, double[] gradient) {
    int n = next.length;
    var s = new double[n];
    var y = new double[n];
    double sy = 0;
    double yy = 0;
    for (int i = 0; i < n; i++) {
      s[i] = next[i] - d.at[i];
      y[i] = gradient[i] - d.gradient[i];
      sy += s[i] * y[i];
      yy += y[i] * y[i];
    }
    System.arraycopy(next, 0, d.at, 0, n);
    System.arraycopy(gradient, 0, d.gradient, 0, n);
    if (sy <= 1e-14 * yy || sy == 0) {
      return;
    }
    var hy = new double[n];
    double yhy = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        hy[i] += d.inverse[i][j] * y[j];
      }
      yhy += y[i] * hy[i];
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        d.inverse[i][j] += (1 + yhy / sy) * s[i] * s[j] / sy - (hy[i] * s[j] + s[i] * hy[j]) / sy;
      }
    }
  }
}
