package io.liftwerk.scoring.models;

import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Folds;
import io.liftwerk.scoring.features.LinearFeatures;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import java.util.Locale;

/**
 * Linear regression of a number, or logistic regression of a yes, with a ridge penalty and weights
 * of the rows: iteratively reweighted least squares (McCullagh and Nelder 1989, 2.5), each solved
 * by conjugate gradients without ever forming a matrix. The penalty is chosen by cross-validated
 * loss; the intercept is not penalised. Beyond {@link #CELLS} filled slots it learns from a sample
 * of the rows.
 */
public record Ridge() implements Learner {
  private static final int CELLS = 10_000_000;
  private static final int TUNING_ROWS = 20_000;
  private static final int FOLDS = 3;
  private static final int MOST_STEPS = 25;
  private static final double STILL = 1e-6;

  /** Penalties as shares of the rows' weight, from the strongest to the weakest. */
  private static final double[] SHARES = {1, 0.1, 0.01, 0.001, 0.0001};

  @Override
  public String name() {
    return "ridge";
  }

  @Override
  public Fitted train(Dataset data, int[] rows, long seed, Work work) {
    int[] sample = Split.sample(data, rows, TUNING_ROWS, seed);
    int[] fold = Split.folds(data.outcomes(sample), FOLDS, seed + 1);
    double best = SHARES[0];
    double bestLoss = Double.MAX_VALUE;
    for (double share : SHARES) {
      double loss = 0;
      for (int f = 0; f < FOLDS; f++) {
        work.check();
        int[] apart = Folds.in(sample, fold, f);
        Fitted model = fit(data, Folds.notIn(sample, fold, f), share, seed, work);
        loss +=
            Loss.of(
                data,
                apart,
                data.numeric()
                    ? model.predictor().logOdds(data, apart, work)
                    : model.score(data, apart, work));
      }
      if (loss < bestLoss) {
        bestLoss = loss;
        best = share;
      }
    }
    return fit(data, rows, best, seed, work);
  }

  /**
   * Trains with a penalty known before.
   *
   * @param share penalty as a share of the rows' weight
   */
  public Fitted fit(Dataset data, int[] rows, double share, long seed, Work work) {
    LinearFeatures features = LinearFeatures.fit(data, rows);
    int most = Math.max(1_000, CELLS / Math.max(1, features.width()));
    int[] sample = Split.sample(data, rows, most, seed);
    var design = Design.of(features, data, sample, work);
    double[] learned = data.numeric() ? design.line(share) : design.logistic(share);
    var weights = new double[features.size()];
    System.arraycopy(learned, 0, weights, 0, weights.length);
    return new Fitted(
        this,
        LinearModel.of(features, weights, learned[weights.length], data, sample),
        share,
        seed);
  }

  /**
   * The rows as sparse vectors, the intercept's slot last.
   *
   * @param width places of a row in {@code slots} and {@code values}
   */
  @SuppressWarnings("ArrayRecordComponent") // private and never compared
  private record Design(
      int width,
      int size,
      int[] filled,
      int[] slots,
      double[] values,
      double[] labels,
      double[] weights,
      Work work) {

    static Design of(LinearFeatures features, Dataset data, int[] rows, Work work) {
      int width = features.width() + 1;
      var design =
          new Design(
              width,
              features.size() + 1,
              new int[rows.length],
              new int[rows.length * width],
              new double[rows.length * width],
              new double[rows.length],
              new double[rows.length],
              work);
      var slots = new int[width];
      var values = new double[width];
      for (int i = 0; i < rows.length; i++) {
        if ((i & 0xfff) == 0) {
          work.check();
        }
        int filled = features.encode(data, rows[i], slots, values);
        slots[filled] = design.size - 1;
        values[filled] = 1;
        design.filled[i] = filled + 1;
        System.arraycopy(slots, 0, design.slots, i * width, filled + 1);
        System.arraycopy(values, 0, design.values, i * width, filled + 1);
        design.labels[i] = data.label(rows[i]);
        design.weights[i] = data.weight(rows[i]);
      }
      return design;
    }

    double[] line(double share) {
      return solve(weights, labels, share * sum(weights), new double[size]);
    }

    double[] logistic(double share) {
      double penalty = share * sum(weights) / 4;
      var beta = new double[size];
      var weight = new double[labels.length];
      var target = new double[labels.length];
      for (int step = 0; step < MOST_STEPS; step++) {
        for (int i = 0; i < labels.length; i++) {
          double logOdds = dot(i, beta);
          double p = Predictor.probability(logOdds);
          double spread = Math.max(1e-6, p * (1 - p));
          weight[i] = weights[i] * spread;
          target[i] = logOdds + (labels[i] - p) / spread;
        }
        double[] next = solve(weight, target, penalty, beta);
        double moved = 0;
        for (int j = 0; j < size; j++) {
          moved = Math.max(moved, Math.abs(next[j] - beta[j]));
        }
        beta = next;
        if (moved < STILL) {
          break;
        }
      }
      return beta;
    }

    private static double sum(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum;
    }

    private double dot(int row, double[] beta) {
      double sum = 0;
      for (int k = row * width; k < row * width + filled[row]; k++) {
        sum += values[k] * beta[slots[k]];
      }
      return sum;
    }

    private void add(int row, double factor, double[] into) {
      for (int k = row * width; k < row * width + filled[row]; k++) {
        into[slots[k]] += factor * values[k];
      }
    }

    /** Minimises {@code Σ w (z − xβ)² + penalty · |β|²} from {@code start} on. */
    private double[] solve(double[] w, double[] z, double penalty, double[] start) {
      double[] beta = start.clone();
      var residual = new double[size];
      var diagonal = new double[size];
      for (int i = 0; i < w.length; i++) {
        add(i, w[i] * (z[i] - dot(i, beta)), residual);
        for (int k = i * width; k < i * width + filled[i]; k++) {
          diagonal[slots[k]] += w[i] * values[k] * values[k];
        }
      }
      for (int j = 0; j < size - 1; j++) {
        residual[j] -= penalty * beta[j];
        diagonal[j] += penalty;
      }
      var direction = new double[size];
      double before = 0;
      double first = -1;
      for (int step = 0; step < 4 * size + 50; step++) {
        work.check();
        double length = 0;
        for (int j = 0; j < size; j++) {
          length += diagonal[j] > 0 ? residual[j] * residual[j] / diagonal[j] : 0;
        }
        first = first < 0 ? length : first;
        if (length <= 1e-18 * first || length < 1e-300) {
          break;
        }
        for (int j = 0; j < size; j++) {
          double own = diagonal[j] > 0 ? residual[j] / diagonal[j] : 0;
          direction[j] = own + (step == 0 ? 0 : length / before * direction[j]);
        }
        var product = new double[size];
        for (int i = 0; i < w.length; i++) {
          add(i, w[i] * dot(i, direction), product);
        }
        double curvature = 0;
        for (int j = 0; j < size; j++) {
          product[j] += j < size - 1 ? penalty * direction[j] : 0;
          curvature += product[j] * direction[j];
        }
        double stride = length / curvature;
        for (int j = 0; j < size; j++) {
          beta[j] += stride * direction[j];
          residual[j] -= stride * product[j];
        }
        before = length;
      }
      return beta;
    }
  }

  /** A fitted model. */
  public record Fitted(Ridge learner, LinearModel predictor, double share, long seed)
      implements Model {

    @Override
    public Fitted again(Dataset data, int[] rows, Work work) {
      return learner.fit(data, rows, share, seed, work);
    }

    @Override
    public String settings() {
      return String.format(Locale.ROOT, "ridge=%s", share);
    }
  }
}
