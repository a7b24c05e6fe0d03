package io.liftwerk.warehouse.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Drift of numbers. */
public final class NumberDrift {
  /** As many different values, or fewer, are counted one by one, as Evidently does. */
  private static final int FEW_VALUES = 20;

  private static final double LEAST_DEVIATION = 0.001;

  private record Facts(double least, double most, long distinct, double deviation) {}

  /** What the two distribution functions say beside each other. */
  private record Steps(double largest, double area, double pairs, double ties) {}

  private NumberDrift() {}

  /** All measures; the samples must not be empty. */
  public static List<Measure> of(Samples samples) throws Exception {
    Facts facts = facts(samples);
    var measures = new ArrayList<Measure>();
    if (facts.distinct() <= FEW_VALUES) {
      measures.addAll(CategoryDrift.of(samples));
    } else {
      Bins deciles = deciles(samples);
      double psi = Distances.psi(deciles.referenceShares(), deciles.currentShares());
      measures.add(
          new Measure("psi", psi, CategoryDrift.psiP(deciles), deciles.size() - 1, deciles));
      Bins widths = widths(samples, facts);
      double other = Distances.psi(widths.referenceShares(), widths.currentShares());
      measures.add(
          new Measure("psi-sturges", other, CategoryDrift.psiP(widths), widths.size() - 1, widths));
      measures.addAll(CategoryDrift.distances(widths));
    }
    measures.addAll(withoutBins(samples, facts));
    return measures;
  }

  private static Facts facts(Samples samples) throws Exception {
    boolean few =
        samples.one(
            "SELECT approx_count_distinct(v) < 1000 FROM " + Samples.TABLE + " WHERE side = 0",
            row -> row.getBoolean(1));
    // many are not counted to the last: they would all have to be held in memory
    String distinct = few ? "count(DISTINCT CASE WHEN side = 0 THEN v END)" : "1000";
    return samples.one(
        "SELECT min(v), max(v), "
            + distinct
            + ", coalesce(stddev_pop(v) FILTER (WHERE side = 0), 0) FROM "
            + Samples.TABLE,
        row -> new Facts(row.getDouble(1), row.getDouble(2), row.getLong(3), row.getDouble(4)));
  }

  /** Ten parts of the reference as equal as its values allow. */
  private static Bins deciles(Samples samples) throws Exception {
    List<Double> edges =
        samples
            .list(
                "SELECT unnest(quantile_cont(v, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]))"
                    + " FROM "
                    + Samples.TABLE
                    + " WHERE side = 0",
                row -> row.getDouble(1))
            .stream()
            .distinct()
            .sorted()
            .toList();
    return counted(samples, "reference-deciles", edges, edges);
  }

  /** Equal widths over both samples, as many as Sturges' rule says (JASA 21, 1926). */
  private static Bins widths(Samples samples, Facts facts) throws Exception {
    long all = samples.reference() + samples.current();
    int count = (int) Math.ceil(Math.log(all) / Math.log(2) + 1);
    double step = (facts.most() - facts.least()) / count;
    var edges = new ArrayList<Double>();
    for (int i = 0; i < count; i++) {
      edges.add(facts.least() + i * step);
    }
    edges.add(facts.most());
    return counted(samples, "sturges", edges, edges.subList(1, count));
  }

  private static Bins counted(
      Samples samples, String chosen, List<Double> edges, List<Double> inner) throws Exception {
    String bin =
        IntStream.range(0, inner.size())
            .mapToObj(i -> "WHEN v < CAST('" + inner.get(i) + "' AS DOUBLE) THEN " + i)
            .collect(Collectors.joining(" ", "CASE ", " ELSE " + inner.size() + " END"));
    var reference = new long[inner.size() + 1];
    var current = new long[inner.size() + 1];
    Samples.each(
        samples.context(),
        "SELECT "
            + bin
            + " AS bin, count(*) FILTER (WHERE side = 0), count(*) FILTER (WHERE side = 1) FROM "
            + Samples.TABLE
            + " WHERE v IS NOT NULL GROUP BY 1",
        row -> {
          reference[row.getInt(1)] = row.getLong(2);
          current[row.getInt(1)] = row.getLong(3);
        });
    return new Bins(chosen, edges, List.of(), boxed(reference), boxed(current));
  }

  private static List<Long> boxed(long[] counts) {
    return Arrays.stream(counts).boxed().toList();
  }

  /** From the steps of both distribution functions at every value there is. */
  private static List<Measure> withoutBins(Samples samples, Facts facts) throws Exception {
    double m = samples.reference();
    double n = samples.current();
    Steps steps =
        samples.one(
            """
            WITH counted AS (
              SELECT v, CAST(count(*) FILTER (WHERE side = 0) AS DOUBLE) AS r,
                CAST(count(*) FILTER (WHERE side = 1) AS DOUBLE) AS c
              FROM %1$s WHERE v IS NOT NULL GROUP BY v),
            summed AS (
              SELECT v, r, c, sum(r) OVER w AS rs, sum(c) OVER w AS cs, lead(v) OVER w AS next
              FROM counted WINDOW w AS (ORDER BY v))
            SELECT max(abs(rs / %2$s - cs / %3$s)),
              coalesce(sum(abs(rs / %2$s - cs / %3$s) * (next - v)), 0),
              sum(c * (rs - r / 2)), sum((r + c) * ((r + c) * (r + c) - 1))
            FROM summed
            """
                .formatted(
                    Samples.TABLE, "CAST('" + m + "' AS DOUBLE)", "CAST('" + n + "' AS DOUBLE)"),
            row ->
                new Steps(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)));
    double deviation = Math.max(LEAST_DEVIATION, facts.deviation());
    return List.of(
        new Measure("wasserstein", steps.area() / deviation, null, 0, null),
        new Measure(
            "kolmogorov-smirnov",
            steps.largest(),
            Kolmogorov.p(steps.largest(), samples.reference(), samples.current()),
            0,
            null),
        new Measure(
            "mann-whitney",
            steps.pairs(),
            Kolmogorov.mannWhitney(steps.pairs(), steps.ties(), m, n),
            0,
            null));
  }
}
