package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.WorkbenchException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands in real logs and is no clean line: kept, counted, and never a shift of {@code _row}.
 */
class LogTrapsTest {
  private static final String START = "198.51.100.7 - - [28/Sep/2026:10:00:01 +0200] ";
  private static final String GOOD = START + "\"GET /a HTTP/2.0\" 200 4711 \"-\" \"curl/8.5.0\"\n";

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

  private LogTable load(String text) {
    return new LogTable(bench, bench.load(bench.file("access.log", text)));
  }

  private static boolean isLog(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return LogSource.format(bytes, bytes.length, true) != null;
  }

  @Test
  void noiseIsSetAsideWithItsLineAndReason() {
    LogTable log =
        load(
            GOOD
                + START
                + "\"\\x16\\x03\\x01\\x02\" 400 157 \"-\" \"-\"\n"
                + START
                + "\"\" 408 0 \"-\" \"-\"\n"
                + GOOD
                + "\n"
                + START
                + "\"GET /a HTTP/2.0\" 200 48\n"
                + START
                + "\"GET /a HT\n"
                + START
                + "\"GET /a HTTP/2.0\" 200 48 \"https://www\n"
                + START
                + "\"t3 12.1.2\" 400 0 \"-\" \"-\"\n"
                + START
                + "\"GET /a\" 400 0 \"-\" \"-\"\n"
                + "logrotate: rotating pattern /var/log/nginx/*.log\n"
                + START.replace("Sep", "Mai")
                + "\"GET /a HTTP/2.0\" 200 48 \"-\" \"-\"\n"
                + START
                + "\"GET /a HTTP/2.0\" 2x0 48 \"-\" \"-\"\n"
                + GOOD);
    assertEquals(List.of("1", "4", "14"), log.rows("_row"));
    assertEquals(
        List.of(
            "2 | a TLS handshake instead of an HTTP request",
            "3 | the request is empty",
            "5 | the line is empty",
            "6 | the line breaks off before 'referrer'",
            "7 | the line breaks off within 'method'",
            "8 | the line breaks off within 'referrer'",
            "9 | the request is not HTTP",
            "10 | the request is not HTTP",
            "11 | not in the format of the log",
            "12 | '28/Mai/2026:10:00:01 +0200' is no time",
            "13 | '2x0' in 'status' is no number"),
        log.rejects().stream()
            .map(row -> row.replaceAll(" \\| (198\\.|logr|null).*", ""))
            .toList());
    assertEquals(
        "6 | the line breaks off before 'referrer' | " + START + "\"GET /a HTTP/2.0\" 200 48",
        log.rejects().get(3));
    assertTrue(
        log.table()
            .notes()
            .contains(
                "11 records were set aside, the first in line 2: a TLS handshake instead of an HTTP"
                    + " request."),
        log.table().notes().toString());
  }

  @Test
  void aFirstLineOfNoise() {
    LogTable log = load("*** log started ***\n" + GOOD + GOOD);
    assertEquals(List.of("2", "3"), log.rows("_row"));
    assertEquals(List.of("1 | not in the format of the log | *** log started ***"), log.rejects());
  }

  @Test
  void aUserAgentThatIsCutIsKept() {
    LogTable log =
        load(
            GOOD
                + START
                + "\"GET /a HTTP/2.0\" 200 9 \"-\" \"Mozilla/5.0 (compatible; Bot\n"
                + GOOD);
    assertEquals(
        List.of("curl/8.5.0", "Mozilla/5.0 (compatible; Bot", "curl/8.5.0"),
        log.rows("user_agent"));
    assertEquals(
        "1 line breaks off within its last field, which is kept as it stands: line 2.",
        log.table().notes().get(1));
  }

  @Test
  void quotesInsideOfTexts() {
    LogTable log =
        load(
            START
                + "\"GET /\\\"a\\\"?q=\\\\b HTTP/2.0\" 200 9 \"-\" \"say \\\"hi\\\", all\"\n"
                + START
                + "\"GET /\\x22a\\x22?q=\\xC3\\xBC HTTP/2.0\" 200 9 \"-\" \"a\\x5Cb\\x0A \\xFC\"\n"
                + START
                + "\"GET /\"a\" HTTP/2.0\" 200 9 \"-\" \"the \"best\"-browser\"\n");
    assertEquals(
        List.of(
            "/\"a\" | q=\\b | say \"hi\", all",
            // a byte that makes no UTF-8 stays as it is written, and so does a line break
            "/\"a\" | q=ü | a\\b\\x0A \\xFC",
            "/\"a\" | null | the \"best\"-browser"),
        log.rows("path, query, user_agent"));
  }

  @Test
  void addressesOfAllKinds() {
    LogTable log =
        load(
            GOOD.replace("198.51.100.7", "2001:db8::7")
                + GOOD.replace("198.51.100.7", "0:0:0:0:0:ffff:c633:6408")
                + GOOD.replace("198.51.100.7", "host.example")
                + GOOD.replace("198.51.100.7", "203.0.113.9, 10.0.0.1")
                + GOOD.replace("- -", "- Anna Berg")
                + GOOD.replace("- -", "- \"\""));
    assertEquals(
        List.of(
            "2001:db8::7 | null",
            "0:0:0:0:0:ffff:c633:6408 | null",
            "host.example | null",
            "203.0.113.9, 10.0.0.1 | null",
            "198.51.100.7 | Anna Berg",
            "198.51.100.7 | null"),
        log.rows("ip, \"user\""));
    assertNull(log.type("ident"));
  }

