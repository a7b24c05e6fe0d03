package io.liftwerk.briefs;

import java.util.List;

/**
 * Something readers expect, because competitors cover it.
 *
 * @param term as most texts write it
 * @param kind {@code standard}, {@code entity}, {@code measure} or {@code term}
 * @param competitors how many competitors say it
 * @param of how many competitors there are on the topic
 * @param evidence where they say it
 * @param covered whether the client's sources cover it
 * @param own where they do
 */
public record MustCover(
    String term,
    String kind,
    int competitors,
    int of,
    List<Quote> evidence,
    boolean covered,
    List<Quote> own) {

  public MustCover {
    evidence = List.copyOf(evidence);
    own = List.copyOf(own);
  }
}
