package io.liftwerk.scoring.models;

import io.liftwerk.scoring.evaluation.Metrics;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Quantiles;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an experienced colleague would do by hand: at most three rules of at most two conditions. A
 * row's probability is the rate of the first rule that holds, drawn towards the base rate; rows
 * without a rule get the rate of the rest.
 *
 * <p>Rules are found one after the other on the rows not yet covered. A rule is good when it covers
 * many rows at a rate well over the rest: {@code coverage^a · (rate − base)}. Which {@code a}
 * serves this table (small sharp rules or broad ones) is decided by the AUC on the training part.
 */
public final class Heuristic implements Learner {
  private static final int RULES = 3;
  private static final int CAP = 50_000;
  private static final int PAIRED = 40;
  private static final int CUTS = 10;
  private static final int LEVELS = 20;

  /** A rule's rate differs from the base rate by this share of it, else it tells nothing. */
  private static final double TELLING = 0.2;

  @Override
  public String name() {
    return "heuristic";
  }

  @Override
  public Fitted train(Dataset data, int[] rows, long seed, Work work) {
    int[] sample = Split.sample(data, rows, CAP, seed);
    var search = new Search(data, sample, work);
    Rules best = null;
    double bestAuc = 0;
    for (double exponent : new double[] {0.5, 0.75, 1}) {
      Rules rules = search.rules(exponent).rated(data, rows);
      double auc = Metrics.auc(rules.rates(data, sample), data.outcomes(sample));
      if (best == null || auc > bestAuc + 1e-9) {
        best = rules;
        bestAuc = auc;
      }
    }
    return new Fitted(java.util.Objects.requireNonNull(best));
  }

  /** Rules with the rates of the rows learned from. */
  public record Fitted(Rules predictor) implements Model {

    @Override
    public Fitted again(Dataset data, int[] rows, Work work) {
      return new Fitted(predictor.rated(data, rows));
    }

    @Override
    public String settings() {
      return "at most %d rules".formatted(RULES);
    }
  }

  /** The conditions that could be asked of the sample, each with the set of rows it holds for. */
  private static final class Search {
    private final int size;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<long[]> held = new ArrayList<>();
    private final long[] yes;
    private final int smallest;
    private final double overall;
    private final Work work;

    Search(Dataset data, int[] sample, Work work) {
      this.work = work;
      size = sample.length;
      smallest = Math.max(10, size / 200);
      yes = new long[words()];
      for (int i = 0; i < size; i++) {
        if (data.yes(sample[i])) {
          yes[i >> 6] |= 1L << i;
        }
      }
      overall = count(yes) / (double) size;
      for (int c = 0; c < data.columns().size(); c++) {
        work.check();
        collect(c, data.columns().get(c), sample);
      }
    }

    private int words() {
      return (size + 63) >> 6;
    }

    private void collect(int index, Column column, int[] sample) {
      for (Condition condition : possible(index, column, sample)) {
        var set = new long[words()];
        for (int i = 0; i < size; i++) {
          if (condition.holds(column, sample[i])) {
            set[i >> 6] |= 1L << i;
          }
        }
        int rows = count(set);
        if (rows >= smallest && rows <= size - smallest) {
          conditions.add(condition);
          held.add(set);
        }
      }
    }

    private static List<Condition> possible(int index, Column column, int[] sample) {
      var found = new ArrayList<Condition>();
      switch (column) {
        case Column.Levels levels -> {
          for (int code = 0; code <= Math.min(levels.levels().size(), LEVELS); code++) {
            found.add(new Condition.Equals(index, code));
          }
        }
        case Column.Numbers numbers -> {
          found.add(new Condition.Missing(index));
          float last = Float.NaN;
          for (float cut : Quantiles.cuts(numbers.values(), sample, CUTS)) {
            found.add(new Condition.Limit(index, cut, true));
            if (!Float.isNaN(last)) {
              found.add(new Condition.Limit(index, cut, false));
            }
            last = cut;
          }
        }
      }
      return found;
    }

    Rules rules(double exponent) {
      var left = new long[words()];
      Arrays.fill(left, -1L);
      if ((size & 63) != 0) {
        left[left.length - 1] = (1L << size) - 1;
      }
      var rules = new ArrayList<Rules.Rule>();
      while (rules.size() < RULES) {
        Found found = best(left, exponent);
        if (found == null) {
          break;
        }
        rules.add(new Rules.Rule(found.conditions(), 0));
        for (int w = 0; w < left.length; w++) {
          left[w] &= ~found.rows()[w];
        }
      }
      return new Rules(rules, 0, 0);
    }

    @SuppressWarnings("ArrayRecordComponent") // private and never compared
    private record Found(List<Condition> conditions, long[] rows) {}

    private @Nullable Found best(long[] left, double exponent) {
      int rows = count(left);
      double base = countBoth(left, yes) / (double) Math.max(1, rows);
      var single = new double[conditions.size()];
      for (int i = 0; i < single.length; i++) {
        single[i] = quality(both(left, held.get(i)), rows, base, exponent);
      }
      Integer[] order = new Integer[single.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparingDouble(i -> -single[i]));
      double bestQuality = 0;
      Found best = null;
      for (int rank = 0; rank < Math.min(PAIRED, order.length); rank++) {
        work.check();
        int first = order[rank];
        long[] firstRows = both(left, held.get(first));
        if (single[first] > bestQuality + 1e-12) {
          bestQuality = single[first];
          best = new Found(List.of(conditions.get(first)), held.get(first));
        }
        for (int second = 0; second < single.length; second++) {
          if (conditions.get(second).equals(conditions.get(first))) {
            continue;
          }
          long[] together = both(firstRows, held.get(second));
          double quality = quality(together, rows, base, exponent);
          if (quality > bestQuality * 1.02) { // a second condition must earn its words
            bestQuality = quality;
            best = new Found(List.of(conditions.get(first), conditions.get(second)), together);
          }
        }
      }
      return best;
    }

    private double quality(long[] set, int rows, double base, double exponent) {
      int covered = count(set);
      if (covered < smallest) {
        return -1;
      }
      double rate = countBoth(set, yes) / (double) covered;
      if (Math.abs(rate / overall - 1) < TELLING) {
        return -1;
      }
      return Math.pow(covered / (double) rows, exponent) * Math.abs(rate - base);
    }

    private static long[] both(long[] a, long[] b) {
      var both = new long[a.length];
      for (int i = 0; i < a.length; i++) {
        both[i] = a[i] & b[i];
      }
      return both;
    }

    private static int count(long[] set) {
      int count = 0;
      for (long word : set) {
        count += Long.bitCount(word);
      }
      return count;
    }

    private static int countBoth(long[] a, long[] b) {
      int count = 0;
      for (int i = 0; i < a.length; i++) {
        count += Long.bitCount(a[i] & b[i]);
      }
      return count;
    }
  }
}
