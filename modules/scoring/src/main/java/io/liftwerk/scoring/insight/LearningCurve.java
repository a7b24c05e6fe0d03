package io.liftwerk.scoring.insight;

import io.liftwerk.scoring.ScoringDetails.Learning;
import io.liftwerk.scoring.ScoringDetails.Step;
import io.liftwerk.scoring.evaluation.DeLong;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.models.Learner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Would more data help? The chosen model learns from a part of the training rows, twice as many at
 * each step, and is judged on the holdout. What the last doubling brought says what the next may.
 */
public final class LearningCurve {
  private static final int MOST_ROWS = 60_000;
  private static final int FEWEST_ROWS = 100;
  private static final int DOUBLINGS = 3;

  /** AUC that a doubling must bring to be worth collecting for. */
  private static final double WORTH = 0.002;

  private static final double SIGNIFICANT = 0.05;

  private LearningCurve() {}

  public static Learning of(Learner.Model model, Dataset data, Split split, long seed, Work work)
      throws Exception {
    int whole = Math.min(MOST_ROWS, split.train().length);
    List<Callable<double[]>> tasks = new ArrayList<>();
    var sizes = new ArrayList<Integer>();
    for (int doubling = DOUBLINGS; doubling >= 0; doubling--) {
      int size = whole >> doubling;
      int[] part = Split.sample(data, split.train(), size, seed + 13);
      long yes = data.positives(part);
      if (doubling == 0 || part.length >= FEWEST_ROWS && yes >= 10 && part.length - yes >= 10) {
        sizes.add(part.length);
        tasks.add(
            () -> model.again(data, part, work).predictor().logOdds(data, split.test(), work));
      }
    }
    List<double[]> scores = work.all(tasks);
    boolean[] yes = data.outcomes(split.test());
    var steps = new ArrayList<Step>();
    for (int i = 0; i < sizes.size(); i++) {
      DeLong.Interval interval = DeLong.interval(scores.get(i), yes);
      steps.add(new Step(sizes.get(i), interval.auc(), interval.low(), interval.high()));
    }
    if (steps.size() < 2) {
      return new Learning(
          steps, "There are too few records to tell whether more of them would help.");
    }
    DeLong.Test last = DeLong.compare(scores.get(scores.size() - 2), scores.getLast(), yes);
    boolean helps = last.difference() >= WORTH && last.p() < SIGNIFICANT;
    return new Learning(
        steps,
        String.format(
            Locale.ROOT,
            helps
                ? "Twice as many records to learn from raised the AUC by %.3f: more data would"
                    + " probably help."
                : "Twice as many records to learn from changed the AUC by %.3f: more data of this"
                    + " kind would hardly help.",
            last.difference()));
  }
}
