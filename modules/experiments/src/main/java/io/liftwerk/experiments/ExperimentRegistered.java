package io.liftwerk.experiments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan in the register.
 *
 * @param plan what is planned
 * @param version 1, and more when it was changed before anybody looked
 * @param hash SHA-256 of the plan, which the audit trail holds too
 * @param at when it was written down
 * @param run in which
 * @param looks at its results, oldest first
 * @param late run that looked at the table before the plan was written down; null when none did
 */
public record ExperimentRegistered(
    ExperimentPlan plan,
    int version,
    String hash,
    Instant at,
    String run,
    List<Look> looks,
    @Nullable String late) {

  public ExperimentRegistered {
    looks = List.copyOf(looks);
  }

  /** The same plan with the looks there were. */
  ExperimentRegistered with(List<Look> all) {
    return new ExperimentRegistered(plan, version, hash, at, run, all, late);
  }

  /**
   * A look at results.
   *
   * @param number 1, 2, 3 …
   * @param persons that had come
   */
  public record Look(int number, long persons, Instant at, String run) {}
}
