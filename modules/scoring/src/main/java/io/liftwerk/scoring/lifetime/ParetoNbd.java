package io.liftwerk.scoring.lifetime;

import static io.liftwerk.scoring.lifetime.Special.logAdd;
import static io.liftwerk.scoring.lifetime.Special.logRising;

import java.util.List;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * Pareto/NBD: a customer buys at a constant rate, which differs as Gamma(r, α), and stops at a
 * moment of its own, at a rate that differs as Gamma(s, β) (Schmittlein, Morrison and Colombo,
 * Management Science 33, 1987).
 *
 * <p>The likelihood of having stopped is taken as what it is, an integral over the moment of
 * stopping, by Gauss's quadrature: its integrand is positive and smooth. The usual closed form is a
 * difference of two hypergeometric functions that come to nearly the same for frequent buyers.
 *
 * @param r shape of the rates of buying
 * @param alpha their scale, in units of time
 * @param s shape of the rates of stopping
 * @param beta their scale, in units of time
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements PurchaseModel {

  /** Sixteen nodes integrate a decay by {@code e^8} to the last digit. */
  private static final double DECAY = 8;

  private static final int MOST_PANELS = 40;

  @Override
  public String name() {
    return "paretonbd";
  }

  @Override
  public List<String> parameterNames() {
    return List.of("r", "alpha", "s", "beta");
  }

  @Override
  public double[] parameters() {
    return new double[] {r, alpha, s, beta};
  }

  @Override
  public ParetoNbd with(double[] p) {
    return new ParetoNbd(p[0], p[1], p[2], p[3]);
  }

  @Override
  public double logLikelihood(double x, double last, double age) {
    return logRising(r, x)
        + r * Math.log(alpha)
        + s * Math.log(beta)
        + logAdd(alive(x, age), stopped(x, last, age, null));
  }

  /** Logarithm of being alive still, without factors that having stopped has too. */
  private double alive(double x, double age) {
    return -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
  }

  @Override
  public double alive(double x, double last, double age) {
    return 1 / (1 + Math.exp(stopped(x, last, age, null) - alive(x, age)));
  }

  /**
   * Logarithm of {@code ∫ s (α+τ)^−(r+x) (β+τ)^−(s+1) dτ} from {@code last} to {@code age}, over
   * the logarithm of time.
   *
   * @param means receives the means, under the integrand, of log(α+τ), 1/(α+τ), log(β+τ), 1/(β+τ)
   */
  private double stopped(
      double x, double last, double age, double @org.jspecify.annotations.Nullable [] means) {
    double shift = Math.min(alpha, beta);
    double from = Math.log(shift + last);
    double range = Math.log((shift + age) / (shift + last));
    if (!(range > 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    double slope = r + x + s + 1;
    int panels = (int) Math.min(MOST_PANELS, 1 + range * slope / DECAY);
    double half = Math.min(range, MOST_PANELS * DECAY / slope) / panels / 2;
    double scale = Math.max(logIntegrand(x, last, shift), logIntegrand(x, age, shift));
    double sum = 0;
    double m0 = 0;
    double m1 = 0;
    double m2 = 0;
    double m3 = 0;
    for (int panel = 0; panel < panels; panel++) {
      double middle = from + half * (2 * panel + 1);
      for (int i = 0; i < Legendre.NODES; i++) {
        double time = Math.exp(middle + half * Legendre.at(i));
        double buying = alpha + time - shift;
        double stopping = beta + time - shift;
        double logBuying = Math.log(buying);
        double logStopping = Math.log(stopping);
        double part =
            Legendre.weight(i)
                * time
                * Math.exp(-(r + x) * logBuying - (s + 1) * logStopping - scale);
        sum += part;
        m0 += part * logBuying;
        m1 += part / buying;
        m2 += part * logStopping;
        m3 += part / stopping;
      }
    }
    if (means != null) {
      means[0] = m0 / sum;
      means[1] = m1 / sum;
      means[2] = m2 / sum;
      means[3] = m3 / sum;
    }
    return Math.log(s * half * sum) + scale;
  }

  private double logIntegrand(double x, double time, double shift) {
    return -(r + x) * Math.log(alpha + time) - (s + 1) * Math.log(beta + time);
  }

  @Override
  public double expected(double time) {
    return r / alpha * lifetime(beta, time);
  }

  @Override
  public double expected(double time, double x, double last, double age) {
    return alive(x, last, age) * (r + x) / (alpha + age) * lifetime(beta + age, time);
  }

  /** Expected time until stopping, at most {@code time}, with the rate Gamma(s, scale). */
  private double lifetime(double scale, double time) {
    double log = Math.log1p(time / scale);
    double power = (s - 1) * log;
    // (1 − e^−power) / (s − 1), which is log where s is 1
    return scale * (Math.abs(power) < 1e-12 ? log : -Math.expm1(-power) / (s - 1));
  }

  /**
   * Fits by maximum likelihood.
   *
   * @param check called between steps; throws when nobody waits any longer
   */
  public static Fit<ParetoNbd> fit(Histories histories, Runnable check) {
    double unit = Math.max(histories.longest(), Double.MIN_NORMAL) / 10;
    var scaled = histories.in(unit);
    return Fit.of(
        (at, gradient) -> meanNegative(scaled, at, gradient),
        List.of(
            new double[] {0.5, 3, 0.6, 3},
            new double[] {1, 1, 1, 10},
            new double[] {0.2, 0.5, 0.3, 1}),
        histories.total(),
        p -> new ParetoNbd(p[0], p[1] * unit, p[2], p[3] * unit),
        model -> model.logLikelihood(histories),
        check);
  }

  private static double meanNegative(Histories histories, double[] at, double[] gradient) {
    var model = new ParetoNbd(Math.exp(at[0]), Math.exp(at[1]), Math.exp(at[2]), Math.exp(at[3]));
    double seen = Double.NaN;
    double rising = 0;
    double slope = 0;
    var means = new double[4];
    double sum = 0;
    double dr = 0;
    double dAlpha = 0;
    double ds = 0;
    double dBeta = 0;
    for (int i = 0; i < histories.size(); i++) {
      double x = histories.x(i);
      double age = histories.age(i);
      if (x != seen) {
        seen = x;
        rising = logRising(model.r, x);
        slope = x == 0 ? 0 : Digamma.value(model.r + x) - Digamma.value(model.r);
      }
      java.util.Arrays.fill(means, 0);
      double alive = model.alive(x, age);
      double stopped = model.stopped(x, histories.last(i), age, means);
      double either = logAdd(alive, stopped);
      double share = Math.exp(stopped - either);
      double w = histories.weight(i);
      sum += w * (rising + model.r * at[1] + model.s * at[3] + either);
      dr += w * (slope + at[1] - (1 - share) * Math.log(model.alpha + age) - share * means[0]);
      dAlpha +=
          w
              * (model.r / model.alpha
                  - (model.r + x) * ((1 - share) / (model.alpha + age) + share * means[1]));
      ds +=
          w * (at[3] - (1 - share) * Math.log(model.beta + age) + share * (1 / model.s - means[2]));
      dBeta +=
          w
              * (model.s / model.beta
                  - (1 - share) * model.s / (model.beta + age)
                  - share * (model.s + 1) * means[3]);
    }
    double n = -histories.total();
    gradient[0] = dr * model.r / n;
    gradient[1] = dAlpha * model.alpha / n;
    gradient[2] = ds * model.s / n;
    gradient[3] = dBeta * model.beta / n;
    return sum / n;
  }
}
