package io.liftwerk.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encodings exports come in. */
enum TextEncoding {
  UTF_8("UTF-8", 0),
  UTF_8_BOM("UTF-8 with BOM", 3),
  UTF_16LE("UTF-16LE", 0),
  UTF_16LE_BOM("UTF-16LE with BOM", 2),
  UTF_16BE("UTF-16BE", 0),
  UTF_16BE_BOM("UTF-16BE with BOM", 2),
  WINDOWS_1252("windows-1252", 0),
  /** Some lines UTF-8, some Windows-1252: decided line by line. */
  MIXED("UTF-8 and windows-1252 mixed", 0);

  static final Charset CP1252 = Charset.forName("windows-1252");

  private final String label;
  private final int bomBytes;

  TextEncoding(String label, int bomBytes) {
    this.label = label;
    this.bomBytes = bomBytes;
  }

  String label() {
    return label;
  }

  int bomBytes() {
    return bomBytes;
  }

  boolean isUtf16() {
    return this == UTF_16LE || this == UTF_16LE_BOM || this == UTF_16BE || this == UTF_16BE_BOM;
  }

  Charset utf16() {
    return this == UTF_16BE || this == UTF_16BE_BOM
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.UTF_16LE;
  }

  /**
   * The encoding as far as the first {@code length} bytes tell: a BOM, or the zero bytes that
   * UTF-16 puts beside Western letters; anything else passes for UTF-8 until all bytes are seen.
   */
  static TextEncoding ofStart(byte[] head, int length) {
    if (length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
      return UTF_8_BOM;
    }
    if (length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      return UTF_16LE_BOM;
    }
    if (length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      return UTF_16BE_BOM;
    }
    int even = 0;
    int odd = 0;
    int seen = Math.min(length, 1 << 16) & ~1;
    for (int i = 0; i < seen; i += 2) {
      even += head[i] == 0 ? 1 : 0;
      odd += head[i + 1] == 0 ? 1 : 0;
    }
    int pairs = Math.max(1, seen / 2);
    if (pairs >= 4 && odd > pairs * 6 / 10 && even < odd / 8) {
      return UTF_16LE;
    }
    if (pairs >= 4 && even > pairs * 6 / 10 && odd < even / 8) {
      return UTF_16BE;
    }
    return UTF_8;
  }

  /** Decodes one line or field whose bytes may be UTF-8 or, failing that, Windows-1252. */
  static String decode(byte[] bytes, int from, int length) {
    return isUtf8(bytes, from, from + length)
        ? new String(bytes, from, length, StandardCharsets.UTF_8)
        : new String(bytes, from, length, CP1252);
  }

  /** Whether the bytes from {@code from} to {@code to} are well-formed UTF-8. */
  static boolean isUtf8(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      int b = bytes[i];
      if (b >= 0) {
        i++;
        continue;
      }
      int length = sequence(bytes, i, to);
      if (length == 0) {
        return false;
      }
      i += length;
    }
    return true;
  }

  /** Length of the well-formed multi-byte sequence at {@code i}, 0 when it is none. */
  static int sequence(byte[] bytes, int i, int to) {
    int b = bytes[i] & 0xFF;
    if (b >= 0xC2 && b <= 0xDF) {
      return i + 1 < to && continues(bytes[i + 1]) ? 2 : 0;
    }
    if (b >= 0xE0 && b <= 0xEF) {
      if (i + 2 >= to || !continues(bytes[i + 1]) || !continues(bytes[i + 2])) {
        return 0;
      }
      int second = bytes[i + 1] & 0xFF;
      boolean overlong = b == 0xE0 && second < 0xA0;
      boolean surrogate = b == 0xED && second > 0x9F;
      return overlong || surrogate ? 0 : 3;
    }
    if (b >= 0xF0 && b <= 0xF4) {
      if (i + 3 >= to
          || !continues(bytes[i + 1])
          || !continues(bytes[i + 2])
          || !continues(bytes[i + 3])) {
        return 0;
      }
      int second = bytes[i + 1] & 0xFF;
      boolean outside = (b == 0xF0 && second < 0x90) || (b == 0xF4 && second > 0x8F);
      return outside ? 0 : 4;
    }
    return 0;
  }

  private static boolean continues(byte b) {
    return (b & 0xC0) == 0x80;
  }
}
