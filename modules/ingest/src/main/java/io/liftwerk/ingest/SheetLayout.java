package io.liftwerk.ingest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
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
  private static final MathContext SHOWN = new MathContext(15);

  /** From the first rows of a sheet; null when nothing stands in them. */
  static @Nullable SheetLayout of(List<Row> rows) {
    var cells = new ArrayList<List<String>>();
    var numbers = new ArrayList<Integer>();
    int width = 0;
    for (Row row : rows) {
      List<String> texts = cells(row);
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

  static List<String> cells(Row row) {
    var texts = new ArrayList<String>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.hasCell(i) ? row.getCell(i) : null;
      texts.add(cell == null ? "" : text(cell));
    }
    return texts;
  }

  /** Number of cells up to the last that says something. */
  static int used(List<String> cells) {
    int used = cells.size();
    while (used > 0 && cells.get(used - 1).isBlank()) {
      used--;
    }
    return used;
  }

  private static String text(Cell cell) {
    Object value = cell.getValue();
    if (cell.getType() == CellType.EMPTY || (value == null && cell.getRawValue() == null)) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return isDate(cell) ? moment(cell, number) : plain(number);
    }
    if (cell.getType() == CellType.BOOLEAN) {
      return Boolean.TRUE.equals(value) ? "true" : "false";
    }
    if (cell.getType() == CellType.FORMULA) {
      return cached(cell);
    }
    return value == null ? String.valueOf(cell.getRawValue()) : value.toString();
  }

  /** What the program that saved the workbook had computed. */
  private static String cached(Cell cell) {
    String raw = cell.getRawValue();
    if (raw == null || raw.isEmpty()) {
      return "";
    }
    try {
      var number = new BigDecimal(raw);
      return isDate(cell) ? moment(cell, number) : plain(number);
    } catch (NumberFormatException e) {
      return raw;
    }
  }

  /** Fifteen digits, as spreadsheets show them: the rest is noise of binary fractions. */
  private static String plain(BigDecimal number) {
    BigDecimal shown = number.round(SHOWN).stripTrailingZeros();
    return Math.abs(shown.scale()) > 40 ? shown.toString() : shown.toPlainString();
  }

  private static String moment(Cell cell, BigDecimal number) {
    double days = number.doubleValue();
    if (days < 0 || days > 2_958_465) {
      return plain(number);
    }
    LocalDateTime moment;
    try {
      moment = date(cell, days);
    } catch (RuntimeException e) {
      return plain(number);
    }
    if (days < 1) {
      return moment.toLocalTime().toString();
    }
    boolean midnight = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
    return midnight
        ? moment.toLocalDate().toString()
        : moment.toLocalDate() + " " + moment.toLocalTime().withNano(0);
  }

  private static LocalDateTime date(Cell cell, double days) {
    if (cell.getType() == CellType.NUMBER) {
      return cell.asDate().plusNanos(500_000).withNano(0);
    }
    long seconds = Math.round(days * 86_400);
    return LocalDateTime.of(1899, 12, 30, 0, 0).plusSeconds(seconds);
  }

  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null && ((id >= 14 && id <= 22) || (id >= 45 && id <= 47))) {
      return true;
    }
    String format = cell.getDataFormatString();
    if (format == null || format.equalsIgnoreCase("general")) {
      return false;
    }
    String letters =
        format
            .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.|;.*", "")
            .toLowerCase(java.util.Locale.ROOT);
    return letters.matches(".*[ymdhs].*") && !letters.matches(".*[0#].*");
  }
}
