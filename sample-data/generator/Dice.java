import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Seeded random numbers that are the same on every machine and every JDK: SplitMix64, with
 * StrictMath for everything beyond addition. Each part of the world and each export rolls dice of
 * its own name, so that a new export changes none that is there already.
 */
final class Dice {
  private long state;

  private Dice(long state) {
    this.state = state;
  }

  static Dice of(long seed, String name) {
    long hash = 0xcbf29ce484222325L;
    for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ letter) * 0x100000001b3L;
    }
    return new Dice(mix(seed) ^ hash);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private long next() {
    state += 0x9e3779b97f4a7c15L;
    return mix(state);
  }

  /** 0 (included) to 1 (excluded). */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + (int) (unit() * (high - low + 1L));
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  double gauss() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  /**
   * Log-normal around {@code median}; {@code spread} is the standard deviation of the logarithm.
   */
  double around(double median, double spread) {
    return median * StrictMath.exp(spread * gauss());
  }

  /** A count with the mean {@code mean}, which should be well below 100. */
  int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    double product = unit();
    int count = 0;
    while (product > limit) {
      product *= unit();
      count++;
    }
    return count;
  }

  /** Waiting time with the mean {@code mean}. */
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }

  /** A count with any mean; rare ones by Poisson, many by the normal curve. */
  int count(double mean) {
    return mean < 60
        ? poisson(mean)
        : (int) Math.max(0, StrictMath.round(mean + StrictMath.sqrt(mean) * gauss()));
  }

  /** Hexadecimal digits, at most 16. */
  String hex(int digits) {
    return String.format(Locale.ROOT, "%016x", next()).substring(16 - digits);
  }

  /** A random (version 4) UUID. */
  String uuid() {
    return hex(8)
        + "-"
        + hex(4)
        + "-4"
        + hex(3)
        + "-"
        + pick(List.of("8", "9", "a", "b"))
        + hex(3)
        + "-"
        + hex(12);
  }

  <T> T pick(List<T> list) {
    return list.get(between(0, list.size() - 1));
  }

  /** An element, as often as its weight says; zero weights are never picked. */
  <T> T pick(List<T> list, java.util.function.ToDoubleFunction<T> weight) {
    double total = 0;
    for (T element : list) {
      total += weight.applyAsDouble(element);
    }
    double rest = unit() * total;
    T last = list.getLast();
    for (T element : list) {
      double w = weight.applyAsDouble(element);
      if (w > 0) {
        last = element;
        rest -= w;
        if (rest < 0) {
          return element;
        }
      }
    }
    return last;
  }
}
