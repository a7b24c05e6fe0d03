package io.liftwerk.scoring;

import io.liftwerk.scoring.LeadScoringResult.LeftOut;
import io.liftwerk.scoring.evaluation.Metrics;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.insight.SingleColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Keeps a table of very many columns trainable: of more than {@link #MOST} those are kept that rank
 * best alone, which is learned on the training part only.
 */
final class Narrowing {
  static final int MOST = 300;
  private static final int CAP = 20_000;
  private static final int FOLDS = 3;

  private Narrowing() {}

  /** The data without the weakest columns, which are added to {@code leftOut}. */
  static Dataset keep(Dataset data, int[] train, long seed, Work work, List<LeftOut> leftOut)
      throws Exception {
    List<String> sources = data.columns().stream().map(Column::source).distinct().toList();
    if (sources.size() <= MOST) {
      return data;
    }
    int[] rows = Split.sample(data, train, CAP, seed + 6);
    boolean[] yes = data.outcomes(rows);
    int[] fold = Split.folds(yes, FOLDS, seed + 7);
    List<Callable<Double>> tasks = new ArrayList<>();
    for (Column column : data.columns()) {
      tasks.add(
          () -> {
            work.check();
            return Metrics.auc(SingleColumn.scores(column, rows, yes, fold, FOLDS), yes);
          });
    }
    List<Double> aucs = work.all(tasks);
    Map<String, Double> best = new HashMap<>();
    for (int c = 0; c < aucs.size(); c++) {
      best.merge(data.columns().get(c).source(), aucs.get(c), Math::max);
    }
    Set<String> weak =
        sources.stream()
            .sorted(Comparator.comparingDouble((String source) -> -best.getOrDefault(source, 0.0)))
            .skip(MOST)
            .collect(Collectors.toSet());
    for (String source : sources) {
      if (weak.contains(source)) {
        leftOut.add(
            new LeftOut(
                source,
                String.format(
                    Locale.ROOT,
                    "of %,d columns the %d that tell most alone are kept",
                    sources.size(),
                    MOST)));
      }
    }
    return data.without(weak);
  }
}
