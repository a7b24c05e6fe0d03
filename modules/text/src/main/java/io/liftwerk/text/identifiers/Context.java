package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.lookup.Fold;
import io.liftwerk.text.lookup.ResourceLists;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words that say what a number is; they stand before it, or shortly after. */
final class Context {
  private static final int BEFORE = 48;
  private static final int AFTER = 24;

  /** Beginnings of words, folded. One of up to four letters must be the whole word. */
  private static final Map<IdentifierKind, String[]> WORDS = new EnumMap<>(IdentifierKind.class);

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
    read.forEach((kind, words) -> WORDS.put(kind, words.toArray(String[]::new)));
  }

  private Context() {}

  /** Whether a word near {@code start} to {@code end} speaks of {@code kind}. */
  static boolean speaks(String text, int start, int end, IdentifierKind kind) {
    String[] words = WORDS.get(kind);
    if (words == null) {
      return false;
    }
    return within(text, Math.max(0, start - BEFORE), start, words)
        || within(text, end, Math.min(text.length(), end + AFTER), words);
  }

  private static boolean within(String text, int from, int to, String[] words) {
    boolean inside = from > 0 && Character.isLetterOrDigit(text.charAt(from - 1));
    for (int i = from; i < to; i++) {
      boolean part = Character.isLetterOrDigit(text.charAt(i));
      if (part && !inside && begins(text, i, words)) {
        return true;
      }
      inside = part;
    }
    return false;
  }

  private static boolean begins(String text, int at, String[] words) {
    for (String word : words) {
      int end = at + word.length();
      if (end > text.length() || Fold.of(text.charAt(at)) != word.charAt(0)) {
        continue;
      }
      int i = 1;
      while (i < word.length() && Fold.of(text.charAt(at + i)) == word.charAt(i)) {
        i++;
      }
      boolean whole = end == text.length() || !Character.isLetter(text.charAt(end));
      if (i == word.length() && (whole || word.length() > 4)) {
        return true;
      }
    }
    return false;
  }
}
