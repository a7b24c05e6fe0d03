package io.liftwerk.ingest;

import java.util.List;

/**
 * What was searched for erased persons, and where something was found.
 *
 * @param files of the workspace, whose bytes were searched
 * @param bytes how many, those inside of archives included
 * @param tables of the warehouse that were read
 * @param columns of text in them
 * @param cells in these
 * @param found places; empty when the erasure is proven
 */
public record ErasureProofResult(
    int files, long bytes, int tables, int columns, long cells, List<String> found) {
  public ErasureProofResult {
    found = List.copyOf(found);
  }

  /** Whether nothing was found. */
  public boolean proven() {
    return found.isEmpty();
  }
}
