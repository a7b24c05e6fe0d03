package io.liftwerk.experiments.bandit;

/**
 * What was seen of an arm.
 *
 * @param count times it was played
 * @param sum of its rewards
 * @param squares sum of their squares
 */
public record Tally(double count, double sum, double squares) {
  /** Nothing yet. */
  public static final Tally NONE = new Tally(0, 0, 0);

  /** Rewards of 1 and 0. */
  public static Tally yes(double count, double yes) {
    return new Tally(count, yes, yes);
  }

  public Tally plus(Tally more) {
    return new Tally(count + more.count, sum + more.sum, squares + more.squares);
  }

  /** Mean reward; 0 of nothing. */
  public double mean() {
    return count == 0 ? 0 : sum / count;
  }

  /** Variance of a reward, of one draw less; 0 of fewer than two. */
  public double variance() {
    return count < 2 ? 0 : Math.max(0, (squares - sum * mean()) / (count - 1));
  }
}
