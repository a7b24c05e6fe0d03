package io.liftwerk.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file, one sheet of a workbook, or the documents of one folder, as a table in bronze.
 *
 * @param name table name without the schema
 * @param file name of the file it came from, without its folder; of documents, their folder's
 * @param sheet sheet of a workbook, else null
 * @param sha256 hash of the file's bytes as dropped; of documents, over the hashes of their files
 * @param bytes size of the file, or of all
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
