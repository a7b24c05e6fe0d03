package io.liftwerk.experiments.bandit;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The chance of each arm to be the best: {@code ∫ f(x) Π F(x) dx}, its own density by the chance
 * that all others lie below, by Simpson's rule.
 */
public final class BestArm {
  private static final int PANELS = 4_000;

  /** Deviations beyond which a density is nothing. */
  private static final double FAR = 12;

  private BestArm() {}

  /**
   * Of chances known by beta distributions.
   *
   * @param alpha per arm, at least 1
   * @param beta per arm, at least 1
   */
  public static double[] ofBetas(double[] alpha, double[] beta) {
    var arms = new ContinuousDistribution[alpha.length];
    for (int arm = 0; arm < arms.length; arm++) {
      arms[arm] = BetaDistribution.of(alpha[arm], beta[arm]);
    }
    return of(arms, 0, 1);
  }

  /**
   * Of means known by normal distributions.
   *
   * @param deviation per arm, more than 0
   */
  public static double[] ofNormals(double[] mean, double[] deviation) {
    var arms = new ContinuousDistribution[mean.length];
    for (int arm = 0; arm < arms.length; arm++) {
      arms[arm] = NormalDistribution.of(mean[arm], deviation[arm]);
    }
    return of(arms, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  private static double[] of(ContinuousDistribution[] arms, double least, double most) {
    var chances = new double[arms.length];
    for (int arm = 0; arm < arms.length; arm++) {
      int own = arm;
      double wide = FAR * Math.sqrt(arms[arm].getVariance());
      chances[arm] =
          integral(
              x -> {
                double product = arms[own].density(x);
                for (int other = 0; other < arms.length && product > 0; other++) {
                  product *= other == own ? 1 : arms[other].cumulativeProbability(x);
                }
                return product;
              },
              Math.max(least, arms[arm].getMean() - wide),
              Math.min(most, arms[arm].getMean() + wide));
    }
    return chances;
  }

  private static double integral(DoubleUnaryOperator function, double from, double to) {
    double step = (to - from) / PANELS;
    double sum = function.applyAsDouble(from) + function.applyAsDouble(to);
    for (int i = 1; i < PANELS; i++) {
      sum += (i % 2 == 1 ? 4 : 2) * function.applyAsDouble(from + i * step);
    }
    return sum * step / 3;
  }
}
