package io.liftwerk.experiments.uplift;

/**
 * How far the outcomes of two arms lie apart, by which an uplift tree splits (Rzepakowski and
 * Jaroszewicz 2012, Decision trees for uplift modeling with single and multiple treatments).
 */
public enum Criterion {
  /** Kullback-Leibler divergence. */
  KL,
  /** Squared Euclidean distance; of a number, of its means in standard deviations. */
  ED,
  /** Chi-squared divergence. */
  CHI;

  /** The distance of treated from control, both chances of a yes between 0 and 1. */
  double distance(double treated, double control) {
    double difference = treated - control;
    return switch (this) {
      case KL ->
          treated * Math.log(treated / control)
              + (1 - treated) * Math.log((1 - treated) / (1 - control));
      case ED -> 2 * difference * difference;
      case CHI -> difference * difference / (control * (1 - control));
    };
  }

  /** How mixed two parts are, the one being {@code share} of both. */
  double impurity(double share) {
    if (share <= 0 || share >= 1) {
      return 0;
    }
    return this == KL
        ? -share * Math.log(share) - (1 - share) * Math.log(1 - share)
        : 2 * share * (1 - share);
  }

  /**
   * What divides the gain of a split, so that one which takes the arms apart, or makes a small
   * part, is worth less (the paper's equations 10 to 12).
   *
   * @param treatedShare share of treated among all
   * @param treatedLeft share of the treated that goes left
   * @param controlLeft share of the untreated that does
   */
  double norm(double treatedShare, double treatedLeft, double controlLeft) {
    double least = 1e-6;
    double t = Math.clamp(treatedLeft, least, 1 - least);
    double c = Math.clamp(controlLeft, least, 1 - least);
    return impurity(treatedShare) * distance(t, c)
        + treatedShare * impurity(t)
        + (1 - treatedShare) * impurity(c)
        + 0.5;
  }
}
