package io.liftwerk.briefs;

import java.util.List;

/**
 * Something that somebody has to look at before it is stated.
 *
 * @param id unlike all others of the brief; {@link DraftSentence#check} refers to it
 * @param kind {@code contradiction} between own sources, {@code competitor-contradicts} where a
 *     competitor says otherwise, {@code competitor-only} where no own source says it, {@code claim}
 *     where a claim needs another source
 * @param subject what it is about, a few words
 * @param reason one sentence
 * @param quotes who says what
 */
public record FactToCheck(
    String id, String kind, String subject, String reason, List<Quote> quotes) {
  /** Own sources that contradict each other. */
  public static final String CONTRADICTION = "contradiction";

  /** A claim that nobody but the client makes. */
  public static final String CLAIM = "claim";

  public FactToCheck {
    quotes = List.copyOf(quotes);
  }
}
