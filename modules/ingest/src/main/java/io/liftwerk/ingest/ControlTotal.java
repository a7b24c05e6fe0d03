package io.liftwerk.ingest;

import java.math.BigDecimal;

/**
 * What the rows add up to, beside what the report itself says.
 *
 * @param column column of the file
 * @param label what the report calls the total, empty where it has no label
 * @param rows sum over the rows, with what the report hides where the total includes that
 * @param report the report's own figure
 * @param difference rows minus report, exactly
 * @param verdict what to think of the difference
 */
public record ControlTotal(
    String column,
    String label,
    BigDecimal rows,
    BigDecimal report,
    BigDecimal difference,
    Verdict verdict) {

  /** What a difference means. */
  public enum Verdict {
    /** There is none. */
    MET,
    /** Not more than rounding each row to its last digit makes. */
    ROUNDING,
    /** Not more than cells such as {@code <5} can hold. */
    MASKED,
    /** Rows are missing, or one of the figures was changed. */
    MISSED
  }
}
