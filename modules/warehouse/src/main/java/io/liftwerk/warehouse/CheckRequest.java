package io.liftwerk.warehouse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Which models to check.
 *
 * @param select names of models, with or without their schema, or of bronze tables with it; empty
 *     for all
 * @param at the moment that ages are counted to, so that a repeated check says the same; UTC
 */
public record CheckRequest(List<String> select, Instant at) {
  public CheckRequest {
    select = List.copyOf(select);
  }

  /** A check as of now. */
  public static CheckRequest now(List<String> select) {
    return new CheckRequest(select, Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }
}
