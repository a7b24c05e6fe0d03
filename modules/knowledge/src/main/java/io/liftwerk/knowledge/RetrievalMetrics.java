package io.liftwerk.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How good a ranking is for one query, by the definitions of trec_eval 9: relevant is what was
 * judged above 0, what was not judged is not relevant, and what was not retrieved is missed.
 */
public final class RetrievalMetrics {

  /** What a judgement is worth to nDCG. */
  public enum Gain {
    /** The judgement itself (Järvelin and Kekäläinen, TOIS 20(4), 2002), as in trec_eval. */
    LINEAR,
    /** {@code 2^judgement − 1} (Burges et al., ICML 2005). */
    EXPONENTIAL
  }

  /** Judgements in the order of the ranking. */
  private final int[] ranked;

  /** Judgements above 0, the highest first. */
  private final int[] ideal;

  private RetrievalMetrics(int[] ranked, int[] ideal) {
    this.ranked = ranked;
    this.ideal = ideal;
  }

  /**
   * @param judged judgement of each document, 0 or less for one that is not relevant
   * @param ranking documents, the best first, none twice
   */
  public static RetrievalMetrics of(Map<String, Integer> judged, List<String> ranking) {
    int[] ranked = ranking.stream().mapToInt(one -> judged.getOrDefault(one, 0)).toArray();
    int[] ideal =
        judged.values().stream()
            .filter(value -> value > 0)
            .sorted(Comparator.reverseOrder())
            .mapToInt(value -> value)
            .toArray();
    return new RetrievalMetrics(ranked, ideal);
  }

  /**
   * Documents in trec_eval's order: by score, which it keeps as a float, and equal ones from the
   * last name to the first.
   */
  public static List<String> order(Map<String, Double> scores) {
    var documents = new ArrayList<>(scores.entrySet());
    documents.sort(
        Comparator.comparingDouble((Map.Entry<String, Double> one) -> -one.getValue().floatValue())
            .thenComparing(Map.Entry.<String, Double>comparingByKey().reversed()));
    return documents.stream().map(Map.Entry::getKey).toList();
  }

  /** Normalised discounted cumulated gain of the first {@code k}, 0 without a relevant document. */
  public double ndcg(int k) {
    return ndcg(k, Gain.LINEAR);
  }

  /** As {@link #ndcg(int)}, by another gain. */
  public double ndcg(int k, Gain gain) {
    double best = dcg(ideal, k, gain);
    return best == 0 ? 0 : dcg(ranked, k, gain) / best;
  }

  private static double dcg(int[] judgements, int k, Gain gain) {
    double sum = 0;
    for (int i = 0; i < Math.min(k, judgements.length); i++) {
      int judged = Math.max(0, judgements[i]);
      double worth = gain == Gain.LINEAR ? judged : Math.pow(2, judged) - 1;
      sum += worth * Math.log(2) / Math.log(i + 2.0);
    }
    return sum;
  }

  /** Average precision; the mean of it over queries is MAP. */
  public double averagePrecision() {
    double sum = 0;
    int found = 0;
    for (int i = 0; i < ranked.length; i++) {
      if (ranked[i] > 0) {
        found++;
        sum += (double) found / (i + 1);
      }
    }
    return ideal.length == 0 ? 0 : sum / ideal.length;
  }

  /** One by the rank of the first relevant document; the mean of it over queries is MRR. */
  public double reciprocalRank() {
    return reciprocalRank(ranked.length);
  }

  /** As {@link #reciprocalRank()}, of the first {@code k}. */
  public double reciprocalRank(int k) {
    for (int i = 0; i < Math.min(k, ranked.length); i++) {
      if (ranked[i] > 0) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  /** Relevant ones among the first {@code k}, by {@code k}. */
  public double precision(int k) {
    return (double) hits(k) / k;
  }

  /** Relevant ones among the first {@code k}, by all relevant ones. */
  public double recall(int k) {
    return ideal.length == 0 ? 0 : (double) hits(k) / ideal.length;
  }

  /** Precision at as many as there are relevant ones. */
  public double rPrecision() {
    return ideal.length == 0 ? 0 : precision(ideal.length);
  }

  /** Whether one of the first {@code k} is relevant: 1 or 0. */
  public double success(int k) {
    return hits(k) > 0 ? 1 : 0;
  }

  /** Relevant ones among the first {@code k}. */
  public int hits(int k) {
    int hits = 0;
    for (int i = 0; i < Math.min(k, ranked.length); i++) {
      hits += ranked[i] > 0 ? 1 : 0;
    }
    return hits;
  }
}
