package io.liftwerk.text;

import java.util.HashSet;
import java.util.Set;

/** Stop words of neighbours' languages, by which a term is known to be neither of ours. */
final class ForeignStopWords {
  private static final Set<String> WORDS = new HashSet<>();

  static {
    for (String name : new String[] {"french", "italian", "spanish", "portuguese", "dutch"}) {
      WORDS.addAll(StopWords.read(name + "_stop.txt"));
    }
    WORDS.removeIf(word -> word.length() < 2);
  }

  private ForeignStopWords() {}

  static boolean contains(String folded) {
    return WORDS.contains(folded);
  }
}
