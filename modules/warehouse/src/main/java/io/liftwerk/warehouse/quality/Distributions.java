package io.liftwerk.warehouse.quality;

import io.liftwerk.warehouse.quality.Check.Finding;
import io.liftwerk.warehouse.quality.Check.OfTable;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * How far a column's distribution is from a stated one, by the Kullback-Leibler divergence (natural
 * logarithm) of the observed weights from the expected ones. Values or bins that were not expected
 * get the {@code tail_weight_holdout}, bins expected to be empty the {@code
 * internal_weight_holdout}; without a holdout their divergence is infinite, and the test fails.
 * Definitions as in Great Expectations, {@code expect_column_kl_divergence_to_be_less_than}.
 */
final class Distributions {
  private Distributions() {}

  static void register(Map<String, Maker> makers) {
    makers.put("expect_column_kl_divergence_to_be_less_than", Distributions::divergence);
  }

  private static Check divergence(Target target, @Nullable String column, Arguments arguments) {
    Arguments partition = arguments.map("partition_object");
    if (partition == null) {
      throw Arguments.wrong(
          "The test " + arguments.test() + " needs the argument 'partition_object'");
    }
    BigDecimal threshold = arguments.number("threshold");
    double tails = holdout(arguments, "tail_weight_holdout");
    double internal = holdout(arguments, "internal_weight_holdout");
    arguments.value("bucketize_data");
    double[] weights = partition.numbers("weights");
    List<@Nullable Object> values = partition.list("values");
    double[] bins = partition.numbers("bins");
    if (weights == null || (values == null) == (bins == null)) {
      throw Arguments.wrong("A partition_object has weights, and either values or bins");
    }
    if (Math.abs(DoubleStream.of(weights).sum() + tailSum(partition) - 1) > 1e-3) {
      throw Arguments.wrong("The weights of a partition_object add up to 1");
    }
    String sql = target.column(column);
    Check.Measure measure;
    if (values != null) {
      if (values.size() != weights.length || internal > 0) {
        throw Arguments.wrong(
            "A partition_object has one weight for each value, and no internal_weight_holdout");
      }
      measure = tested -> finding(ofValues(tested, sql, values, weights, tails), threshold);
    } else {
      double[] edges = bins == null ? new double[0] : bins;
      if (edges.length != weights.length + 1) {
        throw Arguments.wrong("A partition_object has one bin edge more than weights");
      }
      double[] stated = partition.numbers("tail_weights");
      var expected = Bins.of(edges, weights, stated, tails, internal);
      measure = tested -> finding(ofBins(tested, sql, expected), threshold);
    }
    return new OfTable(
        threshold == null
            ? "the distribution of '" + column + "' is compared with the stated one"
            : "the distribution of '"
                + column
                + "' is at most "
                + threshold.toPlainString()
                + " from the stated one, by Kullback-Leibler divergence",
        measure,
        null);
  }

  private static double tailSum(Arguments partition) {
    double[] tails = partition.numbers("tail_weights");
    return tails == null ? 0 : DoubleStream.of(tails).sum();
  }

  private static double holdout(Arguments arguments, String name) {
    BigDecimal share = arguments.number(name);
    double value = share == null ? 0 : share.doubleValue();
    if (value < 0 || value > 1) {
      throw Arguments.wrong("'" + name + "' lies between 0 and 1");
    }
    return value;
  }

  private static Finding finding(double divergence, @Nullable BigDecimal threshold) {
    if (!Double.isFinite(divergence)) {
      return Finding.of(false, null, "infinite: a value occurs that was not expected");
    }
    boolean near = threshold == null || divergence <= threshold.doubleValue();
    return Finding.of(near, divergence, FigureTests.text(divergence));
  }

  /** Sum of p ln(p / q) over weights made to add up to 1. */
  static double divergence(double[] observed, double[] expected) {
    double p = DoubleStream.of(observed).sum();
    double q = DoubleStream.of(expected).sum();
    double sum = 0;
    for (int i = 0; i < observed.length; i++) {
      double share = observed[i] / p;
      if (share > 0) {
        sum += share * Math.log(share / (expected[i] / q));
      }
    }
    return sum;
  }

