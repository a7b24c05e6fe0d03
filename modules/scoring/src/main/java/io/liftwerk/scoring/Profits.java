package io.liftwerk.scoring;

import io.liftwerk.scoring.ModelEvaluation.Point;
import io.liftwerk.scoring.ScoringDetails.Profit;
import io.liftwerk.scoring.evaluation.ProfitCurve;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds whom to contact by what a win is worth, what a contact costs, and how many can be made. */
final class Profits {
  private final double value;
  private final double cost;
  private final double most;

  private Profits(double value, double cost, double most) {
    this.value = value;
    this.cost = cost;
    this.most = most;
  }

  /**
   * @param candidates records that could be contacted
   * @return null where no value was given
   */
  static @Nullable Profits of(ScoringOptions options, long candidates) {
    Double value = options.value();
    if (value == null) {
      return null;
    }
    Double cost = options.cost();
    Long capacity = options.capacity();
    double most =
        capacity == null || candidates == 0 ? 1 : Math.min(1, capacity / (double) candidates);
    return new Profits(value, cost == null ? 0 : cost, most);
  }

  /**
   * @param contest its out-of-fold scores choose the threshold, its holdout judges it
   * @param yes outcome of each row of the holdout
   * @param candidates probabilities of those that could be contacted
   */
  Profit judge(Contest contest, boolean[] yes, double[] candidates) {
    Contest.Entry chosen = contest.chosen();
    double found =
        new ProfitCurve(chosen.trainingProbabilities(), contest.outOfFoldOutcomes(), value, cost)
            .threshold(most);
    double threshold = Math.min(1, found);
    var curve = new ProfitCurve(chosen.probabilities(), yes, value, cost);
    var rules = new ProfitCurve(contest.heuristic().probabilities(), yes, value, cost);
    double contacted = Math.min(most, curve.share(threshold));
    double[] best = Arrays.stream(candidates).filter(p -> p >= threshold).sorted().toArray();
    int contacts = (int) Math.min(best.length, Math.round(most * candidates.length));
    double expected = 0;
    for (int i = best.length - contacts; i < best.length; i++) {
      expected += value * best[i] - cost;
    }
    return new Profit(
        value,
        cost,
        most,
        threshold,
        contacted,
        curve.at(contacted),
        rules.at(contacted),
        most * curve.at(1),
        points(curve),
        points(rules),
        contacts,
        expected);
  }

  private static List<Point> points(ProfitCurve curve) {
    return curve.points().stream()
        .map(point -> new Point(point.contacted(), point.perThousand()))
        .toList();
  }
}
