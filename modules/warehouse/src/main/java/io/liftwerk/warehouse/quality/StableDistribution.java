package io.liftwerk.warehouse.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.warehouse.drift.Distances;
import io.liftwerk.warehouse.quality.Check.Finding;
import io.liftwerk.warehouse.quality.Check.OfTable;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Compares a column's distribution with the one it had at the first run of the test, by the
 * population stability index ({@link Distances#psi}). Numbers and days are cut at the deciles they
 * had then, texts keep the fifty values that were most frequent; what is missing is a bin too.
 *
 * <p>Few rows differ by chance: without any change the index of n rows against m is about (1/n +
 * 1/m) times a chi-square of one degree less than there are bins (Yurdakul, Statistical Properties
 * of Population Stability Index, 2018). So it fails only beyond both the stated threshold and what
 * chance stays below 19 times in 20.
 */
final class StableDistribution {
  private static final double NORMAL_95 = 1.6448536;
  private static final int VALUES = 50;
  private static final BigDecimal USUAL_THRESHOLD = new BigDecimal("0.2");

  private StableDistribution() {}

  static void register(Map<String, Maker> makers) {
    makers.put("distribution_stable", StableDistribution::make);
  }

  private static Check make(Target target, @Nullable String column, Arguments arguments) {
    BigDecimal stated = arguments.number("threshold");
    BigDecimal threshold = stated == null ? USUAL_THRESHOLD : stated;
    String sql = target.column(column);
    boolean ordered = target.isNumber(column) || target.isMoment(column);
    String value = target.isMoment(column) ? "epoch(" + sql + ")" : sql;
    return new OfTable(
        "the distribution of '"
            + column
            + "' is at most "
            + threshold.toPlainString()
            + " from the first one seen, by population stability index",
        tested -> {
          String kept = tested.baseline();
          return kept == null
              ? first(tested, value, ordered)
              : compare(tested, value, Json.read(kept, ObjectNode.class), threshold.doubleValue());
        },
        null);
  }

  private static Finding first(Target target, String value, boolean ordered) throws SQLException {
    ObjectNode bins = Json.mapper().createObjectNode();
    var cuts = bins.putArray(ordered ? "edges" : "values");
    if (ordered) {
      String deciles =
          "SELECT unnest(quantile_cont(CAST(%s AS DOUBLE), [0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9]))"
              .formatted(value);
      var edges = new TreeSet<Double>();
      for (List<@Nullable Object> row : target.all(deciles + " FROM " + target.rows())) {
        Double edge = Target.real(row.getFirst());
        if (edge != null) {
          edges.add(edge);
        }
      }
      edges.forEach(cuts::add);
    } else {
      String frequent =
          "SELECT CAST(%s AS VARCHAR) AS v FROM %s WHERE %s IS NOT NULL GROUP BY v"
              .formatted(value, target.rows(), value);
      target
          .all(frequent + " ORDER BY count(*) DESC, v LIMIT " + VALUES)
          .forEach(row -> cuts.add(String.valueOf(row.getFirst())));
    }
    long[] counts = counts(target, value, bins);
    long rows = total(counts);
    if (rows == 0) {
      return Finding.of(true, null, "no rows yet, so nothing is compared");
    }
    var stored = bins.putArray("counts");
    for (long count : counts) {
      stored.add(count);
    }
    return new Finding(
        Check.Verdict.AS_STATED,
        0.0,
        "kept as the first one, of " + TableTests.rows(rows),
        Json.write(bins));
  }

  private static Finding compare(Target target, String value, ObjectNode bins, double threshold)
      throws SQLException {
    long[] before =
        StreamSupport.stream(bins.withArray("counts").spliterator(), false)
            .mapToLong(JsonNode::asLong)
            .toArray();
    long[] now = counts(target, value, bins);
    long rows = total(now);
    if (rows == 0) {
      return Finding.of(false, null, "there is no row");
    }
    double index = Distances.psi(shares(before), shares(now));
    double chance = chance(before.length, total(before), rows);
    return Finding.of(
        index <= Math.max(threshold, chance),
        index,
        FigureTests.text(index)
            + ", where chance alone makes up to "
            + FigureTests.text(chance)
            + " of so many rows");
  }

  private static double[] shares(long[] counts) {
    double total = total(counts);
    return Arrays.stream(counts).mapToDouble(count -> count / total).toArray();
  }

  /** What the index stays below 19 times in 20 when nothing has changed; by Wilson and Hilferty. */
  static double chance(int bins, double m, double n) {
    double k = Math.max(1, bins - 1);
    double root = 1 - 2 / (9 * k) + NORMAL_95 * Math.sqrt(2 / (9 * k));
    return (1 / m + 1 / n) * k * root * root * root;
  }

  private static long total(long[] counts) {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }

  /** Rows in each bin, those outside of all values, those without a value. */
  private static long[] counts(Target target, String value, ObjectNode bins) throws SQLException {
    var conditions = new ArrayList<String>();
    if (bins.has("edges")) {
      String before = null;
      for (JsonNode edge : bins.get("edges")) {
        String below = value + " <= " + edge.asText();
        conditions.add(before == null ? below : before + " AND " + below);
        before = value + " > " + edge.asText();
      }
      conditions.add(before == null ? value + " IS NOT NULL" : before);
    } else {
      String text = "CAST(" + value + " AS VARCHAR)";
      List<String> known =
          StreamSupport.stream(bins.withArray("values").spliterator(), false)
              .map(name -> Sql.literal(name.asText()))
              .toList();
      known.forEach(name -> conditions.add(text + " = " + name));
      conditions.add(
          known.isEmpty()
              ? text + " IS NOT NULL"
              : text + " NOT IN (" + String.join(", ", known) + ")");
    }
    conditions.add(value + " IS NULL");
    String sql =
        conditions.stream()
            .map(condition -> "count(*) FILTER (WHERE " + condition + ")")
            .collect(Collectors.joining(", "));
    return target.row("SELECT " + sql + " FROM " + target.rows()).stream()
        .mapToLong(Target::number)
        .toArray();
  }
}
