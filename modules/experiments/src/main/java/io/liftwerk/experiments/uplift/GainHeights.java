package io.liftwerk.experiments.uplift;

import io.liftwerk.experiments.uplift.Ranking.Kind;

/**
 * The heights of a curve after each person, without regard to ties, as CausalML takes them: QINI
 * for its {@code get_qini}, UPLIFT for its {@code get_cumgain}.
 *
 * @param heights after one person, after two, and so on
 * @param first place of the first one that is defined: the people before are all of one arm
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record GainHeights(Kind kind, double[] heights, int first) {

  /** The curve of a ranking. */
  public static GainHeights of(Ranking ranking, Kind kind) {
    return ranking.heights(kind);
  }

  /**
   * The heights' mean over the points 0 … n; up to the first that is defined the line is straight:
   * CausalML's {@code auuc_score}.
   */
  public double mean() {
    double total = 0;
    for (int i = first; i < heights.length; i++) {
      if (i == first) {
        // the lift, not the gain, is what is interpolated there
        double lift = kind == Kind.QINI ? heights[i] : heights[i] / (i + 1);
        for (int j = 1; j <= i; j++) {
          double part = lift * j / (i + 1);
          total += kind == Kind.QINI ? part : part * j;
        }
      }
      total += heights[i];
    }
    return total / (heights.length + 1);
  }

  /** The mean less that of the straight line to the end: CausalML's {@code qini_score}. */
  public double meanAboveLine() {
    return mean() - heights[heights.length - 1] / 2;
  }
}
