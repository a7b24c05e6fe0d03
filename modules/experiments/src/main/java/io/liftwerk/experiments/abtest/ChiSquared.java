package io.liftwerk.experiments.abtest;

/**
 * Whether counts are as expected.
 *
 * @param statistic Pearson's
 * @param freedom degrees of freedom
 * @param p chance of counts at least as far from what is expected
 */
public record ChiSquared(double statistic, int freedom, double p) {

  /**
   * Counts beside the shares they were meant to have.
   *
   * @param shares above 0; need not add up to 1
   */
  public static ChiSquared ofShares(long[] counts, double[] shares) {
    double all = 0;
    double total = 0;
    for (int i = 0; i < counts.length; i++) {
      all += counts[i];
      total += shares[i];
    }
    double statistic = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = all * shares[i] / total;
      statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    return of(statistic, counts.length - 1);
  }

  /** Whether rows and columns of a table of counts have to do with each other. */
  public static ChiSquared ofTable(long[][] table) {
    var rows = new double[table.length];
    var columns = new double[table[0].length];
    double all = 0;
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        rows[i] += table[i][j];
        columns[j] += table[i][j];
        all += table[i][j];
      }
    }
    double statistic = 0;
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        double expected = rows[i] * columns[j] / all;
        if (expected > 0) {
          statistic += (table[i][j] - expected) * (table[i][j] - expected) / expected;
        }
      }
    }
    return of(statistic, (rows.length - 1) * (columns.length - 1));
  }

  private static ChiSquared of(double statistic, int freedom) {
    return new ChiSquared(
        statistic, freedom, freedom == 0 ? 1 : Probability.chiSquaredAbove(statistic, freedom));
  }
}
