package io.liftwerk.keywords.clusters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * For every node, those that are likest to it. Only nodes that share a feature are compared; of a
 * feature that stands nearly everywhere, the heaviest nodes.
 */
final class Neighbours {
  private static final int MOST = 24;
  private static final int COMPARED = 64;
  private static final int POSTINGS = 500;
  private static final int LOOKED_AT = 2_500;
  private static final int CHUNK = 2_000;
  private static final int BLOCK = 250;

  private final List<Node> nodes;
  private final Vocabulary vocabulary;
  private final double least;
  private final int[][] byFeature;

  /**
   * @param heaviest numbers of the nodes, heaviest first
   * @param least similarity of neighbours
   */
  Neighbours(List<Node> nodes, Vocabulary vocabulary, int[] heaviest, double least) {
    this.nodes = nodes;
    this.vocabulary = vocabulary;
    this.least = least;
    Map<Integer, List<Integer>> features = new HashMap<>();
    for (int node : heaviest) {
      for (int feature : vocabulary.sparse(node).ids()) {
        add(features.computeIfAbsent(feature, key -> new ArrayList<>()), node, POSTINGS);
      }
    }
    int most = features.keySet().stream().mapToInt(f -> f + 1).max().orElse(0);
    this.byFeature = new int[most][];
    features.forEach((feature, list) -> byFeature[feature] = array(list));
  }

  /** Numbers of neighbours of each node, likest first. */
  int[][] all(Runnable check) {
    int[][] all = new int[nodes.size()][];
    for (int start = 0; start < all.length; start += CHUNK) {
      check.run();
      int begin = start;
      int end = Math.min(all.length, start + CHUNK);
      IntStream.range(0, (end - start + BLOCK - 1) / BLOCK)
          .parallel()
          .forEach(
              block -> {
                var shared = new Shared(nodes.size());
                int first = begin + block * BLOCK;
                for (int node = first; node < Math.min(end, first + BLOCK); node++) {
                  all[node] = of(node, shared);
                }
              });
    }
    return all;
  }

  private int[] of(int node, Shared shared) {
    Sparse own = vocabulary.sparse(node);
    int looked = 0;
    for (int i : rarest(own)) {
      int[] postings = byFeature[own.ids()[i]];
      if (looked > 0 && looked + postings.length > LOOKED_AT) {
        break;
      }
      looked += postings.length;
      for (int other : postings) {
        shared.add(other, own.values()[i]);
      }
    }
    return Arrays.stream(shared.most(COMPARED))
        .filter(other -> other != node)
        .mapToObj(other -> new Likeness(other, vocabulary.similarity(node, other)))
        .filter(other -> other.similarity() >= least)
        .sorted()
        .limit(MOST)
        .mapToInt(Likeness::node)
        .toArray();
  }

  /** Places in {@code own}, those of the features that fewest nodes have first. */
  private int[] rarest(Sparse own) {
    return IntStream.range(0, own.ids().length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(i -> byFeature[own.ids()[i]].length)
                .thenComparingInt(i -> own.ids()[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private record Likeness(int node, double similarity) implements Comparable<Likeness> {
    @Override
    public int compareTo(Likeness other) {
      int bySimilarity = Double.compare(other.similarity, similarity);
      return bySimilarity == 0 ? Integer.compare(node, other.node) : bySimilarity;
    }
  }

  private static void add(List<Integer> list, int node, int most) {
    if (list.size() < most) {
      list.add(node);
    }
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
