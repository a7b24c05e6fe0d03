package io.liftwerk.scoring.lifetime;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Do groups leave alike? (Mantel, Cancer Chemotherapy Reports 50, 1966.)
 *
 * @param chiSquare the statistic
 * @param degrees of freedom, groups less one
 * @param p chance of one as large when they do
 */
public record LogRank(double chiSquare, int degrees, double p) {

  /**
   * @param time how long each was there
   * @param event whether it left then
   * @param group of each, from 0 to below {@code groups}; each has a member
   */
  public static LogRank of(double[] time, boolean[] event, int[] group, int groups) {
    Integer[] order = KaplanMeier.ascending(time);
    var there = new double[groups];
    for (int g : group) {
      there[g]++;
    }
    var excess = new double[groups - 1];
    var variance = new double[groups - 1][groups - 1];
    for (int i = 0; i < order.length; ) {
      double now = time[order[i]];
      double atRisk = order.length - i;
      var left = new double[groups];
      var gone = new double[groups];
      double events = 0;
      for (; i < order.length && time[order[i]] == now; i++) {
        gone[group[order[i]]]++;
        if (event[order[i]]) {
          left[group[order[i]]]++;
          events++;
        }
      }
      double spread = atRisk > 1 ? events * (atRisk - events) / (atRisk - 1) : 0;
      for (int g = 0; g < groups - 1; g++) {
        double share = there[g] / atRisk;
        excess[g] += left[g] - events * share;
        for (int h = 0; h < groups - 1; h++) {
          variance[g][h] += spread * share * ((g == h ? 1 : 0) - there[h] / atRisk);
        }
      }
      for (int g = 0; g < groups; g++) {
        there[g] -= gone[g];
      }
    }
    double[][] inverse = Matrix.inverse(variance);
    double chiSquare = inverse == null ? Double.NaN : Matrix.quadratic(inverse, excess);
    int degrees = groups - 1;
    return new LogRank(
        chiSquare,
        degrees,
        Double.isNaN(chiSquare)
            ? Double.NaN
            : RegularizedGamma.Q.value(degrees / 2.0, chiSquare / 2));
  }
}
