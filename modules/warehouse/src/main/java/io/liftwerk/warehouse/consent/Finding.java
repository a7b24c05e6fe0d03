package io.liftwerk.warehouse.consent;

/**
 * What a signal means for one use.
 *
 * @param reason code, see {@link Reasons}
 * @param covered whether the row may be used
 * @param decision what the person decided by it
 */
record Finding(String reason, boolean covered, Decision decision) {

  /** Of a person, in a signal. */
  enum Decision {
    GRANTED,
    REFUSED,
    /** None that can be understood: a missing or broken signal takes nothing back. */
    NONE
  }

  static Finding granted(String reason) {
    return new Finding(reason, true, Decision.GRANTED);
  }

  static Finding refused(String reason) {
    return new Finding(reason, false, Decision.REFUSED);
  }

  /** Held back, but not because the person said so. */
  static Finding heldBack(String reason) {
    return new Finding(reason, false, Decision.NONE);
  }

  boolean isRefusal() {
    return decision == Decision.REFUSED;
  }
}
