package io.liftwerk.ingest;

import java.util.List;

/**
 * What a file seems to be, from its beginning alone; made in well under a second whatever its size.
 *
 * @param file name of the file
 * @param bytes its size
 * @param kind for example {@code CSV}, {@code XLSX}, {@code JSON}, {@code Log}, {@code Parquet}
 * @param encoding how its text is encoded
 * @param delimiter column separator, empty where there is none
 * @param sheets sheets of a workbook, else empty
 * @param columns first decisions; loading decides again from all values
 * @param rows the first rows as the file writes them, one list of cells each
 * @param notes what a user should know before loading
 */
public record FilePreview(
    String file,
    long bytes,
    String kind,
    String encoding,
    String delimiter,
    List<String> sheets,
    List<ColumnDecision> columns,
    List<List<String>> rows,
    List<String> notes) {}
