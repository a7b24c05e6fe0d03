package io.liftwerk.ingest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The cells of one workbook as text. */
final class SheetCells {
  private static final MathContext SHOWN = new MathContext(15);

  /** Whether a number format is one of dates; a workbook has few, its cells are many. */
  private final Map<String, Boolean> dates = new HashMap<>();

  List<String> cells(Row row) {
    var texts = new ArrayList<String>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.hasCell(i) ? row.getCell(i) : null;
      texts.add(cell == null ? "" : text(cell));
    }
    return texts;
  }

  private String text(Cell cell) {
    Object value = cell.getValue();
    if (cell.getType() == CellType.EMPTY || (value == null && cell.getRawValue() == null)) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return isDate(cell) ? moment(cell, number) : plain(number, cell.getRawValue());
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
  private String cached(Cell cell) {
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

  /** A number as it stands in the file, where that is how it is shown. */
  private static String plain(BigDecimal number, @Nullable String raw) {
    boolean shown =
        raw != null
            && raw.length() <= SHOWN.getPrecision()
            && raw.indexOf('E') < 0
            && raw.indexOf('e') < 0
            && (raw.indexOf('.') < 0 || (raw.charAt(0) != '.' && !raw.endsWith("0")))
            && raw.charAt(raw.length() - 1) != '.'
            && raw.charAt(0) != '+'
            && (raw.length() == 1 || raw.charAt(0) != '0' || raw.charAt(1) == '.');
    return shown ? String.valueOf(raw) : plain(number);
  }

  /** Fifteen digits, as spreadsheets show them: the rest is noise of binary fractions. */
  private static String plain(BigDecimal number) {
    BigDecimal shown = number.round(SHOWN).stripTrailingZeros();
    return Math.abs(shown.scale()) > 40 ? shown.toString() : shown.toPlainString();
  }

  private String moment(Cell cell, BigDecimal number) {
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

  private boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null && ((id >= 14 && id <= 22) || (id >= 45 && id <= 47))) {
      return true;
    }
    String format = cell.getDataFormatString();
    return format != null && dates.computeIfAbsent(format, SheetCells::isDate);
  }

  private static boolean isDate(String format) {
    if (format.equalsIgnoreCase("general")) {
      return false;
    }
    String letters =
        format
            .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.|;.*", "")
            .toLowerCase(java.util.Locale.ROOT);
    return letters.matches(".*[ymdhs].*") && !letters.matches(".*[0#].*");
  }
}