  @Test
  void whoLoggedInIsNotKeptInClear() {
    LogTable log = load(GOOD.replace("- -", "- z.quittenbaum") + GOOD);
    assertEquals(
        List.of("true", "null"), log.rows("CAST(starts_with(\"user\", 'nm_') AS VARCHAR)"));
  }

  @Test
  void doubledBlanksAndWindowsLineEnds() {
    LogTable log =
        load(
            (GOOD + GOOD.replace(" - - [", "  -  -   [").replace(" 200 ", "  200  "))
                .replace("\n", "\r\n"));
    assertEquals(
        List.of("200 | 4711 | curl/8.5.0", "200 | 4711 | curl/8.5.0"),
        log.rows("status, bytes, user_agent"));
  }

  @Test
  void questionMarksAndOddTargets() {
    LogTable log =
        load(
            GOOD.replace("/a", "/a?")
                + GOOD.replace("/a", "/a?b?c")
                + GOOD.replace("/a", "http://www.example/a?b")
                + GOOD.replace("/a", "/a b")
                + GOOD.replace("GET /a", "OPTIONS *"));
    assertEquals(
        List.of(
            "GET | /a? | null",
            "GET | /a | b?c",
            "GET | http://www.example/a | b",
            "GET | /a b | null",
            "OPTIONS | * | null"),
        log.rows("method, path, query"));
  }

