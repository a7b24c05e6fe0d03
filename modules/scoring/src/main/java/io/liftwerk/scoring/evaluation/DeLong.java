package io.liftwerk.scoring.evaluation;

import java.util.Arrays;

/**
 * Variance of an AUC and the paired test of two on the same rows: E. R. DeLong, D. M. DeLong, D. L.
 * Clarke-Pearson, Biometrics 44 (1988), computed in O(n log n) from placements as in X. Sun, W. Xu,
 * IEEE Signal Processing Letters 21 (2014); the placement of a yes is the share of no it outranks,
 * ties half.
 */
public final class DeLong {
  private static final double Z95 = 1.959963984540054;

  private DeLong() {}

  /** An AUC with DeLong's 95 % interval, cut to 0 … 1. */
  public record Interval(double auc, double low, double high) {}

  /**
   * @param difference AUC of the second minus AUC of the first
   * @param p two-sided
   */
  public record Test(double difference, double p) {}

  public static Interval interval(double[] scores, boolean[] yes) {
    Placements placements = Placements.of(scores, yes);
    double error = Math.sqrt(covariance(placements, placements));
    double auc = placements.auc();
    return new Interval(auc, Math.max(0, auc - Z95 * error), Math.min(1, auc + Z95 * error));
  }

  public static double variance(double[] scores, boolean[] yes) {
    Placements placements = Placements.of(scores, yes);
    return covariance(placements, placements);
  }

  /** Tests whether two rankings of the same rows have the same AUC. */
  public static Test compare(double[] first, double[] second, boolean[] yes) {
    Placements a = Placements.of(first, yes);
    Placements b = Placements.of(second, yes);
    double difference = b.auc() - a.auc();
    double variance = covariance(a, a) + covariance(b, b) - 2 * covariance(a, b);
    if (variance <= 1e-18) {
      return new Test(difference, Math.abs(difference) <= 1e-12 ? 1 : 0);
    }
    double z = difference / Math.sqrt(variance);
    return new Test(difference, Normal.twoSided(z));
  }

  private static double covariance(Placements a, Placements b) {
    return covariance(a.ofYes, b.ofYes) / a.ofYes.length
        + covariance(a.ofNo, b.ofNo) / a.ofNo.length;
  }

  private static double covariance(double[] x, double[] y) {
    if (x.length < 2) {
      return 0;
    }
    double meanX = Arrays.stream(x).average().orElse(0);
    double meanY = Arrays.stream(y).average().orElse(0);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - meanX) * (y[i] - meanY);
    }
    return sum / (x.length - 1);
  }

  @SuppressWarnings("ArrayRecordComponent") // private and never compared
  private record Placements(double[] ofYes, double[] ofNo) {

    static Placements of(double[] scores, boolean[] yes) {
      double[] up = Curve.sorted(scores, yes, true);
      double[] down = Curve.sorted(scores, yes, false);
      var ofYes = new double[up.length];
      var ofNo = new double[down.length];
      int i = 0;
      int j = 0;
      for (int row = 0; row < scores.length; row++) {
        double score = scores[row] + 0.0;
        if (yes[row]) {
          ofYes[i++] = (below(down, score) + notAbove(down, score)) / (2.0 * down.length);
        } else {
          ofNo[j++] = 1 - (below(up, score) + notAbove(up, score)) / (2.0 * up.length);
        }
      }
      return new Placements(ofYes, ofNo);
    }

    double auc() {
      return Arrays.stream(ofYes).average().orElse(Double.NaN);
    }

    /** How many of the ascending values are smaller than {@code limit}. */
    private static int below(double[] values, double limit) {
      int low = 0;
      int high = values.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (values[middle] < limit) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private static int notAbove(double[] values, double limit) {
      return below(values, Math.nextUp(limit));
    }
  }
}
