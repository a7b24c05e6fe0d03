package io.liftwerk.workspace;

/**
 * An exported table.
 *
 * @param table what was exported
 * @param file where it lies now, an absolute path
 * @param format {@code csv}, {@code tsv}, {@code parquet}, {@code json}, {@code jsonl} or {@code
 *     xlsx}, with {@code .gz} when compressed
 * @param rows rows written, the header not counted
 * @param bytes size of the file
 * @param sha256 of the file, lower-case hex
 * @param madeInert text cells that a spreadsheet would have run as a formula, and that now begin
 *     with an apostrophe; only in CSV and TSV
 */
public record TableExportResult(
    String table,
    String file,
    String format,
    long rows,
    long bytes,
    String sha256,
    long madeInert) {}
