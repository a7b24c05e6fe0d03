package io.liftwerk.warehouse.drift;

import java.util.ArrayList;
import java.util.List;

/** Drift of values that are counted one by one. */
public final class CategoryDrift {
  private static final int MOST_VALUES = 200;

  private record Counted(String value, long reference, long current) {}

  private CategoryDrift() {}

  /** All measures; the samples must not be empty. */
  public static List<Measure> of(Samples samples) throws Exception {
    return measures("psi", bins(samples));
  }

  static List<Measure> measures(String psi, Bins bins) {
    double[] r = bins.referenceShares();
    double[] c = bins.currentShares();
    var measures = new ArrayList<Measure>();
    measures.add(new Measure(psi, Distances.psi(r, c), psiP(bins), bins.size() - 1, bins));
    measures.addAll(distances(bins));
    measures.add(ChiSquare.againstReference(bins));
    measures.add(ChiSquare.homogeneity(bins));
    measures.add(ChiSquare.gTest(bins));
    measures.add(new Measure("total-variation", Distances.totalVariation(r, c), null, 0, bins));
    measures.add(new Measure("l-infinity", Distances.lInfinity(r, c), null, 0, bins));
    return measures;
  }

  static List<Measure> distances(Bins bins) {
    double[] r = bins.referenceShares();
    double[] c = bins.currentShares();
    return List.of(
        new Measure("jensen-shannon", Distances.jensenShannon(r, c), null, 0, bins),
        new Measure("hellinger", Distances.hellinger(r, c), null, 0, bins));
  }

  /**
   * The chance of counts as different between samples of one distribution, by the test of
   * homogeneity on the same bins. PSI divided by 1/N + 1/M tends to the same chi-square
   * distribution (Yurdakul and Naranjo, Journal of Risk Model Validation 14, 2020), but with few
   * rows an empty bin alone makes it large.
   */
  public static double psiP(Bins bins) {
    Double p = ChiSquare.homogeneity(bins).p();
    return p == null ? 1 : p;
  }

  private static Bins bins(Samples samples) throws Exception {
    List<Counted> counted =
        samples.list(
            "SELECT v, r, c FROM (SELECT CAST(v AS VARCHAR) AS v,"
                + " count(*) FILTER (WHERE side = 0) AS r, count(*) FILTER (WHERE side = 1) AS c"
                + " FROM "
                + Samples.TABLE
                + " WHERE v IS NOT NULL GROUP BY 1) ORDER BY r + c DESC, v LIMIT "
                + (MOST_VALUES + 1),
            row -> new Counted(row.getString(1), row.getLong(2), row.getLong(3)));
    boolean all = counted.size() <= MOST_VALUES;
    List<Counted> kept = new ArrayList<>(all ? counted : counted.subList(0, MOST_VALUES));
    kept.sort((a, b) -> a.value().compareTo(b.value()));
    var values = new ArrayList<>(kept.stream().map(Counted::value).toList());
    var reference = new ArrayList<>(kept.stream().map(Counted::reference).toList());
    var current = new ArrayList<>(kept.stream().map(Counted::current).toList());
    if (!all) {
      values.add("…");
      reference.add(samples.reference() - reference.stream().mapToLong(Long::longValue).sum());
      current.add(samples.current() - current.stream().mapToLong(Long::longValue).sum());
    }
    return new Bins(all ? "values" : "top-values", List.of(), values, reference, current);
  }
}
