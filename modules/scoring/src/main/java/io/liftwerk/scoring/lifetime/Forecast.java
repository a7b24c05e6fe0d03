package io.liftwerk.scoring.lifetime;

/**
 * Purchases expected over a horizon, month by month, since what comes later is worth less.
 *
 * @param model who buys how often
 * @param months of the horizon
 * @param month length of one in the model's unit of time
 * @param discount rate per month
 */
public record Forecast(PurchaseModel model, int months, double month, double discount) {

  /**
   * @param purchases expected within the horizon
   * @param discounted the same, each discounted by {@code (1 + discount)^months} at the end of its
   *     month
   */
  public record Purchases(double purchases, double discounted) {}

  /** For one customer, see {@link PurchaseModel} for the arguments. */
  public Purchases of(double x, double last, double age) {
    double before = 0;
    double discounted = 0;
    for (int i = 1; i <= months; i++) {
      double until = model.expected(i * month, x, last, age);
      discounted += (until - before) / Math.pow(1 + discount, i);
      before = until;
    }
    return new Purchases(before, discounted);
  }
}
