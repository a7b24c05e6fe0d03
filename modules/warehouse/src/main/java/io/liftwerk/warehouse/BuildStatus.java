package io.liftwerk.warehouse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a model in a build. Written in lower case in JSON. */
public enum BuildStatus {
  /** It was built. */
  BUILT,
  /** Nothing it depends on has changed since it was built. */
  UNCHANGED,
  /** It cannot be built; what was built before is still there. */
  FAILED,
  /** It was left alone because something it stands on could not be built. */
  SKIPPED,
  /** What it depends on has changed, and it was not asked for. */
  OLDER,
  /** It is in the project no more, and its table is gone. */
  REMOVED;

  @JsonValue
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static BuildStatus of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
