package io.liftwerk.scoring.insight;

import io.liftwerk.scoring.ScoringDetails.Importance;
import io.liftwerk.scoring.evaluation.Metrics;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.models.Predictor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Permutation importance: the AUC lost on records not learned from when the values of one column
 * change places (L. Breiman, Random Forests, 2001; A. Fisher, C. Rudin, F. Dominici, 2019). All
 * that was made of a column changes places together.
 */
public final class Shuffled {
  private static final int ROWS = 4_000;
  private static final int FEW_COLUMNS = 60;

  private Shuffled() {}

  /**
   * @param test rows to judge on
   * @return one a column of the table, most important first
   */
  public static List<Importance> importance(
      Predictor model, Dataset data, int[] test, long seed, Work work) throws Exception {
    Dataset sample = data.subset(Split.sample(data, test, ROWS, seed + 11));
    int[] all = IntStream.range(0, sample.rows()).toArray();
    boolean[] yes = sample.outcomes(all);
    double whole = Metrics.auc(model.logOdds(sample, all, work), yes);
    List<String> sources = sample.columns().stream().map(Column::source).distinct().toList();
    int repeats = sources.size() <= FEW_COLUMNS ? 5 : 1;
    List<Callable<Importance>> tasks = new ArrayList<>();
    for (String source : sources) {
      tasks.add(
          () -> {
            var lost = new double[repeats];
            for (int repeat = 0; repeat < repeats; repeat++) {
              work.check();
              int[] places = Split.shuffled(sample.rows(), seed + 31 * repeat + source.hashCode());
              Dataset shuffled =
                  sample.with(
                      sample.columns().stream()
                          .map(c -> c.source().equals(source) ? c.pick(places) : c)
                          .toList());
              lost[repeat] = whole - Metrics.auc(model.logOdds(shuffled, all, work), yes);
            }
            return new Importance(source, mean(lost), deviation(lost));
          });
    }
    return work.all(tasks).stream()
        .sorted(Comparator.comparingDouble(Importance::auc).reversed())
        .toList();
  }

  private static double mean(double[] values) {
    return java.util.Arrays.stream(values).average().orElse(0);
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return values.length < 2 ? 0 : Math.sqrt(sum / (values.length - 1));
  }
}
