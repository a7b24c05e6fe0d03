package io.liftwerk.guardrails;

/**
 * What one rail decided.
 *
 * @param decision what this rail alone would have done
 * @param sentence one English sentence that says why
 */
public record Step(Rail rail, Decision decision, String sentence) {}
