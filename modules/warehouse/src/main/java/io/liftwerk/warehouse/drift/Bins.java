package io.liftwerk.warehouse.drift;

import java.util.List;

/**
 * How values were put together to be counted, and the counts: without it a PSI cannot be compared
 * with another.
 *
 * @param chosen {@code reference-deciles}, {@code sturges} (equal widths over both samples, as
 *     numpy and Evidently make them), {@code values} (each value on its own), {@code top-values}
 *     (the most frequent on their own, all others together) or {@code training} (as a model's
 *     training data were put together)
 * @param edges of numbers, the borders in ascending order: a bin holds its lower border; of deciles
 *     only inner borders, the outer bins are open; of equal widths the last bin holds its upper
 *     border too
 * @param values of values, what is counted, in order; empty where there are edges
 * @param reference counts of the reference, by bin
 * @param current counts of the current sample, by bin
 */
public record Bins(
    String chosen,
    List<Double> edges,
    List<String> values,
    List<Long> reference,
    List<Long> current) {
  public Bins {
    edges = List.copyOf(edges);
    values = List.copyOf(values);
    reference = List.copyOf(reference);
    current = List.copyOf(current);
  }

  int size() {
    return reference.size();
  }

  double[] referenceShares() {
    return shares(reference);
  }

  double[] currentShares() {
    return shares(current);
  }

  private static double[] shares(List<Long> counts) {
    double total = counts.stream().mapToLong(Long::longValue).sum();
    return counts.stream().mapToDouble(count -> count / total).toArray();
  }
}
