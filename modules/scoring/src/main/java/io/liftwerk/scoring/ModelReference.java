package io.liftwerk.scoring;

import io.liftwerk.workspace.WorkbenchException;
import org.jspecify.annotations.Nullable;

/**
 * How a user names a model or one of its versions.
 *
 * @param name of the model
 * @param version null for the champion
 */
public record ModelReference(String name, @Nullable Integer version) {

  /**
   * Reads {@code NAME} or {@code NAME:VERSION}.
   *
   * @throws WorkbenchException code {@code model-reference}
   */
  public static ModelReference parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return new ModelReference(text.strip(), null);
    }
    String number = text.substring(colon + 1).strip();
    if (!number.matches("[0-9]{1,9}")) {
      throw new WorkbenchException(
          "model-reference",
          "'" + text + "' names no version: after the colon stands a number.",
          "Name it like churn-contracts:2, or leave out the colon for the champion.");
    }
    return new ModelReference(text.substring(0, colon).strip(), Integer.valueOf(number));
  }

  @Override
  public String toString() {
    return version == null ? name : name + ":" + version;
  }
}
