package io.liftwerk.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file, or one sheet of a workbook, as a table in bronze.
 *
 * @param name table name without the schema
 * @param file name of the file it came from; of a file inside a folder or an archive that was
 *     imported its path there, such as {@code archive.zip/inner/file.csv}
 * @param sheet sheet of a workbook, else null
 * @param sha256 hash of the file's bytes as dropped, or as unpacked from an archive
 * @param bytes size of the file
 * @param encoding how its text was encoded, for example {@code UTF-8} or {@code windows-1252}
 * @param delimiter column separator, empty where there is none
 * @param rows rows loaded
 * @param rejects records that could not be read, kept in {@code rejectsTable}
 * @param rejectsTable qualified name of the table of rejects, null when there are none
 * @param columns how each column is read, in the file's order
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
    @Nullable String duplicateOf,
    List<String> notes) {}
