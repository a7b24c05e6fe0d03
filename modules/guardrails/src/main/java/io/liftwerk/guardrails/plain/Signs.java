package io.liftwerk.guardrails.plain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a character is to a reader: which are not seen, which look like another. Letters that look
 * like Latin ones are in {@code lookalikes.txt} (after Unicode Technical Standard 39, confusables).
 */
final class Signs {
  static final char NONE = '\0';

  /** What a character below this folds to; {@link #NONE} where it takes more than a look. */
  private static final char[] SIMPLE = new char[0x180];

  private static final Map<Integer, Character> LOOKALIKES = lookalikes();

  static {
    for (char c = 0; c < SIMPLE.length; c++) {
      SIMPLE[c] = simple(c);
    }
  }

  private Signs() {}

  private static char simple(char c) {
    if (c < 0x80) {
      return c == 0 ? ' ' : Character.toLowerCase(c);
    }
    if (c == 'ß') {
      return 's';
    }
    if (c == 0xAD) {
      return NONE;
    }
    if (c == 0xA0) {
      return ' ';
    }
    String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    return Character.toLowerCase(apart.charAt(0));
  }

  /** One character for one character; {@link #NONE} where that does not do. */
  static char simplyFolded(char c) {
    return c < SIMPLE.length ? SIMPLE[c] : common(c);
  }

  /** The signs of ordinary typesetting. */
  private static char common(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u201A', '\u2039', '\u203A' -> '\'';
      case '\u201C', '\u201D', '\u201E' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
      case '\u2022', '\u20AC', '\u2020', '\u2032', '\u2033', '\u2192', '\u2212', '\u2122' -> c;
      case '\u2002', '\u2003', '\u2009', '\u202F' -> ' ';
      default -> NONE;
    };
  }

  /** What is not seen and has no meaning in German or English (Default_Ignorable, bidi marks). */
  static boolean isUnseen(int c) {
    return c == 0xAD
        || c == 0x34F
        || c == 0x61C
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || c >= 0x180B && c <= 0x180F
        || c >= 0x200B && c <= 0x200F
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2060 && c <= 0x206F
        || c == 0x3164
        || c >= 0xFE00 && c <= 0xFE0F
        || c == 0xFEFF
        || c == 0xFFA0
        || c >= 0xE0100 && c <= 0xE01EF;
  }

  /** What turns the direction of writing, so that one reads another text than a program does. */
  static boolean turnsDirection(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }

  /** A character of Unicode's tags, which nobody sees; it stands for an ASCII one. */
  static boolean isTag(int c) {
    return c >= 0xE0020 && c <= 0xE007E;
  }

  /** What {@code c} reads like, in lower case, without marks; empty for a mark. */
  static String folded(int c) {
    Character alike = LOOKALIKES.get(c);
    if (alike != null) {
      return alike.toString();
    }
    String apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    var folded = new StringBuilder();
    for (int i = 0; i < apart.length(); ) {
      int part = apart.codePointAt(i);
      if (Character.getType(part) != Character.NON_SPACING_MARK) {
        Character latin = LOOKALIKES.get(part);
        folded.appendCodePoint(latin == null ? Character.toLowerCase(part) : latin);
      }
      i += Character.charCount(part);
    }
    return folded.toString();
  }

  private static Map<Integer, Character> lookalikes() {
    var alike = new HashMap<Integer, Character>();
    try (var in = Objects.requireNonNull(Signs.class.getResourceAsStream("lookalikes.txt"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line ->
                  line.substring(2)
                      .codePoints()
                      .filter(c -> c != ' ')
                      .forEach(c -> alike.put(c, line.charAt(0))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return alike;
  }
}
