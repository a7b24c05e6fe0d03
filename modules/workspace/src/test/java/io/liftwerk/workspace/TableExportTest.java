package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableExportTest {
  private static final TableRef TABLE = new TableRef("gold", "t");

  @TempDir Path folder;
  private Workspace workspace;
  private Path out;

  @BeforeEach
  void open() throws SQLException, IOException {
    workspace = Fixture.workspace(folder);
    out = Files.createDirectory(folder.resolve("aus 'gabe"));
    Fixture.sql(
        workspace,
        """
        CREATE TABLE gold.t AS SELECT * FROM (VALUES
          (1, 'Müller; "Söhne"', -12.50::DECIMAL(9,2), DATE '2025-01-31'),
          (2, '=cmd|''/c calc''!A0', NULL, NULL),
          (3, '-1.234,50', 3, DATE '2024-02-29'),
          (4, '@SUM(A1)', 3, NULL), (5, '+49 170 1', 3, NULL), (6, '-foo', 3, NULL),
          (7, chr(9) || 'x', 0, NULL), (8, '', 0, NULL)
        ) v(id, text, money, day)
        """);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void csvHasAHeaderAndNoLiveFormula() throws IOException {
    TableExportResult result = export("t.csv");
    assertEquals(
        """
        id,text,money,day
        1,"Müller; ""Söhne""\",-12.50,2025-01-31
        2,'=cmd|'/c calc'!A0,,
        3,"-1.234,50",3.00,2024-02-29
        4,'@SUM(A1),3.00,
        5,+49 170 1,3.00,
        6,'-foo,3.00,
        7,'\tx,0.00,
        8,"",0.00,
        """,
        Files.readString(out.resolve("t.csv")));
    assertEquals(8, result.rows());
    assertEquals(4, result.madeInert());
    assertEquals(Files.size(out.resolve("t.csv")), result.bytes());
    assertEquals(sha256(out.resolve("t.csv")), result.sha256());
    assertNothingLeft();
  }

  @Test
  void aHeaderCanBeAFormulaToo() throws IOException, SQLException {
    Fixture.sql(workspace, "CREATE TABLE gold.h AS SELECT 1 AS \"=1+1\", 'a' AS b");
    TableExportResult result = run(new TableRef("gold", "h"), out.resolve("h.tsv"));
    assertEquals("'=1+1\tb\n1\ta\n", Files.readString(out.resolve("h.tsv")));
    assertEquals(1, result.madeInert());
  }

  @Test
  void nestedValuesAreWrittenAsText() throws IOException, SQLException {
    Fixture.sql(workspace, "CREATE TABLE gold.n AS SELECT [1, 2] AS list, uuid() IS NULL AS no");
    run(new TableRef("gold", "n"), out.resolve("n.csv"));
    assertEquals("list,no\n\"[1, 2]\",false\n", Files.readString(out.resolve("n.csv")));
  }

  @Test
  void gzippedCsvHoldsTheSame() throws IOException {
    export("t.csv");
    export("t.csv.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(out.resolve("t.csv.gz")))) {
      assertEquals(
          Files.readString(out.resolve("t.csv")),
          new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.json", "t.jsonl", "t.ndjson", "T.JSON"})
  void jsonReadsBack(String name) throws IOException {
    TableExportResult result = export(name);
    assertEquals(8, result.rows());
    assertEquals(0, result.madeInert());
    String text = Files.readString(out.resolve(name));
    if (name.endsWith("son") && !name.endsWith("ndjson") || name.equals("T.JSON")) {
      assertEquals(8, Json.mapper().readTree(text).size());
    } else {
      assertEquals(8, text.lines().filter(line -> line.startsWith("{")).count());
    }
    assertTrue(text.contains("=cmd|"));
  }

  @Test
  void parquetReadsBack() throws IOException, SQLException {
    run(TABLE, workspace.exports().resolve("t.parquet"));
    try (var connection = workspace.connect();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT count(*), max(day)::TEXT FROM "
                    + Sql.literal(workspace.exports().resolve("t.parquet")))) {
      row.next();
      assertEquals(8, row.getLong(1));
      assertEquals("2025-01-31", row.getString(2));
    }
  }

  @Test
  void xlsxKeepsTypesAndText() throws IOException {
    TableExportResult result = export("t.xlsx");
    assertEquals(8, result.rows());
    try (var book = new ReadableWorkbook(Files.newInputStream(out.resolve("t.xlsx")))) {
      assertEquals("t", book.getFirstSheet().getName());
      List<Row> rows = book.getFirstSheet().read();
      assertEquals(9, rows.size());
      assertEquals("text", rows.get(0).getCellText(1));
      assertEquals("-12.50", rows.get(1).getCellAsNumber(2).orElseThrow().toPlainString());
      assertEquals("2025-01-31T00:00", rows.get(1).getCellAsDate(3).orElseThrow().toString());
      assertEquals("=cmd|'/c calc'!A0", rows.get(2).getCellText(1));
    }
  }

  @Test
  void xlsxCellsSayThatTheyAreDates() throws SQLException, IOException {
    Fixture.sql(
        workspace,
        "CREATE TABLE gold.times AS SELECT DATE '2026-02-01' AS day, TIMESTAMP '2026-02-01"
            + " 10:11:12' AS moment, TIMESTAMPTZ '2026-02-01 10:11:12+00' AS zoned, 46054 AS number"
            + " FROM range(3000)");
    Path file = out.resolve("times.xlsx");
    Fixture.runner(workspace).run(new TableExport(TableRef.parse("gold.times"), file));
    try (var book =
        new ReadableWorkbook(Files.newInputStream(file), new ReadingOptions(true, false))) {
      List<Row> rows = book.getFirstSheet().read();
      for (Row row : List.of(rows.get(1), rows.get(3000))) {
        assertEquals("yyyy-mm-dd", row.getCell(0).getDataFormatString());
        assertEquals("yyyy-mm-dd hh:mm:ss", row.getCell(1).getDataFormatString());
        assertEquals("yyyy-mm-dd hh:mm:ss", row.getCell(2).getDataFormatString());
        assertEquals("2026-02-01T10:11:12", row.getCell(2).asDate().toString());
        assertNull(row.getCell(3).getDataFormatId());
      }
    }
  }

  @Test
  void xlsxLimitsAreSaidInOneSentence() throws SQLException, IOException {
    Fixture.sql(
        workspace,
        "CREATE TABLE gold.many AS SELECT i FROM range(1048576) t(i)",
        "CREATE TABLE gold.wide AS SELECT repeat('x', 40000) AS note");
    WorkbenchException rows = refused("many", out.resolve("m.xlsx"));
    assertEquals("export-too-long", rows.code());
    WorkbenchException cell = refused("wide", out.resolve("w.xlsx"));
    assertEquals("export-cell-too-long", cell.code());
    assertTrue(cell.sentence().contains("Row 1"), cell.sentence());
    assertNothingLeft();
  }

  @Test
  void anExistingFileIsReplacedOnlyByACompleteOne() throws IOException, SQLException {
    Path file = Files.writeString(out.resolve("t.csv"), "old");
    Fixture.sql(
        workspace,
        "CREATE VIEW gold.bad AS SELECT CASE WHEN i > 90000 THEN error('stop') ELSE 'a' END AS x"
            + " FROM range(100000) t(i)");
    assertEquals("internal", refused("bad", file).code());
    assertEquals("old", Files.readString(file));
    assertNothingLeft();
    export("t.csv");
    assertTrue(Files.readString(file).startsWith("id,"));
  }

  @Test
  void aTargetThatCannotTakeItIsSaidBeforehand() throws IOException {
    assertEquals("export-target", refused("t", out.resolve("no/t.csv")).code());
    Path taken = Files.createDirectory(out.resolve("taken.csv"));
    assertEquals("export-target", refused("t", taken).code());
    assertEquals("export-format", refused("t", out.resolve("t.doc")).code());
    assertEquals("table-unknown", refused("x", out.resolve("t.csv")).code());
    assertNothingLeft();
  }

  @Test
  void theWorkspacesOwnFilesAreSafe() throws IOException {
    Path own = workspace.folder().resolve("workspace.json");
    String before = Files.readString(own);
    assertEquals("export-target", refused("t", own).code());
    assertEquals("export-target", refused("t", workspace.folder().resolve("audit.jsonl")).code());
    Path link = Files.createSymbolicLink(out.resolve("link"), workspace.folder());
    assertEquals("export-target", refused("t", link.resolve("workspace.json")).code());
    assertEquals(before, Files.readString(own));
  }

  @Test
  void anotherDiskGetsTheFileWhole() throws IOException {
    Path shared = Path.of("/dev/shm");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(shared));
    Path other = Files.createTempDirectory(shared, "export");
    try {
      TableExportResult result = run(TABLE, other.resolve("t.csv"));
      assertEquals(sha256(other.resolve("t.csv")), result.sha256());
      try (Stream<Path> files = Files.list(other)) {
        assertEquals(1, files.count());
      }
      assertNothingLeft();
    } finally {
      Files.deleteIfExists(other.resolve("t.csv"));
      Files.delete(other);
    }
  }

  /** ux-05: DuckDB never returned from some cancels of a CSV that it wrote on all threads. */
  @Test
  void aCancelledCsvEndsWheneverItComes() throws Exception {
    Fixture.sql(
        workspace,
        "CREATE TABLE gold.many AS SELECT i, 'w' || i AS w, i / 2 AS d FROM range(400000) r(i)");
    var many = new TableRef("gold", "many");
    try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
      var runner = new JobRunner(workspace, worker);
      for (int i = 0; i < 20; i++) {
        var handle = runner.submit(new TableExport(many, out.resolve("many.csv")));
        while (handle.progress() < 0.05 && !handle.isFinished()) {
          Thread.sleep(1);
        }
        Thread.sleep(5L * i);
        handle.cancel();
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> handle.result().handle((run, failure) -> run).join());
      }
    }
    Files.deleteIfExists(out.resolve("many.csv"));
    assertNothingLeft();
  }

  @Test
  void rowsKeepTheirOrderAndNoRowsAreNone() throws Exception {
    Fixture.sql(
        workspace,
        "CREATE TABLE gold.many AS SELECT 399999 - i AS i FROM range(400000) r(i)",
        "CREATE TABLE gold.none AS SELECT 1 AS a, 'x' AS b WHERE false");
    assertEquals(400000, run(new TableRef("gold", "many"), out.resolve("many.csv")).rows());
    List<String> lines = Files.readAllLines(out.resolve("many.csv"));
    for (int i = 0; i < 400000; i++) {
      assertEquals(String.valueOf(399999 - i), lines.get(i + 1));
    }
    assertEquals(0, run(new TableRef("gold", "none"), out.resolve("none.csv")).rows());
    assertEquals("a,b\n", Files.readString(out.resolve("none.csv")));
  }

  private TableExportResult export(String name) {
    return run(TABLE, out.resolve(name));
  }

  private TableExportResult run(TableRef table, Path file) {
    return Fixture.runner(workspace).run(new TableExport(table, file)).result();
  }

  private WorkbenchException refused(String table, Path file) {
    return assertThrows(WorkbenchException.class, () -> run(new TableRef("gold", table), file));
  }

  private void assertNothingLeft() throws IOException {
    try (Stream<Path> files = Files.list(workspace.exports())) {
      assertEquals(List.of(), files.toList());
    }
    try (Stream<Path> files = Files.list(out)) {
      assertFalse(files.anyMatch(file -> file.toString().contains("liftwerk-part")));
    }
  }

  private static String sha256(Path file) throws IOException {
    return Hashes.hex(Hashes.digest().digest(Files.readAllBytes(file)));
  }
}
