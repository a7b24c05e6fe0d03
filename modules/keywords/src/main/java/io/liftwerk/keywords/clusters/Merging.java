package io.liftwerk.keywords.clusters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Average linkage (Sokal &amp; Michener 1958) on the graph of neighbours: the two groups whose
 * members are on average likest are put together, until no two reach the threshold. What chains
 * together under single linkage does not, since every member counts. The mean over all pairs is the
 * dot product of the groups' sums, so it is exact at the cost of one.
 *
 * <p>A group that would exceed the cap is made only when all its pairs are similar.
 */
final class Merging {
  private static final int NEIGHBOURS = 40;
  private static final int CHECK_EVERY = 256;

  private final Vocabulary vocabulary;
  private final int[] sizes;
  private final double threshold;
  private final int cap;

  /** Group into which a group went; itself while it is there. */
  private final int[] into;

  private final @Nullable Group[] groups;
  private int next;
  private final PriorityQueue<Pair> queue = new PriorityQueue<>();
  private final Set<Long> offered = new HashSet<>();

  /**
   * @param sizes terms of each node
   * @param threshold mean similarity from which two groups are one
   * @param cap terms of a group whose pairs need not all be similar
   */
  Merging(Vocabulary vocabulary, int[] sizes, double threshold, int cap) {
    this.vocabulary = vocabulary;
    this.sizes = sizes;
    this.threshold = threshold;
    this.cap = cap;
    this.into = new int[2 * sizes.length];
    this.groups = new Group[2 * sizes.length];
    Arrays.setAll(into, i -> i);
    this.next = sizes.length;
  }

  /**
   * Members of a group.
   *
   * @param nodes their numbers, rising
   * @param cohesion mean similarity of two of them; 1 for a single one
   */
  record Members(int[] nodes, double cohesion) {}

  private record Group(
      int[] nodes,
      int size,
      Sparse sparse,
      float @Nullable [] dense,
      int[] neighbours,
      boolean tight) {

    double mean(Group other) {
      return (sparse.dot(other.sparse) + Dense.dot(dense, other.dense))
          / ((double) nodes.length * other.nodes.length);
    }
  }

  private record Pair(double similarity, int a, int b) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int bySimilarity = Double.compare(other.similarity, similarity);
      if (bySimilarity != 0) {
        return bySimilarity;
      }
      int byFirst = Integer.compare(a, other.a);
      return byFirst == 0 ? Integer.compare(b, other.b) : byFirst;
    }
  }

  /** All groups, single nodes too, in the order of their first node. */
  List<Members> run(int[][] neighbours, Runnable check) {
    for (int n = 0; n < sizes.length; n++) {
      groups[n] =
          new Group(
              new int[] {n},
              sizes[n],
              vocabulary.sparse(n),
              vocabulary.dense(n),
              neighbours[n],
              true);
    }
    for (int n = 0; n < sizes.length; n++) {
      for (int other : neighbours[n]) {
        offer(n, other);
      }
    }
    int steps = 0;
    for (Pair pair = queue.poll(); pair != null; pair = queue.poll()) {
      if (steps++ % CHECK_EVERY == 0) {
        check.run();
      }
      Group a = groups[pair.a];
      Group b = groups[pair.b];
      if (a != null && b != null) {
        merge(pair, a, b);
      } else {
        // one of them went into another group meanwhile, which may be near as well
        offer(root(pair.a), root(pair.b));
      }
    }
    return members();
  }

  private void offer(int some, int other) {
    int a = Math.min(some, other);
    int b = Math.max(some, other);
    if (a != b && offered.add((long) a << Integer.SIZE | b)) {
      offerNew(a, b);
    }
  }

  private void offerNew(int a, int b) {
    Group one = groups[a];
    Group other = groups[b];
    if (one != null && other != null) {
      double mean = one.mean(other);
      if (mean >= threshold) {
        queue.add(new Pair(mean, a, b));
      }
    }
  }

  private void merge(Pair pair, Group a, Group b) {
    int size = a.size + b.size;
    boolean tight = false;
    if (size > cap) {
      tight = isTight(a) && isTight(b) && isTight(a.nodes, b.nodes);
      if (!tight) {
        return;
      }
    }
    int number = next++;
    int[] nodes = new int[a.nodes.length + b.nodes.length];
    System.arraycopy(a.nodes, 0, nodes, 0, a.nodes.length);
    System.arraycopy(b.nodes, 0, nodes, a.nodes.length, b.nodes.length);
    Arrays.sort(nodes);
    into[pair.a] = number;
    into[pair.b] = number;
    groups[pair.a] = null;
    groups[pair.b] = null;
    var bare =
        new Group(
            nodes, size, a.sparse.plus(b.sparse), Dense.plus(a.dense, b.dense), new int[0], tight);
    List<Pair> near = new ArrayList<>();
    for (int other : around(a, b, number)) {
      Group neighbour = groups[other];
      if (neighbour != null) {
        near.add(new Pair(bare.mean(neighbour), other, number));
      }
    }
    near.sort(null);
    List<Pair> kept = near.subList(0, Math.min(NEIGHBOURS, near.size()));
    groups[number] =
        new Group(
            nodes, size, bare.sparse, bare.dense, kept.stream().mapToInt(Pair::a).toArray(), tight);
    for (Pair p : kept) {
      if (p.similarity >= threshold && offered.add((long) p.a << Integer.SIZE | p.b)) {
        queue.add(p);
      }
    }
  }

  private TreeSet<Integer> around(Group a, Group b, int self) {
    var around = new TreeSet<Integer>();
    for (Group group : List.of(a, b)) {
      for (int neighbour : group.neighbours) {
        int now = root(neighbour);
        if (now != self) {
          around.add(now);
        }
      }
    }
    return around;
  }

  private int root(int group) {
    int root = group;
    while (into[root] != root) {
      root = into[root];
    }
    for (int g = group; into[g] != root && g != root; ) {
      int up = into[g];
      into[g] = root;
      g = up;
    }
    return root;
  }

  private boolean isTight(Group group) {
    if (group.tight || group.nodes.length == 1) {
      return true;
    }
    for (int i = 0; i < group.nodes.length; i++) {
      for (int j = i + 1; j < group.nodes.length; j++) {
        if (vocabulary.similarity(group.nodes[i], group.nodes[j]) < threshold) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isTight(int[] some, int[] others) {
    for (int one : some) {
      for (int other : others) {
        if (vocabulary.similarity(one, other) < threshold) {
          return false;
        }
      }
    }
    return true;
  }

  private List<Members> members() {
    return Arrays.stream(groups)
        .filter(group -> group != null)
        .map(group -> new Members(group.nodes, cohesion(group)))
        .sorted((a, b) -> Integer.compare(a.nodes[0], b.nodes[0]))
        .toList();
  }

  private static double cohesion(Group group) {
    double n = group.nodes.length;
    if (n == 1) {
      return 1;
    }
    double all = group.sparse.dot(group.sparse) + Dense.dot(group.dense, group.dense);
    return Math.clamp((all - n) / (n * (n - 1)), 0, 1);
  }
}
