package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * Where the table in a sheet begins, and how its cells read as text.
 *
 * @param names columns
 * @param firstRow number of the first row that is data
 * @param above what stands above the header, a line each
 * @param notes sentences for the user
 */
record SheetLayout(List<String> names, int firstRow, List<String> above, List<String> notes) {
  /** From the first rows of a sheet; null when nothing stands in them. */
  static @Nullable SheetLayout of(List<Row> rows, SheetCells reader) {
    var cells = new ArrayList<List<String>>();
    var numbers = new ArrayList<Integer>();
    int width = 0;
    for (Row row : rows) {
      List<String> texts = reader.cells(row);
      int used = used(texts);
      if (used > 0) {
        cells.add(texts.subList(0, used));
        numbers.add(row.getRowNum());
        width = Math.max(width, used);
      }
    }
    if (cells.isEmpty()) {
      return null;
    }
    int header = header(cells, width);
    List<String> first = cells.get(header);
    var below = new ArrayList<DialectProbe.Row>();
    for (int i = header + 1; i < cells.size(); i++) {
      below.add(new DialectProbe.Row(numbers.get(i), 1, cells.get(i)));
    }
    boolean named = HeaderProbe.isHeader(first, below);
    var padded = new ArrayList<>(first);
    while (padded.size() < width) {
      padded.add("");
    }
    var notes = new ArrayList<String>();
    if (header > 0) {
      notes.add(
          "Above the header in row "
              + numbers.get(header)
              + " stood, set aside: "
              + Refused.printable(String.join(" ", cells.getFirst()))
              + ".");
    }
    return new SheetLayout(
        named ? ColumnNames.of(padded) : ColumnNames.numbered(width),
        numbers.get(header) + (named ? 1 : 0),
        cells.subList(0, header).stream().map(line -> String.join(" ", line).strip()).toList(),
        notes);
  }

  /** The first row that is filled about as far as the table is wide; titles above it are not. */
  private static int header(List<List<String>> cells, int width) {
    for (int i = 0; i < cells.size(); i++) {
      long filled = cells.get(i).stream().filter(cell -> !cell.isBlank()).count();
      if (filled * 10 >= width * 6L) {
        return i;
      }
    }
    return 0;
  }

  /** Number of cells up to the last that says something. */
  static int used(List<String> cells) {
    int used = cells.size();
    while (used > 0 && cells.get(used - 1).isBlank()) {
      used--;
    }
    return used;
  }
}
