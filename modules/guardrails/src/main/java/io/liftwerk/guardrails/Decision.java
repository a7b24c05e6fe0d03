package io.liftwerk.guardrails;

import java.util.Locale;

/** What becomes of a text, the mildest first. */
public enum Decision {
  /** It goes on as it is; findings are only told. */
  PASS,
  /** It goes on without what was found. */
  REDACT,
  /** It does not go on at all. */
  BLOCK;

  /** As files write it: {@code pass}, {@code redact} or {@code block}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stricter of the two. */
  public Decision and(Decision other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
