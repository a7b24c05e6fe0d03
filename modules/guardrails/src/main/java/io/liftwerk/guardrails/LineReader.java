package io.liftwerk.guardrails;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of a stream as bytes; of one that is too long no more than its beginning is kept. */
final class LineReader implements AutoCloseable {
  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private boolean first = true;

  LineReader(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** A line without its end. */
  record Line(byte[] bytes, boolean tooLong) {
    boolean isBlank() {
      for (byte b : bytes) {
        if (b != ' ' && b != '\t' && b != '\r') {
          return false;
        }
      }
      return true;
    }
  }

  /** Whether the next line begins without waiting for the stream. */
  boolean hasMoreAtOnce() throws IOException {
    return at < filled || in.available() > 0;
  }

  /** The next line; null at the end. */
  @Nullable Line next() throws IOException {
    var line = new ByteArrayOutputStream(256);
    boolean tooLong = false;
    boolean any = false;
    while (true) {
      if (at == filled) {
        filled = in.read(buffer);
        at = 0;
        if (filled <= 0) {
          filled = 0;
          return any ? line(line, tooLong) : null;
        }
      }
      any = true;
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      int room = Math.min(end - at, longest - line.size());
      line.write(buffer, at, room);
      tooLong |= room < end - at;
      boolean ended = end < filled;
      at = ended ? end + 1 : end;
      if (ended) {
        return line(line, tooLong);
      }
    }
  }

  private Line line(ByteArrayOutputStream bytes, boolean tooLong) {
    byte[] line = tooLong ? new byte[0] : bytes.toByteArray();
    boolean marked =
        first
            && line.length >= 3
            && line[0] == (byte) 0xEF
            && line[1] == (byte) 0xBB
            && line[2] == (byte) 0xBF;
    first = false;
    return new Line(marked ? Arrays.copyOfRange(line, 3, line.length) : line, tooLong);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
