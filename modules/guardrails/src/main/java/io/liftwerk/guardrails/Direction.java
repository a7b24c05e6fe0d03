package io.liftwerk.guardrails;

import java.util.Locale;

/** Which way a text goes. */
public enum Direction {
  /** What a person asks for. */
  INPUT,
  /** What was read from a page or a document, and may hold anything. */
  SOURCE,
  /** What is to leave: a draft, an answer. */
  OUTPUT;

  /** As files write it: {@code input}, {@code source} or {@code output}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
