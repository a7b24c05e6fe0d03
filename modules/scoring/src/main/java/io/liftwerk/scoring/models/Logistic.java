package io.liftwerk.scoring.models;

import io.liftwerk.scoring.evaluation.Metrics;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Folds;
import io.liftwerk.scoring.features.LinearFeatures;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import java.util.Arrays;
import java.util.Locale;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * L2-regularised logistic regression by LibLinear (trust region Newton, deterministic). How much it
 * is regularised is chosen by cross-validated log loss on the training part. Beyond {@link #CELLS}
 * filled slots it learns from a stratified sample of the rows.
 */
public final class Logistic implements Learner {
  private static final double[] COSTS = {0.01, 0.1, 1};
  private static final int TUNING_ROWS = 8_000;
  private static final int FOLDS = 3;

  /** LibLinear keeps an object for each. */
  private static final int CELLS = 10_000_000;

  private static final String YES = "yes";
  private static final String NO = "no";

  @Override
  public String name() {
    return "logistic";
  }

  @Override
  public Linear train(Dataset data, int[] rows, long seed, Work work) throws Exception {
    double cost = tune(data, Split.sample(data, rows, TUNING_ROWS, seed), seed, work);
    return fit(data, rows, cost, seed, work);
  }

  private static double tune(Dataset data, int[] rows, long seed, Work work) throws Exception {
    int[] fold = Split.folds(data.outcomes(rows), FOLDS, seed + 1);
    double best = COSTS[COSTS.length - 1];
    double bestLoss = Double.MAX_VALUE;
    for (double cost : COSTS) {
      double loss = 0;
      for (int f = 0; f < FOLDS; f++) {
        work.check();
        int[] apart = Folds.in(rows, fold, f);
        Linear model = fit(data, Folds.notIn(rows, fold, f), cost, seed, work);
        loss += Metrics.logLoss(model.score(data, apart, work), data.outcomes(apart));
      }
      if (loss < bestLoss) {
        bestLoss = loss;
        best = cost;
      }
    }
    return best;
  }

  /** Rows it learns from at most. */
  public static int mostRows(Dataset data) {
    return Math.max(1_000, CELLS / Math.max(1, data.columns().size()));
  }

  /** Trains with a regularisation known before. */
  public static Linear fit(Dataset data, int[] rows, double cost, long seed, Work work) {
    LinearFeatures features = LinearFeatures.fit(data, rows);
    int[] sample = Split.sample(data, rows, mostRows(data), seed);
    var names = new String[features.size()];
    Arrays.setAll(names, slot -> String.format(Locale.ROOT, "s%06d", slot));
    var examples =
        new MutableDataset<Label>(
            new SimpleDataSourceProvenance("snapshot", new LabelFactory()), new LabelFactory());
    var slots = new int[features.width()];
    var values = new double[features.width()];
    for (int row : sample) {
      work.check();
      int filled = features.encode(data, row, slots, values);
      if (filled > 0) {
        var filledNames = new String[filled];
        for (int i = 0; i < filled; i++) {
          filledNames[i] = names[slots[i]];
        }
        examples.add(
            new ArrayExample<>(
                new Label(data.yes(row) ? YES : NO), filledNames, Arrays.copyOf(values, filled)));
      }
    }
    var trainer =
        new LibLinearClassificationTrainer(
            new LinearClassificationType(LinearType.L2R_LR), cost, 1000, 0.001, seed);
    return weights((LibLinearClassificationModel) trainer.train(examples), features, cost, seed);
  }

  private static Linear weights(
      LibLinearClassificationModel trained, LinearFeatures features, double cost, long seed) {
    var inner = trained.getInnerModels().getFirst();
    double[] learned = inner.getFeatureWeights();
    double sign =
        trained.getOutputIDInfo().getOutput(inner.getLabels()[0]).getLabel().equals(YES) ? 1 : -1;
    var weights = new double[features.size()];
    for (var feature : trained.getFeatureIDMap()) {
      int id = trained.getFeatureIDMap().getID(feature.getName());
      weights[Integer.parseInt(feature.getName().substring(1))] = sign * learned[id];
    }
    return new Linear(features, weights, sign * learned[learned.length - 1], cost, seed);
  }

  /** A fitted model: {@code p = 1 / (1 + exp(−(bias + w·x)))}. */
  @SuppressWarnings("ArrayRecordComponent") // private to this package and never compared
  public record Linear(
      LinearFeatures features, double[] weights, double bias, double cost, long seed)
      implements Model {

    @Override
    public double[] score(Dataset data, int[] rows, Work work) {
      var score = new double[rows.length];
      var slots = new int[features.width()];
      var values = new double[features.width()];
      for (int i = 0; i < rows.length; i++) {
        if ((i & 0xfff) == 0) {
          work.check();
        }
        int filled = features.encode(data, rows[i], slots, values);
        double sum = bias;
        for (int j = 0; j < filled; j++) {
          sum += weights[slots[j]] * values[j];
        }
        score[i] = 1 / (1 + Math.exp(-sum));
      }
      return score;
    }

    @Override
    public Linear again(Dataset data, int[] rows, Work work) {
      return fit(data, rows, cost, seed, work);
    }
  }
}
