package io.liftwerk.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table ready to be loaded.
 *
 * @param sheet sheet of a workbook, else null
 * @param staged what to load
 * @param encoding shown to people
 * @param delimiter column separator, 0 where there is none
 * @param typed readings that the file's own schema states; null to decide from the values
 * @param notes sentences for the user
 * @param layout what is a row of the report and what is not; null where only the rows are known
 * @param found what it is, where its own structure tells that; else null
 * @param aside lines that are no rows
 * @param exact a slower way to stage the same, if the first loses a row; null when there is none
 */
record Prepared(
    @Nullable String sheet,
    Staged staged,
    String encoding,
    char delimiter,
    @Nullable List<Decided> typed,
    List<String> notes,
    @Nullable ReportLayout layout,
    @Nullable Found found,
    List<AsideLine> aside,
    @Nullable Slower exact) {

  /** A table of which nothing but its rows is known. */
  Prepared(
      @Nullable String sheet,
      Staged staged,
      String encoding,
      char delimiter,
      @Nullable List<Decided> typed,
      List<String> notes,
      @Nullable Slower exact) {
    this(sheet, staged, encoding, delimiter, typed, notes, null, null, List.of(), exact);
  }

  /** The same, known to be what {@code what} says. */
  Prepared found(Found what) {
    return new Prepared(
        sheet, staged, encoding, delimiter, typed, notes, layout, what, aside, exact);
  }

  /** Stages the same table again by the exact reader. */
  interface Slower {
    Prepared stage() throws Exception;
  }
}
