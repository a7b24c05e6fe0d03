package io.liftwerk.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a log one after the other, in UTF-8: those that are not are taken for Windows-1252.
 * A line ends at LF or CRLF; a CR by itself is a character like any other, since no server ends a
 * line with it. Memory is bounded by the longest line allowed.
 */
final class LogLines {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long NEWLINES = ONES * '\n';

  private final InputStream in;
  private byte[] buffer = new byte[1 << 18];
  private int limit;
  private int next;
  private boolean end;

  private byte[] bytes = buffer;
  private int from;
  private int to;
  private boolean ascii;
  private long line;
  private long position;
  private long zeros;
  private long multibyteLine;
  private long invalidLine;

  /**
   * @param in without BOM
   */
  LogLines(InputStream in) {
    this.in = in;
  }

  /**
   * Moves to the next line; false at the end.
   *
   * @throws CsvRecords.TooLongException when a line is longer than {@link CsvRecords#LONGEST}
   */
  boolean next() throws IOException {
    int stop = find();
    if (stop < 0) {
      return false;
    }
    line++;
    bytes = buffer;
    from = next;
    to = stop > from && buffer[stop - 1] == '\r' ? stop - 1 : stop;
    position += stop - next + 1;
    next = stop + 1;
    if (!ascii) {
      decode();
    }
    return true;
  }

  /** Where the line at {@code next} ends, -1 when there is none; tells whether it is ASCII. */
  private int find() throws IOException {
    ascii = true;
    skipZeros();
    int at = next;
    while (true) {
      int stop = newline(at);
      if (stop >= 0) {
        return stop;
      }
      at = limit;
      if (end) {
        return next < limit ? limit : -1;
      }
      if (limit - next >= CsvRecords.LONGEST) {
        throw new CsvRecords.TooLongException(line + 1);
      }
      at -= fill();
    }
  }

  /**
   * A log that was emptied while its server went on writing where it was begins with zero bytes,
   * perhaps with gigabytes of them.
   */
  private void skipZeros() throws IOException {
    while (true) {
      int start = next;
      while (next < limit && buffer[next] == 0) {
        next++;
      }
      zeros += next - start;
      position += next - start;
      if (next < limit || end) {
        return;
      }
      fill();
    }
  }

  /** Where a line feed stands at or behind {@code from}, -1 when none is in the buffer yet. */
  private int newline(int start) {
    byte[] held = buffer;
    int i = start;
    long high = 0;
    for (; i + 8 <= limit; i += 8) {
      long word = (long) WORD.get(held, i);
      long differs = word ^ NEWLINES;
      // exact for the lowest byte that is zero, which is all that counts
      long hit = (differs - ONES) & ~differs & HIGHS;
      if (hit != 0) {
        int offset = Long.numberOfTrailingZeros(hit) >>> 3;
        high |= offset == 0 ? 0 : word << (64 - 8 * offset);
        ascii &= (high & HIGHS) == 0;
        return i + offset;
      }
      high |= word;
    }
    for (; i < limit; i++) {
      if (held[i] == '\n') {
        ascii &= (high & HIGHS) == 0;
        return i;
      }
      high |= held[i];
    }
    ascii &= (high & HIGHS) == 0;
    return -1;
  }

  /** Reads more; returns by how much what is held has moved to the front. */
  private int fill() throws IOException {
    int moved = next;
    if (moved > 0) {
      System.arraycopy(buffer, moved, buffer, 0, limit - moved);
      limit -= moved;
      next = 0;
    }
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    if (read < 0) {
      end = true;
    } else {
      limit += read;
    }
    return moved;
  }

  private void decode() {
    if (TextEncoding.isUtf8(buffer, from, to)) {
      multibyteLine = multibyteLine == 0 ? line : multibyteLine;
      return;
    }
    invalidLine = invalidLine == 0 ? line : invalidLine;
    byte[] text = latin(buffer, from, to).getBytes(StandardCharsets.UTF_8);
    bytes = text;
    from = 0;
    to = text.length;
  }

  /** Windows-1252, in which five bytes mean nothing: they stay what they are. */
  private static String latin(byte[] source, int first, int last) {
    String text = new String(source, first, last - first, TextEncoding.CP1252);
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    var exact = new StringBuilder(text);
    for (int i = 0; i < exact.length(); i++) {
      if (exact.charAt(i) == '\uFFFD') {
        exact.setCharAt(i, (char) (source[first + i] & 0xFF));
      }
    }
    return exact.toString();
  }

  /** Number of the line, from 1. */
  long line() {
    return line;
  }

  /** What {@link #from} and {@link #to} count in. */
  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  /** The end of the line, its line end left out. */
  int to() {
    return to;
  }

  String text() {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Bytes read so far, up to the end of the line. */
  long position() {
    return position;
  }

  /** Zero bytes before lines, which are left out. */
  long zeros() {
    return zeros;
  }

  /** The first line with characters beyond ASCII that is UTF-8, 0 when there is none. */
  long multibyteLine() {
    return multibyteLine;
  }

  /** The first line that is not UTF-8, 0 when there is none. */
  long invalidLine() {
    return invalidLine;
  }
}
