package io.liftwerk.scoring.lifetime;

/**
 * Repeat purchases of everybody, added up over calendar time, as a model expects them: customers
 * begin when they first buy, so each counts from then.
 *
 * @param births times at which customers first bought
 * @param customers how many did so at each
 */
public record Tracking(double[] births, double[] customers) {

  /** Expected until {@code time}, on the clock of the births. */
  public double expected(PurchaseModel model, double time) {
    double sum = 0;
    for (int i = 0; i < births.length; i++) {
      if (births[i] < time) {
        sum += customers[i] * model.expected(time - births[i]);
      }
    }
    return sum;
  }
}
