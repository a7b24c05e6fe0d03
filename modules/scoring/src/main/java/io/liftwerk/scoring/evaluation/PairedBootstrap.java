package io.liftwerk.scoring.evaluation;

import io.liftwerk.scoring.features.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * How far the figures of two models on the same rows lie apart, and how sure that is: rows are
 * drawn with replacement, the same for both (B. Efron, R. Tibshirani, An Introduction to the
 * Bootstrap, 1993, chapters 13 and 16). Everything depends on the rows and the seed alone.
 */
public final class PairedBootstrap {
  private static final long STEPS = 60_000_000;
  private static final int FEWEST = 100;
  private static final int MOST = 1000;
  private static final double TOP = 0.2;

  private PairedBootstrap() {}

  /**
   * Figures of a model.
   *
   * @param averagePrecision as {@link Metrics#averagePrecision}
   * @param top20 share of all yes among the best fifth, ties by their share
   */
  public record Figures(double averagePrecision, double brier, double logLoss, double top20) {
    double[] values() {
      return new double[] {averagePrecision, brier, logLoss, top20};
    }
  }

  /**
   * @param low lower end of the 95 % interval, by percentiles
   * @param p two-sided: twice the share of draws on the other side of 0, at least one draw
   */
  public record Difference(double difference, double low, double high, double p) {}

  /** Figures of one model. */
  public static Figures figures(double[] scores, boolean[] yes) {
    var weights = new int[scores.length];
    Arrays.fill(weights, 1);
    return new Ranked(scores, yes).figures(weights);
  }

  /**
   * Second less first of average precision, Brier score, log loss and capture of the best fifth, in
   * this order.
   */
  public static List<Difference> differences(
      double[] first, double[] second, boolean[] yes, long seed, Work work) throws Exception {
    var one = new Ranked(first, yes);
    var other = new Ranked(second, yes);
    int draws = Math.clamp(STEPS / Math.max(1, yes.length), FEWEST, MOST);
    List<Callable<double[]>> tasks = new ArrayList<>();
    for (int draw = 0; draw < draws; draw++) {
      long own = seed * 1_000_003L + draw;
      tasks.add(
          () -> {
            work.check();
            int[] weights = weights(yes, own);
            return less(other.figures(weights).values(), one.figures(weights).values());
          });
    }
    List<double[]> found = work.all(tasks);
    double[] whole = less(figures(second, yes).values(), figures(first, yes).values());
    return IntStream.range(0, whole.length)
        .mapToObj(
            figure ->
                difference(
                    whole[figure], found.stream().mapToDouble(draw -> draw[figure]).toArray()))
        .toList();
  }

  private static double[] less(double[] second, double[] first) {
    var less = new double[first.length];
    for (int i = 0; i < less.length; i++) {
      less[i] = second[i] - first[i];
    }
    return less;
  }

  private static Difference difference(double whole, double[] draws) {
    Arrays.sort(draws);
    long below = Arrays.stream(draws).filter(x -> x <= 0).count();
    long above = Arrays.stream(draws).filter(x -> x >= 0).count();
    double p = Math.min(1, 2.0 * Math.max(1, Math.min(below, above)) / draws.length);
    return new Difference(
        whole,
        draws[(int) Math.floor(0.025 * (draws.length - 1))],
        draws[(int) Math.ceil(0.975 * (draws.length - 1))],
        p);
  }

  /** How often each row is drawn: as many draws as rows, each outcome among its own. */
  private static int[] weights(boolean[] yes, long seed) {
    var weights = new int[yes.length];
    for (boolean outcome : new boolean[] {true, false}) {
      int[] rows = IntStream.range(0, yes.length).filter(row -> yes[row] == outcome).toArray();
      long state = outcome ? seed : ~seed;
      for (int i = 0; i < rows.length; i++) {
        // SplitMix64 (Steele, Lea, Flood 2014)
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        weights[rows[(int) Math.unsignedMultiplyHigh(z, rows.length)]]++;
      }
    }
    return weights;
  }

  /** Rows in the order of their scores, highest first. */
  private static final class Ranked {
    private final double[] scores;
    private final boolean[] yes;
    private final int[] order;

    Ranked(double[] scores, boolean[] yes) {
      this.scores = scores;
      this.yes = yes;
      this.order =
          IntStream.range(0, scores.length)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer row) -> -scores[row]))
              .mapToInt(row -> row)
              .toArray();
    }

    Figures figures(int[] weights) {
      long all = 0;
      long allYes = 0;
      double brier = 0;
      double loss = 0;
      for (int row = 0; row < scores.length; row++) {
        if (weights[row] > 0) {
          all += weights[row];
          allYes += yes[row] ? weights[row] : 0;
          double error = scores[row] - (yes[row] ? 1 : 0);
          brier += weights[row] * error * error;
          double p = Math.clamp(scores[row], Math.ulp(1.0), 1 - Math.ulp(1.0));
          loss -= weights[row] * (yes[row] ? Math.log(p) : Math.log1p(-p));
        }
      }
      double precision = 0;
      double captured = 0;
      double top = TOP * all;
      long before = 0;
      long yesBefore = 0;
      for (int i = 0; i < order.length; ) {
        double score = scores[order[i]];
        long rows = before;
        long hits = yesBefore;
        for (; i < order.length && scores[order[i]] == score; i++) {
          rows += weights[order[i]];
          hits += yes[order[i]] ? weights[order[i]] : 0;
        }
        if (rows > before) {
          precision += (hits - yesBefore) * (hits / (double) rows);
          double share = Math.clamp((top - before) / (rows - before), 0, 1);
          captured += share * (hits - yesBefore);
        }
        before = rows;
        yesBefore = hits;
      }
      return new Figures(precision / allYes, brier / all, loss / all, captured / allYes);
    }
  }
}
