package io.liftwerk.guardrails.plain;

import io.liftwerk.guardrails.Decision;

/**
 * What a rail found, places counted as {@code String} counts them.
 *
 * @param cutFrom from where the text is cut when the decision is to redact
 * @param cutTo to where
 * @param instead what is put there
 */
public record Hit(
    String kind,
    int start,
    int end,
    String reason,
    Decision decision,
    int cutFrom,
    int cutTo,
    String instead) {

  /** What is cut is what was found. */
  public static Hit of(String kind, int start, int end, String reason, Decision decision) {
    return new Hit(kind, start, end, reason, decision, start, end, "");
  }
}
