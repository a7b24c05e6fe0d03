package io.liftwerk.scoring.lifetime;

import java.util.List;

/**
 * How customers without a contract buy until, unseen, they stop. Times are in any one unit, counted
 * from a customer's first purchase, which itself is not counted.
 *
 * <p>In all methods {@code x} is the number of purchases after the first, {@code last} the time of
 * the latest of them (0 if there is none) and {@code age} how long the customer was watched.
 */
public sealed interface PurchaseModel permits BetaGeometric, ParetoNbd, BetaBernoulli {

  /** {@code bgnbd}, {@code mbgnbd}, {@code paretonbd} or {@code bgbb}. */
  String name();

  /** Names of the parameters in the order of {@link #parameters()}. */
  List<String> parameterNames();

  /** All positive. */
  double[] parameters();

  /** The same model with other parameters. */
  PurchaseModel with(double[] parameters);

  /** Log-likelihood of one customer's history. */
  double logLikelihood(double x, double last, double age);

  /** Probability that the customer still buys. */
  double alive(double x, double last, double age);

  /** Purchases expected of a new customer within {@code time} after the first. */
  double expected(double time);

  /** Purchases expected of this customer within {@code time} from now. */
  double expected(double time, double x, double last, double age);

  /** Log-likelihood of all. */
  default double logLikelihood(Histories histories) {
    double sum = 0;
    for (int i = 0; i < histories.size(); i++) {
      sum +=
          histories.weight(i) * logLikelihood(histories.x(i), histories.last(i), histories.age(i));
    }
    return sum;
  }
}
