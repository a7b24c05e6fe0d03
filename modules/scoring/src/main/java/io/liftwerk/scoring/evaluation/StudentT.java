package io.liftwerk.scoring.evaluation;

/** Student's t distribution, for the few degrees of freedom of repeated cross-validation. */
final class StudentT {
  private static final int PANELS = 4_000;

  private StudentT() {}

  /** Chance of a value at least as far from 0 as {@code t}. */
  static double twoSided(double t, int freedom) {
    // with t = √f · tan θ the density becomes cos^(f−1) θ, which Simpson's rule integrates exactly
    // enough on 0 … π/2 (Abramowitz and Stegun 26.7.3 is its closed form)
    double angle = Math.atan(Math.abs(t) / Math.sqrt(freedom));
    return area(angle, Math.PI / 2, freedom) / area(0, Math.PI / 2, freedom);
  }

  private static double area(double from, double to, int freedom) {
    double width = (to - from) / PANELS;
    double sum = 0;
    for (int i = 0; i <= PANELS; i++) {
      double weight = i == 0 || i == PANELS ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * Math.pow(Math.max(0, Math.cos(from + i * width)), freedom - 1);
    }
    return sum * width / 3;
  }

  /** The value that is exceeded in either direction with chance {@code p}. */
  static double quantile(double p, int freedom) {
    double low = 0;
    double high = 1_000;
    for (int i = 0; i < 80; i++) {
      double middle = (low + high) / 2;
      if (twoSided(middle, freedom) > p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
