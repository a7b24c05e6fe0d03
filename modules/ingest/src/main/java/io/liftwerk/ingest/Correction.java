package io.liftwerk.ingest;

/**
 * What an export that corrects an earlier one did to the rows of that one.
 *
 * @param table the table that it corrects
 * @param replaced earlier rows whose key is in the new export
 * @param gone earlier rows of the same period whose key is no longer in it
 * @param kept earlier rows that still count, being of other days
 */
public record Correction(String table, long replaced, long gone, long kept) {}
