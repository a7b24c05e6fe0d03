/**
 * Brings files into bronze.
 *
 * <p>{@link io.liftwerk.ingest.FilePreviews} shows what a dropped file seems to be; {@link
 * io.liftwerk.ingest.FileImport} is the job that loads one or more of them, all or none; {@link
 * io.liftwerk.ingest.BronzeTables} lists what is there and renames, removes, re-reads and undoes.
 *
 * <p>How a file passes through: {@code Incoming} checks and hashes it, {@code FileKind} tells what
 * it is, and one source a kind ({@code CsvSource}, {@code JsonSource}, {@code LogSource}, {@code
 * XlsxSource}, {@code ParquetSource}) puts it into staging. For text, {@code RegularScan} looks at
 * every byte: a regular UTF-8 file is linked and read by DuckDB as it is, and the line of a row
 * follows from its position; anything else is rewritten by the exact reader ({@code CsvRecords},
 * {@code ExactCsv}) into one plain form that carries the line of each record, and records that do
 * not fit become rejects. {@code TableLoad} makes an immutable table of text, {@code load.lNNNNNN},
 * and checks that every record arrived. {@code TypeDecisions} then finds, from all values, how each
 * column is read, unless the format states it, as Parquet and server logs do: {@code Candidates} in
 * Java propose, one query over the table disposes. A {@code Reading} knows what it accepts and how
 * DuckDB casts it.
 *
 * <p>What people see, {@code bronze."NAME"}, is a view over that table: every column cast as
 * decided by functions any DuckDB has, then {@code _source}, {@code _row} (the line in the file
 * where the record starts; the row of a sheet; the ordinal in Parquet) and {@code _loaded_at} in
 * UTC. So a decision can be changed at no cost and what the file said is never lost. Rejects stand
 * in {@code bronze."NAME__rejects"} with line, reason and raw text.
 *
 * <p>Server logs have no header, so their formats are known beforehand: {@link
 * io.liftwerk.ingest.log} recognises them by their first lines, before anything else that a text
 * could be, and gives a field of one meaning one name in all of them. Its {@code LogMatch} says
 * which format it is and how many of the lines looked at fit.
 */
@NullMarked
package io.liftwerk.ingest;

import org.jspecify.annotations.NullMarked;
