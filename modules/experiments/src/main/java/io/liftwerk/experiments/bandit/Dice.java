package io.liftwerk.experiments.bandit;

import io.liftwerk.experiments.uplift.Draws;

/** Draws from the distributions that policies and simulations need. */
public final class Dice {
  /** Variance from which on a binomial is as good as normal. */
  private static final double LARGE = 400;

  private final Draws draws;

  public Dice(long seed) {
    draws = new Draws(seed);
  }

  /** Evenly from 0 to 1, without 1. */
  double share() {
    return draws.share();
  }

  /** Evenly from 0 … bound − 1. */
  int below(int bound) {
    return draws.below(bound);
  }

  /** Standard normal (Box and Muller 1958). */
  double normal() {
    double radius = Math.sqrt(-2 * Math.log(1 - draws.share()));
    return radius * Math.cos(2 * Math.PI * draws.share());
  }

  /** Gamma with scale 1 (Marsaglia and Tsang 2000). */
  double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(1 - draws.share(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(1 - draws.share()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  double beta(double alpha, double beta) {
    double x = gamma(alpha);
    return x / (x + gamma(beta));
  }

  /** How many of {@code count} say yes; of very many by the normal distribution. */
  long binomial(long count, double chance) {
    if (count <= 0 || chance <= 0) {
      return 0;
    }
    if (chance >= 1) {
      return count;
    }
    double variance = count * chance * (1 - chance);
    if (variance > LARGE) {
      return Math.clamp(Math.round(count * chance + Math.sqrt(variance) * normal()), 0, count);
    }
    if (chance > 0.5) {
      return count - binomial(count, 1 - chance);
    }
    // from one yes to the next the wait is geometric
    double quiet = Math.log1p(-chance);
    long yes = 0;
    double place = 0;
    while (true) {
      place += Math.floor(Math.log(1 - draws.share()) / quiet) + 1;
      if (place > count) {
        return yes;
      }
      yes++;
    }
  }
}
