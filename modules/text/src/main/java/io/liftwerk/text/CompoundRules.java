package io.liftwerk.text;

import io.liftwerk.text.lookup.ResourceLists;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The shipped lists that keep words from being taken apart wrongly; all folded. */
final class CompoundRules {
  /** Letters between the parts of a compound, longest first. */
  static final String[] LINKS = {"ens", "es", "en", "er", "ns", "s", "n", "e"};

  private static final Map<String, Set<String>> LISTS = new HashMap<>();
  private static final Set<String> NONE = Set.of();

  static {
    ResourceLists.read(
        "compounds.txt",
        (section, word) ->
            LISTS.computeIfAbsent(section, name -> new HashSet<>()).add(Words.fold(word)));
  }

  private CompoundRules() {}

  static boolean isNeverLast(String part) {
    return in("never", part);
  }

  static boolean isRarelyLast(String part) {
    return in("rare", part);
  }

  static boolean isPrefix(String part) {
    return in("prefix", part);
  }

  static boolean isWhole(String word) {
    return in("whole", word);
  }

  private static boolean in(String list, String word) {
    return LISTS.getOrDefault(list, NONE).contains(word);
  }

  /** {@code word} without an ending of inflection, by which a last part is looked up. */
  static String base(String word) {
    int length = word.length();
    for (String ending : new String[] {"ern", "en", "er", "es", "n", "e", "s"}) {
      if (length - ending.length() >= 3 && word.endsWith(ending)) {
        return word.substring(0, length - ending.length());
      }
    }
    return word;
  }

  static boolean hasVowel(String part) {
    for (int i = 0; i < part.length(); i++) {
      if ("aeiouy".indexOf(part.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
