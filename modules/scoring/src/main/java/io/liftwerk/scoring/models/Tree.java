package io.liftwerk.scoring.models;

/**
 * One decision tree in arrays, a place a node, the root at 0.
 *
 * @param feature feature that the node asks for; unused in a leaf
 * @param threshold a number below it goes left, any other right
 * @param categories bits of the categories that go right; empty where the node asks for a number
 * @param left child; -1 in a leaf
 * @param missingLeft whether a missing value goes left
 * @param value log-odds that a leaf adds
 * @param cover weight of the rows learned from that came by
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Tree(
    int[] feature,
    float[] threshold,
    long[][] categories,
    int[] left,
    int[] right,
    boolean[] missingLeft,
    float[] value,
    float[] cover) {

  public boolean leaf(int node) {
    return left[node] < 0;
  }

  /** The child that a row with this value of the node's feature goes to. */
  int next(int node, float asked) {
    if (Float.isNaN(asked)) {
      return missingLeft[node] ? left[node] : right[node];
    }
    long[] set = categories[node];
    if (set.length == 0) {
      return asked < threshold[node] ? left[node] : right[node];
    }
    int category = (int) asked;
    boolean inside = category >> 6 < set.length && (set[category >> 6] >>> category & 1) == 1;
    return inside ? right[node] : left[node];
  }

  /**
   * @param features of one row, from {@code from} on
   */
  float score(float[] features, int from) {
    int node = 0;
    while (left[node] >= 0) {
      node = next(node, features[from + feature[node]]);
    }
    return value[node];
  }

  /** Mean of the leaves by the weight of the rows learned from. */
  double mean() {
    return mean(0);
  }

  private double mean(int node) {
    return leaf(node)
        ? value[node]
        : (cover[left[node]] * mean(left[node]) + cover[right[node]] * mean(right[node]))
            / (cover[left[node]] + (double) cover[right[node]]);
  }

  int leaves() {
    int leaves = 0;
    for (int child : left) {
      leaves += child < 0 ? 1 : 0;
    }
    return leaves;
  }

  int depth() {
    return depth(0);
  }

  private int depth(int node) {
    return leaf(node) ? 0 : 1 + Math.max(depth(left[node]), depth(right[node]));
  }
}
