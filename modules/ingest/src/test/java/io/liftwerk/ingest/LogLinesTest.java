package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Eight bytes at a time and one byte at a time find the same lines. */
class LogLinesTest {
  private static final List<String> PIECES =
      List.of("a", "bc", "12345678", "ü", "日本", "😀", "\r", "\r\n", "\n", "\n\n", " ", "\u000B\t");

  /** A stream that gives one byte a read. */
  private static final class Dripping extends ByteArrayInputStream {
    Dripping(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(1, length));
    }
  }

  private static List<String> lines(InputStream in) throws IOException {
    var lines = new LogLines(in);
    var found = new ArrayList<String>();
    while (lines.next()) {
      found.add(lines.line() + ":" + lines.text());
    }
    return found;
  }

  /** As a text editor would tell them: the end of the last line begins no new one. */
  private static List<String> expected(String text) {
    var lines = new ArrayList<String>();
    String[] parts = text.split("\n", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      if (!last || !parts[i].isEmpty()) {
        String line =
            parts[i].endsWith("\r") ? parts[i].substring(0, parts[i].length() - 1) : parts[i];
        lines.add((i + 1) + ":" + line);
      }
    }
    return lines;
  }

  @Test
  void whateverStandsWhere() throws IOException {
    var random = new SplittableRandom(5);
    for (int round = 0; round < 2000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      List<String> expected = expected(text.toString());
      assertEquals(expected, lines(new ByteArrayInputStream(bytes)), text.toString());
      assertEquals(expected, lines(new Dripping(bytes)), text.toString());
    }
  }

  @Test
  void linesLongerThanTheBuffer() throws IOException {
    String text = "x".repeat(700_000) + "ü\n" + "y".repeat(300_000) + "\nz";
    assertEquals(
        expected(text), lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    byte[] endless = "z".repeat(CsvRecords.LONGEST + 1).getBytes(StandardCharsets.UTF_8);
    assertThrows(CsvRecords.TooLongException.class, () -> lines(new ByteArrayInputStream(endless)));
  }

  @Test
  void anEncodingForEachLine() throws IOException {
    byte[] bytes = "plain\nGröße\nGröße\n".getBytes(StandardCharsets.UTF_8);
    byte[] latin = "Größe\u0081".getBytes(StandardCharsets.ISO_8859_1);
    byte[] both = new byte[bytes.length + latin.length];
    System.arraycopy(bytes, 0, both, 0, bytes.length);
    System.arraycopy(latin, 0, both, bytes.length, latin.length);
    var lines = new LogLines(new ByteArrayInputStream(both));
    var found = new ArrayList<String>();
    while (lines.next()) {
      found.add(lines.text());
    }
    assertEquals(List.of("plain", "Größe", "Größe", "Größe\u0081"), found);
    assertEquals(2, lines.multibyteLine());
    assertEquals(4, lines.invalidLine());
  }
}
