package io.liftwerk.scoring;

import io.liftwerk.scoring.LifetimeValueResult.Total;
import io.liftwerk.scoring.lifetime.Fit;
import io.liftwerk.scoring.lifetime.Forecast;
import io.liftwerk.scoring.lifetime.GammaGamma;
import io.liftwerk.scoring.lifetime.Histories;
import io.liftwerk.scoring.lifetime.PurchaseModel;
import io.liftwerk.scoring.lifetime.Uncertainty;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What one model expects of every customer within the horizon, and how sure the sums are. */
final class ValueForecast {
  private static final double Z = 1.959963984540054;

  /** Distinct histories of which the slopes of a sum are worked out; more change no digit shown. */
  private static final int SLOPES = 5_000;

  private final CustomerBase base;
  private final PurchaseFits fits;
  private final Fit<? extends PurchaseModel> fit;
  private final boolean valued;
  private final Calendar calendar;
  private final int months;
  private final double discount;
  private final Runnable check;
  final double[] alive;
  final double[] purchases;
  final double[] value;
  final double[] discounted;

  /**
   * @param discount yearly rate
   * @param check throws when nobody waits any longer
   */
  ValueForecast(
      CustomerBase base,
      PurchaseFits fits,
      Fit<? extends PurchaseModel> fit,
      boolean valued,
      Calendar calendar,
      int months,
      double discount,
      Runnable check) {
    this.base = base;
    this.fits = fits;
    this.fit = fit;
    this.valued = valued;
    this.calendar = calendar;
    this.months = months;
    this.discount = Math.pow(1 + discount, 1.0 / 12) - 1;
    this.check = check;
    Histories histories = base.histories();
    var aliveOf = new double[histories.size()];
    var of = new Forecast.Purchases[histories.size()];
    Forecast forecast = forecast(fit.model());
    for (int h = 0; h < of.length; h++) {
      if ((h & 0xfff) == 0) {
        check.run();
      }
      aliveOf[h] = fit.model().alive(histories.x(h), histories.last(h), histories.age(h));
      of[h] = forecast.of(histories.x(h), histories.last(h), histories.age(h));
    }
    double[] each = valued ? fits.values(base) : new double[base.size()];
    alive = new double[base.size()];
    purchases = new double[base.size()];
    value = new double[base.size()];
    discounted = new double[base.size()];
    for (int i = 0; i < alive.length; i++) {
      int h = histories.of(i);
      alive[i] = aliveOf[h];
      purchases[i] = of[h].purchases();
      value[i] = of[h].purchases() * each[i];
      discounted[i] = of[h].discounted() * each[i];
    }
  }

  private Forecast forecast(PurchaseModel model) {
    return new Forecast(model, months, calendar.perMonth(), discount);
  }

  Total totalPurchases() {
    double total = Arrays.stream(purchases).sum();
    var ones = new double[base.size()];
    Arrays.fill(ones, 1);
    return interval(total, modelVariance(ones, Forecast.Purchases::purchases, total));
  }

  /** Null without a value column. */
  @Nullable Total totalValue() {
    if (!valued) {
      return null;
    }
    double total = Arrays.stream(discounted).sum();
    double variance =
        modelVariance(fits.values(base), Forecast.Purchases::discounted, total) + moneyVariance();
    return interval(total, variance);
  }

  private static Total interval(double total, double variance) {
    if (!(variance >= 0) || total <= 0) {
      return new Total(total, null, null);
    }
    // on the logarithm: the sum cannot be negative
    double spread = Math.exp(Z * Math.sqrt(variance) / total);
    return new Total(total, total / spread, total * spread);
  }

  /**
   * Variance of {@code Σ weight · figure} because the model's parameters are estimates; from every
   * so many histories where there are many, brought up to {@code total}.
   */
  private double modelVariance(
      double[] weights, ToDoubleFunction<Forecast.Purchases> figure, double total) {
    Histories histories = base.histories();
    var weight = new double[histories.size()];
    for (int i = 0; i < weights.length; i++) {
      weight[histories.of(i)] += weights[i];
    }
    int stride = 1 + histories.size() / SLOPES;
    Uncertainty.Figure sum =
        parameters -> {
          check.run();
          Forecast forecast = forecast(fit.model().with(parameters));
          double sums = 0;
          for (int h = 0; h < weight.length; h += stride) {
            sums +=
                weight[h]
                    * figure.applyAsDouble(
                        forecast.of(histories.x(h), histories.last(h), histories.age(h)));
          }
          return sums;
        };
    double variance = Uncertainty.variance(sum, fit.model().parameters(), fit.covariance());
    double part = stride == 1 ? total : sum.of(fit.model().parameters());
    return part > 0 ? variance * (total / part) * (total / part) : variance;
  }

  private double moneyVariance() {
    Fit<GammaGamma> money = fits.money();
    if (money == null) {
      return 0;
    }
    double[] parameters = {money.model().p(), money.model().q(), money.model().v()};
    return Uncertainty.variance(
        p -> {
          double[] each = fits.values(base, new GammaGamma(p[0], p[1], p[2]));
          double sum = 0;
          for (int i = 0; i < each.length; i++) {
            // expected purchases, discounted, are what is left without the value
            sum += weightOf(i) * each[i];
          }
          return sum;
        },
        parameters,
        money.covariance());
  }

  private double weightOf(int i) {
    return value[i] > 0 ? discounted[i] / value[i] * purchases[i] : 0;
  }
}
