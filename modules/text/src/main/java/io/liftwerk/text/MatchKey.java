package io.liftwerk.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * The form by which words are compared. Everything below U+0250 goes through a table; the rest
 * through Unicode's normal forms, until nothing changes any more.
 */
final class MatchKey {
  private static final int TABLE = 0x250;

  /** What a character becomes; 0 where that is not one character. */
  private static final char[] SIMPLE = new char[TABLE];

  static {
    for (char c = 0; c < TABLE; c++) {
      String folded = slow(String.valueOf(c));
      SIMPLE[c] = folded.length() == 1 ? folded.charAt(0) : 0;
    }
  }

  private MatchKey() {}

  /** See {@link Words#fold}. */
  static String of(String text) {
    boolean same = true;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= TABLE || SIMPLE[c] == 0) {
        return slow(text);
      }
      same &= SIMPLE[c] == c;
    }
    if (same) {
      return text;
    }
    char[] folded = new char[length];
    for (int i = 0; i < length; i++) {
      folded[i] = SIMPLE[text.charAt(i)];
    }
    return new String(folded);
  }

  /** See {@link Words#loose}. */
  static String loose(String folded) {
    StringBuilder loose = new StringBuilder(folded.length());
    char before = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      boolean spelt =
          c == 'e'
              && i > 0
              && (before == 'a'
                  || before == 'o'
                  || before == 'u' && !isVowelOrQ(i > 1 ? folded.charAt(i - 2) : 0));
      if (!spelt && c != '-' && c != '_') {
        loose.append(c);
      }
      before = spelt ? 0 : c;
    }
    return loose.isEmpty() || loose.length() == folded.length() ? folded : loose.toString();
  }

  private static boolean isVowelOrQ(int c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'q';
  }

  private static String slow(String text) {
    String folded = once(text);
    for (int i = 0; i < 4; i++) {
      String again = once(folded);
      if (again.equals(folded)) {
        break;
      }
      folded = again;
    }
    return folded;
  }

  private static String once(String text) {
    String apart =
        Normalizer.normalize(
            Normalizer.normalize(kept(text), Normalizer.Form.NFKC), Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(apart.length());
    UnicodeScript script = UnicodeScript.COMMON;
    for (int i = 0; i < apart.length(); ) {
      int c = apart.codePointAt(i);
      i += Character.charCount(c);
      if (isMark(c) ? isDropped(c, script) : isNothing(c)) {
        continue;
      }
      if (!isMark(c)) {
        script = UnicodeScript.of(c);
      }
      lower(c, folded);
    }
    return restored(Normalizer.normalize(folded, Normalizer.Form.NFKC));
  }

  private static void lower(int upper, StringBuilder folded) {
    int c = Character.toLowerCase(upper);
    switch (c) {
      case 'ß' -> folded.append("ss");
      case 'æ' -> folded.append("ae");
      case 'œ' -> folded.append("oe");
      case 'þ' -> folded.append("th");
      case 'ø' -> folded.append('o');
      case 'ł' -> folded.append('l');
      case 'đ', 'ð' -> folded.append('d');
      case 'ħ' -> folded.append('h');
      case 'ı' -> folded.append('i');
      case 'ς' -> folded.append('σ');
      case '\u2010' -> folded.append('-');
      default -> folded.appendCodePoint(c);
    }
  }

  /**
   * Fractions would fall apart ({@code 38½} must not become 381⁄2), so they step aside into a range
   * that no text uses; signs used as apostrophes would become blanks.
   */
  private static String kept(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isFraction(c)) {
        kept.append((char) (c < 0x100 ? c - 0xBC + 0xF8F0 : c - 0x2150 + 0xF8C0));
      } else if (!isApostrophe(c)) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  private static String restored(String text) {
    StringBuilder restored = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0xF8F0 && c <= 0xF8F2) {
        restored.append((char) (c - 0xF8F0 + 0xBC));
      } else if (c >= 0xF8C0 && c <= 0xF8CF) {
        restored.append((char) (c - 0xF8C0 + 0x2150));
      } else {
        restored.append(c);
      }
    }
    return restored.toString();
  }

  static boolean isFraction(char c) {
    return c >= 0xBC && c <= 0xBE || c >= 0x2150 && c <= 0x215F;
  }

  static boolean isApostrophe(char c) {
    return switch (c) {
      case '\'', '`', '´', '‘', '’', 'ʼ', '＇' -> true;
      default -> false;
    };
  }

  static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** Accents, vowel points; not the vowels of Thai or Hindi, which are marks to Unicode as well. */
  private static boolean isDropped(int mark, UnicodeScript base) {
    if (mark >= 0xFE00 && mark <= 0xFE0F || mark == 0x34F) {
      return true;
    }
    return switch (base) {
      case LATIN, GREEK -> true;
      case CYRILLIC -> mark == 0x308 || mark == 0x301;
      case ARABIC -> mark >= 0x64B && mark <= 0x652 || mark == 0x670;
      case HEBREW -> mark >= 0x591 && mark <= 0x5C7;
      default -> false;
    };
  }

  /** What is not seen and means nothing: soft hyphen, joiners, directions, Arabic's stretching. */
  static boolean isNothing(int c) {
    return c == 0xAD
        || c == 0x640
        || c >= 0x200B && c <= 0x200F && c != 0x200D
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2060 && c <= 0x2069
        || c == 0xFEFF;
  }
}
