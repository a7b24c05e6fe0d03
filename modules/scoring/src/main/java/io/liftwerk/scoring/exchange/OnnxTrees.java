package io.liftwerk.scoring.exchange;

import static io.liftwerk.scoring.exchange.OnnxGraph.reals;
import static io.liftwerk.scoring.exchange.OnnxGraph.tensor;
import static io.liftwerk.scoring.exchange.OnnxGraph.text;
import static io.liftwerk.scoring.exchange.OnnxGraph.texts;
import static io.liftwerk.scoring.exchange.OnnxGraph.whole;
import static io.liftwerk.scoring.exchange.OnnxGraph.wholes;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.liftwerk.scoring.models.Tree;
import io.liftwerk.scoring.models.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Trees as ONNX's {@code TreeEnsembleRegressor} holds them: one long table of nodes. */
final class OnnxTrees {
  /** What no category is seen as. */
  private static final float NONE = 1;

  private final List<Long> tree = new ArrayList<>();
  private final List<Long> node = new ArrayList<>();
  private final List<Long> feature = new ArrayList<>();
  private final List<String> mode = new ArrayList<>();
  private final List<Double> threshold = new ArrayList<>();
  private final List<Long> ifTrue = new ArrayList<>();
  private final List<Long> ifFalse = new ArrayList<>();
  private final List<Long> missingTrue = new ArrayList<>();
  private final List<Long> leafTree = new ArrayList<>();
  private final List<Long> leafNode = new ArrayList<>();
  private final List<Long> leafTarget = new ArrayList<>();
  private final List<Double> leafValue = new ArrayList<>();

  /** Of each feature, how many categories it has; 0 for a number. */
  private final int[] categories;

  private OnnxTrees(int[] categories) {
    this.categories = categories;
  }

  /**
   * The sum of all trees and the bias. Each tree gives its leaf, a float, in a column of its own,
   * and the columns are added up in doubles, as the ensemble does itself.
   *
   * @param place where each of the ensemble's features stands in {@code features}
   * @param features matrix of floats
   */
  static String sum(OnnxGraph graph, TreeEnsemble ensemble, int[] place, String features) {
    var trees =
        new OnnxTrees(
            Arrays.stream(ensemble.features().categories())
                .mapToInt(of -> 1 + Arrays.stream(of).max().orElse(-1))
                .toArray());
    double bias = ensemble.bias();
    int grown = 0;
    for (Tree one : ensemble.trees()) {
      if (one.leaf(0)) {
        bias += one.value()[0];
      } else {
        trees.add(one, grown++, place);
      }
    }
    if (grown == 0) {
      String zero = graph.node("Mul", List.of(graph.rowSum(known(graph, features)), graph.one(0)));
      return graph.node("Add", List.of(zero, graph.one(bias)));
    }
    String leaves = trees.regressor(graph, features, grown, false);
    String sum = graph.rowSum(graph.cast(leaves, DataType.DOUBLE));
    return graph.node("Add", List.of(sum, graph.one(bias)));
  }

  /** Ones as numbers, a row for each row of features. */
  private static String known(OnnxGraph graph, String features) {
    String nan = graph.node("IsNaN", List.of(features));
    return graph.cast(nan, DataType.DOUBLE);
  }

  private void add(Tree one, int number, int[] place) {
    int next = one.left().length;
    for (int i = 0; i < one.left().length; i++) {
      if (one.leaf(i)) {
        node(number, i, 0, "LEAF", 0, 0, 0, false);
        leaf(number, i, number, one.value()[i]);
        continue;
      }
      int asked = place[one.feature()[i]];
      boolean missingLeft = one.missingLeft()[i];
      int left = one.left()[i];
      int right = one.right()[i];
      if (one.categories()[i].length == 0) {
        node(number, i, asked, "BRANCH_LT", one.threshold()[i], left, right, missingLeft);
        continue;
      }
      long[] set = one.categories()[i];
      float[] inside = members(set, categories[one.feature()[i]], true);
      float[] outside = members(set, categories[one.feature()[i]], false);
      boolean asksInside = inside.length <= outside.length;
      float[] asks = asksInside ? inside : outside;
      int yes = asksInside ? right : left;
      int no = asksInside ? left : right;
      int at = i;
      for (int m = 0; m < asks.length; m++) {
        boolean last = m == asks.length - 1;
        // a missing value finds its way at the first question, or falls through all of them
        boolean missingYes = m == 0 && missingLeft != asksInside;
        node(number, at, asked, "BRANCH_EQ", asks[m], yes, last ? no : next, missingYes);
        at = next;
        next += last ? 0 : 1;
      }
    }
  }

  /**
   * A category as ONNX's trees see it, negative: equal questions about small whole numbers are put
   * together by ONNX Runtime, in 1.22 at a cost that grows with the size of all that hangs below.
   */
  static float seen(int category) {
    return -1f - category;
  }

