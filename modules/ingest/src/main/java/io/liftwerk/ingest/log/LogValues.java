package io.liftwerk.ingest.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The fields of one line: most are slices of it, some bytes made from it. A field without a value
 * has none here either.
 */
public final class LogValues {
  private static final byte[] NONE = new byte[0];

  private byte[] line = NONE;
  private byte[] made = new byte[1 << 10];
  private int used;
  private int count;
  private int[] from = new int[32];
  private int[] to = new int[32];
  private boolean[] own = new boolean[32];
  private String reason = "";
  private boolean cut;
  private boolean zoneless;

  /** Empties it for a line with {@code columns} fields. */
  void start(byte[] bytes, int columns) {
    line = bytes;
    used = 0;
    reason = "";
    cut = false;
    zoneless = false;
    if (columns > from.length) {
      from = Arrays.copyOf(from, columns);
      to = Arrays.copyOf(to, columns);
      own = Arrays.copyOf(own, columns);
    }
    Arrays.fill(from, 0, columns, 0);
    Arrays.fill(to, 0, columns, 0);
    count = columns;
  }

  /** Fields, filled or not. */
  public int count() {
    return count;
  }

  public boolean has(int column) {
    return to[column] > from[column];
  }

  /** What {@link #from} and {@link #to} count in. */
  public byte[] bytes(int column) {
    return own[column] ? made : line;
  }

  public int from(int column) {
    return from[column];
  }

  public int to(int column) {
    return to[column];
  }

  public String text(int column) {
    return new String(
        bytes(column), from[column], to[column] - from[column], StandardCharsets.UTF_8);
  }

  /** Why the line is no record, in a few words; empty for a record. */
  public String reason() {
    return reason;
  }

  /** Whether the line ends within its last field. */
  public boolean cut() {
    return cut;
  }

  /** Whether neither the line nor its format states the zone of the time. */
  public boolean zoneless() {
    return zoneless;
  }

  /** A slice of the line; a lone {@code -} is no value. */
  void slice(int column, int first, int last) {
    if (last - first == 1 && line[first] == '-') {
      return;
    }
    from[column] = first;
    to[column] = last;
    own[column] = false;
  }

  void text(int column, String text) {
    if (text.equals("-")) {
      return;
    }
    begin(column);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    room(bytes.length);
    System.arraycopy(bytes, 0, made, used, bytes.length);
    used += bytes.length;
    end(column);
  }

  /** From here on {@link #add} makes the value of {@code column}. */
  void begin(int column) {
    from[column] = used;
    to[column] = used;
    own[column] = true;
  }

  void add(int b) {
    if (used == made.length) {
      room(1);
    }
    made[used++] = (byte) b;
  }

  void add(byte[] bytes, int first, int last) {
    room(last - first);
    System.arraycopy(bytes, first, made, used, last - first);
    used += last - first;
  }

  void end(int column) {
    to[column] = used;
  }

  void clear(int column) {
    from[column] = 0;
    to[column] = 0;
  }

  LineReader.Verdict reject(String why) {
    reason = why;
    return LineReader.Verdict.REJECT;
  }

  void markCut() {
    cut = true;
  }

  void markZoneless() {
    zoneless = true;
  }

  /** The format says that times without a zone are in UTC. */
  void markUtc() {
    zoneless = false;
  }

  private void room(int more) {
    if (used + more > made.length) {
      made = Arrays.copyOf(made, Math.max(made.length * 2, used + more));
    }
  }
}
