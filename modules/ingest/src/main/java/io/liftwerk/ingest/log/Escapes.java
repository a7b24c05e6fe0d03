package io.liftwerk.ingest.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Undoes what servers do to characters that would break their line: Apache writes {@code \"},
 * {@code \\} and {@code \xHH}, nginx {@code \xHH} for all of them. Control characters stay as they
 * are written, and bytes beyond ASCII do where they make no UTF-8.
 */
final class Escapes {
  private Escapes() {}

  /** Makes the value of {@code column} from the slice, which has a backslash in it. */
  static void undo(byte[] line, int from, int to, LogValues values, int column) {
    values.begin(column);
    write(line, from, to, values, true);
    values.end(column);
    if (!isUtf8(values, column)) {
      values.begin(column);
      write(line, from, to, values, false);
      values.end(column);
    }
  }

  private static void write(byte[] line, int from, int to, LogValues values, boolean all) {
    int i = from;
    while (i < to) {
      byte b = line[i];
      if (b == '\\' && i + 1 < to && (line[i + 1] == '"' || line[i + 1] == '\\')) {
        values.add(line[i + 1]);
        i += 2;
        continue;
      }
      int code = b == '\\' ? code(line, i, to) : -1;
      boolean plain = code >= ' ' && code < 0x7F;
      if (plain || (all && code >= 0x80)) {
        values.add(code);
        i += 4;
      } else {
        values.add(b);
        i++;
      }
    }
  }

  /** The byte that {@code \xHH} at {@code i} stands for, -1 when it stands for none. */
  private static int code(byte[] line, int i, int to) {
    if (i + 3 >= to || line[i + 1] != 'x') {
      return -1;
    }
    int high = Character.digit(line[i + 2], 16);
    int low = Character.digit(line[i + 3], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static boolean isUtf8(LogValues values, int column) {
    int from = values.from(column);
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(values.bytes(column), from, values.to(column) - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
