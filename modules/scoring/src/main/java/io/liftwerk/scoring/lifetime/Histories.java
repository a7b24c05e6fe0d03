package io.liftwerk.scoring.lifetime;

import java.util.Arrays;

/**
 * What the models need of customers: how often they bought after the first time, when last, and how
 * long they were watched; customers alike in all three are counted together, since likelihoods know
 * no more of them. Sorted by these three, so that figures do not depend on the order of customers.
 */
public final class Histories {
  private final double[] x;
  private final double[] last;
  private final double[] age;
  private final double[] weight;
  private final int[] of;
  private final double total;

  private Histories(double[] x, double[] last, double[] age, double[] weight, int[] of) {
    this.x = x;
    this.last = last;
    this.age = age;
    this.weight = weight;
    this.of = of;
    this.total = Arrays.stream(weight).sum();
  }

  /**
   * One customer each.
   *
   * @param x purchases after the first
   * @param last time of the latest after the first, 0 if there is none
   * @param age time since the first
   */
  public static Histories of(double[] x, double[] last, double[] age) {
    return of(x, last, age, null);
  }

  /** As above, {@code weights[i]} customers each. */
  public static Histories of(
      double[] x,
      double[] last,
      double[] age,
      double @org.jspecify.annotations.Nullable [] weights) {
    var order = new Integer[x.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (i, j) -> {
          int by = Double.compare(x[i], x[j]);
          by = by != 0 ? by : Double.compare(last[i], last[j]);
          return by != 0 ? by : Double.compare(age[i], age[j]);
        });
    var sorted = new double[4][x.length];
    var of = new int[x.length];
    int count = 0;
    for (int k = 0; k < order.length; k++) {
      int i = order[k];
      if (count == 0
          || x[i] != sorted[0][count - 1]
          || last[i] != sorted[1][count - 1]
          || age[i] != sorted[2][count - 1]) {
        sorted[0][count] = x[i];
        sorted[1][count] = last[i];
        sorted[2][count] = age[i];
        count++;
      }
      sorted[3][count - 1] += weights == null ? 1 : weights[i];
      of[i] = count - 1;
    }
    return new Histories(
        Arrays.copyOf(sorted[0], count),
        Arrays.copyOf(sorted[1], count),
        Arrays.copyOf(sorted[2], count),
        Arrays.copyOf(sorted[3], count),
        of);
  }

  /** Distinct histories. */
  public int size() {
    return x.length;
  }

  /** Customers. */
  public double total() {
    return total;
  }

  /** Which history customer {@code i} has. */
  public int of(int i) {
    return of[i];
  }

  public double x(int i) {
    return x[i];
  }

  public double last(int i) {
    return last[i];
  }

  public double age(int i) {
    return age[i];
  }

  /** Customers with this history. */
  public double weight(int i) {
    return weight[i];
  }

  /** The longest that anybody was watched. */
  double longest() {
    return Arrays.stream(age).max().orElse(0);
  }

  /** The same with all times divided by {@code unit}. */
  Histories in(double unit) {
    return new Histories(
        x,
        Arrays.stream(last).map(time -> time / unit).toArray(),
        Arrays.stream(age).map(time -> time / unit).toArray(),
        weight,
        of);
  }
}
