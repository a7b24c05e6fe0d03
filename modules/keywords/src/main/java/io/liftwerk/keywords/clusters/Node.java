package io.liftwerk.keywords.clusters;

import io.liftwerk.text.Words.Word;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Terms that differ in case, accents or signs only.
 *
 * @param key their folded words with blanks between
 * @param terms by weight, then by letters; texts differ
 * @param words distinct folded words, in the order of the heaviest term
 */
record Node(String key, List<ClusterTerm> terms, List<String> words) {

  static final Comparator<ClusterTerm> HEAVIEST =
      Comparator.comparingDouble(ClusterTerm::weight).reversed().thenComparing(ClusterTerm::text);

  static Node of(String key, List<ClusterTerm> terms) {
    List<ClusterTerm> sorted = terms.stream().sorted(HEAVIEST).toList();
    List<String> words = sorted.getFirst().words().stream().map(Word::folded).distinct().toList();
    return new Node(key, sorted, words);
  }

  static String key(ClusterTerm term) {
    return term.words().stream().map(Word::folded).collect(Collectors.joining(" "));
  }

  double weight() {
    return terms.stream().mapToDouble(ClusterTerm::weight).sum();
  }
}
