package io.liftwerk.warehouse.drift;

import java.util.Arrays;

/** Distances between two distributions given as shares over the same bins. */
public final class Distances {
  private static final double LEAST = 0.0001;

  private Distances() {}

  /**
   * Population stability index, the sum of (r - c) ln(r / c); an empty bin counts as a share of
   * 0.0001, or a millionth of the least share where that is as small (Evidently's rule).
   */
  public static double psi(double[] reference, double[] current) {
    double[] r = filled(reference);
    double[] c = filled(current);
    double sum = 0;
    for (int i = 0; i < r.length; i++) {
      sum += (r[i] - c[i]) * Math.log(r[i] / c[i]);
    }
    return sum;
  }

  private static double[] filled(double[] shares) {
    double least = Arrays.stream(shares).filter(share -> share > 0).min().orElse(1);
    double instead = least <= LEAST ? least / 1e6 : LEAST;
    return Arrays.stream(shares).map(share -> share == 0 ? instead : share).toArray();
  }

  /**
   * Jensen-Shannon distance, the square root of the divergence, in nats: 0 to sqrt(ln 2) (Endres
   * and Schindelin, IEEE Trans. Inf. Theory 49, 2003).
   */
  public static double jensenShannon(double[] reference, double[] current) {
    double sum = 0;
    for (int i = 0; i < reference.length; i++) {
      double middle = (reference[i] + current[i]) / 2;
      sum += part(reference[i], middle) + part(current[i], middle);
    }
    return Math.sqrt(Math.max(0, sum / 2));
  }

  private static double part(double share, double middle) {
    return share == 0 ? 0 : share * Math.log(share / middle);
  }

  /** Hellinger distance, 0 to 1. */
  static double hellinger(double[] reference, double[] current) {
    double sum = 0;
    for (int i = 0; i < reference.length; i++) {
      double difference = Math.sqrt(reference[i]) - Math.sqrt(current[i]);
      sum += difference * difference;
    }
    return Math.sqrt(sum / 2);
  }

  /** Half the sum of the differences of shares, 0 to 1. */
  static double totalVariation(double[] reference, double[] current) {
    double sum = 0;
    for (int i = 0; i < reference.length; i++) {
      sum += Math.abs(reference[i] - current[i]);
    }
    return sum / 2;
  }

  /** The largest difference of a share. */
  static double lInfinity(double[] reference, double[] current) {
    double most = 0;
    for (int i = 0; i < reference.length; i++) {
      most = Math.max(most, Math.abs(reference[i] - current[i]));
    }
    return most;
  }
}
