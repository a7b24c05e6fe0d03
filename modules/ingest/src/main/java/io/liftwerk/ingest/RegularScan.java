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
  private static final long QUOTES = ONES * '"';
  private static final long NEWLINES = ONES * '\n';
  private static final long RETURNS = ONES * '\r';

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
  private boolean undefinedIn1252;
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
    byte[] buffer = new byte[(4 << 20) + 8];
    int kept = 0;
    while (true) {
      int read = in.read(buffer, kept, (4 << 20) - kept);
      int length = kept + Math.max(0, read);
      boolean last = read < 0;
      kept = block(buffer, length, last);
      position += length - kept;
      System.arraycopy(buffer, length - kept, buffer, 0, kept);
      progress.accept(position);
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
    while (i < safe) {
      if (i + 8 <= safe && state <= PLAIN && !afterReturn) {
        long word = (long) WORD.get(bytes, i);
        long special = zero(word ^ QUOTES) | zero(word ^ RETURNS) | (word & HIGHS) | zero(word);
        if (special == 0) {
          word(word, i);
          i += 8;
          continue;
        }
      }
      i = one(bytes, i, length);
    }
    return length - i;
  }

  /** Eight ASCII bytes without quote, carriage return or zero. */
  private void word(long word, int at) {
    long newlines = zero(word ^ NEWLINES);
    long fields = zero(word ^ delimiterWord);
    if (newlines == 0) {
      delimitersHere += Long.bitCount(fields);
    } else {
      int from = 0;
      while (newlines != 0) {
        int bit = Long.numberOfTrailingZeros(newlines) + 1;
        long below = bit == 64 ? -1L : (1L << bit) - 1;
        delimitersHere += Long.bitCount(fields & below & ~(from == 0 ? 0L : (1L << from) - 1));
        lf++;
        boolean blank = position + at + bit / 8 - 1 == lineStart;
        endRecord(blank, position + at + bit / 8);
        from = bit;
        newlines &= newlines - 1;
      }
      delimitersHere += from == 64 ? 0 : Long.bitCount(fields & ~((1L << from) - 1));
    }
    byte lastByte = (byte) (word >>> 56);
    state = lastByte == delimiter || lastByte == '\n' ? FIELD_START : PLAIN;
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
    int sequence = TextEncoding.sequence(bytes, i, length);
    if (sequence == 0) {
      if (invalidLine == 0) {
        invalidLine = line;
      }
      int b = bytes[i] & 0xFF;
      undefinedIn1252 |= b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D;
      return i + 1;
    }
    boolean mark = position + i == 0 && bytes[i] == (byte) 0xEF && bytes[i + 1] == (byte) 0xBB;
    if (mark) {
      lineStart = 3;
      state = FIELD_START;
    } else if (multibyteLine == 0) {
      multibyteLine = line;
    }
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

  boolean crlf() {
    return crlf > 0;
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

  /** Whether a byte was met that Windows-1252 leaves undefined. */
  boolean undefinedIn1252() {
    return undefinedIn1252;
  }
}
