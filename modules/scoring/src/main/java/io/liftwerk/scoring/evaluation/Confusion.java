package io.liftwerk.scoring.evaluation;

/**
 * Rows by what was said of them and what they are.
 *
 * @param hits called a yes, and are one
 * @param alarms called a yes, and are none
 * @param misses not called, and are a yes
 * @param rest not called, and are none
 */
public record Confusion(long hits, long alarms, long misses, long rest) {

  public double accuracy() {
    return (hits + rest) / (double) (hits + alarms + misses + rest);
  }

  /** Harmonic mean of precision and recall; 0 without a hit. */
  public double f1() {
    return hits == 0 ? 0 : 2.0 * hits / (2.0 * hits + alarms + misses);
  }

  /** Matthews correlation of what was said with what is; 0 where either never varies. */
  public double matthews() {
    double scale =
        Math.sqrt((double) (hits + alarms) * (hits + misses))
            * Math.sqrt((double) (rest + alarms) * (rest + misses));
    return scale == 0 ? 0 : ((double) hits * rest - (double) alarms * misses) / scale;
  }
}
