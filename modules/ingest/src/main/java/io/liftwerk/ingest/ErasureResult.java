package io.liftwerk.ingest;

import java.util.List;

/**
 * What an erasure took out.
 *
 * @param identifiers how many were asked for
 * @param tables where something was
 * @param originals pseudonyms whose originals leave the vault: those asked for, and others of the
 *     same rows that stand nowhere else
 * @param shared identifiers of the erased rows that stand in other rows too, such as the telephone
 *     number of a firm, and so stay
 * @param files files in the workspace that held one of them and were deleted, by their paths in it
 */
public record ErasureResult(
    int identifiers,
    List<Touched> tables,
    List<String> originals,
    long shared,
    List<String> files) {

  /**
   * A table in which something was.
   *
   * @param table qualified name
   * @param rows that are gone as a whole
   * @param cells of other rows in whose text something was replaced
   */
  public record Touched(String table, long rows, long cells) {}

  public ErasureResult {
    tables = List.copyOf(tables);
    originals = List.copyOf(originals);
    files = List.copyOf(files);
  }

  /** Rows that are gone, over all tables. */
  public long rows() {
    return tables.stream().mapToLong(Touched::rows).sum();
  }
}
