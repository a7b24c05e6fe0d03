package io.liftwerk.experiments.uplift;

import io.liftwerk.experiments.uplift.Ranking.Kind;

/** What the first people of a ranking came to. */
final class Sums {
  int treated;
  int control;
  double treatedSum;
  double controlSum;

  void add(double outcome, boolean isTreated) {
    if (isTreated) {
      treated++;
      treatedSum += outcome;
    } else {
      control++;
      controlSum += outcome;
    }
  }

  int count() {
    return treated + control;
  }

  /** Outcomes that treatment brought among those treated (Radcliffe 2007). */
  double qini() {
    return treatedSum - (control == 0 ? 0 : controlSum * treated / control);
  }

  /** Outcomes that treatment of all of them would bring: the difference of means by head. */
  double gain() {
    return (mean(treatedSum, treated) - mean(controlSum, control)) * count();
  }

  boolean both() {
    return treated > 0 && control > 0;
  }

  private static double mean(double sum, int count) {
    return count == 0 ? 0 : sum / count;
  }

  double height(Kind kind) {
    return kind == Kind.QINI ? qini() : gain();
  }
}
