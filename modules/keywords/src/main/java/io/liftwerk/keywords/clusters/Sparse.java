package io.liftwerk.keywords.clusters;

import java.util.Arrays;

/**
 * A vector with few entries.
 *
 * @param ids places of its entries, rising
 * @param values what stands there
 */
record Sparse(int[] ids, float[] values) {

  static final Sparse EMPTY = new Sparse(new int[0], new float[0]);

  double dot(Sparse other) {
    double dot = 0;
    int i = 0;
    int j = 0;
    while (i < ids.length && j < other.ids.length) {
      if (ids[i] == other.ids[j]) {
        dot += (double) values[i++] * other.values[j++];
      } else if (ids[i] < other.ids[j]) {
        i++;
      } else {
        j++;
      }
    }
    return dot;
  }

  Sparse plus(Sparse other) {
    int[] sumIds = new int[ids.length + other.ids.length];
    float[] sums = new float[sumIds.length];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < ids.length || j < other.ids.length) {
      if (j == other.ids.length || i < ids.length && ids[i] < other.ids[j]) {
        sumIds[n] = ids[i];
        sums[n++] = values[i++];
      } else if (i == ids.length || other.ids[j] < ids[i]) {
        sumIds[n] = other.ids[j];
        sums[n++] = other.values[j++];
      } else {
        sumIds[n] = ids[i];
        sums[n++] = values[i++] + other.values[j++];
      }
    }
    return new Sparse(Arrays.copyOf(sumIds, n), Arrays.copyOf(sums, n));
  }

  /** Of length {@code length}; as it is where it has none. */
  Sparse scaled(double length) {
    double own = Math.sqrt(dot(this));
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length && own > 0; i++) {
      scaled[i] = (float) (values[i] * length / own);
    }
    return new Sparse(ids, scaled);
  }
}
