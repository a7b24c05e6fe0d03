package io.liftwerk.text;

import io.liftwerk.text.Words.Word;
import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** One pass over a text, cutting it into words; the rules are those of {@link Words}. */
final class WordScan {
  private enum Kind {
    NONE,
    LETTER,
    DIGIT,
    HAN,
    HIRAGANA,
    KATAKANA,
    /** Written without blanks, cut by a dictionary. */
    UNSPACED,
    EMOJI
  }

  private static final Kind[] LATIN = new Kind[0x250];

  static {
    for (int c = 0; c < LATIN.length; c++) {
      LATIN[c] = byType(c);
    }
  }

  private final String text;
  private final int length;
  private final List<Word> words = new ArrayList<>(4);

  WordScan(String text) {
    this.text = text;
    this.length = text.length();
  }

  List<Word> words() {
    int i = 0;
    while (i < length) {
      i = step(i);
    }
    return Collections.unmodifiableList(words);
  }

  /** Takes the word at {@code i} or passes over what is none; returns where to go on. */
  private int step(int i) {
    int c = text.codePointAt(i);
    int keycap = keycapEnd(i);
    if (keycap > 0) {
      return add(i, keycap);
    }
    return switch (kind(c, i)) {
      case NONE -> i + Character.charCount(c);
      case LETTER, DIGIT -> add(i, wordEnd(i));
      case HAN -> add(i, marksEnd(i + Character.charCount(c)));
      case HIRAGANA -> add(i, runEnd(i, Kind.HIRAGANA));
      case KATAKANA -> add(i, runEnd(i, Kind.KATAKANA));
      case UNSPACED -> unspaced(i, runEnd(i, Kind.UNSPACED));
      case EMOJI -> add(i, emojiEnd(i));
    };
  }

  private int add(int start, int end) {
    String word = text.substring(start, end);
    words.add(new Word(word, MatchKey.of(word), start, end));
    return end;
  }

  private Kind kind(int c, int at) {
    if (c < LATIN.length) {
      return LATIN[c];
    }
    return isEmoji(c, at) ? Kind.EMOJI : byType(c);
  }

  private static Kind byType(int c) {
    if (c >= 0x250) {
      if (c == 0x30FC || c == 0xFF70 || c == 0xFF9E || c == 0xFF9F) {
        return Kind.KATAKANA;
      }
      if (Character.isLetterOrDigit(c)) {
        switch (UnicodeScript.of(c)) {
          case HAN -> {
            return Kind.HAN;
          }
          case HIRAGANA -> {
            return Kind.HIRAGANA;
          }
          case KATAKANA -> {
            return Kind.KATAKANA;
          }
          case THAI, LAO, KHMER, MYANMAR -> {
            return Kind.UNSPACED;
          }
          default -> {}
        }
      }
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER ->
          MatchKey.isApostrophe((char) c) && c < 0x10000 ? Kind.NONE : Kind.LETTER;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          Kind.DIGIT;
      default -> Kind.NONE;
    };
  }

  private boolean isWordAt(int i) {
    return i < length && isWord(kind(text.codePointAt(i), i));
  }

  private static boolean isWord(Kind kind) {
    return kind == Kind.LETTER || kind == Kind.DIGIT;
  }

  private Kind kindAt(int i) {
    return i < length ? kind(text.codePointAt(i), i) : Kind.NONE;
  }

  private int wordEnd(int start) {
    int i = start;
    boolean letters = false;
    Kind last = Kind.NONE;
    while (i < length) {
      int c = text.codePointAt(i);
      Kind kind = kind(c, i);
      int next = i + Character.charCount(c);
      if (isWord(kind) && keycapEnd(i) < 0) {
        last = kind;
        letters |= kind == Kind.LETTER;
        i = next;
      } else if (c >= 0xAD && isCarried(c, next)) {
        i = next;
      } else if (c == '_') {
        int behind = next;
        while (behind < length && text.charAt(behind) == '_') {
          behind++;
        }
        if (!isWordAt(behind)) {
          break;
        }
        i = behind;
      } else if (joins((char) c, start, i, last, letters)) {
        i = next;
      } else {
        return trailing(start, i);
      }
    }
    return i;
  }

