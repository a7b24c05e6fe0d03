package io.liftwerk.benchmarks;

import java.util.List;

/** Summaries of a few repetitions. */
final class Statistics {
  private Statistics() {}

  static double median(List<Double> values) {
    return quantile(values, .5);
  }

  /** Linear between order statistics (definition 7 of Hyndman and Fan 1996). */
  static double quantile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    double position = share * (sorted.size() - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
  }

  static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** Standard deviation of a sample (divided by n - 1). */
  static double deviation(List<Double> values) {
    double mean = mean(values);
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1));
  }
}
