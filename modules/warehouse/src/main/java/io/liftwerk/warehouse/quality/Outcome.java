package io.liftwerk.warehouse.quality;

import org.jspecify.annotations.Nullable;

/**
 * What came of one test.
 *
 * @param description what it states, one English sentence
 * @param problem why it could not run, one sentence; null when it ran
 * @param rowsSeen rows that its conditions left
 * @param rowsJudged rows among them that count for it
 * @param failingRows rows that are not as stated, all of them; 0 for a test of the whole table
 *     without rows to blame
 * @param failingSql the query that gives those rows; null when there are none
 * @param hash of the failing rows, whatever their order
 * @param observed the figure that was compared, null for tests of rows
 * @param observedText the same in words; empty where there is none
 * @param baseline what later runs are to be compared with, null when nothing is to be kept
 */
public record Outcome(
    TestDefinition test,
    String description,
    TestStatus status,
    @Nullable String problem,
    long rowsSeen,
    long rowsJudged,
    long failingRows,
    @Nullable String failingSql,
    String hash,
    @Nullable Double observed,
    String observedText,
    @Nullable String baseline,
    double seconds) {

  Outcome took(double time) {
    return new Outcome(
        test,
        description,
        status,
        problem,
        rowsSeen,
        rowsJudged,
        failingRows,
        failingSql,
        hash,
        observed,
        observedText,
        baseline,
        time);
  }
}