  /** Marks, and what is not seen as long as the word goes on behind it. */
  private boolean isCarried(int c, int next) {
    return MatchKey.isMark(c) || (MatchKey.isNothing(c) || c == 0x200D) && isWordAt(next);
  }

  private boolean joins(char c, int start, int i, Kind last, boolean letters) {
    Kind next = kindAt(i + 1);
    if (!isWord(next) || keycapEnd(i + 1) > 0) {
      return false;
    }
    boolean digits = last == Kind.DIGIT && next == Kind.DIGIT;
    return switch (c) {
      case '-', '\u2010', '\u2011' -> true;
      case '&' -> isShort(start, i);
      case '.' -> digits || letters && next == Kind.LETTER;
      case ',', '/', ':', '\u2044' -> digits;
      default -> MatchKey.isApostrophe(c) && last == Kind.LETTER && next == Kind.LETTER;
    };
  }

  /** Whether one side of the sign at {@code i} has at most two characters. */
  private boolean isShort(int start, int i) {
    int from = i;
    while (from > start && isWord(kind(text.charAt(from - 1), from - 1))) {
      from--;
    }
    int to = i + 1;
    while (to < length && isWord(kind(text.charAt(to), to))) {
      to++;
    }
    return i - from <= 2 || to - i - 1 <= 2;
  }

  private int trailing(int start, int end) {
    int i = end;
    while (i < length && text.charAt(i) == '+') {
      i++;
    }
    if (i > end) {
      return isWordAt(i) ? end : i;
    }
    boolean sharp = end - start == 1 && text.charAt(end) == '#' && kindAt(start) == Kind.LETTER;
    return sharp && !isWordAt(end + 1) ? end + 1 : end;
  }

  private int marksEnd(int start) {
    int i = start;
    while (i < length && MatchKey.isMark(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i;
  }

  private int runEnd(int start, Kind kind) {
    int i = start;
    while (i < length) {
      int c = text.codePointAt(i);
      boolean stretched = c == 0x30FC && kind == Kind.HIRAGANA;
      if (kind(c, i) != kind && !MatchKey.isMark(c) && !stretched) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private int unspaced(int start, int end) {
    BreakIterator breaks = BreakIterator.getWordInstance(Locale.of("th"));
    breaks.setText(text.substring(start, end));
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      add(start + from, start + to);
      from = to;
    }
    return end;
  }

  /** Signs of trade and small arrows are pictographs to Unicode, but no words. */
  private boolean isEmoji(int c, int at) {
    if (isFlagPart(c)) {
      return true;
    }
    if (c < 0x2000 || !Character.isExtendedPictographic(c)) {
      return false;
    }
    int next = at + Character.charCount(c);
    return c >= 0x2600 || next < length && text.charAt(next) == 0xFE0F;
  }

  private static boolean isFlagPart(int c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
  }

  private int emojiEnd(int start) {
    int c = text.codePointAt(start);
    int i = start + Character.charCount(c);
    if (isFlagPart(c)) {
      return i < length && isFlagPart(text.codePointAt(i)) ? i + 2 : i;
    }
    while (i < length) {
      int next = text.codePointAt(i);
      int behind = i + Character.charCount(next);
      boolean tag = next >= 0xE0020 && next <= 0xE007F;
      if (tag || next == 0xFE0F || next == 0x20E3 || Character.isEmojiModifier(next)) {
        i = behind;
      } else if (next == 0x200D
          && behind < length
          && Character.isExtendedPictographic(text.codePointAt(behind))) {
        i = behind + Character.charCount(text.codePointAt(behind));
      } else {
        break;
      }
    }
    return i;
  }

  /** Where the keycap at {@code i} ends, such as a 1 in its key; -1 if there is none. */
  private int keycapEnd(int i) {
    if (i + 1 >= length || text.charAt(i + 1) < 0x20E3) {
      return -1;
    }
    char c = text.charAt(i);
    if (c != '#' && c != '*' && (c < '0' || c > '9')) {
      return -1;
    }
    int key = text.charAt(i + 1) == 0xFE0F ? i + 2 : i + 1;
    return key < length && text.charAt(key) == 0x20E3 ? key + 1 : -1;
  }
}
