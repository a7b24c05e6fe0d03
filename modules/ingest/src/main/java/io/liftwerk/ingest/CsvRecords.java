package io.liftwerk.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The exact reader of delimited bytes (UTF-8, or any encoding that leaves ASCII in place): RFC
 * 4180, and lenient where programs are. Line ends may be LF, CRLF or CR, mixed; a quote in the
 * middle of a field is a character; blanks around a quoted field are ignored; blank lines are not
 * records. It knows in which line each record starts, and its memory is bounded by the longest
 * record allowed.
 */
final class CsvRecords {
  /** Longest record read. */
  static final int LONGEST = 16 << 20;

  /** Thrown when a record is longer than {@link #LONGEST}. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
    private final long line;

    TooLongException(long line) {
      super("record too long");
      this.line = line;
    }

    long line() {
      return line;
    }
  }

  private static final int MORE = -1;

  private final InputStream in;
  private final byte delimiter;
  private final int longest;
  private final boolean quotes;
  private byte[] buffer = new byte[1 << 18];
  private int limit;
  private boolean end;

  private int start;
  private int stop;
  private int following;
  private long line;
  private long nextLine;
  private int lines;
  private boolean unclosed;
  private boolean malformed;
  private int count;
  private int[] from = new int[64];
  private int[] to = new int[64];
  private boolean[] doubled = new boolean[64];

  CsvRecords(InputStream in, char delimiter) {
    this(in, delimiter, LONGEST, true);
  }

  /**
   * @param quotes false when quotes are characters like any other
   */
  CsvRecords(InputStream in, char delimiter, int longest, boolean quotes) {
    this.in = in;
    this.delimiter = (byte) delimiter;
    this.longest = longest;
    this.quotes = quotes;
    this.nextLine = 1;
  }

  /** Moves to the next record; false at the end. */
  boolean next() throws IOException {
    do {
      if (!read()) {
        return false;
      }
    } while (isBlank());
    return true;
  }

  /** Line of the file in which the record starts, from 1. */
  long line() {
    return line;
  }

  /** How many lines the record covers. */
  int lines() {
    return lines;
  }

  /** Whether a quote was opened and never closed. */
  boolean unclosed() {
    return unclosed;
  }

  /** Whether a quote inside a quoted field is neither doubled nor its end. */
  boolean malformed() {
    return malformed;
  }

  int fields() {
    return count;
  }

  byte[] buffer() {
    return buffer;
  }

  /** Where field {@code i} begins in the buffer, quotes left out. */
  int from(int i) {
    return from[i];
  }

  int to(int i) {
    return to[i];
  }

  /** Whether field {@code i} holds doubled quotes that stand for one. */
  boolean doubled(int i) {
    return doubled[i];
  }

  int recordFrom() {
    return start;
  }

  int recordTo() {
    return stop;
  }

  /** The text of field {@code i}, decoded as UTF-8 or, failing that, Windows-1252. */
  String text(int i) {
    String text = TextEncoding.decode(buffer, from[i], to[i] - from[i]);
    return doubled[i] ? text.replace("\"\"", "\"") : text;
  }

  /** The record as the file writes it, without its line end. */
  String raw() {
    return TextEncoding.decode(buffer, start, stop - start);
  }

  /**
   * For a record of several lines that makes no sense: whether the line after its first one makes a
   * record of {@code expected} fields by itself, so that a stray quote swallowed it.
   */
  boolean strayQuote(int expected) {
    if (lines < 2) {
      return unclosed;
    }
    if (unclosed) {
      return true;
    }
    int keepStart = start;
    int keepStop = stop;
    int keepFollowing = following;
    int keepLines = lines;
    int second = afterFirstLine();
    int size = limit;
    boolean atEnd = end;
    limit = stop;
    end = true;
    parse(second);
    boolean fits = lines == 1 && count == expected && !unclosed;
    limit = size;
    end = atEnd;
    parse(keepStart);
    start = keepStart;
    stop = keepStop;
    following = keepFollowing;
    lines = keepLines;
    return fits;
  }

  /** Cuts the record back to its first line; the next record starts in the line after it. */
  void retreat() {
    following = afterFirstLine();
    int end = following;
    while (end > start && (buffer[end - 1] == '\n' || buffer[end - 1] == '\r')) {
      end--;
    }
    stop = end;
    nextLine = line + 1;
    lines = 1;
  }

