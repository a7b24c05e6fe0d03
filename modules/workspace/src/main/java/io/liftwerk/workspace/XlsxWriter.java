package io.liftwerk.workspace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Streams a table into one worksheet; memory does not grow with the rows. What a spreadsheet cannot
 * hold exactly is written as text: numbers of more than 15 digits, dates before 1900, moments with
 * their time zone as UTC.
 */
final class XlsxWriter {
  static final long MAX_ROWS = 1_048_576;
  static final int MAX_COLUMNS = 16_384;
  private static final int MAX_TEXT = 32_767;
  private static final int MAX_DIGITS = 15;
  private static final long MAX_EXACT = 999_999_999_999_999L;
  private static final int FLUSH = 1_000;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private final JobContext context;
  private final TableInfo table;
  private final MessageDigest digest = Hashes.digest();

  XlsxWriter(JobContext context, TableInfo table) {
    this.context = context;
    this.table = table;
  }

  /** Throws unless the table fits into one worksheet. */
  static void checkFits(TableInfo table) {
    if (table.rows() > MAX_ROWS - 1) {
      throw new WorkbenchException(
          "export-too-long",
          "%s has %d rows, and an .xlsx sheet holds at most %d with its header."
              .formatted(table.ref(), table.rows(), MAX_ROWS),
          "Export it as .csv or .parquet.");
    }
    if (table.columns().size() > MAX_COLUMNS) {
      throw new WorkbenchException(
          "export-too-wide",
          "%s has %d columns, and an .xlsx sheet holds at most %d."
              .formatted(table.ref(), table.columns().size(), MAX_COLUMNS),
          "Export it as .csv or .parquet.");
    }
  }

  /** Writes {@code file} and returns the number of rows. */
  long write(Path file) throws SQLException, IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        var workbook = new Workbook(out, "Liftwerk", null)) {
      Worksheet sheet = workbook.newWorksheet(sheetName());
      header(sheet);
      long rows = body(sheet);
      sheet.finish();
      workbook.finish();
      return rows;
    }
  }

  private void header(Worksheet sheet) {
    List<TableInfo.Column> columns = table.columns();
    for (int c = 0; c < columns.size(); c++) {
      sheet.inlineString(0, c, columns.get(c).name());
      sheet.style(0, c).bold().set();
      String type = columns.get(c).type();
      if (type.equals("DATE")) {
        sheet.width(c, 12);
      } else if (type.startsWith("TIMESTAMP")) {
        sheet.width(c, 20);
      }
    }
    sheet.freezePane(0, 1);
  }

  private long body(Worksheet sheet) throws SQLException, IOException {
    try (PreparedStatement statement =
            context.connection().prepareStatement("SELECT * FROM " + table.ref().sql());
        ResultSet result = statement.executeQuery()) {
      var cells = new Cells(result);
      int row = 0;
      while (result.next()) {
        row++;
        List<@Nullable Object> values = cells.row();
        for (int c = 0; c < values.size(); c++) {
          write(sheet, row, c, values.get(c));
        }
        if (row % FLUSH == 0) {
          sheet.flush();
          context.progress(Math.min(0.95, 0.95 * row / table.rows()), "writing rows");
        }
      }
      return row;
    }
  }

  /**
   * SHA-256 of the cells, which says whether two files hold the same: the files themselves differ.
   */
  String content() {
    return Hashes.hex(digest.digest());
  }

  private void write(Worksheet sheet, int row, int column, @Nullable Object value) {
    digest.update((value + "\u0000").getBytes(StandardCharsets.UTF_8));
    switch (value) {
      case null -> {}
      case Boolean truth -> sheet.value(row, column, truth);
      case Long whole when Math.abs(whole) <= MAX_EXACT -> sheet.value(row, column, whole);
      case BigDecimal decimal when decimal.precision() <= MAX_DIGITS ->
          sheet.value(row, column, decimal);
      case Double number when Double.isFinite(number) -> sheet.value(row, column, number);
      case LocalDate day when !day.isBefore(FIRST_DAY) -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
      case LocalDateTime moment when !moment.toLocalDate().isBefore(FIRST_DAY) ->
          moment(sheet, row, column, moment);
      case OffsetDateTime moment when !moment.toLocalDate().isBefore(FIRST_DAY) ->
          moment(sheet, row, column, moment.toLocalDateTime());
      default -> text(sheet, row, column, value.toString());
    }
  }

  /** The format belongs to each cell: a spreadsheet shows a cell without one as a bare number. */
  private static void moment(Worksheet sheet, int row, int column, LocalDateTime moment) {
    sheet.value(row, column, moment);
    sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
  }

  private void text(Worksheet sheet, int row, int column, String text) {
    if (text.length() > MAX_TEXT) {
      throw new WorkbenchException(
          "export-cell-too-long",
          "Row %d of %s has %d characters in '%s', and a cell of an .xlsx sheet holds at most %d."
              .formatted(
                  row, table.ref(), text.length(), table.columns().get(column).name(), MAX_TEXT),
          "Export it as .csv or .parquet.");
    }
    sheet.inlineString(row, column, text);
  }

  /** A sheet's name has at most 31 characters and none of {@code [ ] : * ? / \}. */
  private String sheetName() {
    String name = table.ref().name().replaceAll("[\\[\\]:*?/\\\\']", "_").strip();
    return name.isEmpty() ? "table" : name.substring(0, Math.min(31, name.length()));
  }
}
