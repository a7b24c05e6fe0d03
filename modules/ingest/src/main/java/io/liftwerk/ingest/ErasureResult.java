package io.liftwerk.ingest;

import java.util.List;

/**
 * What an erasure took out.
 *
 * @param identifiers how many were asked for
 * @param absent how many of these the workspace had never heard of
 * @param tables where something was
 * @param ids where ids of theirs were found by which further rows were looked for
 * @param originals pseudonyms whose originals leave the vault: those asked for that it held, and
 *     others of the same rows that stand nowhere else
 * @param shared identifiers of the erased rows that stand in other rows too, such as the telephone
 *     number of a firm, and so stay
 * @param files files in the workspace that held one of them and were deleted, by their paths in it
 * @param handedOver whom the user has to tell, since they were handed lists of persons
 */
public record ErasureResult(
    int identifiers,
    int absent,
    List<Touched> tables,
    List<FoundIds> ids,
    List<String> originals,
    long shared,
    List<String> files,
    List<Recipient> handedOver) {

  /**
   * A table in which something was.
   *
   * @param table qualified name
   * @param rows that are gone as a whole
   * @param byId how many of these were known by an id of the person alone
   * @param cells of other rows in whose text something was replaced
   */
  public record Touched(String table, long rows, long byId, long cells) {}

  /**
   * A column of ids in rows that hold one of the identifiers asked for. The ids are not told: they
   * name somebody.
   *
   * @param column with its table
   * @param followed ids whose rows are gone in other tables too
   * @param shared ids that stand in rows of other persons as well, and so were not followed
   * @param elsewhere rows of other systems in which an id that was followed stands too, but which
   *     stay: it is so short there that it may be another person's
   */
  public record FoundIds(String column, long followed, long shared, long elsewhere) {}

  /**
   * Somebody who was handed a list of persons.
   *
   * @param name who
   * @param run the run that wrote the list
   * @param file the list, by its path in the workspace
   * @param certain whether a person of this erasure was in it; false when the file is not there any
   *     more, so that nobody can tell
   */
  public record Recipient(String name, String run, String file, boolean certain) {}

  @SuppressWarnings("NullAway") // results of earlier versions have fewer fields
  public ErasureResult {
    tables = List.copyOf(tables);
    ids = ids == null ? List.of() : List.copyOf(ids);
    originals = List.copyOf(originals);
    files = List.copyOf(files);
    handedOver = handedOver == null ? List.of() : List.copyOf(handedOver);
  }

  /** Rows that are gone, over all tables. */
  public long rows() {
    return tables.stream().mapToLong(Touched::rows).sum();
  }
}
