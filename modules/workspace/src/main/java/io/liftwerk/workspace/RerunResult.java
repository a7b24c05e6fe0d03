package io.liftwerk.workspace;

/**
 * A repeated run beside the one it repeats.
 *
 * @param original the recorded run
 * @param again the new one
 * @param comparison how they compare
 * @param identical whether the result is the same; false as well when there is nothing to compare
 * @param sentence for people
 */
public record RerunResult(
    RunRecord original,
    RunRecord again,
    Comparison comparison,
    boolean identical,
    String sentence) {

  /** How a repeated run compares with the recorded one. */
  public enum Comparison {
    /** The same result. */
    IDENTICAL,
    /** Another result from the same inputs: a fault, or another version of the program. */
    DIFFERENT,
    /** Another result, and an input has changed since. */
    INPUTS_CHANGED,
    /** On another table, so there is nothing to compare. */
    OTHER_TABLE,
    /** The recorded run had no result. */
    NO_RESULT
  }
}
