package io.liftwerk.scoring;

import org.jspecify.annotations.Nullable;

/**
 * A change to what the registry says of a model.
 *
 * @param model name of the model
 * @param version which one; null where the action concerns the champion
 * @param owner with {@link Action#NOTE}: who answers for it; null to leave it as it is
 * @param note with {@link Action#NOTE}: null to leave it as it is, empty to take it away
 */
public record ModelChangeRequest(
    Action action,
    String model,
    @Nullable Integer version,
    @Nullable String owner,
    @Nullable String note) {

  /** What is done. */
  public enum Action {
    /** Makes a version the champion. */
    PROMOTE,
    /** Makes the champion before the present one the champion again. */
    ROLLBACK,
    /** Puts a version aside. */
    RETIRE,
    /** Takes a retired version back as a challenger. */
    RESTORE,
    /** Changes owner or note. */
    NOTE
  }

  /** A change of a version's stage. */
  public static ModelChangeRequest stage(Action action, ModelReference reference) {
    return new ModelChangeRequest(action, reference.name(), reference.version(), null, null);
  }

  /** Another owner or note. */
  public static ModelChangeRequest note(
      ModelReference reference, @Nullable String owner, @Nullable String note) {
    return new ModelChangeRequest(Action.NOTE, reference.name(), reference.version(), owner, note);
  }
}
