package io.liftwerk.keywords.clusters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Nodes as vectors: the features of their words, weighted by how rare they are, and the mean of
 * what their words mean. Both together have length 1, so that a dot product is a similarity.
 */
final class Vocabulary {
  /** Share of the words in the similarity of two terms whose meaning is known. */
  static final double LEXICAL = 0.6;

  /** How much a word counts that says what somebody wants to do, not with what. */
  private static final double LIGHT = 0.3;

  /** Cosine from which two words are taken for the same thing: sofa and couch, not red and blue. */
  private static final double SAME = 0.6;

  private static final int NEAR_WORDS = 2;

  /** Words that are embedded at most; the most frequent ones. */
  private static final int MOST_WORDS = 3_000;

  private final Sparse[] sparse;
  private final float[] @Nullable [] dense;
  private final Map<String, float[]> words = new TreeMap<>();
  private final Map<String, Double> rarity = new HashMap<>();

  Vocabulary(
      List<Node> nodes, WordFeatures features, Predicate<String> light, TermVectors vectors) {
    Predicate<String> isLight = light.or(Vocabulary::isNumber);
    this.sparse = new Sparse[nodes.size()];
    this.dense = new float[nodes.size()][];
    Map<String, List<String>> known = new HashMap<>();
    Map<String, Integer> places = new TreeMap<>();
    Map<String, Integer> frequency = new HashMap<>();
    for (Node node : nodes) {
      Set<String> own = new TreeSet<>();
      for (String word : node.words()) {
        own.addAll(known.computeIfAbsent(word, features::of));
      }
      own.forEach(feature -> frequency.merge(feature, 1, Integer::sum));
    }
    for (String feature : new TreeSet<>(frequency.keySet())) {
      places.put(feature, places.size());
    }
    Map<String, Integer> wordFrequency = new HashMap<>();
    nodes.forEach(n -> n.words().forEach(word -> wordFrequency.merge(word, 1, Integer::sum)));
    wordFrequency.forEach(
        (word, count) ->
            rarity.put(
                word,
                rarity(nodes.size(), count)
                    * (isLight.test(word) ? LIGHT : 1)
                    * (known.getOrDefault(word, List.of()).isEmpty() ? LIGHT : 1)));
    embed(nodes, wordFrequency, vectors);
    Map<String, List<Near>> near = near();
    for (int n = 0; n < sparse.length; n++) {
      Node node = nodes.get(n);
      dense[n] = meaning(node, vectors);
      Map<String, Double> own = new TreeMap<>();
      for (String word : node.words()) {
        List<Near> alike = new ArrayList<>(List.of(new Near(word, 1)));
        if (dense[n] != null) {
          alike.addAll(near.getOrDefault(word, List.of()));
        }
        for (Near one : alike) {
          double factor = one.cosine * (isLight.test(word) ? LIGHT : 1);
          for (String feature : known.getOrDefault(one.word, List.of())) {
            own.merge(
                feature,
                factor * rarity(nodes.size(), frequency.getOrDefault(feature, 1)),
                Math::max);
          }
        }
      }
      sparse[n] = vector(own, places).scaled(dense[n] == null ? 1 : Math.sqrt(LEXICAL));
    }
  }

  Sparse sparse(int node) {
    return sparse[node];
  }

  float @Nullable [] dense(int node) {
    return dense[node];
  }

  double similarity(int a, int b) {
    return sparse[a].dot(sparse[b]) + Dense.dot(dense[a], dense[b]);
  }

  private static double rarity(int all, int frequency) {
    // what stands in one term only is shared with none, and must not drown what is shared
    return Math.log(1 + (double) all / Math.max(2, frequency));
  }

  private static boolean isNumber(String word) {
    return word.codePoints().noneMatch(Character::isLetter);
  }

  /** A word of like meaning. */
  private record Near(String word, double cosine) {}

  /** For each word whose meaning is known, the few others that mean the same. */
  private Map<String, List<Near>> near() {
    List<String> names = List.copyOf(words.keySet());
    float[][] vectors = words.values().toArray(new float[0][]);
    List<List<Near>> lists =
        IntStream.range(0, vectors.length)
            .parallel()
            .mapToObj(
                w ->
                    IntStream.range(0, vectors.length)
                        .filter(other -> other != w)
                        .mapToObj(o -> new Near(names.get(o), Dense.dot(vectors[w], vectors[o])))
                        .filter(other -> other.cosine >= SAME)
                        .sorted(
                            Comparator.comparingDouble(Near::cosine)
                                .reversed()
                                .thenComparing(Near::word))
                        .limit(NEAR_WORDS)
                        .toList())
            .toList();
    Map<String, List<Near>> near = new HashMap<>();
    for (int w = 0; w < vectors.length; w++) {
      near.put(names.get(w), lists.get(w));
    }
    return near;
  }

  private static Sparse vector(Map<String, Double> entries, Map<String, Integer> places) {
    int[] ids = new int[entries.size()];
    float[] values = new float[ids.length];
    int n = 0;
    // features and their places are both in the order of letters
    for (Map.Entry<String, Double> entry : entries.entrySet()) {
      ids[n] = places.getOrDefault(entry.getKey(), 0);
      values[n++] = entry.getValue().floatValue();
    }
    return new Sparse(ids, values);
  }

  private void embed(List<Node> nodes, Map<String, Integer> frequency, TermVectors vectors) {
    Set<String> spoken = new HashSet<>();
    for (Node node : nodes) {
      if (vectors.speaks().test(node.terms().getFirst())) {
        node.words().stream().filter(Vocabulary::isWord).forEach(spoken::add);
      }
    }
    List<String> chosen =
        spoken.stream()
            .sorted(
                (a, b) -> {
                  int byCount =
                      Integer.compare(frequency.getOrDefault(b, 0), frequency.getOrDefault(a, 0));
                  return byCount == 0 ? a.compareTo(b) : byCount;
                })
            .limit(MOST_WORDS)
            .sorted()
            .toList();
    if (chosen.isEmpty()) {
      return;
    }
    float[][] raw = vectors.embed().apply(chosen);
    // all words of a model lie in one corner; what they have in common tells them not apart
    float[] centre = new float[raw[0].length];
    for (float[] vector : raw) {
      Dense.add(centre, vector, 1. / raw.length);
    }
    for (int i = 0; i < raw.length; i++) {
      float[] moved = raw[i].clone();
      Dense.add(moved, centre, -1);
      float[] unit = Dense.scaled(raw.length > 1 ? moved : raw[i], 1);
      if (unit != null) {
        words.put(chosen.get(i), unit);
      }
    }
  }

  private static boolean isWord(String word) {
    return word.length() > 1 && word.codePoints().anyMatch(Character::isLetter);
  }

  private float @Nullable [] meaning(Node node, TermVectors vectors) {
    if (words.isEmpty() || !vectors.speaks().test(node.terms().getFirst())) {
      return null;
    }
    List<String> known = new ArrayList<>();
    for (String word : node.words()) {
      if (words.containsKey(word)) {
        known.add(word);
      }
    }
    float[] sum = new float[words.values().iterator().next().length];
    for (String word : known) {
      Dense.add(sum, Objects.requireNonNull(words.get(word)), rarity.getOrDefault(word, 1.));
    }
    return Dense.scaled(sum, Math.sqrt(1 - LEXICAL));
  }
}
