package io.liftwerk.ingest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of bronze and where it came from.
 *
 * @param id number of the load, never used twice
 * @param name its name in bronze
 * @param file name of the file, without its folder; of documents loaded together, their folder's
 * @param sheet sheet of a workbook, else null
 * @param sha256 hash of the file as dropped; of documents, over the hashes of their files
 * @param bytes size of the file, or of all
 * @param kind {@code CSV}, {@code JSON}, {@code XML}, {@code Parquet}, {@code XLSX}, {@code
 *     Documents}
 * @param encoding how its text was encoded, empty where it has none of its own
 * @param delimiter column separator, empty where there is none
 * @param rows rows loaded
 * @param rejects records set aside
 * @param loadedAt UTC
 * @param run number of the run that loaded it
 * @param columns how each column is read now
 * @param notes sentences for the user
 */
public record SourceTable(
    long id,
    String name,
    String file,
    @Nullable String sheet,
    String sha256,
    long bytes,
    String kind,
    String encoding,
    String delimiter,
    long rows,
    long rejects,
    Instant loadedAt,
    String run,
    List<ColumnDecision> columns,
    List<String> notes) {

  /** The view of the rejects, qualified; null when there are none. */
  public @Nullable String rejectsTable() {
    return rejects == 0 ? null : "bronze." + name + TableNames.REJECTS;
  }

  SourceTable withName(String other) {
    return new SourceTable(
        id, other, file, sheet, sha256, bytes, kind, encoding, delimiter, rows, rejects, loadedAt,
        run, columns, notes);
  }

  SourceTable withColumns(List<ColumnDecision> others) {
    return new SourceTable(
        id, name, file, sheet, sha256, bytes, kind, encoding, delimiter, rows, rejects, loadedAt,
        run, others, notes);
  }
}
