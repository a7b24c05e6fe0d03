package io.liftwerk.ingest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to import. Missing collections count as empty.
 *
 * @param files absolute paths of files, folders and ZIP archives
 * @param as name of the table, only where one file is found, or documents of one folder; null to
 *     derive it from the file's name
 * @param sheets sheets of a workbook to load; empty for all that have rows
 * @param decisions columns whose reading the user has decided, by column name; the rest is decided
 *     from the values
 * @param kind id of the recipe that the files are exports of, {@code generic} for none; null to
 *     find out
 * @param update the table that the file corrects or continues, only with one file; null to find out
 * @param hashes SHA-256 that a file or archive must have, by path; filled when a run is recorded,
 *     so that a re-run notices a file that changed since and takes no file that came into a folder
 *     since
 */
public record ImportRequest(
    List<String> files,
    @Nullable String as,
    List<String> sheets,
    Map<String, ColumnDecision> decisions,
    @Nullable String kind,
    @Nullable String update,
    Map<String, String> hashes) {

  @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
  public ImportRequest {
    files = files == null ? List.of() : List.copyOf(files);
    sheets = sheets == null ? List.of() : List.copyOf(sheets);
    decisions = decisions == null ? Map.of() : Map.copyOf(decisions);
    hashes = hashes == null ? Map.of() : Map.copyOf(hashes);
  }

  /** A first import: whatever the files hold now. */
  public ImportRequest(
      List<String> files,
      @Nullable String as,
      List<String> sheets,
      Map<String, ColumnDecision> decisions) {
    this(files, as, sheets, decisions, null, null, Map.of());
  }

  /** The same, the files being exports of the recipe {@code id}. */
  public ImportRequest ofKind(@Nullable String id) {
    return new ImportRequest(files, as, sheets, decisions, id, update, hashes);
  }

  /** The same, correcting or continuing {@code table}. */
  public ImportRequest updating(@Nullable String table) {
    return new ImportRequest(files, as, sheets, decisions, kind, table, hashes);
  }

  ImportRequest withHashes(Map<String, String> found) {
    return new ImportRequest(files, as, sheets, decisions, kind, update, found);
  }

  /** Imports {@code files} with everything decided from their contents. */
  public static ImportRequest of(List<String> files) {
    return new ImportRequest(files, null, List.of(), Map.of());
  }
}
