package io.liftwerk.keywords.clusters;

import org.jspecify.annotations.Nullable;

/** Arithmetic of vectors whose entries are all there; null stands for one of noughts. */
final class Dense {
  private Dense() {}

  static double dot(float @Nullable [] a, float @Nullable [] b) {
    if (a == null || b == null) {
      return 0;
    }
    // four sums at a time, which the processor adds beside each other
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int d = 0;
    for (; d + 3 < a.length; d += 4) {
      s0 += a[d] * b[d];
      s1 += a[d + 1] * b[d + 1];
      s2 += a[d + 2] * b[d + 2];
      s3 += a[d + 3] * b[d + 3];
    }
    for (; d < a.length; d++) {
      s0 += a[d] * b[d];
    }
    return (double) s0 + s1 + s2 + s3;
  }

  static float @Nullable [] plus(float @Nullable [] a, float @Nullable [] b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    float[] sum = new float[a.length];
    for (int d = 0; d < sum.length; d++) {
      sum[d] = a[d] + b[d];
    }
    return sum;
  }

  static void add(float[] sum, float[] vector, double factor) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += (float) (vector[d] * factor);
    }
  }

  /** Of length {@code length}; null where it has none. */
  static float @Nullable [] scaled(float[] vector, double length) {
    double own = Math.sqrt(dot(vector, vector));
    if (own < 1e-6) {
      return null;
    }
    float[] scaled = new float[vector.length];
    for (int d = 0; d < scaled.length; d++) {
      scaled[d] = (float) (vector[d] * length / own);
    }
    return scaled;
  }
}
