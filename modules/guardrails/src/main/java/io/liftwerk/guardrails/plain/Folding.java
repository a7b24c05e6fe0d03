package io.liftwerk.guardrails.plain;

import java.util.ArrayList;
import java.util.List;

/**
 * Folds text for comparing: small letters without marks, look-alikes of other scripts as Latin
 * letters, nothing that is not seen. What is written in Unicode's invisible tags becomes text.
 *
 * <p>ä, ö and ü become a, o and u, ß becomes s: one character for one, so that an ordinary text's
 * view needs no table of places. {@link Lexicon} knows words written either way.
 */
public final class Folding {
  private static final int BLACK_FLAG = 0x1F3F4;
  private static final int END_OF_TAGS = 0xE007F;

  private Folding() {}

  /**
   * A place whose characters are not seen.
   *
   * @param tags whether they spell a text (Unicode's tags)
   * @param turns whether they turn the direction of writing
   */
  public record Unseen(int start, int end, boolean tags, boolean turns) {}

  /** The whole text. */
  public static View of(String text) {
    return of(text, 0, text.length());
  }

  static View of(String text, int from, int to) {
    char[] simple = new char[to - from];
    for (int i = from; i < to; i++) {
      char folded = Signs.simplyFolded(text.charAt(i));
      if (folded == Signs.NONE) {
        return careful(text, from, to);
      }
      simple[i - from] = folded;
    }
    return View.shifted(new String(simple), from);
  }

  private static View careful(String text, int from, int to) {
    var view = new View.Builder(to - from);
    fold(text, from, to, view);
    return view.view();
  }

  /** Adds what is between {@code from} and {@code to} to {@code view}. */
  static void fold(String text, int from, int to, View.Builder view) {
    boolean flag = false;
    for (int i = from; i < to; ) {
      int c = text.codePointAt(i);
      int next = Math.min(to, i + Character.charCount(c));
      add(text, c, i, next, flag, view);
      // a region's flag is a black flag with the region's letters in tags
      flag = c == BLACK_FLAG || flag && Signs.isTag(c);
      i = next;
    }
  }

  private static void add(String text, int c, int start, int end, boolean flag, View.Builder view) {
    char simple = c < 0x10000 ? Signs.simplyFolded((char) c) : Signs.NONE;
    if (simple != Signs.NONE) {
      view.add(simple, start, end);
    } else if (Signs.isTag(c)) {
      if (!flag) {
        view.add(Character.toLowerCase((char) (c - 0xE0000)), start, end);
      }
    } else if (!Signs.isUnseen(c) && c != END_OF_TAGS) {
      view.add(Signs.folded(c), start, end);
    }
  }

  /** Adds one character that was written some other way, such as {@code &#105;}. */
  static void add(int c, int start, int end, View.Builder view) {
    if (Character.isValidCodePoint(c)) {
      add("", c, start, end, false, view);
    }
  }

  /** Where characters stand that nobody sees; runs of them are one place. */
  public static List<Unseen> unseen(String text) {
    var places = new ArrayList<Unseen>();
    boolean flag = false;
    for (int i = 0; i < text.length(); ) {
      if (text.charAt(i) < 0xAD) {
        i++;
        flag = false;
        continue;
      }
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      boolean tag = Signs.isTag(c) && !flag;
      if (tag || Signs.isUnseen(c) && !belongs(text, i, c)) {
        boolean turns = Signs.turnsDirection(c);
        Unseen last = places.isEmpty() ? null : places.getLast();
        if (last != null && last.end() == i) {
          places.set(
              places.size() - 1,
              new Unseen(last.start(), end, last.tags() || tag, last.turns() || turns));
        } else {
          places.add(new Unseen(i, end, tag, turns));
        }
      }
      flag = c == BLACK_FLAG || flag && Signs.isTag(c);
      i = end;
    }
    return places;
  }

  /** A soft hyphen in a word, a byte order mark, what joins or colours an emoji: all ordinary. */
  private static boolean belongs(String text, int at, int c) {
    if (c == 0xAD || c == 0xFEFF && at == 0) {
      return true;
    }
    boolean joins = c == 0x200D || c >= 0xFE00 && c <= 0xFE0F;
    if (!joins || at == 0) {
      return false;
    }
    int before = text.codePointBefore(at);
    return before > 0x2000 || Character.getType(before) == Character.OTHER_SYMBOL || before < 0x40;
  }
}
