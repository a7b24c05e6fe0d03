package io.liftwerk.text;

import io.liftwerk.text.lookup.ResourceLists;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a vocabulary says about parts of compounds: words seen alone, first parts seen before
 * several different last ones, last parts seen behind several different first ones.
 */
final class PartEvidence {
  private static final int SHORTEST = 3;
  private static final int ENDING = 2;
  private static final int SHORTEST_LEARNED_FIRST = 4;
  private static final int SHORTEST_LEARNED_LAST = 5;
  private static final int LASTS_FOR_A_FIRST = 2;
  private static final int FIRSTS_FOR_A_LAST = 3;

  /**
   * A first part: how often it or its word was seen, the word, and whether that word stood alone.
   */
  record First(double strength, String word, boolean alone) {}

  private final Map<String, Double> alone = new HashMap<>();
  private final Map<String, Double> bases = new HashMap<>();
  private final Map<String, Integer> firsts = new HashMap<>();
  private final Map<String, Integer> lasts = new HashMap<>();
  private final Set<String> endings = new HashSet<>();

  PartEvidence(Map<String, ? extends Number> vocabulary) {
    ResourceLists.read(
        "languages.txt",
        (section, word) -> {
          if (section.equals("german")) {
            see(Words.fold(word), 1);
          }
        });
    vocabulary.forEach((word, frequency) -> see(word, Math.max(1, frequency.doubleValue())));
    learn(vocabulary.keySet());
  }

  private void see(String word, double frequency) {
    if (word.length() < SHORTEST || !isLetters(word)) {
      return;
    }
    alone.merge(word, frequency, Double::sum);
    bases.merge(CompoundRules.base(word), frequency, Double::sum);
    endings.add(word.substring(word.length() - ENDING));
  }

  static boolean isLetters(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private void learn(Set<String> words) {
    Map<String, Set<String>> behind = new HashMap<>();
    Map<String, Set<String>> before = new HashMap<>();
    for (String word : words) {
      for (int cut = SHORTEST_LEARNED_FIRST; cut + 4 <= word.length(); cut++) {
        String first = word.substring(0, cut);
        String last = word.substring(cut);
        if (CompoundRules.isPrefix(first) || CompoundRules.isNeverLast(last)) {
          continue;
        }
        if (last(last) > 0 && !CompoundRules.isRarelyLast(last)) {
          behind.computeIfAbsent(first, key -> new HashSet<>()).add(CompoundRules.base(last));
        } else if (last.length() >= SHORTEST_LEARNED_LAST && !isLinked(last)) {
          First known = seen(first);
          if (known != null) {
            before.computeIfAbsent(last, key -> new HashSet<>()).add(known.word());
          }
        }
      }
    }
    behind.forEach(
        (first, different) -> {
          if (different.size() >= LASTS_FOR_A_FIRST) {
            firsts.put(first, different.size());
          }
        });
    before.forEach(
        (last, different) -> {
          if (different.size() >= FIRSTS_FOR_A_LAST && CompoundRules.hasVowel(last)) {
            lasts.put(last, different.size());
          }
        });
  }

  /** Whether {@code last} is but a known last part with the linking letters before it. */
  private boolean isLinked(String last) {
    for (String link : CompoundRules.LINKS) {
      if (last.startsWith(link) && last(last.substring(link.length())) > 0) {
        return true;
      }
    }
    return false;
  }

  /** How strongly {@code part} is a last part; 0 if nothing speaks for it. */
  double last(String part) {
    if (part.length() < SHORTEST || CompoundRules.isNeverLast(part)) {
      return 0;
    }
    double seen = alone.getOrDefault(part, 0.);
    if (seen > 0) {
      return seen;
    }
    if (part.length() == SHORTEST) {
      return 0;
    }
    String base = CompoundRules.base(part);
    double other =
        base.length() > SHORTEST ? bases.getOrDefault(base, 0.) : alone.getOrDefault(base, 0.);
    return other > 0 ? other / 2 : lasts.getOrDefault(part, 0);
  }

  boolean isAlone(String part) {
    return alone.containsKey(part);
  }

  /** What speaks for {@code part} as a first one, or null. */
  @Nullable First first(String part) {
    if (part.length() < SHORTEST || CompoundRules.isPrefix(part)) {
      return null;
    }
    First seen = seen(part);
    if (seen != null) {
      return seen;
    }
    Integer learned = firsts.get(part);
    return learned == null ? null : new First(learned, part, false);
  }

  private @Nullable First seen(String part) {
    Double itself = alone.get(part);
    if (itself != null) {
      return new First(itself, part, true);
    }
    for (String link : CompoundRules.LINKS) {
      int end = part.length() - link.length();
      if (end >= SHORTEST && part.endsWith(link)) {
        String word = part.substring(0, end);
        Double linked = alone.get(word);
        if (linked != null && !CompoundRules.isPrefix(word)) {
          return new First(linked, word, true);
        }
      }
    }
    Double shortened = alone.get(part + "e");
    if (shortened != null) {
      return new First(shortened, part + "e", true);
    }
    for (String ending : new String[] {"n", "en", "ung"}) {
      Double verb = alone.get(part + ending);
      if (verb != null) {
        return new First(verb, part, true);
      }
    }
    return null;
  }

  /**
   * Whether an unknown {@code part} could be a word: it has a vowel, and an ending that words have.
   */
  boolean couldBeWord(String part) {
    return CompoundRules.hasVowel(part) && endings.contains(part.substring(part.length() - ENDING));
  }
}
