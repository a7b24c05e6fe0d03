package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file, one sheet of a workbook, or the documents of one folder, as a table in bronze.
 *
 * @param name table name without the schema
 * @param file name of the file it came from; of a file inside a folder or an archive that was
 *     imported its path there, such as {@code archive.zip/inner/file.csv}; of documents, their
 *     folder's
 * @param sheet sheet of a workbook, else null
 * @param sha256 hash of the file's bytes as dropped, or as unpacked from an archive; of documents,
 *     over the hashes of their files
 * @param bytes size of the file, or of all
 * @param encoding how its text was encoded, for example {@code UTF-8} or {@code windows-1252}
 * @param delimiter column separator, empty where there is none
 * @param rows rows loaded
 * @param rejects records that could not be read, kept in {@code rejectsTable}
 * @param rejectsTable qualified name of the table of rejects, null when there are none
 * @param columns how each column is read, in the file's order
 * @param kind id of the export's recipe, {@code generic} where none fits
 * @param confidence how sure that is, 0 to 1
 * @param because one sentence that says why
 * @param platform whose export it is, empty where that is not known
 * @param grain columns that together name a row
 * @param roles what columns mean
 * @param period days covered, null where nothing tells them
 * @param currency ISO 4217 code, null where there is none or several
 * @param totals what the rows add up to beside the report's own totals
 * @param hidden what the report counts but does not list
 * @param aside lines of the report that are no rows
 * @param corrects the earlier rows that it replaces, null where it replaces none
 * @param duplicateOf name of the table that holds the same file already, null when there is none
 * @param notes what a user should know, one sentence each
 */
public record ImportedTable(
    String name,
    String file,
    @Nullable String sheet,
    String sha256,
    long bytes,
    String encoding,
    String delimiter,
    long rows,
    long rejects,
    @Nullable String rejectsTable,
    List<ColumnDecision> columns,
    String kind,
    double confidence,
    String because,
    String platform,
    List<String> grain,
    Map<String, Role> roles,
    @Nullable Period period,
    @Nullable String currency,
    List<ControlTotal> totals,
    List<HiddenShare> hidden,
    List<AsideLine> aside,
    @Nullable Correction corrects,
    @Nullable String duplicateOf,
    List<String> notes) {

  /**
   * The table as it stands in the workspace.
   *
   * @param notes sentences for the user, instead of the source's own
   */
  static ImportedTable of(SourceTable source, @Nullable String duplicateOf, List<String> notes) {
    ExportFindings findings = source.findings();
    return new ImportedTable(
        source.name(),
        source.file(),
        source.sheet(),
        source.sha256(),
        source.bytes(),
        source.encoding(),
        source.delimiter(),
        source.rows(),
        source.rejects(),
        source.rejectsTable(),
        source.columns(),
        findings.kind(),
        findings.confidence(),
        findings.because(),
        findings.platform(),
        findings.grain(),
        findings.roles(),
        findings.period(),
        findings.currency(),
        findings.totals(),
        findings.hidden(),
        findings.aside(),
        null,
        duplicateOf,
        notes);
  }

  /** The same, with what {@code source} says, if it is that table. */
  ImportedTable told(SourceTable source) {
    return source.name().equals(name) && duplicateOf == null
        ? of(source, null, source.notes()).correcting(corrects)
        : this;
  }

  ImportedTable correcting(@Nullable Correction correction) {
    return new ImportedTable(
        name,
        file,
        sheet,
        sha256,
        bytes,
        encoding,
        delimiter,
        rows,
        rejects,
        rejectsTable,
        columns,
        kind,
        confidence,
        because,
        platform,
        grain,
        roles,
        period,
        currency,
        totals,
        hidden,
        aside,
        correction,
        duplicateOf,
        notes);
  }
}
