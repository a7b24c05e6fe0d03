package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of file, loaded and previewed. */
class KindsTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void jsonLinesWithABrokenOne() {
    Path file =
        bench.file(
            "events.ndjson",
            """
            {"event":"view","ts":"1611798022695757","value":1.50,"geo":{"city":"Köln","ids":[1,2]}}
            {"event":"buy","ts":"1611798022695758","ok":true,
            {"event":"null","ts":null,"value":2,"late":"x"}
            """);
    ImportedTable table = bench.load(file);
    assertEquals(2, table.rows());
    assertEquals(1, table.rejects());
    assertEquals(
        "event:text:|ts:timestamp:epoch_us|value:decimal:1234.56|geo:text:|late:text:",
        FileImportTest.types(table));
    assertEquals(
        "{\"city\":\"Köln\",\"ids\":[1,2]}", bench.value("SELECT geo FROM bronze.events LIMIT 1"));
    assertEquals(List.of(List.of("1"), List.of("3")), bench.rows("SELECT _row FROM bronze.events"));
    assertEquals(List.of(List.of("2")), bench.rows("SELECT _row FROM bronze.events__rejects"));
    FilePreview preview = FilePreviews.of(file);
    assertEquals("JSON", preview.kind());
  }

  @Test
  void jsonArray() {
    ImportedTable table =
        bench.load(
            bench.file("a.json", "[\n {\"a\": 1, \"b\": null},\n {\"a\": 2, \"b\": [1]}\n]\n"));
    assertEquals(2, table.rows());
    assertEquals("3", bench.value("SELECT _row FROM bronze.a WHERE a = 2"));
  }

  @Test
  void parquetKeepsItsTypes() throws SQLException {
    Path file = folder.resolve("typed.parquet");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT i AS id, i * 1.25::DECIMAL(10, 2) AS price, i / 3 AS share, DATE"
              + " '2026-01-01' + i::INT AS day, {'a': i} AS nested, 'x' || i AS name FROM"
              + " range(5000) t(i)) TO '"
              + file
              + "' (FORMAT parquet)");
    }
    ImportedTable table = bench.load(file);
    assertEquals(5000, table.rows());
    assertEquals(
        "id:integer:1234|price:decimal:1234.56|share:decimal:1234.56|day:date:yyyy-MM-dd"
            + "|nested:text:|name:text:",
        FileImportTest.types(table));
    assertEquals(
        List.of(List.of("7", "8.75", "2026-01-08", "{\"a\":7}", "8")),
        bench.rows("SELECT id, price, day, nested, _row FROM bronze.typed WHERE id = 7"));
    assertEquals(
        "0", bench.value("SELECT count(*) FROM bronze.typed WHERE abs(share - id / 3) > 0"));
    assertEquals("Parquet", FilePreviews.of(file).kind());
    assertEquals(6, FilePreviews.of(file).columns().size());
  }

  @Test
  void workbook() throws IOException {
    Path file = folder.resolve("Kampagnen.xlsx");
    workbook(file);
    ImportResult result = bench.result(ImportRequest.of(List.of(file.toString())));
    assertEquals(
        List.of("kampagnen_januar", "kampagnen_februar"),
        result.tables().stream().map(ImportedTable::name).toList());
    ImportedTable january = result.tables().getFirst();
    assertEquals(
        "Tag:date:yyyy-MM-dd|Kampagne:text:|Kosten:decimal:1234.56|Klicks:integer:1234"
            + "|Aktiv:boolean:true/false|Zeit:timestamp:yyyy-MM-dd HH:mm:ss",
        FileImportTest.types(january));
    assertEquals(
        List.of(List.of("2026-01-02", "Zelte & Säcke", "12.125", "12001", "true", "4")),
        bench.rows(
            "SELECT Tag, Kampagne, Kosten, Klicks, Aktiv, _row FROM bronze.kampagnen_januar"
                + " LIMIT 1"));
    FilePreview preview = FilePreviews.of(file);
    assertEquals(List.of("Januar", "Februar", "Leer"), preview.sheets());
    assertEquals("Tag", preview.columns().getFirst().name());
    ImportResult chosen =
        bench.result(
            new ImportRequest(List.of(file.toString()), "feb", List.of("februar"), Map.of()));
    assertEquals("feb", chosen.tables().getFirst().name());
    assertEquals(
        "sheet-unknown",
        Assertions.assertThrows(
                WorkbenchException.class,
                () ->
                    bench.result(
                        new ImportRequest(
                            List.of(file.toString()), null, List.of("März"), Map.of())))
            .code());
  }

  private static void workbook(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        var book = new Workbook(out, "test", "1.0")) {
      var sheet = book.newWorksheet("Januar");
      sheet.value(0, 0, "Kampagnenbericht");
      String[] header = {"Tag", "Kampagne", "Kosten", "Klicks", "Aktiv", "Zeit"};
      for (int i = 0; i < header.length; i++) {
        sheet.value(2, i, header[i]);
      }
      for (int r = 0; r < 30; r++) {
        sheet.value(3 + r, 0, LocalDate.of(2026, 1, 2).plusDays(r));
        sheet.style(3 + r, 0).format("dd.mm.yyyy").set();
        sheet.value(3 + r, 1, "Zelte & Säcke");
        sheet.value(3 + r, 2, 12.125 + r);
        if (r == 0) {
          sheet.value(3 + r, 3, 12001);
        } else {
          sheet.formula(3 + r, 3, "1+1");
        }
        sheet.value(3 + r, 4, true);
        sheet.value(3 + r, 5, LocalDateTime.of(2026, 1, 2, 10, 11, 12));
        sheet.style(3 + r, 5).format("yyyy-mm-dd hh:mm:ss").set();
      }
      var february = book.newWorksheet("Februar");
      february.value(0, 0, "a");
      february.value(0, 1, "b");
      february.value(1, 0, 1);
      february.value(1, 1, "x");
      book.newWorksheet("Leer");
    }
  }

  @Test
  void packedText() throws IOException {
    Path file = bench.file("Umsatz.csv.gz", BadInputTest.gzip("a;b\n1;2,5\n2;3,5\n"));
    ImportedTable table = bench.load(file);
    assertEquals("umsatz", table.name());
    assertEquals("a:integer:1234|b:decimal:1234,56", FileImportTest.types(table));
    assertEquals(Files.size(file), table.bytes());
    assertEquals(";", FilePreviews.of(file).delimiter());
    bench.assertStagingEmpty();
  }

  @Test
  void excelsSeparatorLineAndPreamble() {
    ImportedTable table = bench.load(bench.file("sep.csv", "sep=;\r\na;b\r\n1;2\r\n"));
    assertEquals("a:integer:1234|b:integer:1234", FileImportTest.types(table));
    assertEquals("3", bench.value("SELECT _row FROM bronze.sep"));
    ImportedTable report =
        bench.load(
            bench.file(
                "report.csv",
                "Bericht\n\"1. - 2. Januar\"\nTag,Klicks\n2026-01-01,5\n2026-01-02,6\n"));
    assertEquals("Tag:date:yyyy-MM-dd|Klicks:integer:1234", FileImportTest.types(report));
    assertEquals("4", bench.value("SELECT min(_row) FROM bronze.report"));
    assertTrue(report.notes().getFirst().contains("Bericht"));
  }

  @Test
  void jsonLinesInUtf16() {
    ImportedTable table =
        bench.load(
            bench.file(
                "events.jsonl",
                "\uFEFF{\"a\":1,\"b\":\"Köln\"}\n{\"a\":2}\n",
                StandardCharsets.UTF_16LE));
    assertEquals("a:integer:1234|b:text:", FileImportTest.types(table));
    assertEquals("Köln", bench.value("SELECT b FROM bronze.events WHERE _row = 1"));
    bench.assertStagingEmpty();
  }

  @Test
  void utf16WithAndWithoutBom() {
    String text = "Id;Größe\n1;Köln\n2;\uD83D\uDE00 Ulm\n";
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      for (String bom : List.of("", "\uFEFF")) {
        String name = "t" + charset.name().substring(6).toLowerCase(Locale.ROOT) + bom.length();
        bench.load(bench.file(name + ".csv", bom + text, charset));
        assertEquals(
            List.of(List.of("1", "Köln", "2"), List.of("2", "\uD83D\uDE00 Ulm", "3")),
            bench.rows("SELECT Id, \"Größe\", _row FROM bronze." + name));
      }
    }
  }

  @Test
  void delimitersBehindTheLastColumn() {
    ImportedTable rows = bench.load(bench.file("rows.csv", "Name;Ort\nAnna;Köln;\nBert;Ulm;\n"));
    assertEquals("Name:text:|Ort:text:", FileImportTest.types(rows));
    assertEquals(2, rows.rows());
    assertEquals(0, rows.rejects());
    ImportedTable head =
        bench.load(bench.file("head.csv", "Name;Ort;\n" + "Anna;Köln\nBert;Ulm\n".repeat(3)));
    assertEquals("Name:text:|Ort:text:", FileImportTest.types(head));
    assertEquals(6, head.rows());
    assertEquals("2", bench.value("SELECT min(_row) FROM bronze.head"));
  }

  @Test
  void titlesFilledUpWithDelimiters() {
    ImportedTable table =
        bench.load(
            bench.file(
                "excel.csv",
                "Bericht;;\n;;\nTag;Klicks;Kosten\n2026-01-01;5;1,5\n2026-01-02;6;2,5\n"));
    assertEquals(
        "Tag:date:yyyy-MM-dd|Klicks:integer:1234|Kosten:decimal:1234,56",
        FileImportTest.types(table));
    assertEquals("4", bench.value("SELECT min(_row) FROM bronze.excel"));
  }

  @Test
  void aLinkIsTheFileItPointsTo() throws IOException {
    Path file = bench.file("real.csv", "a,b\n1,2\n");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    assertEquals("link", bench.load(link).name());
    assertEquals("a,b\n1,2\n", Files.readString(file));
    bench.assertStagingEmpty();
  }

  @Test
  void encodingsMixedInOneFile() throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    bytes.write("a,b\nGröße,1\n".getBytes(StandardCharsets.UTF_8));
    bytes.write("Größe,2\n".getBytes(java.nio.charset.Charset.forName("windows-1252")));
    ImportedTable table = bench.load(bench.file("mixed.csv", bytes.toByteArray()));
    assertEquals(
        List.of(List.of("Größe"), List.of("Größe")), bench.rows("SELECT a FROM bronze.mixed"));
    assertTrue(table.notes().getFirst().contains("line 3"), table.notes().toString());
  }

  @Test
  void oddNamesAndManyColumns() {
    var header = new StringBuilder();
    var row = new StringBuilder();
    for (int i = 0; i < 2100; i++) {
      header.append(i > 0 ? "," : "").append("c").append(i % 2000);
      row.append(i > 0 ? "," : "").append(i);
    }
    ImportedTable table = bench.load(bench.file("wide.csv", header + "\n" + row + "\n"));
    assertEquals(2100, table.columns().size());
    assertEquals("c0_2", table.columns().get(2000).name());
    ImportedTable odd =
        bench.load(
            bench.file(
                "it's \"x\" \uD83D\uDE00\n.csv", "_row,,Name,name, a\"b ,_source\n1,2,3,4,5,6\n"));
    assertEquals(
        List.of("_row_2", "column_2", "Name", "name_2", "a\"b", "_source_2"),
        odd.columns().stream().map(ColumnDecision::name).toList());
    assertEquals("it_s_x", odd.name());
  }
}
