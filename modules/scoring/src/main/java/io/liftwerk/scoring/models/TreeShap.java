package io.liftwerk.scoring.models;

/**
 * Shapley values of one row's features in one tree, exact for the expectation that follows the
 * rows' weights down the tree: S. Lundberg, G. Erion, S.-I. Lee, Consistent Individualized Feature
 * Attribution for Tree Ensembles (2018), algorithm 2. Time {@code O(leaves · depth²)}.
 */
final class TreeShap {
  private Tree tree;
  private final float[] row;
  private final double[] values;

  /** Per depth, the path of features so far: which, the shares of rows, the weights of subsets. */
  private final int[][] feature;

  private final double[][] zero;
  private final double[][] one;
  private final double[][] weight;

  /**
   * @param first any of the trees
   * @param row features of the row
   * @param values one a feature, to which is added
   * @param depth of the deepest of the trees
   */
  TreeShap(Tree first, float[] row, double[] values, int depth) {
    this.tree = first;
    this.row = row;
    this.values = values;
    int most = depth + 2;
    feature = new int[most][most];
    zero = new double[most][most];
    one = new double[most][most];
    weight = new double[most][most];
  }

  /** Adds what each feature adds to the tree's score of the row. */
  void add(Tree next) {
    tree = next;
    recurse(0, 0, -1, 0, 1, 1, -1);
  }

  /**
   * @param level of the path's arrays
   * @param last place of the last element of the parent's path; -1 at the root
   * @param zeroShare share of the parent's rows that come here
   * @param oneShare whether the row itself comes here, 1 or 0
   * @param asked feature that led here; -1 at the root
   */
  private void recurse(
      int node, int level, int parent, int length, double zeroShare, double oneShare, int asked) {
    if (parent >= 0) {
      System.arraycopy(feature[parent], 0, feature[level], 0, length);
      System.arraycopy(zero[parent], 0, zero[level], 0, length);
      System.arraycopy(one[parent], 0, one[level], 0, length);
      System.arraycopy(weight[parent], 0, weight[level], 0, length);
    }
    extend(level, length, zeroShare, oneShare, asked);
    int last = length;
    if (tree.leaf(node)) {
      for (int i = 1; i <= last; i++) {
        double sum = unwoundSum(level, last, i);
        values[feature[level][i]] += sum * (one[level][i] - zero[level][i]) * tree.value()[node];
      }
      return;
    }
    int hot = tree.next(node, row[tree.feature()[node]]);
    int cold = hot == tree.left()[node] ? tree.right()[node] : tree.left()[node];
    double cover = tree.cover()[hot] + (double) tree.cover()[cold];
    double seenZero = 1;
    double seenOne = 1;
    for (int i = 1; i <= last; i++) {
      if (feature[level][i] == tree.feature()[node]) {
        seenZero = zero[level][i];
        seenOne = one[level][i];
        unwind(level, last, i);
        last--;
        break;
      }
    }
    int split = tree.feature()[node];
    int next = last + 1;
    recurse(hot, level + 1, level, next, seenZero * tree.cover()[hot] / cover, seenOne, split);
    recurse(cold, level + 1, level, next, seenZero * tree.cover()[cold] / cover, 0, split);
  }

  private void extend(int level, int length, double zeroShare, double oneShare, int asked) {
    double[] w = weight[level];
    feature[level][length] = asked;
    zero[level][length] = zeroShare;
    one[level][length] = oneShare;
    w[length] = length == 0 ? 1 : 0;
    for (int i = length - 1; i >= 0; i--) {
      w[i + 1] += oneShare * w[i] * (i + 1) / (length + 1);
      w[i] = zeroShare * w[i] * (length - i) / (length + 1);
    }
  }

  private void unwind(int level, int last, int place) {
    double[] w = weight[level];
    double oneShare = one[level][place];
    double zeroShare = zero[level][place];
    double carried = w[last];
    for (int i = last - 1; i >= 0; i--) {
      if (oneShare != 0) {
        double before = w[i];
        w[i] = carried * (last + 1) / ((i + 1) * oneShare);
        carried = before - w[i] * zeroShare * (last - i) / (last + 1);
      } else {
        w[i] = w[i] * (last + 1) / (zeroShare * (last - i));
      }
    }
    for (int i = place; i < last; i++) {
      feature[level][i] = feature[level][i + 1];
      zero[level][i] = zero[level][i + 1];
      one[level][i] = one[level][i + 1];
    }
  }

  private double unwoundSum(int level, int last, int place) {
    double[] w = weight[level];
    double oneShare = one[level][place];
    double zeroShare = zero[level][place];
    double carried = w[last];
    double total = 0;
    for (int i = last - 1; i >= 0; i--) {
      if (oneShare != 0) {
        double part = carried * (last + 1) / ((i + 1) * oneShare);
        total += part;
        carried = w[i] - part * zeroShare * (last - i) / (last + 1);
      } else if (zeroShare != 0) {
        total += w[i] / zeroShare * (last + 1) / (last - i);
      }
    }
    return total;
  }
}
