package io.liftwerk.scoring.evaluation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Turns a model's log-odds into probabilities that come true as often as they say. Learned on
 * out-of-fold predictions; never changes the order of two rows.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Calibration.None.class, name = "none"),
  @JsonSubTypes.Type(value = Calibration.Platt.class, name = "platt"),
  @JsonSubTypes.Type(value = Calibration.Isotonic.class, name = "isotonic")
})
public sealed interface Calibration {

  /** The kinds, simplest first. */
  enum Kind {
    NONE,
    PLATT,
    ISOTONIC
  }

  /** The calibrated probability, above 0 and below 1. */
  double probability(double logOdds);

  Kind kind();

  default double[] probabilities(double[] logOdds) {
    var probabilities = new double[logOdds.length];
    for (int i = 0; i < logOdds.length; i++) {
      probabilities[i] = probability(logOdds[i]);
    }
    return probabilities;
  }

  /**
   * @param logOdds out-of-fold predictions
   * @param yes outcome of each
   */
  static Calibration fit(Kind kind, double[] logOdds, boolean[] yes) {
    return switch (kind) {
      case NONE -> new None();
      case PLATT -> Platt.fit(logOdds, yes);
      case ISOTONIC -> Isotonic.fit(logOdds, yes);
    };
  }

  private static double sigmoid(double logOdds) {
    return Math.clamp(1 / (1 + Math.exp(-logOdds)), 1e-12, 1 - 1e-12);
  }

  /** The model's probabilities as they are. */
  record None() implements Calibration {
    @Override
    public double probability(double logOdds) {
      return sigmoid(logOdds);
    }

    @Override
    public Kind kind() {
      return Kind.NONE;
    }
  }

  /**
   * {@code 1 / (1 + exp(−(intercept + slope · log-odds)))}, by maximum likelihood (J. Platt,
   * Advances in Large Margin Classifiers, 1999, without his smoothed targets).
   */
  record Platt(double slope, double intercept) implements Calibration {

    static Calibration fit(double[] logOdds, boolean[] yes) {
      var design = new double[logOdds.length][];
      for (int i = 0; i < design.length; i++) {
        design[i] = new double[] {1, logOdds[i]};
      }
      Glm glm = Glm.fit(design, yes);
      double slope = glm.coefficients()[1];
      // outcomes that a cut separates, or that fall as the scores rise, teach no scale
      return glm.converged() && slope > 0 ? new Platt(slope, glm.coefficients()[0]) : new None();
    }

    @Override
    public double probability(double logOdds) {
      return sigmoid(intercept + slope * logOdds);
    }

    @Override
    public Kind kind() {
      return Kind.PLATT;
    }
  }

  /**
   * The non-decreasing steps with the least squared error (pool adjacent violators), straight lines
   * between them as scikit-learn draws them. A millionth of the model's own probability is mixed
   * in, so that rows of one step keep their order and nobody is called certain.
   *
   * @param score model's probabilities, rising
   * @param share calibrated probability at each
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Isotonic(double[] score, double[] share) implements Calibration {

    /** Share of the model's own probability in the calibrated one. */
    public static final double OWN = 1e-6;

    static Isotonic fit(double[] logOdds, boolean[] yes) {
      var scores = new double[logOdds.length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = sigmoid(logOdds[i]);
      }
      return ofProbabilities(scores, yes);
    }

    static Isotonic ofProbabilities(double[] scores, boolean[] yes) {
      Integer[] order = new Integer[scores.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
      var first = new double[scores.length];
      var last = new double[scores.length];
      var sum = new double[scores.length];
      var weight = new double[scores.length];
      int blocks = 0;
      for (int i = 0; i < order.length; blocks++) {
        double score = scores[order[i]];
        first[blocks] = score;
        last[blocks] = score;
        sum[blocks] = 0;
        weight[blocks] = 0;
        for (; i < order.length && scores[order[i]] == score; i++) {
          sum[blocks] += yes[order[i]] ? 1 : 0;
          weight[blocks]++;
        }
        while (blocks > 0 && sum[blocks - 1] * weight[blocks] >= sum[blocks] * weight[blocks - 1]) {
          sum[blocks - 1] += sum[blocks];
          weight[blocks - 1] += weight[blocks];
          last[blocks - 1] = last[blocks];
          blocks--;
        }
      }
      var score = new double[2 * blocks];
      var share = new double[2 * blocks];
      int points = 0;
      for (int b = 0; b < blocks; b++) {
        for (double end : first[b] == last[b] ? new double[] {first[b]} : ends(first[b], last[b])) {
          score[points] = end;
          share[points++] = sum[b] / weight[b];
        }
      }
      return new Isotonic(Arrays.copyOf(score, points), Arrays.copyOf(share, points));
    }

    private static double[] ends(double first, double last) {
      return new double[] {first, last};
    }

    /** The step function itself at a model's probability. */
    double at(double probability) {
      int place = Arrays.binarySearch(score, probability);
      if (place >= 0) {
        return share[place];
      }
      int above = -place - 1;
      if (above == 0) {
        return share[0];
      }
      if (above == score.length) {
        return share[above - 1];
      }
      double way = (probability - score[above - 1]) / (score[above] - score[above - 1]);
      return share[above - 1] + way * (share[above] - share[above - 1]);
    }

    @Override
    public double probability(double logOdds) {
      double own = sigmoid(logOdds);
      return (1 - OWN) * at(own) + OWN * own;
    }

    @Override
    public Kind kind() {
      return Kind.ISOTONIC;
    }
  }
}
