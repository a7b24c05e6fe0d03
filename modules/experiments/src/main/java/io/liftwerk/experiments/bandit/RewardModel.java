package io.liftwerk.experiments.bandit;

/**
 * Expected reward of each action in each context, drawn towards a prior where little was seen.
 *
 * @param expected contexts × actions
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record RewardModel(double[][] expected) {

  /**
   * Mean rewards by context and action.
   *
   * @param context per decision, 0 … contexts − 1
   * @param action per decision, 0 … actions − 1
   * @param prior mean that is drawn towards
   * @param weight decisions that the prior counts
   */
  public static RewardModel of(
      int[] context,
      int contexts,
      int[] action,
      int actions,
      double[] reward,
      double prior,
      double weight) {
    var sums = new double[contexts][actions];
    var counts = new double[contexts][actions];
    for (int i = 0; i < reward.length; i++) {
      sums[context[i]][action[i]] += reward[i];
      counts[context[i]][action[i]]++;
    }
    for (int c = 0; c < contexts; c++) {
      for (int a = 0; a < actions; a++) {
        sums[c][a] = (sums[c][a] + prior * weight) / (counts[c][a] + weight);
      }
    }
    return new RewardModel(sums);
  }
}
