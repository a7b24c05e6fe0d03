package io.liftwerk.warehouse.consent;

import java.util.Arrays;

/**
 * Sees whether a TCF string is whole, bit by bit, before anybody decodes it. The decoder reads a
 * field when it is asked for it: it lets a string pass whose end is missing where nobody looks, one
 * with letters too many, and one of version 1, and fails on others with exceptions of many kinds.
 *
 * <p>Offsets and lengths: IAB Europe, <i>Transparency and Consent String with Global Vendor List
 * Format</i>, version 2, "Core String" and "Disclosed Vendors".
 */
final class TcfShape {
  private static final int VERSION = 2;
  private static final int CORE_HEAD = 213;
  private static final int SEGMENT_HEAD = 3;
  private static final int DISCLOSED = 1;
  private static final int ALLOWED = 2;
  private static final int PUBLISHER = 3;

  private static final byte[] SEXTETS = sextets();

  private final String text;
  private final int from;
  private final int bits;

  /** A segment: the characters {@code from} to {@code to} of {@code text}, six bits each. */
  private TcfShape(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.bits = 6 * (to - from);
  }

  /** What is wrong with a string. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    /** Code of the reason. */
    final String code;

    Fault(String code) {
      super(code, null, false, false);
      this.code = code;
    }
  }

  private static byte[] sextets() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    return values;
  }

  /**
   * Whether {@code text} names the vendors that the person was shown.
   *
   * @throws Fault when it is no whole string of version 2
   */
  static boolean check(String text) throws Fault {
    checkVersion(text);
    int dot = end(text, 0);
    new TcfShape(text, 0, dot).core();
    int seen = 0;
    while (dot < text.length()) {
      int start = dot + 1;
      dot = end(text, start);
      int kind = 1 << new TcfShape(text, start, dot).segment();
      if ((seen & kind) != 0) {
        throw new Fault("tcf-damaged");
      }
      seen |= kind;
    }
    return (seen & 1 << DISCLOSED) != 0;
  }

  private static void checkVersion(String text) throws Fault {
    int version = text.isEmpty() ? -1 : sextet(text.charAt(0));
    if (version == 1) {
      throw new Fault("tcf-version-1");
    }
    for (int i = 0; i < text.length(); i++) {
      if (sextet(text.charAt(i)) < 0 && text.charAt(i) != '.') {
        throw new Fault("tcf-bad-base64");
      }
    }
    if (version != VERSION) {
      throw new Fault("tcf-version-unknown");
    }
  }

  private static int sextet(char c) {
    return c < SEXTETS.length ? SEXTETS[c] : -1;
  }

  private static int end(String text, int from) {
    int dot = text.indexOf('.', from);
    return dot < 0 ? text.length() : dot;
  }

  private void core() throws Fault {
    int at = vendors(vendors(CORE_HEAD));
    int restrictions = read(at, 12);
    at += 12;
    for (int i = 0; i < restrictions; i++) {
      at = entries(at + 8, Integer.MAX_VALUE);
    }
    ends(at);
  }

  /** The kind of a further segment, once it is found whole. */
  private int segment() throws Fault {
    if (bits == 0) {
      throw new Fault("tcf-truncated");
    }
    int kind = read(0, SEGMENT_HEAD);
    switch (kind) {
      case DISCLOSED, ALLOWED -> ends(vendors(SEGMENT_HEAD));
      case PUBLISHER -> {
        int custom = SEGMENT_HEAD + 48;
        ends(custom + 6 + 2 * read(custom, 6));
      }
      default -> throw new Fault("tcf-damaged");
    }
    return kind;
  }

  /** Where a list of vendors ends that starts at {@code at}. */
  private int vendors(int at) throws Fault {
    int most = read(at, 16);
    boolean ranges = read(at + 16, 1) == 1;
    return ranges ? entries(at + 17, most) : at + 17 + most;
  }

  private int entries(int from, int most) throws Fault {
    int count = read(from, 12);
    int at = from + 12;
    for (int i = 0; i < count; i++) {
      boolean range = read(at, 1) == 1;
      int first = read(at + 1, 16);
      int last = range ? read(at + 17, 16) : first;
      if (first < 1 || last < first || last > most) {
        throw new Fault("tcf-damaged");
      }
      at += range ? 33 : 17;
    }
    return at;
  }

  /** What follows the last field may only be filled up with zeros. */
  private void ends(int at) throws Fault {
    if (at > bits) {
      throw new Fault("tcf-truncated");
    }
    for (int i = at; i < bits; i += 6) {
      int length = Math.min(6, bits - i);
      if (read(i, length) != 0) {
        throw new Fault("tcf-damaged");
      }
    }
  }

  private int read(int at, int length) throws Fault {
    if (at + length > bits) {
      throw new Fault("tcf-truncated");
    }
    int value = 0;
    int position = at;
    int left = length;
    while (left > 0) {
      int inside = position % 6;
      int take = Math.min(6 - inside, left);
      int sextet = sextet(text.charAt(from + position / 6));
      value = value << take | sextet >> (6 - inside - take) & (1 << take) - 1;
      position += take;
      left -= take;
    }
    return value;
  }
}
