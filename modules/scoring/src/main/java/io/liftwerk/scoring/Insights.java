package io.liftwerk.scoring;

import io.liftwerk.scoring.ScoringDetails.ColumnCheck;
import io.liftwerk.scoring.ScoringDetails.Fairness;
import io.liftwerk.scoring.ScoringDetails.Importance;
import io.liftwerk.scoring.ScoringDetails.Profit;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.insight.FairnessCheck;
import io.liftwerk.scoring.insight.LearningCurve;
import io.liftwerk.scoring.insight.PartialDependence;
import io.liftwerk.scoring.insight.Shuffled;
import io.liftwerk.workspace.JobContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what stands behind a scoring's figures. */
final class Insights {
  /** Share that counts as contacted where no threshold was found. */
  private static final double TOP = 0.2;

  private final Prepared prepared;
  private final Contest contest;
  private final LeadScoringRequest request;
  private final Work work;

  Insights(Prepared prepared, Contest contest, LeadScoringRequest request, Work work) {
    this.prepared = prepared;
    this.contest = contest;
    this.request = request;
    this.work = work;
  }

  /**
   * @param candidates probabilities of the records to act upon
   */
  ScoringDetails details(JobContext context, List<ColumnCheck> checks, double[] candidates)
      throws Exception {
    Dataset data = prepared.data();
    Split split = prepared.split();
    Contest.Entry chosen = contest.chosen();
    var predictor = chosen.model().predictor();
    long seed = request.seed();
    boolean[] yes = data.outcomes(split.test());
    Profits profits = Profits.of(request.options(), candidates.length);
    Profit profit = profits == null ? null : profits.judge(contest, yes, candidates);
    Fairness fairness = fairness(yes, profit);
    context.progress(0.8, "Asking what each column is worth");
    List<Importance> importance = Shuffled.importance(predictor, data, split.test(), seed, work);
    var dependence =
        PartialDependence.of(
            predictor,
            chosen.calibration(),
            data,
            split.test(),
            importance.stream().map(Importance::column).toList(),
            seed,
            work);
    context.progress(0.85, "Asking whether more data would help");
    var learning = LearningCurve.of(chosen.model(), data, split, seed, work);
    return new ScoringDetails(
        request.options().purpose(),
        contest.validations(),
        contest.comparisons(),
        contest.calibrations(),
        profit,
        importance,
        dependence,
        fairness,
        learning,
        checks,
        suggestions());
  }

  private @Nullable Fairness fairness(boolean[] yes, @Nullable Profit profit) {
    String column = request.options().fairness();
    if (column == null) {
      return null;
    }
    double[] probabilities = contest.chosen().probabilities();
    byte[] all = prepared.facts().group();
    int[] test = prepared.split().test();
    var group = new byte[test.length];
    for (int i = 0; i < test.length; i++) {
      group[i] = all[test[i]];
    }
    Fairness fairness =
        FairnessCheck.of(
            column,
            probabilities,
            yes,
            group,
            prepared.facts().groups(),
            profit == null ? top(probabilities) : profit.threshold());
    if (FairnessCheck.uneven(fairness)) {
      prepared.warnings().add(new ScoringWarning("uneven-groups", column, fairness.finding()));
    }
    return fairness;
  }

  private static double top(double[] probabilities) {
    double[] sorted = probabilities.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.floor((1 - TOP) * (sorted.length - 1))];
  }

  private List<String> suggestions() {
    var suggestions = new ArrayList<String>();
    if (prepared.splitBy().equals("seed") && !prepared.dates().isEmpty()) {
      suggestions.add(
          "'%s' says when records came in: judge the models on the latest of them, as they will be used, with --time."
              .formatted(prepared.dates().getFirst()));
    }
    return suggestions;
  }
}
