package io.liftwerk.scoring.models;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.liftwerk.scoring.evaluation.Metrics;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Folds;
import io.liftwerk.scoring.features.LinearFeatures;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Logistic regression with an L1 or L2 penalty by LibLinear (coordinate descent, trust region
 * Newton; deterministic). Penalty and strength are chosen by cross-validated log loss on the
 * training part; the intercept is not penalised. Beyond {@link #CELLS} filled slots it learns from
 * a stratified sample of the rows.
 *
 * @param balanced whether both outcomes weigh alike in sum
 */
public record Logistic(boolean balanced) implements Learner {
  private static final int TUNING_ROWS = 8_000;
  private static final int FOLDS = 3;

  /** LibLinear keeps an object for each. */
  private static final int CELLS = 10_000_000;

  private static final double TOLERANCE = 0.001;

  /** Coordinate descent creeps over columns that say nearly the same; this is LibLinear's own. */
  private static final double L1_TOLERANCE = 0.01;

  /** From the strongest to the weakest: of equals the stronger is kept. */
  private static final List<Penalty> PENALTIES =
      List.of(
          new Penalty(true, 0.03),
          new Penalty(false, 0.01),
          new Penalty(true, 0.2),
          new Penalty(false, 0.1),
          new Penalty(false, 1));

  static {
    Linear.disableDebugOutput();
  }

  /**
   * @param l1 sum of absolute weights; else half the sum of their squares
   * @param cost weight of the loss against the penalty
   */
  public record Penalty(boolean l1, double cost) {}

  @Override
  public String name() {
    return "logistic";
  }

  @Override
  public Fitted train(Dataset data, int[] rows, long seed, Work work) {
    Penalty penalty = tune(data, Split.sample(data, rows, TUNING_ROWS, seed), seed, work);
    return fit(data, rows, penalty, seed, work);
  }

  private Penalty tune(Dataset data, int[] rows, long seed, Work work) {
    int[] fold = Split.folds(data.outcomes(rows), FOLDS, seed + 1);
    Penalty best = PENALTIES.getLast();
    double bestLoss = Double.MAX_VALUE;
    for (Penalty penalty : PENALTIES) {
      double loss = 0;
      for (int f = 0; f < FOLDS; f++) {
        work.check();
        int[] apart = Folds.in(rows, fold, f);
        Fitted model = fit(data, Folds.notIn(rows, fold, f), penalty, seed, work);
        loss += Metrics.logLoss(model.score(data, apart, work), data.outcomes(apart));
      }
      if (loss < bestLoss) {
        bestLoss = loss;
        best = penalty;
      }
    }
    return best;
  }

  /** Rows it learns from at most. */
  public static int mostRows(Dataset data) {
    return Math.max(1_000, CELLS / Math.max(1, data.columns().size()));
  }

  /** Trains with a penalty known before. */
  public Fitted fit(Dataset data, int[] rows, Penalty penalty, long seed, Work work) {
    LinearFeatures features = LinearFeatures.fit(data, rows);
    int[] sample = Split.sample(data, rows, mostRows(data), seed);
    double[] weight = Learner.weights(data, sample, balanced);
    var parameter =
        new Parameter(
            penalty.l1() ? SolverType.L1R_LR : SolverType.L2R_LR,
            penalty.cost(),
            penalty.l1() ? L1_TOLERANCE : TOLERANCE);
    parameter.setRegularizeBias(false);
    parameter.setMaxIters(1000);
    parameter.setRandom(new Random(seed));
    parameter.setWeights(weight, new int[] {1, 0});
    var trained = Linear.train(problem(features, data, sample, work), parameter);
    double[] learned = trained.getFeatureWeights();
    double sign = trained.getLabels()[0] == 1 ? 1 : -1;
    var weights = new double[features.size()];
    for (int slot = 0; slot < weights.length; slot++) {
      weights[slot] = sign * learned[slot];
    }
    return new Fitted(
        this,
        LinearModel.of(features, weights, sign * learned[weights.length], data, sample),
        penalty,
        seed);
  }

  private static Problem problem(LinearFeatures features, Dataset data, int[] rows, Work work) {
    var problem = new Problem();
    problem.l = rows.length;
    problem.n = features.size() + 1;
    problem.bias = 1;
    problem.y = new double[rows.length];
    problem.x = new Feature[rows.length][];
    var slots = new int[features.width()];
    var values = new double[features.width()];
    for (int i = 0; i < rows.length; i++) {
      if ((i & 0xfff) == 0) {
        work.check();
      }
      int filled = features.encode(data, rows[i], slots, values);
      var row = new Feature[filled + 1];
      for (int j = 0; j < filled; j++) {
        row[j] = new FeatureNode(slots[j] + 1, values[j]);
      }
      row[filled] = new FeatureNode(problem.n, 1);
      problem.x[i] = row;
      problem.y[i] = data.yes(rows[i]) ? 1 : 0;
    }
    return problem;
  }

  /** A fitted model. */
  public record Fitted(Logistic learner, LinearModel predictor, Penalty penalty, long seed)
      implements Model {

    @Override
    public Fitted again(Dataset data, int[] rows, Work work) {
      return learner.fit(data, rows, penalty, seed, work);
    }

    @Override
    public String settings() {
      return String.format(Locale.ROOT, "%s, C = %s", penalty.l1() ? "L1" : "L2", penalty.cost());
    }
  }
}
