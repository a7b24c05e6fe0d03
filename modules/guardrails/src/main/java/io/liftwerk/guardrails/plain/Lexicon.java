package io.liftwerk.guardrails.plain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * To which classes a folded word belongs: by the whole word, by how it begins ({@code ignorier*})
 * or by how it ends ({@code *prompt}). One look a word: most words of a text are in none.
 */
final class Lexicon {
  private static final int SHORTEST_PART = 3;

  /** No word of any class begins so. */
  private final boolean[] beginnings = new boolean[1 << 16];

  private final Map<String, BitSet> words = new HashMap<>();
  private final Map<String, BitSet> prefixes = new HashMap<>();
  private final Map<String, BitSet> suffixes = new HashMap<>();
  private final boolean[] endings = new boolean[1 << 16];

  /** How long the prefixes are that begin so, and the suffixes that end so: a bit a length. */
  private final long[] prefixLengths = new long[1 << 16];

  private final long[] suffixLengths = new long[1 << 16];
  private final Map<String, Integer> classes = new HashMap<>();

  /** The number of the class {@code name}, made where it is new. */
  int number(String name) {
    return classes.computeIfAbsent(name, key -> classes.size());
  }

  boolean has(String name) {
    return classes.containsKey(name);
  }

  /** Puts a word, or a part of one with a star, into a class. */
  void add(String entry, int number) {
    for (String form : forms(entry)) {
      if (form.startsWith("*")) {
        String part = part(form.substring(1), entry);
        suffixes.computeIfAbsent(part, key -> new BitSet()).set(number);
        int ending = key(part.charAt(part.length() - 2), part.charAt(part.length() - 1));
        endings[ending] = true;
        suffixLengths[ending] |= 1L << part.length();
      } else if (form.endsWith("*")) {
        String part = part(form.substring(0, form.length() - 1), entry);
        prefixes.computeIfAbsent(part, key -> new BitSet()).set(number);
        begin(part);
        prefixLengths[key(part.charAt(0), part.charAt(1))] |= 1L << part.length();
      } else {
        words.computeIfAbsent(form, key -> new BitSet()).set(number);
        begin(form);
      }
    }
  }

  private static String part(String part, String entry) {
    if (part.length() < SHORTEST_PART || part.indexOf('*') >= 0) {
      throw new IllegalArgumentException("too little beside the star: " + entry);
    }
    if (part.length() >= Long.SIZE) {
      throw new IllegalArgumentException("too much beside the star: " + entry);
    }
    return part;
  }

  private void begin(String word) {
    beginnings[key(word.charAt(0), word.length() > 1 ? word.charAt(1) : '\0')] = true;
  }

  private static int key(char first, char second) {
    return (first * 211 + second) & 0xFFFF;
  }

  /** As it is folded, and as people write it who have no umlauts. */
  private static Set<String> forms(String entry) {
    var forms = new HashSet<String>();
    String small = entry.toLowerCase(Locale.ROOT);
    forms.add(Folding.of(small).text());
    forms.add(
        Folding.of(
                small.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss"))
            .text());
    forms.add(Folding.of(small.replace("ß", "ss")).text());
    return forms;
  }

  /** The classes of the word that stands from {@code from} to before {@code to}; empty for none. */
  BitSet classes(String text, int from, int to) {
    int beginning = key(text.charAt(from), to - from > 1 ? text.charAt(from + 1) : '\0');
    int ending = to - from > 3 ? key(text.charAt(to - 2), text.charAt(to - 1)) : 0;
    boolean begins = beginnings[beginning];
    boolean ends = to - from > 3 && endings[ending];
    if (!begins && !ends) {
      return NONE;
    }
    String word = text.substring(from, to);
    List<BitSet> found = new ArrayList<>(2);
    if (begins) {
      add(words.get(word), found);
      for (long left = lengths(prefixLengths[beginning], word); left != 0; left &= left - 1) {
        int length = Long.numberOfTrailingZeros(left);
        add(prefixes.get(word.substring(0, length)), found);
      }
    }
    if (ends) {
      for (long left = lengths(suffixLengths[ending], word); left != 0; left &= left - 1) {
        int length = Long.numberOfTrailingZeros(left);
        add(suffixes.get(word.substring(word.length() - length)), found);
      }
    }
    return union(found);
  }

  /** Those of {@code lengths} that {@code word} has room for. */
  private static long lengths(long lengths, String word) {
    return word.length() >= Long.SIZE - 1 ? lengths : lengths & (2L << word.length()) - 1;
  }

  static final BitSet NONE = new BitSet();

  private static void add(@Nullable BitSet set, List<BitSet> found) {
    if (set != null) {
      found.add(set);
    }
  }

  private static BitSet union(List<BitSet> sets) {
    if (sets.isEmpty()) {
      return NONE;
    }
    if (sets.size() == 1) {
      return sets.getFirst();
    }
    var union = new BitSet();
    sets.forEach(union::or);
    return union;
  }
}
