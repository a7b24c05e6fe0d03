package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.Match;
import io.liftwerk.ingest.recipe.Recipe;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Workbooks: every chosen sheet with rows is a table. */
final class XlsxSource {
  /** Rows looked at for width and header. */
  static final int LOOK = 200;

  private final Incoming incoming;
  private final Staging staging;
  private final List<String> chosen;
  private final Kinds kinds;
  private final SheetCells reader = new SheetCells();
  private final Bar bar;

  XlsxSource(Incoming incoming, Staging staging, List<String> chosen, Kinds kinds, Bar bar) {
    this.incoming = incoming;
    this.staging = staging;
    this.chosen = chosen;
    this.kinds = kinds;
    this.bar = bar;
  }

  List<Prepared> prepare() throws IOException {
    bar.at(0.05, "opening " + incoming.name());
    try (var workbook = open(incoming.content(), incoming.file())) {
      List<Sheet> sheets = sheets(workbook);
      var prepared = new ArrayList<Prepared>();
      for (Sheet sheet : sheets) {
        Prepared one = sheet(sheet);
        if (one != null) {
          prepared.add(one);
        }
      }
      if (prepared.isEmpty()) {
        throw Refused.noRows(incoming.file(), " in any sheet");
      }
      return prepared;
    } catch (WorkbenchException | CancelledException e) {
      throw e;
    } catch (RuntimeException e) {
      throw Refused.damaged(incoming.file(), "the workbook cannot be read", e);
    }
  }

  /**
   * @param file as sentences name it
   */
  static ReadableWorkbook open(Path content, Path file) throws IOException {
    try {
      return new ReadableWorkbook(content.toFile(), new ReadingOptions(true, true));
    } catch (IOException | RuntimeException e) {
      throw Refused.damaged(file, "the workbook cannot be opened", e);
    }
  }

  private List<Sheet> sheets(ReadableWorkbook workbook) {
    List<Sheet> all = workbook.getSheets().toList();
    if (chosen.isEmpty()) {
      return all;
    }
    var sheets = new ArrayList<Sheet>();
    for (String name : chosen) {
      sheets.add(
          all.stream()
              .filter(sheet -> sheet.getName().equalsIgnoreCase(name.strip()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new WorkbenchException(
                          "sheet-unknown",
                          Refused.shown(incoming.file())
                              + " has no sheet '"
                              + Refused.printable(name)
                              + "'.",
                          "Its sheets are "
                              + all.stream().map(Sheet::getName).collect(Collectors.joining(", "))
                              + ".")));
    }
    return sheets;
  }

  /** Stages one sheet; null when it has no rows. */
  private @Nullable Prepared sheet(Sheet sheet) throws IOException {
    SheetLayout layout;
    try (Stream<Row> rows = sheet.openStream()) {
      layout = SheetLayout.of(rows.limit(LOOK).toList(), reader);
    }
    if (layout == null) {
      return null;
    }
    var notes = new ArrayList<String>();
    Match match =
        kinds
            .of(incoming.file(), Recipe.Format.TABLE, layout.names(), layout.above(), notes)
            .orElse(null);
    notes.addAll(layout.notes());
    var report = new ReportLayout(match, layout.names(), layout.above());
    List<AsideLine> aside = new ArrayList<>(report.above());
    Path good = staging.next(".csv");
    Path bad = staging.next(".rejects");
    try (var rows = new StagedCsv(good);
        var rejects = new StagedCsv(bad);
        Stream<Row> stream = sheet.openStream();
        var ahead = new ReadAhead<>(stream.iterator())) {
      while (ahead.hasNext()) {
        Row row = ahead.next();
        if (row.getRowNum() >= layout.firstRow()) {
          row(row, layout, report, aside, rows, rejects);
        }
        if (row.getRowNum() % 4096 == 0) {
          bar.at(0.1, "reading " + incoming.name() + ", row " + Reasons.count(row.getRowNum()));
        }
      }
      if (rows.records() == 0 && chosen.isEmpty()) {
        return null;
      }
      totals(report, aside, rows);
      long rejected = rejects.records();
      return new Prepared(
          sheet.getName(),
          Staged.plain(good, layout.names(), rows, rejected == 0 ? null : bad, rejected),
          "",
          '\0',
          null,
          notes,
          report,
          null,
          aside,
          null);
    }
  }

  /** Total rows at the end of what was written are taken back. */
  private static void totals(ReportLayout report, List<AsideLine> aside, StagedCsv rows)
      throws IOException {
    List<DialectProbe.Row> last = rows.last(ReportLayout.MOST);
    List<DialectProbe.Row> totals = report.trailing(last);
    if (totals.size() < last.size()) {
      totals.forEach(row -> aside.add(AsideLine.total(row.line(), row.cells())));
      rows.drop(totals.size());
    }
  }

  private void row(
      Row row,
      SheetLayout layout,
      ReportLayout report,
      List<AsideLine> aside,
      StagedCsv rows,
      StagedCsv rejects)
      throws IOException {
    List<String> cells = reader.cells(row);
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    int columns = layout.names().size();
    int used = SheetLayout.used(cells);
    if (used > columns) {
      rejects.begin(row.getRowNum());
      rejects.field("a cell beyond the " + columns + " columns of the header");
      rejects.field(String.join("\t", cells));
      rejects.end();
      return;
    }
    if (rows.records() == 0 && report.isTotal(cells)) {
      aside.add(AsideLine.total(row.getRowNum(), cells));
      return;
    }
    rows.begin(row.getRowNum());
    for (int i = 0; i < columns; i++) {
      rows.field(i < cells.size() ? cells.get(i) : null);
    }
    rows.end();
  }

  /** The old binary container holds either an .xls or an encrypted .xlsx. */
  static WorkbenchException oldOrLocked(Path file, byte[] head, int length) {
    String names = new String(head, 0, length, StandardCharsets.ISO_8859_1);
    if (names.contains("E\0n\0c\0r\0y\0p\0t\0e\0d")) {
      return new WorkbenchException(
          "xlsx-locked",
          Refused.shown(file) + " is protected by a password.",
          "Open it in the program that made it and save it without a password.");
    }
    return new WorkbenchException(
        "xls-old",
        Refused.shown(file) + " is a document in the old Office format.",
        "Open it in a spreadsheet program and save it as XLSX or CSV.");
  }
}
