package io.liftwerk.guardrails.plain;

import java.util.Arrays;
import java.util.BitSet;

/** The words of a folded text with their classes. A hyphen parts words, an apostrophe does not. */
final class Words {
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private BitSet[] sets = new BitSet[64];
  private boolean[] first = new boolean[64];
  private int count;

  private Words() {}

  static Words of(String text, Lexicon lexicon) {
    var words = new Words();
    boolean begins = true;
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ' ' : text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c > 0x7F && isLetter(c);
      if (letter
          || c == '\'' && start >= 0 && i + 1 < text.length() && isLetter(text.charAt(i + 1))) {
        if (start < 0) {
          start = i;
        }
        continue;
      }
      if (start >= 0) {
        words.add(start, i, lexicon.classes(text, start, i), begins);
        begins = false;
        start = -1;
      }
      if (endsSentence(text, i, c)) {
        begins = true;
      }
    }
    return words;
  }

  private static boolean isLetter(char c) {
    return Character.isLetterOrDigit(c);
  }

  /** A point within a number or a name such as example.com ends none; an empty line does. */
  private static boolean endsSentence(String text, int at, char c) {
    return switch (c) {
      case '.' -> at + 1 >= text.length() || !isLetter(text.charAt(at + 1));
      case '!', '?', ';', '\u2022', '|' -> true;
      case '\n' ->
          at + 1 < text.length() && (text.charAt(at + 1) == '\n' || text.charAt(at + 1) == '\r');
      default -> false;
    };
  }

  private void add(int start, int end, BitSet classes, boolean begins) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      sets = Arrays.copyOf(sets, count * 2);
      first = Arrays.copyOf(first, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    sets[count] = classes;
    first[count++] = begins;
  }

  int count() {
    return count;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  BitSet classes(int word) {
    return sets[word];
  }

  boolean beginsSentence(int word) {
    return first[word];
  }

  /** The first word from {@code word} on that is in any class; -1 for none. */
  int next(int word) {
    for (int i = word; i < count; i++) {
      if (sets[i] != Lexicon.NONE) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the sentence of {@code word} has a word of one of {@code classes}. */
  boolean sentenceHas(int word, BitSet classes) {
    int from = word;
    while (from > 0 && !first[from]) {
      from--;
    }
    for (int i = from; i < count && (i == from || !first[i]); i++) {
      if (sets[i].intersects(classes)) {
        return true;
      }
    }
    return false;
  }
}
