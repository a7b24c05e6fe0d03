package io.liftwerk.keywords.negatives;

import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.matching.Conflict;
import java.util.List;

/**
 * A negative that was not taken.
 *
 * @param negative what was asked for, at the narrowest level tried
 * @param reason why not, one sentence
 * @param conflicts the keywords it would stand in the way of; empty when that was not the reason
 */
public record Refused(Negative negative, String reason, List<Conflict> conflicts) {

  public Refused {
    conflicts = List.copyOf(conflicts);
  }
}
