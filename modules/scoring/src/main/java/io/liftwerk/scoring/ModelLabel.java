package io.liftwerk.scoring;

import org.jspecify.annotations.Nullable;

/**
 * What a trained model is called when it is registered.
 *
 * @param name the model that it becomes a version of; null for one of purpose and table
 * @param owner who answers for it; null for nobody
 * @param note anything worth knowing; null for nothing
 */
public record ModelLabel(@Nullable String name, @Nullable String owner, @Nullable String note) {

  /** Nothing said. */
  public static final ModelLabel NONE = new ModelLabel(null, null, null);
}
