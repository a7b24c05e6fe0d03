package io.liftwerk.keywords.intent;

import io.liftwerk.keywords.intent.Phrase.Exactly;
import io.liftwerk.text.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Many phrases, found by their first word. */
final class Phrases {
  private final Map<String, List<Phrase>> byFirst = new HashMap<>();
  private final List<Phrase> others = new ArrayList<>();
  private final Set<String> single = new TreeSet<>();

  Phrases(List<String> entries) {
    for (String entry : entries) {
      Phrase pattern = Phrase.of(entry);
      if (pattern.parts().isEmpty()) {
        continue;
      }
      if (pattern.parts().getFirst() instanceof Exactly(String first)) {
        byFirst.computeIfAbsent(first, key -> new ArrayList<>()).add(pattern);
        if (pattern.parts().size() == 1) {
          single.add(first);
        }
      } else {
        others.add(pattern);
      }
    }
  }

  /** Words of {@code words} that one of the phrases fits, as typed, the leftmost. */
  Optional<String> in(List<Word> words) {
    for (int start = 0; start < words.size(); start++) {
      Optional<String> found = at(words, start);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The same for phrases that fit at {@code start}. */
  Optional<String> at(List<Word> words, int start) {
    if (start >= words.size()) {
      return Optional.empty();
    }
    for (List<Phrase> some :
        List.of(byFirst.getOrDefault(words.get(start).folded(), List.of()), others)) {
      for (Phrase pattern : some) {
        if (pattern.fits(words, start)) {
          return Optional.of(
              words.subList(start, start + pattern.parts().size()).stream()
                  .map(Word::text)
                  .collect(Collectors.joining(" ")));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether one of the phrases may begin with a folded word. */
  boolean begin(String folded) {
    return byFirst.containsKey(folded)
        || others.stream().anyMatch(phrase -> phrase.parts().getFirst().fits(folded));
  }

  /** Folded words that are an entry by themselves. */
  Set<String> single() {
    return single;
  }
}
