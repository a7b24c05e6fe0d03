package io.liftwerk.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table beside the text it was read from.
 *
 * @param file name of the file
 * @param sheet sheet of a workbook, else null
 * @param line where the record starts: the line of a file, the row of a sheet, the ordinal in
 *     Parquet
 * @param cells in the file's order
 */
public record RawRow(String file, @Nullable String sheet, long line, List<Cell> cells) {

  /**
   * One cell.
   *
   * @param column the file's name of it
   * @param text what the file held, null where it held nothing
   * @param value what the table shows, of the types that a page of it has; null for a missing value
   */
  public record Cell(String column, @Nullable String text, @Nullable Object value) {

    /** What became of the text. */
    public Reading reading() {
      boolean nothing = text == null || text.isBlank();
      if (value == null) {
        return nothing ? Reading.EMPTY : Reading.MISSING;
      }
      return value.toString().equals(text) ? Reading.SAME : Reading.READ;
    }
  }

  /** What became of a cell's text. */
  public enum Reading {
    /** There was none. */
    EMPTY,
    /** It is the value, character by character. */
    SAME,
    /** It was read as a number, a date or a yes or no, or cleaned. */
    READ,
    /** It stands for no value: a mark for a missing one, or a masked number such as {@code <5}. */
    MISSING
  }
}
