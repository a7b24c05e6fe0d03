package io.liftwerk.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/**
 * Reads UTF-8, and each byte that is none as Windows-1252. It never fails on a byte, and remembers
 * the lines that tell which of the two a file is.
 */
final class LenientReader extends Reader {
  private static final int LONGEST_SEQUENCE = 4;
  private static final String BEYOND_ASCII = beyondAscii();

  private final InputStream in;
  private final byte[] bytes = new byte[1 << 16];
  private int from;
  private int to;
  private boolean ended;
  private int pendingLow = -1;
  private long line = 1;
  private long multibyteLine;
  private long invalidLine;

  LenientReader(InputStream in) {
    this.in = in;
  }

  /** The first line with a character of several bytes in UTF-8, 0 while there is none. */
  long multibyteLine() {
    return multibyteLine;
  }

  /** The first line with a byte that is not UTF-8, 0 while there is none. */
  long invalidLine() {
    return invalidLine;
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    int at = offset;
    int end = offset + length;
    while (at < end) {
      if (pendingLow >= 0) {
        chars[at++] = (char) pendingLow;
        pendingLow = -1;
        continue;
      }
      if (to - from < LONGEST_SEQUENCE && !ended) {
        if (at > offset && from == to) {
          break;
        }
        fill();
      }
      if (from == to) {
        break;
      }
      byte b = bytes[from];
      if (b >= 0) {
        line += b == '\n' ? 1 : 0;
        chars[at++] = (char) b;
        from++;
      } else {
        chars[at++] = beyondAscii(b);
      }
    }
    return at == offset && length > 0 ? -1 : at - offset;
  }

  private char beyondAscii(byte b) {
    int length = TextEncoding.sequence(bytes, from, to);
    if (length == 0) {
      invalidLine = invalidLine == 0 ? line : invalidLine;
      from++;
      return BEYOND_ASCII.charAt(b & 0x7F);
    }
    multibyteLine = multibyteLine == 0 ? line : multibyteLine;
    int code = b & (0xFF >> (length + 1));
    for (int i = 1; i < length; i++) {
      code = code << 6 | (bytes[from + i] & 0x3F);
    }
    from += length;
    if (code < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
      return (char) code;
    }
    pendingLow = Character.lowSurrogate(code);
    return Character.highSurrogate(code);
  }

  private void fill() throws IOException {
    System.arraycopy(bytes, from, bytes, 0, to - from);
    to -= from;
    from = 0;
    while (to < LONGEST_SEQUENCE && !ended) {
      int read = in.read(bytes, to, bytes.length - to);
      ended = read < 0;
      to += Math.max(0, read);
    }
  }

  private static String beyondAscii() {
    byte[] upper = new byte[128];
    for (int i = 0; i < upper.length; i++) {
      upper[i] = (byte) (i + 128);
    }
    return new String(upper, TextEncoding.CP1252);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
