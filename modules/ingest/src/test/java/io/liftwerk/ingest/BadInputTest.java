package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.WorkbenchException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One sentence that names the file, and nothing changed. */
class BadInputTest {
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

  private void refused(String code, Path file) {
    WorkbenchException refusal = bench.refused(file);
    assertEquals(code, refusal.code(), refusal.sentence());
    assertTrue(refusal.sentence().contains(String.valueOf(file.getFileName())), refusal.sentence());
    assertFalse(refusal.sentence().contains("\n"));
  }

  @Test
  void emptyAndHeaderOnly() {
    refused("file-empty", bench.file("empty.csv", ""));
    refused("no-rows", bench.file("header.csv", "a;b;c\n"));
    refused("no-rows", bench.file("blank.csv", "a;b;c\n\n\n"));
  }

  @Test
  void nothingThere() {
    refused("file-missing", folder.resolve("gone.csv"));
    refused("file-is-folder", folder);
  }

  @Test
  void notReadable() throws IOException {
    Path file = bench.file("secret.csv", "a,b\n1,2\n");
    Files.setPosixFilePermissions(file, java.util.Set.of());
    Assumptions.assumeFalse(Files.isReadable(file), "runs as a user who may read anything");
    refused("file-unreadable", file);
  }

  @Test
  void binaries() {
    refused("not-a-table", bench.file("a.csv", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0}));
    refused("not-a-table", bench.file("b.csv", "%PDF-1.7\n%abc\n"));
    refused("not-a-table", bench.file("c.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}));
    byte[] noise = new byte[5000];
    new java.util.Random(3).nextBytes(noise);
    noise[0] = 'x';
    refused("not-a-table", bench.file("d.csv", noise));
    byte[] ole = new byte[600];
    ole[0] = (byte) 0xD0;
    ole[1] = (byte) 0xCF;
    ole[2] = 0x11;
    ole[3] = (byte) 0xE0;
    refused("xls-old", bench.file("e.xlsx", ole));
  }

  @Test
  void oneEndlessLine() {
    byte[] line = new byte[CsvRecords.LONGEST + 5_000_000];
    Arrays.fill(line, (byte) 'x');
    refused("record-too-long", bench.file("long.csv", line));
  }

  @Test
  void brokenArchives() throws IOException {
    byte[] packed = gzip("a,b\n" + "1,2\n".repeat(5000));
    refused("file-damaged", bench.file("cut.csv.gz", Arrays.copyOf(packed, packed.length / 2)));
    byte[] wrong = packed.clone();
    for (int i = 12; i < 30; i++) {
      wrong[i] ^= 0x55;
    }
    refused("file-damaged", bench.file("wrong.csv.gz", wrong));
  }

  @Test
  void noRowFitsTheHeader() {
    refused("no-row-fits", bench.file("none.csv", "a,b,c\n1,2\n"));
  }

  @Test
  void damagedKinds() {
    refused("file-damaged", bench.file("x.parquet", "PAR1 and then nothing PAR1"));
    refused(
        "file-damaged",
        bench.file("x.xlsx", "PK\u0003\u0004 [Content_Types].xml xl/ and nothing else"));
    refused("file-damaged", bench.file("x.json", "[{\"a\":1},\n{\"a\":2},\n{\"a\":"));
  }

  @Test
  void severalFilesAreAllOrNothing() {
    Path good = bench.file("good.csv", "a,b\n1,2\n");
    Path bad = bench.file("bad.csv", "a,b\n");
    Assertions.assertThrows(
        WorkbenchException.class,
        () -> bench.result(ImportRequest.of(List.of(good.toString(), bad.toString()))));
    assertEquals(List.of(), bench.tables());
    bench.assertStagingEmpty();
  }

  @Test
  void aNameThatIsTaken() {
    bench.load(bench.file("leads.csv", "a,b\n1,2\n"));
    Path other = bench.file("other.csv", "a,b\n3,4\n");
    var refusal =
        Assertions.assertThrows(
            WorkbenchException.class, () -> bench.load(other, "Leads", Map.of()));
    assertEquals("table-exists", refusal.code());
    refusal =
        Assertions.assertThrows(
            WorkbenchException.class, () -> bench.load(other, "x\"; DROP", Map.of()));
    assertEquals("table-name", refusal.code());
  }

  static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
