package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.WorkbenchException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
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
  void nothingButBlanks() {
    refused("file-empty", bench.file("spaces.csv", "   \n  \n"));
    refused("file-empty", bench.file("lines.csv", "\n\r\n\n"));
    refused("file-empty", bench.file("bom.csv", "\uFEFF"));
    refused("file-empty", bench.file("bom16.csv", new byte[] {(byte) 0xFF, (byte) 0xFE}));
  }

  @Test
  void webPagesAndOtherText() {
    refused("not-a-table", bench.file("login.csv", "<!DOCTYPE html>\n<html>\n<p>Login\n</html>\n"));
    refused(
        "not-a-table",
        bench.file("login16.csv", "\uFEFF<html>\n<p>Login\n</html>\n", StandardCharsets.UTF_16LE));
    refused("not-a-table", bench.file("feed.csv", "<?xml version=\"1.0\"?>\n<note>\n</note>\n"));
    refused("not-a-table", bench.file("u32.csv", "\uFEFFa;b\n1;2\n", Charset.forName("UTF-32LE")));
  }

  @Test
  void aPipe() throws Exception {
    Path pipe = folder.resolve("pipe.csv");
    try {
      Assumptions.assumeTrue(
          new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes here");
    } catch (IOException e) {
      Assumptions.abort("no pipes here");
    }
    refused("file-irregular", pipe);
    assertEquals(
        "file-irregular",
        Assertions.assertThrows(WorkbenchException.class, () -> FilePreviews.of(pipe)).code());
  }

  @Test
  void moreColumnsThanATableHas() {
    String wide = "c,".repeat(20_000) + "c\n";
    refused("too-many-columns", bench.file("wide.csv", wide + wide));
  }

  @Test
  void nothingThere() {
    refused("file-missing", folder.resolve("gone.csv"));
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
    refused("file-damaged", bench.file("a.csv", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0}));
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
    byte[] locked = Arrays.copyOf(ole, 2000);
    byte[] entry = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(entry, 0, locked, 1024, entry.length);
    refused("xlsx-locked", bench.file("f.xlsx", locked));
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
    refused("file-damaged", bench.file("head.csv.gz", Arrays.copyOf(packed, 5)));
    byte[] half = Arrays.copyOf(packed, packed.length + 100);
    Arrays.fill(half, packed.length, half.length, (byte) 'x');
    refused("file-damaged", bench.file("joined.csv.gz", half));
    refused("not-a-table", bench.file("twice.csv.gz", gzip(packed)));
  }

  @Test
  void archivesThatAreWhole() throws IOException {
    byte[] first = gzip("a,b\n1,2\n");
    byte[] second = gzip("3,4\n");
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    assertEquals(2, bench.load(bench.file("joined.csv.gz", joined)).rows());
    byte[] header = gzip("c,d\n5,6\n7,8\n");
    assertEquals(
        2,
        bench.load(bench.file("padded.csv.gz", Arrays.copyOf(header, header.length + 512))).rows());
  }

  @Test
  void anArchiveThatNeverEnds() throws IOException {
    var bytes = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 20];
    Arrays.fill(zeros, (byte) '1');
    try (var out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 260; i++) {
        out.write(zeros);
      }
    }
    refused("gzip-bomb", bench.file("bomb.csv.gz", bytes.toByteArray()));
  }

  @Test
  void noRowFitsTheHeader() {
    refused("no-row-fits", bench.file("none.csv", "a,b,c\n1,2\n"));
    refused("no-row-fits", bench.file("both.csv", "a,b,c\n1,2\n1,2,3,4\n"));
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
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
