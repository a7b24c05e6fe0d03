package io.liftwerk.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes records in the one plain form that leaves DuckDB nothing to guess: UTF-8, one delimiter,
 * LF, quotes exactly where they are needed, and the line of the original file as first field.
 */
final class StagedCsv implements AutoCloseable {
  private static final int KEPT = 64;

  private final Path file;
  private final OutputStream out;
  private final byte delimiter;
  private byte[] buffer = new byte[1 << 20];
  private int size;
  private int recordStart;
  private long records;
  private long longest;
  private boolean multiline;
  private long zeros;

  /** Where the latest records begin in the file. */
  private final long[] starts = new long[KEPT];

  private long flushed;

  StagedCsv(Path file) throws IOException {
    this(file, ',');
  }

  /**
   * @param delimiter one that few values hold, since those must be quoted
   */
  StagedCsv(Path file, char delimiter) throws IOException {
    this.file = file;
    this.delimiter = (byte) delimiter;
    this.out = Files.newOutputStream(file);
  }

  /** Begins the record that starts in {@code line}. */
  void begin(long line) throws IOException {
    if (size > buffer.length - (1 << 16)) {
      flush();
    }
    starts[(int) (records % KEPT)] = flushed + size;
    recordStart = size;
    ascii(Long.toString(line));
  }

  /** A field of ASCII-compatible bytes; those that are not UTF-8 are taken for Windows-1252. */
  void field(byte[] bytes, int from, int to, boolean doubled, boolean utf8) throws IOException {
    if (!utf8 || doubled) {
      String text = TextEncoding.decode(bytes, from, to - from);
      field(doubled ? text.replace("\"\"", "\"") : text);
      return;
    }
    room(2 * (to - from) + 8);
    buffer[size++] = delimiter;
    boolean quote = false;
    for (int i = from; i < to && !quote; i++) {
      byte b = bytes[i];
      quote = b == delimiter || b == '"' || b == '\n' || b == '\r' || b == 0;
    }
    if (!quote) {
      System.arraycopy(bytes, from, buffer, size, to - from);
      size += to - from;
      return;
    }
    buffer[size++] = '"';
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '"') {
        buffer[size++] = '"';
      }
      if (b == 0) {
        zeros++;
      } else {
        multiline |= b == '\n' || b == '\r';
        buffer[size++] = b;
      }
    }
    buffer[size++] = '"';
  }

  /** A field of text; null and empty are the same. */
  void field(@Nullable String text) throws IOException {
    if (text == null) {
      room(1);
      buffer[size++] = delimiter;
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    field(bytes, 0, bytes.length, false, true);
  }

  void end() throws IOException {
    room(1);
    buffer[size++] = '\n';
    longest = Math.max(longest, size - recordStart);
    records++;
  }

  long records() {
    return records;
  }

  long longest() {
    return longest;
  }

  /** Zero bytes that were left out. */
  long zeros() {
    return zeros;
  }

  boolean multiline() {
    return multiline;
  }

  private void ascii(String text) throws IOException {
    room(text.length());
    for (int i = 0; i < text.length(); i++) {
      buffer[size++] = (byte) text.charAt(i);
    }
  }

  private void room(int more) throws IOException {
    if (size + more <= buffer.length) {
      return;
    }
    byte[] larger = new byte[Math.max(buffer.length * 2, size + more)];
    System.arraycopy(buffer, 0, larger, 0, size);
    buffer = larger;
  }

  /** The latest records, at most {@code most}, with the line each was given. */
  List<DialectProbe.Row> last(int most) throws IOException {
    flush();
    var rows = new ArrayList<DialectProbe.Row>();
    long count = Math.min(Math.min(most, KEPT), records);
    if (count == 0) {
      return rows;
    }
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(starts[(int) ((records - count) % KEPT)]);
      var reader = new CsvRecords(in, (char) delimiter);
      while (reader.next()) {
        var cells = new ArrayList<String>();
        for (int i = 1; i < reader.fields(); i++) {
          cells.add(reader.text(i));
        }
        rows.add(new DialectProbe.Row(Long.parseLong(reader.text(0)), 1, cells));
      }
    }
    return rows;
  }

  /** Takes the latest {@code count} records back; nothing may be written after that. */
  void drop(int count) throws IOException {
    if (count == 0) {
      return;
    }
    flush();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(starts[(int) ((records - count) % KEPT)]);
    }
    records -= count;
  }

  private void flush() throws IOException {
    out.write(buffer, 0, size);
    flushed += size;
    size = 0;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }
}