  private static double ofValues(
      Target target, String column, List<@Nullable Object> values, double[] weights, double holdout)
      throws SQLException {
    var expected = new LinkedHashMap<String, Double>();
    for (int i = 0; i < weights.length; i++) {
      expected.put(String.valueOf(values.get(i)), weights[i]);
    }
    var observed = new LinkedHashMap<String, Double>();
    for (List<@Nullable Object> row :
        target.all(
            "SELECT CAST(%s AS VARCHAR), count(*) FROM %s WHERE %s IS NOT NULL GROUP BY ALL"
                .formatted(column, target.rows(), column))) {
      observed.put(String.valueOf(row.get(0)), (double) Target.number(row.get(1)));
    }
    long strangers = observed.keySet().stream().filter(key -> !expected.containsKey(key)).count();
    double kept = strangers > 0 ? 1 - holdout : 1;
    var keys = new ArrayList<>(expected.keySet());
    observed.keySet().stream().filter(key -> !expected.containsKey(key)).forEach(keys::add);
    double[] p = keys.stream().mapToDouble(key -> observed.getOrDefault(key, 0.0)).toArray();
    double[] q =
        keys.stream()
            .mapToDouble(
                key -> {
                  Double weight = expected.get(key);
                  return weight == null ? holdout / strangers : weight * kept;
                })
            .toArray();
    return divergence(p, q);
  }

  /**
   * @param edges finite edges of the inner bins, rising
   * @param weights expected of what is below, of each inner bin, of what is above
   */
  private record Bins(double[] edges, double[] weights) {
    static Bins of(
        double[] edges,
        double[] weights,
        double @Nullable [] tails,
        double holdout,
        double internal) {
      boolean below = edges[0] == Double.NEGATIVE_INFINITY;
      boolean above = edges[edges.length - 1] == Double.POSITIVE_INFINITY;
      if (tails != null && (below || above || tails.length != 2)) {
        throw Arguments.wrong("tail_weights are two, and stand beside bins with finite ends");
      }
      double[] inner = Arrays.copyOfRange(weights, below ? 1 : 0, weights.length - (above ? 1 : 0));
      double[] finite = Arrays.copyOfRange(edges, below ? 1 : 0, edges.length - (above ? 1 : 0));
      for (int i = 1; i < finite.length; i++) {
        if (!(finite[i] > finite[i - 1])) {
          throw Arguments.wrong("The bins of a partition_object rise from left to right");
        }
      }
      fill(inner, internal);
      double share = below || above ? holdout : holdout / 2;
      double left = tails != null ? tails[0] : below ? weights[0] : share;
      double right = tails != null ? tails[1] : above ? weights[weights.length - 1] : share;
      double[] all = new double[inner.length + 2];
      all[0] = left;
      System.arraycopy(inner, 0, all, 1, inner.length);
      all[all.length - 1] = right;
      return new Bins(finite, all);
    }

    /** Spreads the holdout over the bins that were expected to be empty. */
    private static void fill(double[] inner, double holdout) {
      long empty = DoubleStream.of(inner).filter(weight -> weight == 0).count();
      if (holdout == 0 || empty == 0) {
        return;
      }
      for (int i = 0; i < inner.length; i++) {
        inner[i] = inner[i] == 0 ? holdout / empty : inner[i] * (1 - holdout);
      }
    }
  }

  /** Bins hold their left edge; the last one its right edge too, as numpy has it. */
  private static double ofBins(Target target, String column, Bins bins) throws SQLException {
    double[] edges = bins.edges();
    var conditions = new ArrayList<String>();
    conditions.add(column + " < " + edges[0]);
    for (int i = 1; i < edges.length; i++) {
      String end = i == edges.length - 1 ? " <= " : " < ";
      conditions.add(column + " >= " + edges[i - 1] + " AND " + column + end + edges[i]);
    }
    conditions.add(column + " > " + edges[edges.length - 1]);
    String counts =
        conditions.stream()
            .map(condition -> "count(*) FILTER (WHERE " + condition + ")")
            .collect(Collectors.joining(", "));
    List<@Nullable Object> row = target.row("SELECT " + counts + " FROM " + target.rows());
    return divergence(
        row.stream().mapToDouble(count -> (double) Target.number(count)).toArray(), bins.weights());
  }
}
