package io.liftwerk.warehouse.drift;

import java.util.List;

/**
 * What the measures mean. A distance alone misleads in both directions: two small samples of one
 * distribution lie far apart by chance, and two large ones differ significantly by next to nothing.
 * So a column has drifted only when the distance is large enough to matter and too large for
 * chance.
 */
public enum Verdict {
  /** PSI below 0.1, or no larger than chance makes it and the samples large enough to tell. */
  STABLE,
  /** PSI from 0.1 to below 0.25, and not by chance. */
  MODERATE,
  /** PSI of 0.25 or more, and not by chance. */
  MAJOR,
  /** The samples are too small to tell a PSI of 0.1 from chance. */
  TOO_FEW_ROWS;

  /** The PSI from which a shift matters, by the rule of thumb of credit scoring. */
  public static final double MODERATE_PSI = 0.1;

  /** The PSI from which it matters much. */
  public static final double MAJOR_PSI = 0.25;

  /** Below it, chance is ruled out; 1 % because many columns are looked at. */
  public static final double SIGNIFICANT = 0.01;

  /** Shares of missing values that far apart are a shift of their own. */
  public static final double MISSING_DIFFERENCE = 0.1;

  /** The verdict on a column by its measure {@code psi}. */
  public static Verdict of(List<Measure> measures, long reference, long current) {
    Measure psi =
        measures.stream().filter(one -> one.name().equals("psi")).findFirst().orElseThrow();
    double value = psi.value() == null ? Double.POSITIVE_INFINITY : psi.value();
    double p = psi.p() == null ? 1 : psi.p();
    if (p < SIGNIFICANT && value >= MODERATE_PSI) {
      return value >= MAJOR_PSI ? MAJOR : MODERATE;
    }
    double matters = MODERATE_PSI / (1.0 / reference + 1.0 / current);
    boolean blind = ChiSquare.tail(matters, Math.max(1, psi.degrees())) >= SIGNIFICANT;
    return blind && value >= MODERATE_PSI ? TOO_FEW_ROWS : STABLE;
  }

  /** Whether the shares of missing values lie apart, by size and by a test of two proportions. */
  public static boolean missingDiffers(Samples samples) {
    double m = samples.reference() + samples.missingReference();
    double n = samples.current() + samples.missingCurrent();
    if (m == 0 || n == 0) {
      return false;
    }
    double r = samples.missingReference() / m;
    double c = samples.missingCurrent() / n;
    double both = (samples.missingReference() + samples.missingCurrent()) / (m + n);
    double variance = both * (1 - both) * (1 / m + 1 / n);
    return Math.abs(r - c) >= MISSING_DIFFERENCE
        && variance > 0
        && ChiSquare.tail((r - c) * (r - c) / variance, 1) < SIGNIFICANT;
  }
}
