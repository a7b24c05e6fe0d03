package io.liftwerk.scoring.insight;

import io.liftwerk.scoring.ScoringWarning;
import io.liftwerk.scoring.evaluation.DeLong;
import io.liftwerk.scoring.evaluation.Metrics;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Folds;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.models.Boosted;
import io.liftwerk.scoring.models.Logistic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Looks for a column that probably knows the outcome: one that alone ranks at least as well as all
 * others together. Every figure is out of fold. Alone, a column ranks as {@link SingleColumn} says.
 * All others together are the better of boosted trees and logistic regression without it.
 *
 * <p>No column's name is ever looked at. Where the others carry next to nothing there is nothing to
 * compare with: a column that ranks well but not nearly perfectly is then called the only driver,
 * not a leak.
 */
public final class Leakage {
  private static final int CAP = 30_000;
  private static final int FOLDS = 3;
  private static final int CANDIDATES = 4;
  private static final Logistic.Penalty PLAIN = new Logistic.Penalty(false, 0.1);

  /** Alone below this AUC a column explains too little to be a leak. */
  private static final double WORTH = 0.65;

  /** A column this close to the best alone is looked at as well. */
  private static final double NEAR = 0.02;

  /** Others together below this AUC say next to nothing. */
  private static final double NOTHING = 0.55;

  /** Alone from this AUC on a column is suspicious whatever the others say. */
  private static final double PERFECT = 0.9;

  private final Dataset data;
  private final int[] rows;
  private final boolean[] yes;
  private final int[] fold;
  private final int rounds;
  private final long seed;

  /**
   * @param rows rows with an outcome
   * @param rounds rounds the boosted trees were given on the training part
   */
  public Leakage(Dataset data, int[] rows, int rounds, long seed) {
    this.data = data;
    this.rows = Split.sample(data, rows, CAP, seed + 3);
    this.yes = data.outcomes(this.rows);
    this.fold = Split.folds(yes, FOLDS, seed + 4);
    this.rounds = rounds;
    this.seed = seed;
  }

  /** A column alone: its out-of-fold scores and their AUC. */
  @SuppressWarnings("ArrayRecordComponent") // private and never compared
  private record Alone(String source, double[] scores, double auc) {}

  public List<ScoringWarning> check(Work work) throws Exception {
    var warnings = new ArrayList<ScoringWarning>();
    for (Alone alone : candidates(work)) {
      double others = others(alone.source(), work);
      double low = DeLong.interval(alone.scores(), yes).low();
      if (alone.auc() < others - (alone.auc() > 0.99 ? 0.002 : 0) || low < 0.6) {
        continue;
      }
      warnings.add(
          others < NOTHING && alone.auc() < PERFECT
              ? driver(alone, others)
              : leakage(alone, others));
    }
    return warnings;
  }

  private static ScoringWarning leakage(Alone alone, double others) {
    return new ScoringWarning(
        "leakage",
        alone.source(),
        String.format(
            Locale.ROOT,
            "'%s' alone ranks as well (AUC %.3f) as all other columns together (%.3f): it may be"
                + " filled in only after the outcome; check when it is known, or exclude it.",
            alone.source(),
            alone.auc(),
            others));
  }

  private static ScoringWarning driver(Alone alone, double others) {
    return new ScoringWarning(
        "single-driver",
        alone.source(),
        String.format(
            Locale.ROOT,
            "Only '%s' tells the outcomes apart (AUC %.3f; all other columns together %.3f): make"
                + " sure that it is known before the outcome.",
            alone.source(),
            alone.auc(),
            others));
  }

  /**
   * The best columns alone, best first: no other can rank as well as the rest, which holds these.
   */
  private List<Alone> candidates(Work work) throws Exception {
    Map<String, Alone> best = new LinkedHashMap<>();
    List<Callable<Alone>> tasks = new ArrayList<>();
    for (Column column : data.columns()) {
      tasks.add(
          () -> {
            work.check();
            double[] scores = SingleColumn.scores(column, rows, yes, fold, FOLDS);
            return new Alone(column.source(), scores, Metrics.auc(scores, yes));
          });
    }
    for (Alone alone : work.all(tasks)) {
      best.merge(alone.source(), alone, (a, b) -> b.auc() > a.auc() ? b : a);
    }
    double highest = best.values().stream().mapToDouble(Alone::auc).max().orElse(0);
    return best.values().stream()
        .filter(alone -> alone.auc() >= Math.max(WORTH, highest - NEAR))
        .sorted(Comparator.comparingDouble(Alone::auc).reversed())
        .limit(CANDIDATES)
        .toList();
  }

  /** AUC of all columns but this one. */
  private double others(String source, Work work) throws Exception {
    Dataset rest = data.without(Set.of(source));
    if (rest.columns().isEmpty()) {
      return 0.5;
    }
    List<Callable<double[]>> tasks = new ArrayList<>();
    for (int f = 0; f < FOLDS; f++) {
      int[] apart = Folds.in(rows, fold, f);
      int[] learned = Folds.notIn(rows, fold, f);
      tasks.add(
          () -> {
            return new Boosted(false)
                .fit(rest, learned, rounds, seed, work)
                .score(rest, apart, work);
          });
      tasks.add(
          () -> new Logistic(false).fit(rest, learned, PLAIN, seed, work).score(rest, apart, work));
    }
    List<double[]> parts = work.all(tasks);
    return Math.max(auc(parts, 0), auc(parts, 1));
  }

  private double auc(List<double[]> parts, int kind) {
    var scores = new double[rows.length];
    var next = new int[FOLDS];
    for (int i = 0; i < rows.length; i++) {
      scores[i] = parts.get(2 * fold[i] + kind)[next[fold[i]]++];
    }
    return Metrics.auc(scores, yes);
  }
}
