/**
 * Brings files into bronze.
 *
 * <p>{@link io.liftwerk.ingest.FilePreviews} shows what a dropped file seems to be; {@link
 * io.liftwerk.ingest.FileImport} is the job that loads one or more of them, folders and ZIP
 * archives included; {@link io.liftwerk.ingest.BronzeTables} lists what is there, renames, removes,
 * re-reads and undoes, and shows a row beside the text it was read from. {@link
 * io.liftwerk.ingest.FolderWatch} imports what comes into folders, by the same job.
 *
 * <p>What was named becomes files by {@code Gathering}: {@code FolderWalk} goes through a folder,
 * {@code ZipArchive} reads an archive's directory, and {@code NoExport} leaves out what plainly is
 * none. What was named is loaded whole or not at all; what was only found may be skipped, and is
 * named in the result with the reason. A member of an archive is unpacked into staging when its
 * turn comes, and goes when it is loaded.
 *
 * <p>How a file passes through: {@code Incoming} checks and hashes it, {@code FileKind} tells what
 * it is, and one source a kind ({@code CsvSource}, {@code JsonSource}, {@code LogSource}, {@code
 * XmlSource}, {@code XlsxSource}, {@code ParquetSource}, {@code DocumentSource}) puts it into
 * staging. For text, {@code RegularScan} looks at every byte: a regular UTF-8 file is linked and
 * read by DuckDB as it is, and the line of a row follows from its position; anything else is
 * rewritten by the exact reader ({@code CsvRecords}, {@code ExactCsv}) into one plain form that
 * carries the line of each record, and records that do not fit become rejects. {@code TableLoad}
 * makes an immutable table, {@code load.lNNNNNN}, and checks that every record arrived; a column
 * whose values DuckDB would write back to the letter is kept as numbers or days ({@code Storage}),
 * any other as text, and {@code StoredTable} knows how the text comes back. {@code TypeDecisions}
 * then finds, from all values, how each column is read: {@code Candidates} in Java propose, one
 * query over the table disposes. A {@code Reading} knows what it accepts and how DuckDB casts it.
 *
 * <p>XML streams through {@code XmlCursor}, which refuses what could do harm; {@code XmlOutline}
 * finds the element that is a row, {@code XmlShape} tells sitemap, product feed and other records
 * apart, {@code XmlColumns} makes cells of what stands in it. Web pages, Markdown, prose, PDF
 * ({@code PdfLines}, {@code PdfText}) and Word documents ({@code WordBody}) become {@code
 * Article}s, {@code DocumentSet} takes those of one folder together, and {@code DocumentSource}
 * makes one row of each. What a source recognises it says in a {@link io.liftwerk.ingest.Found}.
 *
 * <p>What identifies people is replaced while a table is made, see {@code Masker}: {@code
 * PersonalColumns} finds out which columns do, {@code Masking} holds what becomes of each, and
 * {@code Pseudonymiser} puts pseudonyms in their place and originals into the vault. A column of
 * identifiers holds {@code em_…}, {@code ph_…}, {@code nm_…}, {@code ad_…}, {@code ip_…}; in text
 * there stands {@code [em_…]}. The same person has the same pseudonym in every source, so such a
 * column is good for joining and counting, and for nothing else. {@link io.liftwerk.ingest.Erasure}
 * takes persons out: {@code PersonIds} follows the ids in their rows to rows that carry nothing
 * else, {@code LockedRecords} searches records that are under lock as a whole, and {@code
 * PersonLists} finds files that hold them, lists that were {@link io.liftwerk.ingest.HandedOver}
 * among these. {@link io.liftwerk.ingest.ErasureProof} looks whether anything is left, {@link
 * io.liftwerk.ingest.Retention} takes out what is older than {@link
 * io.liftwerk.ingest.RetentionSettings} allows, {@link io.liftwerk.ingest.Migration} does for older
 * workspaces what an import does now; {@code RowRemoval} keeps lines of rows right where rows go,
 * {@code IndexCopies} finds the index of sources that copies them, and {@code OlderModels} has what
 * was built from them built anew.
 *
 * <p>What people see, {@code bronze."NAME"}, is a view over that table: every column read as
 * decided by functions any DuckDB has, then {@code _source}, {@code _row} (the line in the file
 * where the record starts; the row of a sheet; the ordinal in Parquet and among documents) and
 * {@code _loaded_at} in UTC. So a decision can be changed at no cost and what the file said is
 * never lost. Rejects stand in {@code bronze."NAME__rejects"} with line, reason and raw text.
 */
@NullMarked
package io.liftwerk.ingest;

import org.jspecify.annotations.NullMarked;