  private int afterFirstLine() {
    int i = start;
    while (i < limit && buffer[i] != '\n' && buffer[i] != '\r') {
      i++;
    }
    if (i < limit && buffer[i] == '\r' && i + 1 < limit && buffer[i + 1] == '\n') {
      i++;
    }
    return Math.min(limit, i + 1);
  }

  private boolean isBlank() {
    return start == stop;
  }

  private boolean read() throws IOException {
    line = nextLine;
    start = following;
    while (true) {
      if (start >= limit && end) {
        return false;
      }
      int done = parse(start);
      if (done != MORE) {
        nextLine = line + lines;
        return true;
      }
      if (limit - start >= longest) {
        giveUp();
        return true;
      }
      fill();
    }
  }

  /** A record that never ends: a stray quote if its first line does end, else no table at all. */
  private void giveUp() throws TooLongException {
    int second = afterFirstLine();
    if (second >= limit) {
      throw new TooLongException(line);
    }
    unclosed = true;
    lines = 2;
    stop = second;
    following = second;
    nextLine = line + 1;
  }

  private void fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      start = 0;
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
  }

  /** Reads the record at {@code at} into the field arrays; MORE when the buffer ends before it. */
  private int parse(int at) {
    count = 0;
    lines = 1;
    unclosed = false;
    malformed = false;
    int i = at;
    while (true) {
      int quote = openingQuote(i);
      int next = quote >= 0 ? quoted(quote) : plain(i);
      if (next == MORE) {
        return MORE;
      }
      if (next >= limit) {
        return finish(next, next);
      }
      byte b = buffer[next];
      if (b == delimiter) {
        i = next + 1;
        if (i >= limit && !end) {
          return MORE;
        }
        continue;
      }
      if (b == '\n') {
        return finish(next, next + 1);
      }
      if (next + 1 >= limit && !end) {
        return MORE;
      }
      boolean crlf = next + 1 < limit && buffer[next + 1] == '\n';
      return finish(next, next + (crlf ? 2 : 1));
    }
  }

  private int finish(int recordEnd, int next) {
    stop = recordEnd;
    following = next;
    return next;
  }

  /** Where the quote stands that opens the field at {@code i}, or -1. */
  private int openingQuote(int i) {
    if (!quotes) {
      return -1;
    }
    int j = i;
    while (j < limit && buffer[j] == ' ') {
      j++;
    }
    return j < limit && buffer[j] == '"' ? j : -1;
  }

  private int plain(int i) {
    int j = i;
    while (j < limit) {
      byte b = buffer[j];
      if (b == delimiter || b == '\n' || b == '\r') {
        break;
      }
      j++;
    }
    if (j >= limit && !end) {
      return MORE;
    }
    add(i, j, false);
    return j;
  }

  private int quoted(int quote) {
    boolean pairs = false;
    int j = quote + 1;
    while (true) {
      if (j >= limit) {
        if (!end) {
          return MORE;
        }
        unclosed = true;
        add(quote + 1, limit, pairs);
        return limit;
      }
      byte b = buffer[j];
      if (b == '"') {
        if (j + 1 >= limit && !end) {
          return MORE;
        }
        if (j + 1 < limit && buffer[j + 1] == '"') {
          pairs = true;
          j += 2;
          continue;
        }
        int after = j + 1;
        while (after < limit && buffer[after] == ' ') {
          after++;
        }
        if (after >= limit && !end) {
          return MORE;
        }
        if (after >= limit
            || buffer[after] == delimiter
            || buffer[after] == '\n'
            || buffer[after] == '\r') {
          add(quote + 1, j, pairs);
          return after;
        }
        malformed = true;
      } else if (b == '\n' || (b == '\r' && (j + 1 >= limit || buffer[j + 1] != '\n'))) {
        if (b == '\r' && j + 1 >= limit && !end) {
          return MORE;
        }
        lines++;
      }
      j++;
    }
  }

  private void add(int first, int last, boolean pairs) {
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
      doubled = Arrays.copyOf(doubled, count * 2);
    }
    from[count] = first;
    to[count] = last;
    doubled[count] = pairs;
    count++;
  }
}