  @Test
  void encodingsLineByLine() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(GOOD.getBytes(StandardCharsets.UTF_8));
    bytes.write(GOOD.replace("curl", "Brücke").getBytes(StandardCharsets.UTF_8));
    bytes.write(GOOD.replace("curl", "Brücke").getBytes(Charset.forName("windows-1252")));
    bytes.write(GOOD.replace("curl", "a\u0081b").getBytes(StandardCharsets.ISO_8859_1));
    LogTable log = new LogTable(bench, bench.load(bench.file("mixed.log", bytes.toByteArray())));
    assertEquals(
        List.of("curl/8.5.0", "Brücke/8.5.0", "Brücke/8.5.0", "a\u0081b/8.5.0"),
        log.rows("user_agent"));
    assertEquals("UTF-8 and windows-1252 mixed", log.table().encoding());
    assertEquals(
        "Two encodings in one file: line 2 is UTF-8, line 3 is not; lines that are not UTF-8 are"
            + " read as windows-1252.",
        log.table().notes().get(1));
    LogTable latin =
        new LogTable(
            bench,
            bench.load(
                bench.file(
                    "latin.log", GOOD.replace("curl", "Brücke"), StandardCharsets.ISO_8859_1)));
    assertEquals("windows-1252", latin.table().encoding());
    LogTable wide =
        new LogTable(
            bench, bench.load(bench.file("wide.log", "\uFEFF" + GOOD, StandardCharsets.UTF_16LE)));
    assertEquals("198.51.100.7 | 1", wide.row("ip, _row"));
    LogTable marked = load("\uFEFF" + GOOD);
    assertEquals("198.51.100.7 | 1", marked.row("ip, _row"));
  }

  @Test
  void binaryRubbishInTheMiddle() {
    LogTable log =
        load(GOOD.repeat(3) + "\u0001\0\u0002\u0003\r\u0004\t\u0005".repeat(40) + "\n" + GOOD);
    assertEquals(List.of("1", "2", "3", "5"), log.rows("_row"));
    assertEquals(1, log.table().rejects());
  }

  @Test
  void zerosOfALogThatWasEmptied() {
    LogTable log = load("\0".repeat(700_000) + GOOD + "a\0b\n" + GOOD);
    assertEquals(List.of("1", "3"), log.rows("_row"));
    assertEquals("2 | not in the format of the log | ab", log.rejects().getFirst());
    assertTrue(log.table().notes().contains("700,001 zero bytes were left out."));
  }

  @Test
  void packed() throws IOException {
    Path file = bench.file("access.log-20260929.gz", BadInputTest.gzip(GOOD + GOOD));
    LogTable log = new LogTable(bench, bench.load(file));
    assertEquals(2, log.table().rows());
    assertEquals(Files.size(file), log.table().bytes());
    assertEquals("Log", FilePreviews.of(file).kind());
    bench.assertStagingEmpty();
  }

  @Test
  void nameAndEndingDoNotMatter() {
    assertEquals(1, bench.load(bench.file("export.csv", GOOD)).rows());
    assertEquals(
        "a:integer:1234|b:text:",
        FileImportTest.types(bench.load(bench.file("table.log", "a,b\n1,x\n2,y\n"))));
  }

  @Test
  void tablesWithBlanksAndBracketsAreNoLogs() {
    assertFalse(isLog("name [unit] value\n\"a b\" [28/Sep/2026] 200\n"));
    assertFalse(isLog("ip,time,request,status\n" + GOOD.replace(' ', ',').repeat(3)));
    assertFalse(isLog("\"" + GOOD.strip().replace("\"", "\"\"") + "\",1\n"));
    assertFalse(isLog("Klick [28/Sep/2026:10:00:01 +0200] auf \"GET /a HTTP/1.1\" 200 9\n"));
    assertFalse(isLog("#Fields: Name Ort Land\nAnna Ulm DE\n"));
    assertFalse(isLog("#Kommentar\nTag;Klicks\n2026-09-28;5\n"));
    assertFalse(isLog("Ein Satz.\n" + "So sieht eine Zeile aus:\n" + GOOD));
    assertFalse(isLog("\n\n"));
  }

  @Test
  void aLogWithoutOneGoodLine() {
    WorkbenchException noise =
        bench.refused(
            bench.file("noise.log", (START + "\"\\x16\\x03\" 400 157 \"-\" \"-\"\n").repeat(3)));
    assertEquals("no-row-fits", noise.code());
    assertEquals(
        "No line of noise.log is a record of a server log (common format); the first is line 1: a"
            + " TLS handshake instead of an HTTP request.",
        noise.sentence());
    String header = "#Fields: date time c-ip cs-method cs-uri-stem sc-status\n";
    assertEquals("no-rows", bench.refused(bench.file("header.log", header)).code());
    assertEquals("no-row-fits", bench.refused(bench.file("other.log", header + "a b c\n")).code());
  }

  @Test
  void aLineThatNeverEnds() {
    byte[] long1 =
        (GOOD.repeat(4000) + "x".repeat(CsvRecords.LONGEST + 10)).getBytes(StandardCharsets.UTF_8);
    assertEquals("record-too-long", bench.refused(bench.file("long.log", long1)).code());
  }

  @Test
  void aPreviewShowsTheFirstRecords() {
    FilePreview preview = FilePreviews.of(bench.file("access.log", "noise\n" + GOOD.repeat(80)));
    assertEquals("Log", preview.kind());
    assertEquals("UTF-8", preview.encoding());
    assertEquals(50, preview.rows().size());
    assertEquals(
        List.of(
            "ip",
            "user",
            "time",
            "method",
            "path",
            "query",
            "protocol",
            "status",
            "bytes",
            "referrer",
            "user_agent"),
        preview.columns().stream().map(ColumnDecision::name).toList());
    assertEquals(
        List.of(
            "198.51.100.7",
            "",
            "2026-09-28 10:00:01+02:00",
            "GET",
            "/a",
            "",
            "HTTP/2.0",
            "200",
            "4711",
            "",
            "curl/8.5.0"),
        preview.rows().getFirst());
    assertEquals(
        List.of("Server log, combined format: 80 of the first 81 lines fit."), preview.notes());
  }

  @Test
  void aColumnCanBeReadOtherwise() {
    ImportedTable table =
        bench.load(
            bench.file("access.log", GOOD + GOOD),
            null,
            Map.of("status", new ColumnDecision("status", ColumnType.TEXT, "", "")));
    assertEquals(
        List.of(ColumnType.TEXT, ColumnType.TIMESTAMP),
        table.columns().stream()
            .filter(c -> c.name().equals("status") || c.name().equals("time"))
            .map(ColumnDecision::type)
            .sorted()
            .toList());
  }

  @Test
  void theSampleLog() {
    Path file =
        Path.of(System.getProperty("liftwerk.root", "../.."))
            .resolve("sample-data/server-logs/access.log-20260929.gz");
    LogTable log = new LogTable(bench, bench.load(file));
    // of 17,747 lines 42 are handshakes, 11 empty requests, 5 cut before the end, two no lines at
    // all; the other ten of those that broke can be read
    assertEquals(17_687, log.table().rows());
    assertEquals(60, log.table().rejects());
    assertEquals("17747", bench.value("SELECT max(_row) FROM bronze." + log.table().name()));
    assertEquals(
        List.of(
            "42 | a TLS handshake instead of an HTTP request",
            "11 | the request is empty",
            "5 | the line breaks off before 'referrer'",
            "1 | not in the format of the log",
            "1 | the line is empty"),
        bench
            .rows(
                "SELECT count(*), reason FROM "
                    + log.table().rejectsTable()
                    + " GROUP BY 2 ORDER BY 1 DESC, 2")
            .stream()
            .map(row -> row.get(0) + " | " + row.get(1))
            .toList());
    assertEquals(
        "2309 | 15",
        log.rows(
                "count(*) FILTER (contains(user_agent, 'Googlebot')) OVER () || ' | ' || count(*)"
                    + " FILTER (method = 'POST') OVER ()")
            .getFirst());
    long sixes = 0;
    for (var row :
        bench.rows("SELECT ip, count(*) FROM bronze." + log.table().name() + " GROUP BY ip")) {
      if (String.valueOf(row.getFirst()).contains(":")) {
        sixes += Long.parseLong(String.valueOf(row.get(1)));
      }
    }
    assertEquals(2548, sixes);
  }
}
