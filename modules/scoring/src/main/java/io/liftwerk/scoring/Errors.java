package io.liftwerk.scoring;

import io.liftwerk.scoring.evaluation.Normal;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far predictions were off.
 *
 * @param mae mean absolute error
 * @param rmse root mean squared error
 * @param correlation of the two; 0 where one does not vary
 */
record Errors(double mae, double rmse, double correlation) {

  static Errors of(double[] predicted, double[] actual) {
    int n = actual.length;
    double absolute = 0;
    double square = 0;
    double meanP = Arrays.stream(predicted).sum() / n;
    double meanA = Arrays.stream(actual).sum() / n;
    double pp = 0;
    double aa = 0;
    double pa = 0;
    for (int i = 0; i < n; i++) {
      double error = predicted[i] - actual[i];
      absolute += Math.abs(error);
      square += error * error;
      pp += (predicted[i] - meanP) * (predicted[i] - meanP);
      aa += (actual[i] - meanA) * (actual[i] - meanA);
      pa += (predicted[i] - meanP) * (actual[i] - meanA);
    }
    return new Errors(
        absolute / n, Math.sqrt(square / n), pp > 0 && aa > 0 ? pa / Math.sqrt(pp * aa) : 0);
  }

  /**
   * Share of {@code actual} that the fifth with the highest predictions brought; among equal
   * predictions that fall on the border, the share that chance would give.
   */
  static double topFifth(double[] predicted, double[] actual) {
    int n = actual.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted((i, j) -> Double.compare(predicted[j], predicted[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double wanted = n / 5.0;
    double brought = 0;
    double total = Arrays.stream(actual).sum();
    for (int i = 0; i < n && wanted > 0; ) {
      int end = i;
      double sum = 0;
      while (end < n && predicted[order[end]] == predicted[order[i]]) {
        sum += actual[order[end++]];
      }
      double taken = Math.min(1, wanted / (end - i));
      brought += taken * sum;
      wanted -= end - i;
      i = end;
    }
    return total > 0 ? brought / total : 0;
  }

  /** Two-sided p of the mean difference of the squared errors of two predictions being 0. */
  static double paired(double[] one, double[] other, double[] actual) {
    int n = actual.length;
    var differences = new double[n];
    for (int i = 0; i < n; i++) {
      double a = one[i] - actual[i];
      double b = other[i] - actual[i];
      differences[i] = a * a - b * b;
    }
    double mean = Arrays.stream(differences).sum() / n;
    double square = 0;
    for (double difference : differences) {
      square += (difference - mean) * (difference - mean);
    }
    double error = Math.sqrt(square / Math.max(1, n - 1) / n);
    return error > 0 ? Normal.twoSided(mean / error) : 1;
  }
}
