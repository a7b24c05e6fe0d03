package io.liftwerk.experiments.uplift;

import io.liftwerk.experiments.uplift.UpliftForest.Bins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One honest uplift tree. */
final class UpliftTree {
  private static final int DEEPEST = 8;

  /** People of its parent that a leaf's estimate is drawn towards. */
  private static final double PRIOR = 50;

  /**
   * A node; a leaf where {@code left} is null.
   *
   * @param goesLeft codes of the feature that go left
   * @param value what treatment adds among its people
   */
  private record Node(
      int feature, BitSet goesLeft, @Nullable Node left, @Nullable Node right, double value) {}

  /** What the people of one code, or of several, came to. */
  private static final class Cell {
    double treated;
    double control;
    double treatedSum;
    double controlSum;

    void add(Cell other, double sign) {
      treated += sign * other.treated;
      control += sign * other.control;
      treatedSum += sign * other.treatedSum;
      controlSum += sign * other.controlSum;
    }

    void add(boolean isTreated, double outcome) {
      if (isTreated) {
        treated++;
        treatedSum += outcome;
      } else {
        control++;
        controlSum += outcome;
      }
    }

    double people() {
      return treated + control;
    }

    double effect() {
      return (treated == 0 ? 0 : treatedSum / treated) - (control == 0 ? 0 : controlSum / control);
    }
  }

  private record Split(int feature, BitSet goesLeft, double gain) {}

  private final Trial trial;
  private final short[][] codes;
  private final Bins bins;
  private final Criterion criterion;
  private final Draws draws;
  private final int least;
  private final double spread;
  private final Node root;

  private UpliftTree(
      Trial trial,
      short[][] codes,
      Bins bins,
      Criterion criterion,
      int[] deciding,
      int[] judging,
      Draws draws) {
    this.trial = trial;
    this.codes = codes;
    this.bins = bins;
    this.criterion = criterion;
    this.draws = draws;
    this.least = Math.clamp(deciding.length / 80, 10, 500);
    this.spread = trial.numeric() ? deviation(deciding) : 1;
    this.root = grow(deciding, judging, 0, sum(judging).effect());
  }

  /**
   * Grows a tree.
   *
   * @param codes features × people
   * @param deciding people who decide where to split
   * @param judging people who say what a leaf is worth
   */
  static UpliftTree grow(
      Trial trial,
      short[][] codes,
      Bins bins,
      Criterion criterion,
      int[] deciding,
      int[] judging,
      Draws draws) {
    return new UpliftTree(trial, codes, bins, criterion, deciding, judging, draws);
  }

  private double deviation(int[] people) {
    double mean = 0;
    for (int i : people) {
      mean += trial.outcome()[i] / people.length;
    }
    double squares = 0;
    for (int i : people) {
      squares += (trial.outcome()[i] - mean) * (trial.outcome()[i] - mean);
    }
    return Math.max(1e-12, Math.sqrt(squares / people.length));
  }

  private Cell sum(int[] people) {
    var cell = new Cell();
    for (int i : people) {
      cell.add(trial.treated()[i], trial.outcome()[i]);
    }
    return cell;
  }

  private Node grow(int[] deciding, int[] judging, int depth, double parent) {
    Cell judged = sum(judging);
    double weight = 4 * judged.treated * judged.control / Math.max(1, judged.people());
    double value = (weight * judged.effect() + PRIOR * parent) / (weight + PRIOR);
    Split best = depth >= DEEPEST ? null : best(deciding, sum(deciding));
    if (best == null) {
      return new Node(-1, new BitSet(), null, null, value);
    }
    int[][] decide = part(deciding, best);
    int[][] judge = part(judging, best);
    Node left = grow(decide[0], judge[0], depth + 1, value);
    Node right = grow(decide[1], judge[1], depth + 1, value);
    return new Node(best.feature, best.goesLeft, left, right, value);
  }

  private int[][] part(int[] people, Split split) {
    short[] column = codes[split.feature];
    var left = new int[people.length];
    int lefts = 0;
    var right = new int[people.length];
    int rights = 0;
    for (int i : people) {
      if (split.goesLeft.get(column[i])) {
        left[lefts++] = i;
      } else {
        right[rights++] = i;
      }
    }
    return new int[][] {Arrays.copyOf(left, lefts), Arrays.copyOf(right, rights)};
  }

  private @Nullable Split best(int[] people, Cell all) {
    if (all.treated < 2 * least || all.control < 2 * least) {
      return null;
    }
    int width = codes.length;
    int tried = Math.min(width, Math.max(3, (int) Math.ceil(Math.sqrt(width)) + 1));
    int[] features = IntStream.range(0, width).toArray();
    draws.shuffle(features);
    Split best = null;
    for (int f = 0; f < tried; f++) {
      Split split = best(features[f], people, all);
      if (split != null && (best == null || split.gain > best.gain)) {
        best = split;
      }
    }
    return best;
  }

  /** Codes in an order in which every cut is a split worth trying. */
  private List<Integer> ordered(int feature, Cell[] cells) {
    var present = new ArrayList<Integer>();
    for (int code = 0; code < cells.length; code++) {
      if (cells[code].people() > 0) {
        present.add(code);
      }
    }
    if (bins.levels()[feature]) {
      present.sort(
          Comparator.comparingDouble(
              (Integer code) -> {
                Cell cell = cells[code];
                return cell.effect() * cell.people() / (cell.people() + PRIOR);
              }));
    }
    return present;
  }

  private @Nullable Split best(int feature, int[] people, Cell all) {
    var cells = new Cell[bins.codes(feature)];
    Arrays.setAll(cells, code -> new Cell());
    short[] column = codes[feature];
    for (int i : people) {
      cells[column[i]].add(trial.treated()[i], trial.outcome()[i]);
    }
    List<Integer> order = ordered(feature, cells);
    double before = distance(all, all);
    var left = new Cell();
    var right = new Cell();
    right.add(all, 1);
    double most = 0;
    int cut = -1;
    for (int place = 0; place < order.size() - 1; place++) {
      left.add(cells[order.get(place)], 1);
      right.add(cells[order.get(place)], -1);
      if (Math.min(left.treated, left.control) >= least
          && Math.min(right.treated, right.control) >= least) {
        double share = left.people() / all.people();
        double gain =
            (share * distance(left, all) + (1 - share) * distance(right, all) - before)
                / criterion.norm(
                    all.treated / all.people(),
                    left.treated / all.treated,
                    left.control / all.control);
        if (gain > most) {
          most = gain;
          cut = place;
        }
      }
    }
    if (cut < 0) {
      return null;
    }
    var goesLeft = new BitSet();
    order.subList(0, cut + 1).forEach(goesLeft::set);
    return new Split(feature, goesLeft, most);
  }

  private double distance(Cell cell, Cell all) {
    if (trial.numeric()) {
      double effect = cell.effect() / spread;
      return effect * effect;
    }
    // two people of the parent's kind each, so that no chance is 0
    double prior = (all.treatedSum + all.controlSum + 1) / (all.people() + 2);
    return criterion.distance(
        (cell.treatedSum + 2 * prior) / (cell.treated + 2),
        (cell.controlSum + 2 * prior) / (cell.control + 2));
  }

  /** What treatment adds for somebody with these codes. */
  double value(short[] codes) {
    Node node = root;
    while (true) {
      Node left = node.left;
      Node right = node.right;
      if (left == null || right == null) {
        return node.value;
      }
      node = node.goesLeft.get(codes[node.feature]) ? left : right;
    }
  }
}
