package io.liftwerk.scoring;

import io.liftwerk.scoring.ModelDriftResult.Decay;
import io.liftwerk.scoring.ModelDriftResult.Promise;
import io.liftwerk.scoring.evaluation.DeLong;
import io.liftwerk.scoring.evaluation.Metrics;
import io.liftwerk.scoring.evaluation.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a model's probabilities were worth once the outcomes are known. */
final class DecayFigures {
  /** Rows of each outcome without which an AUC says nothing. */
  private static final int FEW = 10;

  /** A difference that matters. */
  private static final double MATTERS = 0.02;

  private static final double SIGNIFICANT = 0.01;
  private static final double Z95 = 1.959963984540054;

  private final @Nullable Promise holdout;

  DecayFigures(@Nullable Promise holdout) {
    this.holdout = holdout;
  }

  /** What a row was given, and what became of it. */
  record Known(double probability, boolean yes, @Nullable String month) {}

  /** Of all rows with an outcome. */
  Decay overall(List<Known> known) {
    return figures("all", known, 1);
  }

  /** By month; rows without a date are left out. */
  List<Decay> windows(List<Known> known) {
    var months = new TreeMap<String, List<Known>>();
    for (Known one : known) {
      String month = one.month();
      if (month != null) {
        months.computeIfAbsent(month, key -> new ArrayList<>()).add(one);
      }
    }
    var windows = new ArrayList<Decay>();
    for (Map.Entry<String, List<Known>> month : months.entrySet()) {
      windows.add(figures(month.getKey(), month.getValue(), months.size()));
    }
    return List.copyOf(windows);
  }

  /**
   * @param looks how many windows are looked at, for which chance is corrected (Bonferroni)
   */
  private Decay figures(String window, List<Known> known, int looks) {
    double[] scores = known.stream().mapToDouble(Known::probability).toArray();
    var yes = new boolean[scores.length];
    IntStream.range(0, yes.length).forEach(i -> yes[i] = known.get(i).yes());
    long positives = known.stream().filter(Known::yes).count();
    double predicted = Arrays.stream(scores).average().orElse(Double.NaN);
    double observed = positives / (double) yes.length;
    DeLong.Interval auc = null;
    boolean worse = false;
    if (positives >= FEW && yes.length - positives >= FEW) {
      auc = DeLong.interval(scores, yes);
      worse = worse(auc, DeLong.variance(scores, yes), looks);
    }
    double brier = Metrics.brier(scores, yes);
    double reach = Z95 * brierError(scores, yes, brier);
    return new Decay(
        window,
        yes.length,
        positives,
        auc == null ? null : auc.auc(),
        auc == null ? null : auc.low(),
        auc == null ? null : auc.high(),
        brier,
        Math.max(0, brier - reach),
        Math.min(1, brier + reach),
        predicted,
        observed,
        worse,
        offScale(scores, observed - predicted, looks));
  }

  /** One-sided, the holdout's own uncertainty counted too. */
  private boolean worse(DeLong.Interval auc, double variance, int looks) {
    if (holdout == null) {
      return false;
    }
    double before = (holdout.high() - holdout.low()) / (2 * Z95);
    double difference = holdout.auc() - auc.auc();
    double error = Math.sqrt(before * before + variance);
    return difference >= MATTERS
        && (error == 0 || Normal.twoSided(difference / error) / 2 * looks < SIGNIFICANT);
  }

  /**
   * Whether the number of yes lies apart from the sum of the probabilities by the normal
   * approximation.
   */
  private static boolean offScale(double[] scores, double difference, int looks) {
    double variance = Arrays.stream(scores).map(p -> p * (1 - p)).sum();
    double z = difference * scores.length / Math.sqrt(variance);
    return Math.abs(difference) >= MATTERS && Normal.twoSided(z) * looks < SIGNIFICANT;
  }

  private static double brierError(double[] scores, boolean[] yes, double mean) {
    double squares = 0;
    for (int i = 0; i < scores.length; i++) {
      double error = scores[i] - (yes[i] ? 1 : 0);
      squares += (error * error - mean) * (error * error - mean);
    }
    return scores.length < 2 ? 0 : Math.sqrt(squares / (scores.length - 1.0) / scores.length);
  }
}
