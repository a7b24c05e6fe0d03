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
 * @param exact a slower way to stage the same, if the first loses a row; null when there is none
 * @param found what it was recognised as; null when no kind was looked for
 */
record Prepared(
    @Nullable String sheet,
    Staged staged,
    String encoding,
    char delimiter,
    @Nullable List<Decided> typed,
    List<String> notes,
    @Nullable Slower exact,
    @Nullable Found found) {

  Prepared(
      @Nullable String sheet,
      Staged staged,
      String encoding,
      char delimiter,
      @Nullable List<Decided> typed,
      List<String> notes,
      @Nullable Slower exact) {
    this(sheet, staged, encoding, delimiter, typed, notes, exact, null);
  }

  /** Stages the same table again by the exact reader. */
  interface Slower {
    Prepared stage() throws Exception;
  }
}
