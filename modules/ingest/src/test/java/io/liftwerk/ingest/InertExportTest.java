package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.TableExport;
import io.liftwerk.workspace.TableExportResult;
import io.liftwerk.workspace.TableRef;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text that a spreadsheet would run goes in as it is and comes out dead; numbers stay numbers. */
class InertExportTest {
  private static final List<String> TERMS =
      List.of(
          "=cmd|' /C calc'!A0",
          "+49 17 12",
          "+49/170-1",
          "-20% rabatt",
          "@x",
          "=HYPERLINK(\"http://a.example\",\"x\")",
          "-2+3",
          "\t=1+1",
          "'=1",
          "null");

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    var text = new StringBuilder("term;cost;share;clicks\n");
    for (int i = 0; i < TERMS.size(); i++) {
      text.append('"')
          .append(TERMS.get(i).replace("\"", "\"\""))
          .append("\";-")
          .append(i)
          .append(",50 €;-")
          .append(i)
          .append(",5 %;-")
          .append(i)
          .append('\n');
    }
    ImportedTable table = bench.load(bench.file("terms.csv", text.toString()));
    assertEquals(
        "term:text:|cost:decimal:1234,56 €|share:decimal:1234,56 %|clicks:integer:1234",
        FileImportTest.types(table));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private TableExportResult export(Path file) {
    return new JobRunner(bench.workspace(), Runnable::run)
        .run(new TableExport(TableRef.parse("bronze.terms"), file))
        .result();
  }

  @Test
  void loadedAsTheyAre() {
    assertEquals(
        TERMS.stream().map(List::of).toList(),
        bench.rows("SELECT term FROM bronze.terms ORDER BY _row"));
  }

  @Test
  void deadInCsvAndTsv() throws IOException {
    for (String ending : List.of("csv", "tsv")) {
      Path file = folder.resolve("out." + ending);
      TableExportResult result = export(file);
      assertEquals(7, result.madeInert());
      var records = new CsvRecords(Files.newInputStream(file), ending.equals("csv") ? ',' : '\t');
      records.next();
      for (int i = 0; i < TERMS.size(); i++) {
        records.next();
        String term = TERMS.get(i);
        boolean live = "=@-+\t".indexOf(term.charAt(0)) >= 0 && !term.equals("+49 17 12");
        assertEquals(live ? "'" + term : term, records.text(0));
        assertEquals(new BigDecimal("-" + i + ".50"), new BigDecimal(records.text(1)));
        assertEquals(new BigDecimal("-" + i + ".5"), new BigDecimal(records.text(2)));
        assertEquals(-i, Integer.parseInt(records.text(3)));
      }
    }
  }

  @Test
  void deadInWorkbooks() throws IOException {
    Path file = folder.resolve("out.xlsx");
    export(file);
    var terms = new ArrayList<String>();
    try (var book = new ReadableWorkbook(Files.newInputStream(file))) {
      for (Row row : book.getFirstSheet().read().stream().skip(1).toList()) {
        assertEquals(CellType.STRING, row.getCell(0).getType());
        assertEquals(CellType.NUMBER, row.getCell(1).getType());
        assertEquals(CellType.NUMBER, row.getCell(3).getType());
        terms.add(row.getCellText(0));
      }
    }
    assertEquals(TERMS, terms);
  }

  @Test
  void exportedAndLoadedAgain() throws IOException {
    Path file = folder.resolve("again.csv");
    export(file);
    bench.load(file);
    assertEquals(
        bench.value(
            "SELECT string_agg(cost || '|' || share || '|' || clicks, ' ') FROM bronze.terms"),
        bench.value(
            "SELECT string_agg(cost || '|' || share || '|' || clicks, ' ') FROM bronze.again"));
    assertEquals(
        "'" + TERMS.getFirst(),
        Objects.requireNonNull(bench.value("SELECT term FROM bronze.again LIMIT 1")));
    assertEquals(Files.readString(file, StandardCharsets.UTF_8).lines().count(), TERMS.size() + 1);
  }
}
