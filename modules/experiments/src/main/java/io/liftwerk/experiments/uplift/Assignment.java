package io.liftwerk.experiments.uplift;

import io.liftwerk.scoring.Examples;
import io.liftwerk.scoring.Learning;
import io.liftwerk.scoring.Learning.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Whether people's features tell who was treated. By lot they do not, and the model of the
 * treatment ranks unseen people no better than chance.
 *
 * @param auc of the model on people it had not seen
 * @param p of such an AUC by lot (Mann and Whitney 1947, large samples)
 * @param chance per person, as the model says it, between 0.01 and 0.99
 * @param beyond how many were outside of that
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Assignment(double auc, double p, double[] chance, int beyond) {
  private static final int HALVES = 2;
  private static final int MANY = 200_000;
  private static final double LEAST = 0.01;

  /** Looks at the people of a trial. */
  public static Assignment of(Trial trial, Learning learning, long seed) throws Exception {
    int[] fold = trial.folds(HALVES, seed + 61);
    var chance = new double[trial.size()];
    List<Callable<Half>> halves = new ArrayList<>();
    for (int f = 0; f < HALVES; f++) {
      int part = f;
      halves.add(() -> half(trial, fold, part, learning, seed));
    }
    // beside each other only where both fit into memory: each copies its rows
    int together = trial.size() > MANY ? 1 : HALVES;
    for (int from = 0; from < HALVES; from += together) {
      for (Half half : learning.all(halves.subList(from, from + together))) {
        for (int i = 0; i < half.places().length; i++) {
          chance[half.places()[i]] = half.chance()[i];
        }
      }
    }
    double auc = auc(chance, trial.treated());
    double treated = trial.arm(true).length;
    double control = trial.size() - treated;
    double error = Math.sqrt((treated + control + 1) / (12 * treated * control));
    int beyond = (int) Arrays.stream(chance).filter(c -> c < LEAST || c > 1 - LEAST).count();
    double[] clamped = Arrays.stream(chance).map(c -> Math.clamp(c, LEAST, 1 - LEAST)).toArray();
    return new Assignment(auc, Covariates.twoSided((auc - 0.5) / error), clamped, beyond);
  }

  /** Some people, and what the model of the others says of them. */
  private record Half(int[] places, double[] chance) {}

  private static Half half(Trial trial, int[] fold, int part, Learning learning, long seed)
      throws Exception {
    int[] learned = IntStream.range(0, fold.length).filter(i -> fold[i] != part).toArray();
    int[] others = IntStream.range(0, fold.length).filter(i -> fold[i] == part).toArray();
    double[] labels = IntStream.of(learned).mapToDouble(i -> trial.treated()[i] ? 1 : 0).toArray();
    Examples examples = Examples.binary(rows(trial, learned), labels);
    return new Half(
        others,
        learning
            .train(Method.LINEAR, trial.features(), examples, seed)
            .predict(trial.features(), rows(trial, others)));
  }

  private static int[] rows(Trial trial, int[] places) {
    return IntStream.of(places).map(i -> trial.rows()[i]).toArray();
  }

  /** Chance that somebody treated scores higher than somebody not; equal scores count half. */
  static double auc(double[] score, boolean[] treated) {
    int[] order = Places.descending(score);
    double ranks = 0;
    double count = 0;
    for (int i = 0; i < order.length; ) {
      int end = i;
      while (end < order.length && score[order[end]] == score[order[i]]) {
        end++;
      }
      for (int k = i; k < end; k++) {
        if (treated[order[k]]) {
          ranks += order.length - (i + end - 1) / 2.0;
          count++;
        }
      }
      i = end;
    }
    return (ranks - count * (count + 1) / 2) / (count * (order.length - count));
  }
}
