package io.liftwerk.scoring;

import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.workspace.DelimitedCopy;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.KillPoint;
import io.liftwerk.workspace.ResultFile;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.Workspace;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The ranked list for a sales team: rank, record, score and the table's own columns, open leads
 * first. The CSV holds every row; text in it that a spreadsheet would run as a formula is preceded
 * by an apostrophe. The workbook holds the first rows, as many as people open.
 */
final class LeadFiles {
  private static final int SHEET_ROWS = 100_000;
  private static final int SHEET_CELLS = 2_000_000;
  private static final int SHEET_COLUMNS = 16_384;
  private static final int OURS = 7;

  private final JobContext context;
  private final SourceTable source;
  private final Purpose purpose;

  LeadFiles(JobContext context, SourceTable source, Purpose purpose) {
    this.context = context;
    this.source = source;
    this.purpose = purpose;
  }

  /** Writes both files; returns where they will lie when the run is committed. */
  List<Path> write() throws Exception {
    String stem = purpose.name().toLowerCase(Locale.ROOT) + "-" + source.table().name();
    ResultFile csv = context.resultFile(stem, "csv");
    ResultFile sheet = context.resultFile(stem, "xlsx");
    writeCsv(csv.draft());
    writeSheet(sheet.draft());
    context.checkCancelled();
    KillPoint.SWAP.pass();
    return List.of(csv.place(), sheet.place());
  }

  private List<Field> own() {
    return source.fields().stream().filter(field -> !field.technical()).toList();
  }

  private void writeCsv(Path file) throws Exception {
    var columns = new ArrayList<String>();
    columns.addAll(
        List.of("r.rank", inert("r.record_id") + " AS record_id", "r.score", "r.open", "r.decile"));
    columns.add("r.reasons");
    columns.add("r.line AS _row");
    for (Field field : own()) {
      String column = "t." + field.sql();
      columns.add(
          (field.type().equals("VARCHAR") ? inert(column) : column)
              + " AS "
              + Sql.identifier(free(inertName(field.name()))));
    }
    String select = "SELECT " + String.join(", ", columns) + from();
    context.execute(DelimitedCopy.of(select, file, "FORMAT csv, HEADER true"));
  }

  private static String from() {
    return " FROM %s r JOIN %s t ON t.liftwerk_n = r.n ORDER BY r.rank"
        .formatted(ScoreTable.RANKING, SourceTable.SNAPSHOT);
  }

  /** Text that begins like a formula gets an apostrophe. */
  static String inert(String column) {
    return "CASE WHEN regexp_matches(%1$s, '^\\s*[=+@\\t\\r-]') THEN '''' || %1$s ELSE %1$s END"
        .formatted(column);
  }

  private static String inertName(String name) {
    return name.matches("(?s)^\\s*[=+@\\t\\r-].*") ? "'" + name : name;
  }

  /** The table's own name, or one that does not clash with ours. */
  private static String free(String name) {
    return List.of("rank", "record_id", "score", "open", "decile", "reasons")
            .contains(name.toLowerCase(Locale.ROOT))
        ? name + "_in_table"
        : name;
  }

  private void writeSheet(Path file) throws Exception {
    List<Field> own = own();
    own = own.subList(0, Math.min(own.size(), SHEET_COLUMNS - OURS));
    int columns = OURS + own.size();
    int rows = Math.min(SHEET_ROWS, SHEET_CELLS / columns);
    var sql =
        new StringBuilder(
            "SELECT r.rank, r.record_id, r.score, r.open, r.decile, r.reasons, r.line");
    own.forEach(field -> sql.append(", t.").append(field.sql()));
    sql.append(
        " FROM (SELECT * FROM %s WHERE rank <= %d) r JOIN %s t ON t.liftwerk_n = r.n ORDER BY r.rank"
            .formatted(ScoreTable.RANKING, rows, SourceTable.SNAPSHOT));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        Workbook workbook = new Workbook(out, "Liftwerk", version())) {
      Worksheet sheet = workbook.newWorksheet("Leads");
      header(sheet, own);
      int[] line = {1};
      Query.each(
          context,
          sql.toString(),
          row -> {
            int r = line[0]++;
            for (int c = 0; c < columns; c++) {
              cell(sheet, r, c, row);
            }
            if (r % 1000 == 0) {
              flush(sheet);
            }
          });
      sheet.setAutoFilter(0, 0, line[0] - 1, columns - 1);
      sheet.finish();
    }
  }

  /** Excel takes only versions of the form {@code 12.3456}. */
  private static String version() {
    return Workspace.SOFTWARE.matches("\\d{1,2}\\.\\d{1,4}") ? Workspace.SOFTWARE : "1.0";
  }

  private static void header(Worksheet sheet, List<Field> own) {
    List<String> names =
        new ArrayList<>(List.of("rank", "record_id", "score", "open", "decile", "reasons", "_row"));
    own.forEach(field -> names.add(free(field.name())));
    sheet.freezePane(2, 1);
    for (int c = 0; c < names.size(); c++) {
      sheet.value(0, c, names.get(c));
      sheet.style(0, c).bold().set();
    }
  }

  private static void cell(Worksheet sheet, int r, int c, ResultSet row) throws SQLException {
    switch (row.getObject(c + 1)) {
      case null -> {}
      case Number number -> {
        sheet.value(r, c, number);
        if (c == 2) {
          sheet.style(r, c).format("0.0%").set();
        }
      }
      case Boolean flag -> sheet.value(r, c, flag);
      case LocalDate date -> {
        sheet.value(r, c, date);
        sheet.style(r, c).format("yyyy-mm-dd").set();
      }
      case java.sql.Date date -> {
        sheet.value(r, c, date.toLocalDate());
        sheet.style(r, c).format("yyyy-mm-dd").set();
      }
      case java.sql.Timestamp time -> dateTime(sheet, r, c, time.toLocalDateTime());
      case LocalDateTime time -> dateTime(sheet, r, c, time);
      case Object other -> sheet.value(r, c, excelText(String.valueOf(other)));
    }
  }

  private static void dateTime(Worksheet sheet, int r, int c, LocalDateTime time) {
    sheet.value(r, c, time);
    sheet.style(r, c).format("yyyy-mm-dd hh:mm").set();
  }

  /** A cell holds at most 32,767 characters, and none that XML does not know. */
  private static String excelText(String text) {
    String known = text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", " ");
    return known.length() > 32_767 ? known.substring(0, 32_767) : known;
  }

  private static void flush(Worksheet sheet) {
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
