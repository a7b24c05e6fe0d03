package io.liftwerk.scoring.evaluation;

import java.util.Arrays;

/**
 * Means of a figure over the parts of repeated cross-validation. The parts share rows, so the
 * variance of the mean is {@code (1/J + n₂/n₁) s²} with J parts, n₂ rows judged on and n₁ learned
 * from: C. Nadeau, Y. Bengio, Inference for the Generalization Error, Machine Learning 52 (2003).
 *
 * @param mean over the parts
 * @param low lower end of the 95 % interval of the mean, by Student's t with J − 1 degrees
 * @param high upper end
 */
public record Resampled(double mean, double low, double high) {

  /**
   * @param values one a part
   * @param ratio rows judged on over rows learned from, in each part
   */
  public static Resampled of(double[] values, double ratio) {
    int parts = values.length;
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double error = Math.sqrt((1.0 / parts + ratio) * squares / (parts - 1));
    double reach = StudentT.quantile(0.05, parts - 1) * error;
    return new Resampled(mean, mean - reach, mean + reach);
  }
}
