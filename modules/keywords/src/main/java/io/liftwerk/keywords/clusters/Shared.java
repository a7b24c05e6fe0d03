package io.liftwerk.keywords.clusters;

import java.util.Arrays;

/** What one node shares with others, gathered and then cleared for the next. One thread's. */
final class Shared {
  private final float[] sums;
  private int[] touched = new int[1024];
  private int size;

  /**
   * @param nodes how many there are
   */
  Shared(int nodes) {
    this.sums = new float[nodes];
  }

  /** Adds {@code weight}, which is positive, to what is shared with {@code node}. */
  void add(int node, float weight) {
    if (sums[node] == 0) {
      if (size == touched.length) {
        touched = Arrays.copyOf(touched, size * 2);
      }
      touched[size++] = node;
    }
    sums[node] += weight;
  }

  /** The {@code most} nodes with the largest sums, equal ones by number; then all is cleared. */
  int[] most(int most) {
    long[] heap = new long[Math.min(most, size)];
    int filled = 0;
    for (int i = 0; i < size; i++) {
      int node = touched[i];
      // positive numbers are in the order of their bits; of equal sums the smaller number is larger
      long key = (long) Float.floatToIntBits(sums[node]) << 32 | Integer.MAX_VALUE - node;
      if (filled < heap.length) {
        heap[filled++] = key;
        if (filled == heap.length) {
          Arrays.sort(heap);
        }
      } else if (heap.length > 0 && key > heap[0]) {
        replaceLeast(heap, key);
      }
      sums[node] = 0;
    }
    size = 0;
    Arrays.sort(heap);
    int[] nodes = new int[heap.length];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = Integer.MAX_VALUE - (int) heap[heap.length - 1 - i];
    }
    return nodes;
  }

  /** Puts {@code key} in place of the least of a heap whose least is the first. */
  private static void replaceLeast(long[] heap, long key) {
    int at = 0;
    int child = 1;
    while (child < heap.length) {
      if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= key) {
        break;
      }
      heap[at] = heap[child];
      at = child;
      child = 2 * at + 1;
    }
    heap[at] = key;
  }
}
