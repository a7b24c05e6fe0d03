package io.liftwerk.scoring;

import org.jspecify.annotations.Nullable;

/**
 * What may be asked of a scoring beyond its table and outcome.
 *
 * @param purpose what the outcome means
 * @param balanced whether both outcomes weigh alike in training, however rare one is
 * @param time date column: learn from the earlier rows, judge on the later ones; null not to
 * @param value what a win is worth, in any currency; null when unknown
 * @param cost what a contact costs, in the same currency; null for nothing
 * @param capacity contacts that can be made at most; null for any number
 * @param fairness column across whose values the model is compared; null for none
 */
public record ScoringOptions(
    Purpose purpose,
    boolean balanced,
    @Nullable String time,
    @Nullable Double value,
    @Nullable Double cost,
    @Nullable Long capacity,
    @Nullable String fairness) {

  /** What a yes means. */
  public enum Purpose {
    /** A win: rows whose outcome is open come first. */
    LEADS,
    /** A customer lost: whoever is not lost yet comes first. */
    CHURN
  }

  /** Leads, and nothing else asked. */
  public static final ScoringOptions PLAIN =
      new ScoringOptions(Purpose.LEADS, false, null, null, null, null, null);

  public ScoringOptions {
    // runs of earlier versions did not record it
    purpose = purpose == null ? Purpose.LEADS : purpose;
  }
}
