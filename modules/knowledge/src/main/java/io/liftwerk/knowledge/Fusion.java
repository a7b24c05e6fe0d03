package io.liftwerk.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one ranking of several. What a ranking does not hold counts 0 there. */
public final class Fusion {
  private Fusion() {}

  /**
   * Scores from 0 for the lowest to 1 for the highest; 1 for all where they are equal, since each
   * is as good as the best.
   */
  public static Map<String, Double> minMax(Map<String, Double> scores) {
    double low = scores.values().stream().mapToDouble(one -> one).min().orElse(0);
    double high = scores.values().stream().mapToDouble(one -> one).max().orElse(0);
    var scaled = new LinkedHashMap<String, Double>();
    scores.forEach(
        (document, score) ->
            scaled.put(document, high == low ? 1.0 : (score - low) / (high - low)));
    return scaled;
  }

  /**
   * The weighted sum of scores.
   *
   * @param weights one a ranking
   */
  public static Map<String, Double> weighted(
      List<Map<String, Double>> rankings, double... weights) {
    var sum = new HashMap<String, Double>();
    for (int i = 0; i < weights.length; i++) {
      double weight = weights[i];
      rankings
          .get(i)
          .forEach((document, score) -> sum.merge(document, weight * score, Double::sum));
    }
    return sum;
  }

  /**
   * Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): the sum of {@code 1 / (k +
   * rank)}.
   */
  public static Map<String, Double> reciprocalRanks(List<Map<String, Double>> rankings, int k) {
    var sum = new HashMap<String, Double>();
    for (Map<String, Double> ranking : rankings) {
      List<Map.Entry<String, Double>> order = new ArrayList<>(ranking.entrySet());
      order.sort(Map.Entry.<String, Double>comparingByValue().reversed());
      for (int i = 0; i < order.size(); i++) {
        sum.merge(order.get(i).getKey(), 1.0 / (k + i + 1), Double::sum);
      }
    }
    return sum;
  }
}
