package io.liftwerk.briefs;

import org.jspecify.annotations.Nullable;

/**
 * A document that the brief rests on.
 *
 * @param number its place among the sources, from 1
 * @param role {@code own} or {@code competitor}
 * @param name of its file or row
 * @param title what it calls itself
 * @param url where it is published; null where that is not known
 * @param language BCP 47
 * @param date it says it was changed last, ISO 8601; null where it does not say
 */
public record SourceRef(
    int number,
    String role,
    String name,
    String title,
    @Nullable String url,
    String language,
    @Nullable String date) {
  /** Role of the client's own sources. */
  public static final String OWN = "own";

  /** Role of competitors' pages. */
  public static final String COMPETITOR = "competitor";
}
