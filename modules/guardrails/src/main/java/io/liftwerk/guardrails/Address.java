package io.liftwerk.guardrails;

import java.util.Locale;

/** How a German text speaks to its reader. */
public enum Address {
  DU,
  SIE,
  /** Either, but not both in one text. */
  EITHER;

  /** As files write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
