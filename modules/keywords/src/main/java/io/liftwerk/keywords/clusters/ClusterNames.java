package io.liftwerk.keywords.clusters;

import io.liftwerk.text.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What clusters are called: the words whose features most members have, in the order and spelling
 * of the heaviest member that has them all; where there are none, or the name is taken, the
 * heaviest member itself.
 */
final class ClusterNames {
  private static final double MOST = 0.6;

  private final WordFeatures features;
  private final Predicate<String> light;
  private final Set<String> taken = new HashSet<>();

  ClusterNames(WordFeatures features, Predicate<String> light) {
    this.features = features;
    this.light = light;
  }

  /**
   * @param terms heaviest first
   */
  String name(List<ClusterTerm> terms) {
    Set<String> common = common(terms);
    List<String> candidates = new ArrayList<>();
    best(terms, common).ifPresent(candidates::add);
    terms.forEach(term -> candidates.add(term.text()));
    for (String candidate : candidates) {
      if (taken.add(candidate)) {
        return candidate;
      }
    }
    return candidates.getFirst();
  }

  private Set<String> common(List<ClusterTerm> terms) {
    Map<String, Integer> counts = new TreeMap<>();
    for (ClusterTerm term : terms) {
      own(term).forEach(feature -> counts.merge(feature, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= MOST * terms.size())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> own(ClusterTerm term) {
    Set<String> own = new HashSet<>();
    for (Word word : term.words()) {
      if (!light.test(word.folded())) {
        own.addAll(features.of(word.folded()));
      }
    }
    return own;
  }

  /**
   * The words of the member that has most of what is common in fewest words, and among such the
   * spelling that weighs most.
   */
  private Optional<String> best(List<ClusterTerm> terms, Set<String> common) {
    if (common.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Double> names = new HashMap<>();
    Map<String, Integer> covers = new HashMap<>();
    Map<String, Integer> surplus = new HashMap<>();
    for (ClusterTerm term : terms) {
      Set<String> covered = new HashSet<>();
      int more = 0;
      var words = new ArrayList<String>();
      for (Word word : term.words()) {
        List<String> has = features.of(word.folded());
        boolean adds = false;
        for (String feature : has) {
          adds |= common.contains(feature) && covered.add(feature);
        }
        if (adds) {
          words.add(word.text());
          more += (int) has.stream().filter(feature -> !common.contains(feature)).count();
        }
      }
      if (!words.isEmpty()) {
        String name = String.join(" ", words);
        names.merge(name, term.weight() + 1e-9, Double::sum);
        covers.put(name, covered.size());
        surplus.merge(name, more, Math::min);
      }
    }
    return names.keySet().stream()
        .min(
            (a, b) -> {
              int byCover = covers.getOrDefault(b, 0) - covers.getOrDefault(a, 0);
              int bySurplus = surplus.getOrDefault(a, 0) - surplus.getOrDefault(b, 0);
              int byWeight = Double.compare(names.getOrDefault(b, 0.), names.getOrDefault(a, 0.));
              return byCover != 0
                  ? byCover
                  : bySurplus != 0 ? bySurplus : byWeight != 0 ? byWeight : a.compareTo(b);
            });
  }
}
