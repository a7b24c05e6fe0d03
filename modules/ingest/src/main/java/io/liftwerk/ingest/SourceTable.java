package io.liftwerk.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of bronze and where it came from.
 *
 * @param id number of the load, never used twice
 * @param name its name in bronze
 * @param file name of the file, or its path inside the folder or archive that was imported; of
 *     documents loaded together, their folder's
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
 * @param earlier loads before it whose rows still count where this one does not replace them, the
 *     oldest first
 * @param findings which export it is, and what its report says of it
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
    List<String> notes,
    ExportFindings findings,
    List<Long> earlier) {

  @SuppressWarnings("NullAway") // tables of earlier versions have none
  public SourceTable {
    findings = findings == null ? ExportFindings.NONE : findings;
    earlier = earlier == null ? List.of() : List.copyOf(earlier);
  }

  /** Every load of it, the oldest first. */
  List<Long> loads() {
    var loads = new ArrayList<Long>(earlier);
    loads.add(id);
    return loads;
  }

  /** The view of the rejects, qualified; null when there are none. */
  public @Nullable String rejectsTable() {
    return rejects == 0 ? null : "bronze." + name + TableNames.REJECTS;
  }

  /** The notes but for those that the findings' totals and hidden shares say in figures. */
  public List<String> remarks() {
    List<String> figures = TotalNotes.of(findings);
    return notes.stream().filter(note -> !figures.contains(note)).toList();
  }

  SourceTable withName(String other) {
    return new SourceTable(
        id, other, file, sheet, sha256, bytes, kind, encoding, delimiter, rows, rejects, loadedAt,
        run, columns, notes, findings, earlier);
  }

  SourceTable withColumns(List<ColumnDecision> others) {
    return new SourceTable(
        id, name, file, sheet, sha256, bytes, kind, encoding, delimiter, rows, rejects, loadedAt,
        run, others, notes, findings, earlier);
  }

  SourceTable withFindings(ExportFindings others) {
    return new SourceTable(
        id, name, file, sheet, sha256, bytes, kind, encoding, delimiter, rows, rejects, loadedAt,
        run, columns, notes, others, earlier);
  }

  SourceTable withNote(String note) {
    var more = new ArrayList<String>(List.of(note));
    more.addAll(notes);
    return withNotes(more);
  }

  SourceTable withNotes(List<String> more) {
    return new SourceTable(
        id, name, file, sheet, sha256, bytes, kind, encoding, delimiter, rows, rejects, loadedAt,
        run, columns, more, findings, earlier);
  }
}
