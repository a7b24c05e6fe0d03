package io.liftwerk.app.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the workspace has to show for a step, or lacks.
 *
 * @param code stable, such as {@code baseline-rules}
 * @param standing what it means for the step
 * @param sentence what is there, with its figures; or what to do when nothing is
 * @param page where it can be looked at, or done, as the window names its pages
 * @param run the run that the figures are of; null where they are of no run
 * @param at when it ended, UTC; null without a run
 * @param stale why it no longer tells how things are, one sentence; null when it still does
 */
public record Evidence(
    String code,
    Standing standing,
    String sentence,
    String page,
    @Nullable String run,
    @Nullable Instant at,
    @Nullable String stale) {

  /** What it means for the step. */
  public enum Standing {
    /** It is there. */
    FOUND,
    /** It is there, and it speaks against what was hoped for. */
    CONCERN,
    /** It is not there yet. */
    MISSING
  }

  static Evidence missing(String code, String page, String sentence) {
    return new Evidence(code, Standing.MISSING, sentence, page, null, null, null);
  }

  /** Something that stands in the workspace without a run of its own. */
  static Evidence of(String code, boolean good, String page, String sentence) {
    return new Evidence(
        code, good ? Standing.FOUND : Standing.CONCERN, sentence, page, null, null, null);
  }

  public boolean isThere() {
    return standing != Standing.MISSING;
  }

  public boolean isConcern() {
    return standing == Standing.CONCERN;
  }
}
