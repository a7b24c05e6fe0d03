package io.liftwerk.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.LongConsumer;

/**
 * One pass over all bytes of a text file that answers two questions. How is it encoded? And is it
 * regular: every record one line with the same number of fields, one kind of line end, quotes only
 * where RFC 4180 puts them, nothing blank in between? A regular UTF-8 file can be handed to DuckDB
 * as it is, and the line of each row follows from its position. Eight bytes are looked at together
 * wherever nothing special stands in them.
 */
final class RegularScan {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long BLANKS = ONES * ' ';
  private static final long QUOTES = ONES * '"';
  private static final long NEWLINES = ONES * '\n';
  private static final long RETURNS = ONES * '\r';

  /** Small enough to stay in the processor's cache. */
  private static final int BLOCK = 1 << 18;

  /** Progress is told once in so many bytes. */
  private static final int TOLD = 4 << 20;

  private static final int FIELD_START = 0;
  private static final int PLAIN = 1;
  private static final int QUOTED = 2;
  private static final int QUOTE_SEEN = 3;

  private final int delimiters;
  private final long delimiterWord;
  private final byte delimiter;
  private final long firstLine;

  private int state = FIELD_START;
  private int delimitersHere;
  private boolean afterReturn;
  private boolean irregular;
  private long line = 1;
  private long lineStart;
  private long position;
  private long lf;
  private long crlf;
  private long records;
  private long longest;

  private long invalidLine;
  private long multibyteLine;
  private long zeros;

  /**
   * @param columns fields every record must have
   * @param firstLine line of the first record that counts; those before are passed over
   */
  RegularScan(char delimiter, int columns, long firstLine) {
    this.delimiter = (byte) delimiter;
    this.delimiterWord = ONES * delimiter;
    this.delimiters = columns - 1;
    this.firstLine = firstLine;
  }

  /** Reads {@code in} to its end; {@code progress} hears the bytes done so far. */
  void read(InputStream in, LongConsumer progress) throws IOException {
    byte[] buffer = new byte[BLOCK];
    int kept = 0;
    while (true) {
      int read = in.read(buffer, kept, BLOCK - kept);
      int length = kept + Math.max(0, read);
      boolean last = read < 0;
      kept = block(buffer, length, last);
      long before = position;
      position += length - kept;
      System.arraycopy(buffer, length - kept, buffer, 0, kept);
      if (position / TOLD > before / TOLD) {
        progress.accept(position);
      }
      if (last) {
        break;
      }
    }
    finish();
  }

  /** Works through a block; returns how many bytes at its end wait for the next one. */
  private int block(byte[] bytes, int length, boolean last) {
    int i = 0;
    // a multi-byte character must not be cut: up to three bytes wait
    int safe = last ? length : length - 3;
    if (position == 0 && safe > 0) {
      i = one(bytes, 0, length);
    }
    while (i < safe) {
      int from = i;
      if (!afterReturn && state <= QUOTED) {
        i = state == QUOTED ? quoted(bytes, i, safe, length) : plain(bytes, i, safe, length);
      }
      if (i == from) {
        i = one(bytes, i, length);
      }
    }
    return length - i;
  }

  /** Goes on outside quotes, eight bytes a step, until one needs a closer look. */
  private int plain(byte[] bytes, int from, int safe, int length) {
    int i = from;
    int fields = delimitersHere;
    while (i + 8 <= safe) {
      long word = (long) WORD.get(bytes, i);
      long newlines = 0;
      if (notPlain(word)) {
        if (special(word)) {
          break;
        }
        newlines = zero(word ^ NEWLINES);
      }
      long found = zero(word ^ delimiterWord);
      int next = i + 8;
      if ((word & HIGHS) != 0) {
        next = highs(bytes, i, length, word & HIGHS, newlines);
      }
      if (newlines == 0) {
        fields += Long.bitCount(found);
      } else {
        delimitersHere = fields;
        ends(newlines, found, i);
        fields = delimitersHere;
      }
      i = next;
    }
    delimitersHere = fields;
    if (i > from) {
      byte before = bytes[i - 1];
      state = before == delimiter || before == '\n' ? FIELD_START : PLAIN;
    }
    return i;
  }

  /** Goes on inside quotes, eight bytes a step, until one needs a closer look. */
  private int quoted(byte[] bytes, int from, int safe, int length) {
    int i = from;
    while (i + 8 <= safe) {
      long word = (long) WORD.get(bytes, i);
      if (special(word) || zero(word ^ NEWLINES) != 0) {
        break;
      }
      i = (word & HIGHS) == 0 ? i + 8 : highs(bytes, i, length, word & HIGHS, 0);
    }
    return i;
  }

  /** Counts the records that end in a word. */
  private void ends(long newlines, long fields, int at) {
    long open = -1L;
    for (long left = newlines; left != 0; left &= left - 1) {
      // the marks are the highest bits of their bytes: this one and those below it
      long upTo = left ^ (left - 1);
      delimitersHere += Long.bitCount(fields & open & upTo);
      int here = at + Long.numberOfTrailingZeros(left) / 8;
      lf++;
      endRecord(position + here == lineStart, position + here + 1);
      open = ~upTo;
    }
    delimitersHere += Long.bitCount(fields & open);
  }

