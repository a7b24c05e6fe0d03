package io.liftwerk.scoring.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.TreeFeatures;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.workspace.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A sum of trees, in plain arrays: it needs no native library to score, explain or be stored. What
 * it adds up are log-odds, or the number itself where one was learned.
 *
 * @param bias sum before any tree
 * @param base mean of the sums by the weight of the rows learned from
 */
public record TreeEnsemble(TreeFeatures features, double bias, double base, List<Tree> trees)
    implements Predictor {
  /** Rows scored together. */
  private static final int BLOCK = 256;

  static TreeEnsemble of(TreeFeatures features, double bias, List<Tree> trees) {
    double base = bias;
    for (Tree tree : trees) {
      base += tree.mean();
    }
    return new TreeEnsemble(features, bias, base, List.copyOf(trees));
  }

  /**
   * Reads XGBoost's model in its JSON form (documented in its doc/model.schema).
   *
   * @param model as {@code Booster.toByteArray("json")} gives it, objective {@code binary:logistic}
   *     or, where {@code numeric}, {@code reg:squarederror}
   */
  static TreeEnsemble read(TreeFeatures features, byte[] model, boolean numeric) {
    try {
      JsonNode learner =
          Json.mapper()
              .reader()
              .with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // a category's threshold is NaN
              .readTree(new String(model, StandardCharsets.UTF_8))
              .get("learner");
      String score = learner.get("learner_model_param").get("base_score").asText();
      double start = Float.parseFloat(score.replaceAll("[\\[\\]]", ""));
      var trees = new ArrayList<Tree>();
      learner.get("gradient_booster").get("model").get("trees").forEach(t -> trees.add(tree(t)));
      return of(features, numeric ? start : Predictor.logOdds(start), trees);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("XGBoost wrote a model that is no JSON", e);
    }
  }

  private static Tree tree(JsonNode node) {
    int[] left = integers(node.get("left_children"));
    float[] conditions = floats(node.get("split_conditions"));
    var value = new float[left.length];
    var threshold = new float[left.length];
    var missingLeft = new boolean[left.length];
    for (int i = 0; i < left.length; i++) {
      value[i] = left[i] < 0 ? conditions[i] : 0;
      threshold[i] = left[i] < 0 || Float.isNaN(conditions[i]) ? 0 : conditions[i];
      missingLeft[i] = node.get("default_left").get(i).asInt() == 1;
    }
    return new Tree(
        integers(node.get("split_indices")),
        threshold,
        categories(node, left.length),
        left,
        integers(node.get("right_children")),
        missingLeft,
        value,
        floats(node.get("sum_hessian")));
  }

  private static long[][] categories(JsonNode node, int nodes) {
    var sets = new long[nodes][];
    java.util.Arrays.fill(sets, new long[0]);
    int[] which = integers(node.get("categories_nodes"));
    int[] segments = integers(node.get("categories_segments"));
    int[] sizes = integers(node.get("categories_sizes"));
    int[] all = integers(node.get("categories"));
    for (int i = 0; i < which.length; i++) {
      var set = new long[4];
      for (int j = segments[i]; j < segments[i] + sizes[i]; j++) {
        set[all[j] >> 6] |= 1L << all[j];
      }
      sets[which[i]] = set;
    }
    return sets;
  }

  private static int[] integers(JsonNode array) {
    var values = new int[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asInt();
    }
    return values;
  }

  private static float[] floats(JsonNode array) {
    var values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) array.get(i).asDouble();
    }
    return values;
  }

  @Override
  public double[] logOdds(Dataset data, int[] rows, Work work) {
    var scores = new double[rows.length];
    int width = features.width();
    var encoded = new float[BLOCK * width];
    for (int from = 0; from < rows.length; from += BLOCK) {
      work.check();
      int count = Math.min(BLOCK, rows.length - from);
      for (int i = 0; i < count; i++) {
        features.encode(data, rows[from + i], encoded, i * width);
        scores[from + i] = bias;
      }
      // a tree stays near the processor while it scores all of them; each sum keeps its order
      for (Tree tree : trees) {
        for (int i = 0; i < count; i++) {
          scores[from + i] += tree.score(encoded, i * width);
        }
      }
    }
    return scores;
  }

  @Override
  public double[] contributions(Dataset data, int row) {
    var encoded = new float[features.width()];
    features.encode(data, row, encoded, 0);
    var values = new double[features.width()];
    if (!trees.isEmpty()) {
      int deepest = trees.stream().mapToInt(Tree::depth).max().orElse(0);
      var shap = new TreeShap(trees.getFirst(), encoded, values, deepest);
      trees.forEach(shap::add);
    }
    return values;
  }

  @Override
  public long effort() {
    long steps = 0;
    for (Tree tree : trees) {
      long depth = tree.depth();
      steps += tree.leaves() * (depth + 1) * (depth + 1);
    }
    return steps;
  }
}
