package io.liftwerk.ingest;

import static io.liftwerk.ingest.ZipMaker.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.JobCatalog;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Rerun;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives: every file in them that is an export becomes a table, and none of them does harm. */
class ZipImportTest {
  private static final String CSV = "a;b\n1;x\n2;y\n";

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.assertStagingEmpty();
    bench.close();
  }

  private ImportResult load(Path file) {
    return bench.result(ImportRequest.of(List.of(file.toString())));
  }

  private static List<String> names(ImportResult result) {
    return result.tables().stream().map(ImportedTable::name).toList();
  }

  private static Map<String, String> skipped(ImportResult result) {
    return result.skipped().stream()
        .collect(Collectors.toMap(Skipped::file, Skipped::code, (one, other) -> one + "+" + other));
  }

  @Test
  void everyMemberIsATableThatNamesItsPlace() throws IOException {
    Path file =
        bench.file("exports.zip", ZipMaker.of("leads.csv", CSV, "google/Kosten März.csv", CSV + 3));
    Run<ImportResult> run =
        new JobRunner(bench.workspace(), Runnable::run)
            .run(new FileImport(ImportRequest.of(List.of(file.toString()))));
    assertEquals(List.of("leads", "kosten_maerz"), names(run.result()));
    assertEquals(
        List.of(List.of("exports.zip/google/Kosten März.csv", "3")),
        bench.rows("SELECT DISTINCT _source, max(_row) FROM bronze.kosten_maerz GROUP BY 1"));
    assertEquals(List.of(), run.result().skipped());
    RunRecord.Input input = run.record().inputs().getFirst();
    assertEquals(1, run.record().inputs().size());
    assertEquals("exports.zip", input.name());
    assertEquals(Files.size(file), input.size());
    assertEquals(
        input.sha256(), run.record().parameters().path("hashes").path(file.toString()).asText());
    ImportedTable loose = bench.load(bench.file("again.csv", CSV));
    assertEquals("leads", loose.duplicateOf(), "the hash is that of the member's own bytes");
  }

  @Test
  void whatIsPackedItselfStaysWhatItIs() throws IOException {
    byte[] book = workbook();
    var maker = new ZipMaker();
    maker.add(entry("book.xlsx".getBytes("UTF-8"), book).method(0));
    maker.add(entry("lines.csv.gz".getBytes("UTF-8"), BadInputTest.gzip(CSV)));
    maker.add(entry("inner.zip".getBytes("UTF-8"), ZipMaker.of("x.csv", CSV)));
    maker.add(entry("letter.bin1".getBytes("UTF-8"), openDocument("text")));
    ImportResult result = load(bench.file("mixed.zip", maker.bytes()));
    assertEquals(List.of("book", "lines"), names(result));
    assertEquals("XLSX", new BronzeTables(bench.workspace()).find("book").orElseThrow().kind());
    assertEquals(
        Map.of("mixed.zip/inner.zip", "not-a-table", "mixed.zip/letter.bin1", "not-a-table"),
        skipped(result));
    assertEquals(
        "inner.zip is not a table: it is a ZIP archive inside another one.",
        result.skipped().getFirst().message());
    assertEquals("book", bench.load(bench.file("loose.zip", book)).duplicateOf());
    assertEquals("not-a-table", bench.refused(bench.file("b.ods", openDocument("x"))).code());
  }

  @Test
  void aPreviewShowsWhatIsInIt() throws IOException {
    Path file =
        bench.file("exports.zip", ZipMaker.of("leads.csv", CSV, "in/costs.csv", CSV, "a.png", "x"));
    FilePreview preview = FilePreviews.of(file);
    assertTrue(preview.isSeveral());
    assertEquals(
        List.of(List.of("leads.csv", "12"), List.of("in/costs.csv", "12")), preview.rows());
    assertEquals(List.of("One file is left out: a.png."), preview.notes());
  }

  @Test
  void noMemberLeavesTheArchiveOrPretends() throws IOException {
    byte[] nested = CSV.getBytes("UTF-8");
    Path file =
        bench.file(
            "traps.zip",
            ZipMaker.of(
                entry("../../escape.csv", CSV),
                entry("inner/../../escape.csv", CSV),
                entry("/etc/absolute.csv", CSV),
                entry("C:\\drive.csv", CSV),
                entry("\\\\server\\share.csv", CSV),
                entry("back\\slash.csv", CSV + "3;z\n"),
                entry("zero\0.csv", CSV),
                entry("link.csv", "/etc/passwd").unix(ZipMaker.LINK),
                entry("device.csv", CSV).unix(0020666),
                entry("locked.csv", CSV).flags(1),
                entry("other.csv", CSV).method(12),
                entry("twice.csv", CSV),
                entry("twice.csv", CSV + "4;w\n"),
                entry("same.csv", CSV + "5;v\n"),
                entry("same.csv", CSV + "5;v\n"),
                entry("sum.csv", CSV).withWrongSum(),
                entry("more.csv", CSV).saying(3),
                entry("less.csv", CSV).saying(30),
                entry("empty.csv", ""),
                entry("__MACOSX/._leads.csv", CSV),
                entry(".git/config.csv", CSV),
                entry("README.csv", CSV),
                entry("Make.java", CSV),
                entry("~$book.xlsx", CSV),
                entry("leads.csv.part", CSV),
                entry("web.csv", "<html><body>Sign in</body></html>"),
                entry("header.csv", "a;b\n"),
                entry("folder/", ""),
                entry("good.csv".getBytes("UTF-8"), nested).unix(ZipMaker.FILE)));
    ImportResult result = load(file);
    assertEquals(List.of("slash", "same", "good"), names(result));
    var expected =
        Map.ofEntries(
            Map.entry("../../escape.csv", "zip-path"),
            Map.entry("inner/../../escape.csv", "zip-path"),
            Map.entry("/etc/absolute.csv", "zip-path"),
            Map.entry("C:/drive.csv", "zip-path"),
            Map.entry("//server/share.csv", "zip-path"),
            Map.entry("zero\uFFFD.csv", "zip-path"),
            Map.entry("link.csv", "zip-link"),
            Map.entry("device.csv", "zip-link"),
            Map.entry("locked.csv", "zip-locked"),
            Map.entry("other.csv", "zip-method"),
            Map.entry("twice.csv", "zip-twice+zip-twice"),
            Map.entry("same.csv", "zip-twice"),
            Map.entry("sum.csv", "file-damaged"),
            Map.entry("more.csv", "file-damaged"),
            Map.entry("less.csv", "file-damaged"),
            Map.entry("empty.csv", "file-empty"),
            Map.entry("__MACOSX/._leads.csv", "file-hidden"),
            Map.entry(".git/config.csv", "file-hidden"),
            Map.entry("README.csv", "file-readme"),
            Map.entry("Make.java", "not-a-table"),
            Map.entry("~$book.xlsx", "file-unfinished"),
            Map.entry("leads.csv.part", "file-unfinished"),
            Map.entry("web.csv", "not-a-table"),
            Map.entry("header.csv", "no-rows"));
    assertEquals(
        expected.entrySet().stream()
            .collect(Collectors.toMap(e -> "traps.zip/" + e.getKey(), Map.Entry::getValue)),
        skipped(result));
    for (Skipped one : result.skipped()) {
      assertTrue(one.message().endsWith("."), one.message());
    }
    assertEquals(
        List.of("bronze.good", "bronze.same", "bronze.slash"),
        bench.tables().stream().filter(name -> name.startsWith("bronze")).toList());
    assertEquals(6, bench.tables().size(), "nothing is left of what was skipped");
  }

  /** What the database stumbles over loses the transaction, and with it the tables before. */
  @Test
  void aMemberThatSpoilsTheTransactionDoesNotLoseTheOthers() throws Exception {
    Path parquet = bench.workspace().exports().resolve("x.parquet");
    try (var connection = bench.workspace().connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT i AS id, md5(i::VARCHAR) AS word FROM range(3000) t(i)) TO '"
              + parquet
              + "' (FORMAT parquet)");
    }
    byte[] pages = Files.readAllBytes(parquet);
    java.util.Arrays.fill(pages, 4, pages.length / 2, (byte) 0x5A);
    var maker = new ZipMaker();
    maker.add(entry("a.csv", CSV));
    maker.add(entry("b.parquet", "PAR1 and then nothing PAR1"));
    maker.add(entry("c.parquet".getBytes("UTF-8"), pages));
    maker.add(entry("d.csv", CSV + "3;z\n"));
    ImportResult result = load(bench.file("spoilt.zip", maker.bytes()));
    assertEquals(List.of("a", "d"), names(result));
    assertEquals(
        Map.of("spoilt.zip/b.parquet", "file-damaged", "spoilt.zip/c.parquet", "file-damaged"),
        skipped(result));
    assertEquals(
        List.of(
            "b.parquet is damaged: its Parquet footer cannot be read.",
            "c.parquet is damaged: the database cannot read it."),
        result.skipped().stream().map(Skipped::message).toList());
    assertEquals("2", bench.value("SELECT count(*) FROM bronze.a"));
    assertEquals("3", bench.value("SELECT count(*) FROM bronze.d"));
    assertEquals(4, bench.tables().size());
    assertEquals(1, bench.workspace().ledger().list().getFirst().inputs().size());
    assertEquals(1, new BronzeTables(bench.workspace()).history().size());
  }

  @Test
  void nothingInItCanBeLoaded() throws IOException {
    ImportResult result = load(bench.file("none.zip", ZipMaker.of("a.csv", "a;b\n")));
    assertEquals(List.of(), result.tables());
    assertEquals(Map.of("none.zip/a.csv", "no-rows"), skipped(result));
    assertEquals(List.of(), bench.tables());
    assertEquals(
        "nothing-inside", bench.refused(bench.file("e.zip", new ZipMaker().bytes())).code());
    byte[] whole = ZipMaker.of("a.csv", CSV);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 30);
    assertEquals("file-damaged", bench.refused(bench.file("cut.zip", cut)).code());
  }

  @Test
  void bombsAreRefusedBeforeTheyAreUnpacked() throws IOException {
    byte[] zeros = new byte[120_000_000];
    byte[] bomb = ZipMaker.of(entry("zeros.csv".getBytes("UTF-8"), zeros));
    assertEquals("zip-bomb", bench.refused(bench.file("zeros.zip", bomb)).code());
    var many = new ZipMaker();
    for (int i = 0; i <= ZipArchive.MOST_ENTRIES; i++) {
      many.add(entry(i + ".csv", "a"));
    }
    assertEquals("zip-too-large", bench.refused(bench.file("many.zip", many.bytes())).code());
    assertEquals(
        "zip-bomb",
        bench
            .refused(
                bench.file("long.zip", ZipMaker.of(entry("a.csv", CSV).saying(20_000_000_000L))))
            .code());
    bench.file("leads.csv", CSV);
    ImportResult result = load(folder);
    assertEquals(List.of("leads"), names(result), "a bomb in a folder is one file less");
    assertEquals("zip-bomb", skipped(result).get("zeros.zip"));
    assertEquals("zip-too-large", skipped(result).get("many.zip"));
  }

  /** Two members of 30 GB in an archive large enough for that; the disk holds none of it. */
  @Test
  void moreThanAnyExportOrTheDiskHolds() throws IOException {
    byte[] two =
        ZipMaker.of(
            entry("a.csv", CSV).saying(30_000_000_000L).packedSaying(400_000_000),
            entry("b.csv", CSV).saying(30_000_000_000L).packedSaying(400_000_000));
    Path file = bench.file("large.zip", two);
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.seek(800_000_000);
      sparse.write(two);
    }
    assertEquals("zip-too-large", bench.refused(file).code());
    Path small = bench.file("small.zip", ZipMaker.of("a.csv", CSV));
    ZipArchive archive = ZipArchive.open(small);
    var refusal =
        assertThrows(
            WorkbenchException.class,
            () ->
                archive.unpack(
                    archive.members().getFirst(), folder.resolve("out"), () -> 1000, () -> {}));
    assertEquals("disk-full", refusal.code());
    assertTrue(refusal.sentence().startsWith("a.csv unpacks to"), refusal.sentence());
  }

  @Test
  void namesAreReadInTheCharacterSetTheyWerePackedIn() throws IOException {
    var maker = new ZipMaker();
    maker.add(
        entry(new byte[] {'M', (byte) 0x84, 'r', 'z', '.', 'c', 's', 'v'}, "a\n1\n".getBytes())
            .flags(0));
    maker.add(
        entry("Größe.csv".getBytes(Charset.forName("windows-1252")), "a\n2\n".getBytes()).flags(0));
    maker.add(entry("Übersicht.csv".getBytes("UTF-8"), "a\n3\n".getBytes()).flags(0));
    ImportResult result = load(bench.file("names.zip", maker.bytes()));
    assertEquals(
        List.of("names.zip/März.csv", "names.zip/Größe.csv", "names.zip/Übersicht.csv"),
        result.tables().stream().map(ImportedTable::file).toList());
    assertEquals(List.of("maerz", "groesse", "uebersicht"), names(result));
    byte[] upper = new byte[128];
    for (int i = 0; i < 128; i++) {
      upper[i] = (byte) (128 + i);
    }
    assertEquals("é", ZipNames.decode(new byte[] {(byte) 0x82}));
    Charset dos = Charset.forName("IBM437");
    for (byte b : upper) {
      String windows = new String(new byte[] {b}, Charset.forName("windows-1252"));
      String read = ZipNames.decode(new byte[] {b, '.'});
      String expected = new String(new byte[] {b, '.'}, dos);
      assertTrue(
          read.equals(expected) || read.equals(windows + "."), () -> (b & 0xFF) + ": " + read);
    }
  }

  @Test
  void archivesOfOtherProgramsAreRead() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      // sizes follow the content, and only the directory knows them
      zip.putNextEntry(new ZipEntry("inner/"));
      zip.putNextEntry(new ZipEntry("inner/report.csv"));
      zip.write(CSV.getBytes("UTF-8"));
      zip.setComment("PK\u0005\u0006 is said here as well");
    }
    byte[] behind = ("#!/bin/sh\n" + "x".repeat(100)).getBytes("UTF-8");
    Path file = bench.file("report.zip", bytes.toByteArray());
    assertEquals(List.of("report"), names(load(file)));
    byte[] shifted = new byte[behind.length + bytes.size()];
    System.arraycopy(behind, 0, shifted, 0, behind.length);
    System.arraycopy(bytes.toByteArray(), 0, shifted, behind.length, bytes.size());
    ZipArchive archive = ZipArchive.open(bench.file("self.sh", shifted));
    archive.unpack(
        archive.members().getLast(), folder.resolve("out"), () -> Long.MAX_VALUE, () -> {});
    assertEquals(CSV, Files.readString(folder.resolve("out")));
  }

  @Test
  void aNameStandsForOneFileOnly() throws IOException {
    Path one = bench.file("one.zip", ZipMaker.of("a.csv", CSV, "README.txt", "x"));
    assertEquals("leads", bench.load(one, "leads", Map.of()).name());
    Path two = bench.file("two.zip", ZipMaker.of("a.csv", CSV, "b.csv", CSV));
    assertEquals(
        "name-for-many",
        assertThrows(WorkbenchException.class, () -> bench.load(two, "other", Map.of())).code());
  }

  @Test
  void aRepetitionReadsTheSameArchiveOrSaysSo() throws IOException {
    Path file = bench.file("r.zip", ZipMaker.of("a.csv", CSV, "b.csv", "a;b\n"));
    ImportResult first = load(file);
    assertEquals(1, first.tables().size());
    var again =
        new Rerun(
            bench.workspace(),
            new JobRunner(bench.workspace(), Runnable::run),
            new JobCatalog().register(FileImport.NAME, ImportRequest.class, FileImport::new));
    assertTrue(again.run("1", null).identical());
    bench.file("r.zip", ZipMaker.of("a.csv", CSV, "b.csv", "a;b\n1;2\n"));
    assertEquals(
        "input-changed", assertThrows(WorkbenchException.class, () -> again.run("1", null)).code());
    Files.delete(file);
    assertEquals(
        "file-missing", assertThrows(WorkbenchException.class, () -> again.run("1", null)).code());
    assertNull(bench.workspace().ledger().get("3").resultHash());
  }

  private static byte[] workbook() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "test", "1.0")) {
      var sheet = book.newWorksheet("Blatt");
      sheet.value(0, 0, "a");
      sheet.value(0, 1, "b");
      sheet.value(1, 0, 1);
      sheet.value(1, 1, "x");
    }
    return bytes.toByteArray();
  }

  private static byte[] openDocument(String kind) {
    return ZipMaker.of(
        entry("mimetype", "application/vnd.oasis.opendocument." + kind).method(0),
        entry("content.xml", "<x/>"));
  }
}