  /** The categories of a column that are in the set, or not; never none, for there must be one. */
  private static float[] members(long[] set, int categories, boolean inside) {
    var members = new float[Math.max(1, categories)];
    members[0] = NONE;
    int count = 0;
    for (int category = 0; category < categories; category++) {
      boolean member = category >> 6 < set.length && (set[category >> 6] >>> category & 1) == 1;
      if (member == inside) {
        members[count++] = seen(category);
      }
    }
    return Arrays.copyOf(members, Math.max(1, count));
  }

  private void node(
      int ofTree,
      int id,
      int asked,
      String how,
      double value,
      int yes,
      int no,
      boolean missingToYes) {
    tree.add((long) ofTree);
    node.add((long) id);
    feature.add((long) asked);
    mode.add(how);
    threshold.add(value);
    ifTrue.add((long) yes);
    ifFalse.add((long) no);
    missingTrue.add(missingToYes ? 1L : 0L);
  }

  private void leaf(int ofTree, int id, int target, double value) {
    leafTree.add((long) ofTree);
    leafNode.add((long) id);
    leafTarget.add((long) target);
    leafValue.add(value);
  }

  private String regressor(OnnxGraph graph, String features, int targets, boolean doubles) {
    var attributes = new ArrayList<AttributeProto>();
    attributes.add(whole("n_targets", targets));
    attributes.add(text("aggregate_function", "SUM"));
    attributes.add(text("post_transform", "NONE"));
    attributes.add(wholes("nodes_treeids", tree));
    attributes.add(wholes("nodes_nodeids", node));
    attributes.add(wholes("nodes_featureids", feature));
    attributes.add(texts("nodes_modes", mode));
    attributes.add(wholes("nodes_truenodeids", ifTrue));
    attributes.add(wholes("nodes_falsenodeids", ifFalse));
    attributes.add(wholes("nodes_missing_value_tracks_true", missingTrue));
    attributes.add(wholes("target_treeids", leafTree));
    attributes.add(wholes("target_nodeids", leafNode));
    attributes.add(wholes("target_ids", leafTarget));
    if (doubles) {
      attributes.add(tensor("nodes_values_as_tensor", unboxed(threshold)));
      attributes.add(tensor("target_weights_as_tensor", unboxed(leafValue)));
    } else {
      attributes.add(reals("nodes_values", floats(threshold)));
      attributes.add(reals("target_weights", floats(leafValue)));
    }
    return graph.learned("TreeEnsembleRegressor", List.of(features), attributes);
  }

  private static double[] unboxed(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Float> floats(List<Double> values) {
    return values.stream().map(Double::floatValue).toList();
  }

  /**
   * Straight lines between the points {@code (x, y)}, level beyond them. A tree of doubles finds
   * the two points that a value lies between.
   *
   * @param x rising
   */
  static String interpolated(OnnxGraph graph, double[] x, double[] y, String value) {
    int last = x.length - 1;
    String inside = graph.node("Clip", List.of(value, graph.one(x[0]), graph.one(x[last])));
    if (last == 0) {
      return graph.node(
          "Add", List.of(graph.node("Sub", List.of(inside, inside)), graph.one(y[0])));
    }
    String from = last == 1 ? null : graph.cast(search(graph, x, inside), DataType.INT64);
    String low = end(graph, x, 0, from);
    String way =
        graph.node(
            "Div",
            List.of(
                graph.node("Sub", List.of(inside, low)),
                graph.node("Sub", List.of(end(graph, x, 1, from), low))));
    String bottom = end(graph, y, 0, from);
    String climb = graph.node("Sub", List.of(end(graph, y, 1, from), bottom));
    return graph.node("Add", List.of(bottom, graph.node("Mul", List.of(way, climb))));
  }

  /** The lower (0) or upper (1) end of each value's part; one part alone needs no search. */
  private static String end(
      OnnxGraph graph, double[] points, int which, @org.jspecify.annotations.Nullable String from) {
    double[] ends = Arrays.copyOfRange(points, which, points.length - 1 + which);
    return from == null
        ? graph.one(ends[0])
        : graph.node("Gather", List.of(graph.doubles(ends, ends.length), from));
  }

  /** Number of the part that a value lies in, from 0, as a float. */
  private static String search(OnnxGraph graph, double[] x, String value) {
    var parts = new OnnxTrees(new int[0]);
    parts.halve(x, 0, x.length - 2);
    return parts.regressor(graph, value, 1, true);
  }

  /** Adds the node that tells the parts {@code first … last} apart, and those below it. */
  private int halve(double[] x, int first, int last) {
    int id = node.size();
    if (first == last) {
      node(0, id, 0, "LEAF", 0, 0, 0, false);
      leaf(0, id, 0, first);
      return id;
    }
    int middle = (first + last) >>> 1;
    node(0, id, 0, "BRANCH_LEQ", x[middle + 1], 0, 0, false);
    ifTrue.set(id, (long) halve(x, first, middle));
    ifFalse.set(id, (long) halve(x, middle + 1, last));
    return id;
  }
}
