package io.liftwerk.ingest;

import java.time.LocalDate;
import java.util.List;

/**
 * What retention took out.
 *
 * @param sources every source that has a period
 * @param originals how many originals leave the vault
 */
public record RetentionResult(List<Source> sources, long originals) {

  /**
   * A source with a period.
   *
   * @param table its name in bronze
   * @param days how long its rows are kept
   * @param before rows of days before this one are gone
   * @param rows how many went
   * @param rejects how many records that had not fit went
   */
  public record Source(String table, int days, LocalDate before, long rows, long rejects) {}

  public RetentionResult {
    sources = List.copyOf(sources);
  }
}
