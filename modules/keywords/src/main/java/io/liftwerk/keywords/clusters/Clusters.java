package io.liftwerk.keywords.clusters;

import io.liftwerk.keywords.clusters.Merging.Members;
import io.liftwerk.workspace.Hashes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts search terms together that are about the same. The result depends on which terms there are
 * and on their weights, never on their order.
 */
public final class Clusters {
  /** Words of a term that is still compared. */
  public static final int LONGEST = 20;

  /** Terms of a report in which no cluster may be larger than {@link #SHARE}. */
  public static final int LARGE = 200;

  /** Share of a large report's terms that a cluster may have unless all its pairs are similar. */
  public static final double SHARE = 0.05;

  /** Mean similarity from which terms belong together; of all pairs, where the cap is exceeded. */
  public static final double SIMILAR = 0.42;

  /** Similarity from which two terms are looked at together. */
  private static final double NEIGHBOUR = 0.25;

  private static final int ID = 12;

  /** An ASIN, an ISBN of ten, or eight to fourteen digits as GTINs have them. */
  private static final Pattern PRODUCT =
      Pattern.compile("(?i)\\s*(b0[0-9a-z]{8}|[0-9]{9}x|[0-9]{8,14})\\s*");

  private final WordFeatures features;
  private final Predicate<String> light;
  private final TermVectors vectors;

  /**
   * @param features stems and parts of words
   * @param light folded words that say what somebody wants to do or where, not with what: they
   *     count less and give no names
   * @param vectors what words mean
   */
  public Clusters(WordFeatures features, Predicate<String> light, TermVectors vectors) {
    this.features = features;
    this.light = light;
    this.vectors = vectors;
  }

  /**
   * @param terms in any order; a text that stands there several times is one term with the sum of
   *     the weights
   * @param check called now and then; what it throws ends the work
   */
  public Clustering of(List<ClusterTerm> terms, Runnable check) {
    Map<Aside, List<ClusterTerm>> aside = new EnumMap<>(Aside.class);
    Map<String, List<ClusterTerm>> keys = new TreeMap<>();
    int compared = 0;
    for (ClusterTerm term : distinct(terms)) {
      Aside reason = aside(term);
      if (reason == null) {
        keys.computeIfAbsent(Node.key(term), key -> new ArrayList<>()).add(term);
        compared++;
      } else {
        aside.computeIfAbsent(reason, key -> new ArrayList<>()).add(term);
      }
    }
    List<Node> nodes =
        keys.entrySet().stream().map(e -> Node.of(e.getKey(), e.getValue())).toList();
    List<List<ClusterTerm>> groups = new ArrayList<>();
    List<Double> cohesions = new ArrayList<>();
    List<ClusterTerm> alone = new ArrayList<>();
    for (Members members : groups(nodes, compared, check)) {
      List<ClusterTerm> group =
          Arrays.stream(members.nodes())
              .mapToObj(nodes::get)
              .flatMap(node -> node.terms().stream())
              .sorted(Node.HEAVIEST)
              .toList();
      if (group.size() > 1) {
        groups.add(group);
        cohesions.add(members.cohesion());
      } else {
        alone.addAll(group);
      }
    }
    return new Clustering(named(groups, cohesions), texts(alone), texts(aside));
  }

  private static List<ClusterTerm> distinct(List<ClusterTerm> terms) {
    Map<String, List<ClusterTerm>> byText =
        terms.stream()
            .collect(Collectors.groupingBy(ClusterTerm::text, TreeMap::new, Collectors.toList()));
    return byText.values().stream().map(Clusters::sum).toList();
  }

  /** Weights are added from the smallest, so that their order does not matter. */
  private static ClusterTerm sum(List<ClusterTerm> same) {
    double weight = same.stream().mapToDouble(ClusterTerm::weight).sorted().sum();
    return new ClusterTerm(same.getFirst().text(), same.getFirst().words(), weight);
  }

  private static @Nullable Aside aside(ClusterTerm term) {
    if (PRODUCT.matcher(term.text()).matches()) {
      return Aside.PRODUCT_NUMBER;
    }
    boolean spoken =
        term.words().stream()
            .anyMatch(w -> w.folded().codePoints().anyMatch(Character::isLetterOrDigit));
    if (!spoken) {
      return Aside.NO_WORDS;
    }
    return term.words().size() > LONGEST ? Aside.TOO_LONG : null;
  }

  private List<Members> groups(List<Node> nodes, int compared, Runnable check) {
    if (nodes.isEmpty()) {
      return List.of();
    }
    check.run();
    var vocabulary = new Vocabulary(nodes, features, light, vectors);
    check.run();
    int[] heaviest =
        IntStream.range(0, nodes.size())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(n -> nodes.get(n).weight())
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .mapToInt(Integer::intValue)
            .toArray();
    int[][] neighbours = new Neighbours(nodes, vocabulary, heaviest, NEIGHBOUR).all(check);
    int[] sizes = nodes.stream().mapToInt(node -> node.terms().size()).toArray();
    int cap = compared < LARGE ? compared : (int) (SHARE * compared);
    return new Merging(vocabulary, sizes, SIMILAR, cap).run(neighbours, check);
  }

  private List<Cluster> named(List<List<ClusterTerm>> groups, List<Double> cohesions) {
    Map<List<ClusterTerm>, Double> cohesion = new LinkedHashMap<>();
    for (int g = 0; g < groups.size(); g++) {
      cohesion.put(groups.get(g), cohesions.get(g));
    }
    List<List<ClusterTerm>> heaviest =
        groups.stream()
            .sorted(
                Comparator.<List<ClusterTerm>>comparingDouble(Clusters::weight)
                    .reversed()
                    .thenComparing(group -> group.getFirst().text()))
            .toList();
    var names = new ClusterNames(features, light);
    List<Cluster> clusters = new ArrayList<>();
    for (List<ClusterTerm> group : heaviest) {
      clusters.add(
          new Cluster(
              id(group),
              names.name(group),
              group.stream().map(ClusterTerm::text).toList(),
              weight(group),
              cohesion.getOrDefault(group, 1.)));
    }
    return clusters;
  }

  private static double weight(List<ClusterTerm> group) {
    return group.stream().mapToDouble(ClusterTerm::weight).sum();
  }

  private static String id(List<ClusterTerm> group) {
    String content =
        group.stream().map(ClusterTerm::text).sorted().collect(Collectors.joining("\n"));
    return Hashes.sha256(content).substring(0, ID);
  }

  private static List<String> texts(List<ClusterTerm> terms) {
    return terms.stream().sorted(Node.HEAVIEST).map(ClusterTerm::text).toList();
  }

  private static Map<Aside, List<String>> texts(Map<Aside, List<ClusterTerm>> aside) {
    Map<Aside, List<String>> texts = new EnumMap<>(Aside.class);
    aside.forEach((reason, terms) -> texts.put(reason, texts(terms)));
    return texts;
  }
}
