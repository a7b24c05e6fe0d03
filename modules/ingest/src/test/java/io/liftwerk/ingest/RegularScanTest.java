package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Eight bytes at a time and one byte at a time come to the same answer. */
class RegularScanTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "bc",
          "Größe",
          "ü",
          "€",
          "日本",
          "😀",
          ",",
          ",",
          ",",
          "\n",
          "\n",
          "12345678",
          "x,y\n",
          "long plain text without anything in it",
          "\t",
          "");
  private static final List<String> RARE =
      List.of("\"", "\"\"", "\r", "\r\n", "\0", "\"q,\n\"", ",\"quoted, text with more in it\",");

  /** Everything a scan tells. */
  private record Told(
      boolean regular, long records, long longest, long zeros, long invalid, long multibyte) {}

  /** A stream that gives one byte a read, so that no eight are ever looked at together. */
  private static final class Dripping extends InputStream {
    private final InputStream in;

    Dripping(byte[] bytes) {
      this.in = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return in.read(target, offset, Math.min(1, length));
    }
  }

  private static Told scan(InputStream in, int columns) throws IOException {
    var scan = new RegularScan(',', columns, 1);
    scan.read(in, bytes -> {});
    return new Told(
        scan.regular(),
        scan.records(),
        scan.longest(),
        scan.zeros(),
        scan.invalidLine(),
        scan.multibyteLine());
  }

  private static Told scan(String text, int columns) throws IOException {
    return scan(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), columns);
  }

  @Test
  void bothWaysAgree() throws IOException {
    var random = new SplittableRandom(7);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = text(random, round % 3);
      int columns = 1 + random.nextInt(3);
      assertEquals(
          scan(new Dripping(bytes), columns),
          scan(new ByteArrayInputStream(bytes), columns),
          () -> Arrays.toString(bytes));
    }
  }

  private static byte[] text(SplittableRandom random, int wildness) {
    var out = new ByteArrayOutputStream();
    if (random.nextInt(8) == 0) {
      out.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    }
    int pieces = random.nextInt(40);
    for (int i = 0; i < pieces; i++) {
      boolean rare = wildness > 0 && random.nextInt(10) == 0;
      List<String> from = rare ? RARE : PIECES;
      out.writeBytes(from.get(random.nextInt(from.size())).getBytes(StandardCharsets.UTF_8));
      if (wildness > 1 && random.nextInt(10) == 0) {
        out.write(0x80 + random.nextInt(0x80));
      }
    }
    return out.toByteArray();
  }

  @Test
  void acrossBlocks() throws IOException {
    String row = "Hüttenschlafsack 😀,größer als €,\"mit \"\"Quote\"\", hier\"\n";
    String text = row.repeat(20_000);
    Told told = scan(text, 3);
    assertTrue(told.regular());
    assertEquals(20_000, told.records());
    assertEquals(row.getBytes(StandardCharsets.UTF_8).length, told.longest());
    assertEquals(0, told.invalid());
    assertFalse(scan(text + "a,b\n", 3).regular());
    assertEquals(
        20_001, scan(new ByteArrayInputStream(latinEnd(text)), 3).invalid(), "line of the last");
  }

  private static byte[] latinEnd(String text) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    out.writeBytes("a,größe,c\n".getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }
}
