package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.lookup.ResourceLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words that say what a number is; they stand before it, or shortly after. */
final class Context {
  private static final int BEFORE = 48;
  private static final int AFTER = 24;

  /** Beginnings of words, folded. One of up to four letters must be the whole word. */
  private static final Map<IdentifierKind, Words> WORDS = new EnumMap<>(IdentifierKind.class);

  static {
    Map<IdentifierKind, List<String>> read = new EnumMap<>(IdentifierKind.class);
    ResourceLists.read(
        "identifiers/context.txt",
        (section, word) -> {
          if (section.equals(section.toUpperCase(Locale.ROOT))) {
            read.computeIfAbsent(IdentifierKind.valueOf(section), kind -> new ArrayList<>())
                .add(word);
          }
        });
    read.forEach((kind, words) -> WORDS.put(kind, new Words(words)));
  }

  private Context() {}

  /** Whether a word near {@code start} to {@code end} speaks of {@code kind}. */
  static boolean speaks(char[] text, char[] folded, int start, int end, IdentifierKind kind) {
    Words words = WORDS.get(kind);
    return words != null
        && (words.isWithin(text, folded, Math.max(0, start - BEFORE), start)
            || words.isWithin(text, folded, end, Math.min(text.length, end + AFTER)));
  }

  /** Words of one kind, and the letters they begin with. */
  private static final class Words {
    private final char[][] words;
    private long first;
    private boolean others;

    Words(List<String> words) {
      this.words = words.stream().map(String::toCharArray).toArray(char[][]::new);
      for (char[] word : this.words) {
        if (word[0] >= 'a' && word[0] <= 'z') {
          first |= 1L << word[0];
        } else {
          others = true;
        }
      }
    }

    boolean isWithin(char[] text, char[] folded, int from, int to) {
      boolean inside = from > 0 && isPart(text[from - 1]);
      for (int i = from; i < to; i++) {
        boolean part = isPart(text[i]);
        if (part && !inside && mayBegin(folded[i]) && begins(text, folded, i)) {
          return true;
        }
        inside = part;
      }
      return false;
    }

    private static boolean isPart(char c) {
      return (c >= 'a' && c <= 'z') || c != ' ' && Character.isLetterOrDigit(c);
    }

    private boolean mayBegin(char c) {
      return c >= 'a' && c <= 'z' ? (first & 1L << c) != 0 : others;
    }

    private boolean begins(char[] text, char[] folded, int at) {
      for (char[] word : words) {
        int end = at + word.length;
        if (end <= text.length
            && folded[at] == word[0]
            && Arrays.equals(folded, at, end, word, 0, word.length)) {
          boolean whole = end == text.length || !Character.isLetter(text[end]);
          if (whole || word.length > 4) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
