package io.liftwerk.experiments.uplift;

import io.liftwerk.experiments.uplift.Ranking.Kind;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What rankings by chance alone reach on the same people: a ranking is worth something only where
 * it lies above.
 *
 * @param qini Qini coefficients of the shuffled rankings, ascending
 * @param uplift coefficients of their uplift curves, ascending; zeros where there are none
 * @param qiniLow 5th percentile of the Qini curve's heights at evenly spaced shares
 * @param qiniHigh 95th percentile of them
 * @param gainLow the same of the uplift curve
 * @param gainHigh the same of the uplift curve
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record RandomBand(
    double[] qini,
    double[] uplift,
    double[] qiniLow,
    double[] qiniHigh,
    double[] gainLow,
    double[] gainHigh) {
  /** Steps of the curves. */
  public static final int STEPS = 50;

  private static final int FEW = 50_000;

  /**
   * @param check called between two shuffles; throws when nobody waits for it
   */
  public static RandomBand of(
      double[] outcome, boolean[] treated, boolean numeric, long seed, Runnable check) {
    int n = outcome.length;
    int draws = n <= FEW ? 1000 : 200;
    int[] order = IntStream.range(0, n).toArray();
    var dice = new Draws(seed);
    Ranking any = Ranking.ordered(order, outcome, treated);
    double bestQini = any.perfect(Kind.QINI).area(Kind.QINI, null);
    double bestGain = numeric ? 0 : any.perfect(Kind.UPLIFT).area(Kind.UPLIFT, null);
    var qini = new double[draws];
    var uplift = new double[draws];
    var qiniHeights = new double[STEPS + 1][draws];
    var gainHeights = new double[STEPS + 1][draws];
    for (int draw = 0; draw < draws; draw++) {
      check.run();
      dice.shuffle(order);
      Ranking ranking = Ranking.ordered(order, outcome, treated);
      qini[draw] = bestQini == 0 ? 0 : ranking.area(Kind.QINI, null) / bestQini;
      uplift[draw] = bestGain == 0 ? 0 : ranking.area(Kind.UPLIFT, null) / bestGain;
      double[] qinis = ranking.heights(Kind.QINI, STEPS);
      double[] gains = ranking.heights(Kind.UPLIFT, STEPS);
      for (int step = 0; step <= STEPS; step++) {
        qiniHeights[step][draw] = qinis[step];
        gainHeights[step][draw] = gains[step];
      }
    }
    Arrays.sort(qini);
    Arrays.sort(uplift);
    return new RandomBand(
        qini,
        uplift,
        percentiles(qiniHeights, 0.05),
        percentiles(qiniHeights, 0.95),
        percentiles(gainHeights, 0.05),
        percentiles(gainHeights, 0.95));
  }

  private static double[] percentiles(double[][] heights, double share) {
    var found = new double[heights.length];
    for (int step = 0; step < found.length; step++) {
      double[] sorted = heights[step].clone();
      Arrays.sort(sorted);
      found[step] = percentile(sorted, share);
    }
    return found;
  }

  /** A percentile of ascending values, between two neighbours in proportion. */
  public static double percentile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** What 95 of 100 random rankings do not exceed. */
  public double p95() {
    return percentile(qini, 0.95);
  }
}