  /** Checks the characters that begin in a word; returns where the text goes on behind them. */
  private int highs(byte[] bytes, int at, int length, long highs, long newlines) {
    long left = highs;
    int end = at + 8;
    while (left != 0) {
      int bit = Long.numberOfTrailingZeros(left);
      int linesBefore = Long.bitCount(newlines & ((1L << bit) - 1));
      int behind = character(bytes, at + bit / 8, length, line + linesBefore);
      if (behind >= end) {
        return behind;
      }
      left &= -1L << (8 * (behind - at));
    }
    return end;
  }

  /** Whether a quote or anything below a blank is among the bytes. */
  private static boolean notPlain(long word) {
    long quote = word ^ QUOTES;
    return (((word - BLANKS) & ~word | (quote - ONES) & ~quote) & HIGHS) != 0;
  }

  /** Whether a quote, a carriage return or a zero is among the bytes. */
  private static boolean special(long word) {
    long quote = word ^ QUOTES;
    long carriage = word ^ RETURNS;
    return (((quote - ONES) & ~quote | (carriage - ONES) & ~carriage | (word - ONES) & ~word)
            & HIGHS)
        != 0;
  }

  /** The bit 0x80 of every byte that is zero; exact, without carries between bytes. */
  private static long zero(long word) {
    long low = (word & ~HIGHS) + ~HIGHS;
    return ~(low | word | ~HIGHS);
  }

  private int one(byte[] bytes, int i, int length) {
    byte b = bytes[i];
    if (b < 0) {
      return highByte(bytes, i, length);
    }
    if (afterReturn) {
      afterReturn = false;
      if (b == '\n') {
        crlf++;
        endRecord(position + i - 1 == lineStart, position + i + 1);
        state = FIELD_START;
        return i + 1;
      }
      irregular = true;
      line++;
    }
    if (b == 0) {
      zeros++;
      irregular = true;
    }
    switch (state) {
      case QUOTED -> {
        if (b == '"') {
          state = QUOTE_SEEN;
        } else if (b == '\n' || b == '\r') {
          irregular = true;
          line += b == '\n' ? 1 : 0;
        }
      }
      case QUOTE_SEEN -> {
        if (b == '"') {
          state = QUOTED;
        } else {
          outside(b, i);
          irregular |= state == PLAIN;
        }
      }
      default -> {
        if (b == '"') {
          irregular |= state == PLAIN;
          state = state == PLAIN ? PLAIN : QUOTED;
        } else {
          outside(b, i);
        }
      }
    }
    return i + 1;
  }

  /** A byte outside quotes that is no quote. */
  private void outside(byte b, int i) {
    if (b == delimiter) {
      delimitersHere++;
      state = FIELD_START;
    } else if (b == '\n') {
      lf++;
      endRecord(position + i == lineStart, position + i + 1);
      state = FIELD_START;
    } else if (b == '\r') {
      afterReturn = true;
    } else {
      state = PLAIN;
    }
  }

  private int highByte(byte[] bytes, int i, int length) {
    if (afterReturn) {
      afterReturn = false;
      irregular = true;
      line++;
    }
    irregular |= state == QUOTE_SEEN;
    state = state == QUOTED ? QUOTED : PLAIN;
    boolean mark =
        position + i == 0
            && length > 2
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    if (mark) {
      lineStart = 3;
      state = FIELD_START;
      return 3;
    }
    return character(bytes, i, length, line);
  }

  /** Checks one character beyond ASCII; returns where it ends. */
  private int character(byte[] bytes, int i, int length, long here) {
    int sequence = TextEncoding.sequence(bytes, i, length);
    if (sequence == 0) {
      invalidLine = invalidLine == 0 ? here : invalidLine;
      return i + 1;
    }
    multibyteLine = multibyteLine == 0 ? here : multibyteLine;
    return i + sequence;
  }

  private void endRecord(boolean blank, long nextStart) {
    if (line >= firstLine) {
      irregular |= blank || delimitersHere != delimiters;
      records++;
    }
    longest = Math.max(longest, nextStart - lineStart);
    line++;
    lineStart = nextStart;
    delimitersHere = 0;
  }

  private void finish() {
    if (afterReturn) {
      irregular = true;
    }
    irregular |= state == QUOTED || (lf > 0 && crlf > 0);
    if (position > lineStart) {
      endRecord(false, position);
    }
  }

  /** Whether DuckDB can read the bytes as they are, row by line. */
  boolean regular() {
    return !irregular && invalidLine == 0;
  }

  /** Records from {@code firstLine} on; meaningful when regular. */
  long records() {
    return records;
  }

  /** Bytes of the longest line. */
  long longest() {
    return longest;
  }

  long zeros() {
    return zeros;
  }

  /** First line that is not UTF-8, 0 when all are. */
  long invalidLine() {
    return invalidLine;
  }

  /** First line with a well-formed multi-byte character, 0 when there is none. */
  long multibyteLine() {
    return multibyteLine;
  }
}
