package io.liftwerk.ingest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cells met lately and what became of them: people come again, in the next row or the next column,
 * and so do texts without any. Several threads may use it; a cell is never changed, so a race costs
 * nothing but time.
 */
final class MaskedCells {
  private static final int BITS = 19;

  /** So that all of them take 300 MB at the most. */
  private static final int LONGEST = 256;

  private final @Nullable Cell[] cells = new Cell[1 << BITS];

  /**
   * A cell.
   *
   * @param way how it was masked: what stands for one number stands for no other
   * @param beside what its row told
   * @param masked in UTF-8
   */
  record Cell(int way, String value, String beside, byte[] masked, boolean changed) {
    static Cell of(int way, String value, String beside, String masked) {
      return new Cell(
          way, value, beside, masked.getBytes(StandardCharsets.UTF_8), !masked.equals(value));
    }

    private boolean is(int way, String value, String beside) {
      return this.way == way && this.value.equals(value) && this.beside.equals(beside);
    }
  }

  @Nullable Cell find(int way, String value, String beside) {
    Cell cell = cells[slot(way, value, beside)];
    return cell != null && cell.is(way, value, beside) ? cell : null;
  }

  void keep(Cell cell) {
    if (cell.value().length() + cell.beside().length() <= LONGEST) {
      cells[slot(cell.way(), cell.value(), cell.beside())] = cell;
    }
  }

  private static int slot(int way, String value, String beside) {
    return ((value.hashCode() * 31 + beside.hashCode()) * 31 + way) * 0x9E3779B9 >>> 32 - BITS;
  }
}
