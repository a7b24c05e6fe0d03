package io.liftwerk.experiments.uplift;

/**
 * Numbers drawn from a seed by SplitMix64 (Steele, Lea, Flood 2014): the same on every Java, which
 * its own generators do not promise.
 */
public final class Draws {
  private long state;

  public Draws(long seed) {
    // neighbouring seeds begin far from each other
    state = seed * 0xD1342543DE82EF95L + 0x2545F4914F6CDD1DL;
  }

  long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Evenly from 0 … bound − 1. */
  public int below(int bound) {
    return (int) Math.unsignedMultiplyHigh(next(), bound);
  }

  /** Evenly from 0 to 1, without 1. */
  public double share() {
    return (next() >>> 11) * 0x1p-53;
  }

  /** Brings values into an order drawn. */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = below(i + 1);
      int kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
  }
}
