package io.liftwerk.warehouse;

import io.liftwerk.warehouse.activation.Platform;
import java.util.List;

/**
 * A list of persons for a platform.
 *
 * @param run number of the run
 * @param persons who were asked for
 * @param covered how many of them consent to activation, or another basis covers them
 * @param heldBack how many of them are not covered, or have refused later
 * @param unknown covered persons of whom the vault has neither e-mail address nor telephone number
 * @param unusable covered persons whose address or number the platform takes no hash of
 * @param files what was written, relative to the workspace
 * @param keys hashes in them
 */
public record CustomerMatchResult(
    String run,
    Platform platform,
    long persons,
    long covered,
    long heldBack,
    long unknown,
    long unusable,
    List<String> files,
    long keys) {

  public CustomerMatchResult {
    files = List.copyOf(files);
  }
}
