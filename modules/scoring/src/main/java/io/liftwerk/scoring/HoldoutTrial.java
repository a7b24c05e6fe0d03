package io.liftwerk.scoring;

import io.liftwerk.scoring.LifetimeValueResult.Contender;
import io.liftwerk.scoring.LifetimeValueResult.Frequency;
import io.liftwerk.scoring.LifetimeValueResult.Holdout;
import io.liftwerk.scoring.lifetime.Fit;
import io.liftwerk.scoring.lifetime.PurchaseModel;
import io.liftwerk.workspace.JobContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Models and rules of thumb learn from the purchases until a day and say what comes after it, which
 * is then compared with what came. They are judged by purchases; money is shown beside. A few large
 * orders decide the squared error of money, so that no test of it tells forecasts apart: on CDNOW
 * it finds nothing (p 0.2) between one error and another more than twice as large.
 */
final class HoldoutTrial {
  private static final double SIGNIFICANT = 0.05;

  /** Repeat purchases from which on customers are taken together. */
  private static final int MANY = 7;

  private final PurchaseFits fits;
  private final Holdout holdout;

  private HoldoutTrial(PurchaseFits fits, Holdout holdout) {
    this.fits = fits;
    this.holdout = holdout;
  }

  /** The models as learned before the holdout. */
  PurchaseFits fits() {
    return fits;
  }

  Holdout holdout() {
    return holdout;
  }

  /** What a contender said of each customer. */
  private record Said(String name, double[] purchases, double @Nullable [] revenue) {
    /** Money where there is any. */
    double[] worth() {
      return revenue == null ? purchases : revenue;
    }
  }

  /**
   * @param calibration last unit to learn from
   * @param until last unit held out
   */
  static HoldoutTrial run(
      JobContext context, Calendar calendar, boolean valued, long calibration, long until)
      throws Exception {
    long length = until - calibration;
    CustomerBase.purchases(context, calendar, calibration);
    CustomerBase base = CustomerBase.at(context, calibration, length);
    var fits = new PurchaseFits(base, calendar, valued, context::checkCancelled);
    context.execute(
        "CREATE OR REPLACE TEMP TABLE liftwerk_ltv_before AS SELECT n, customer FROM "
            + CustomerBase.SUMMARY);
    CustomerBase.purchases(context, calendar, until);
    var actual = new double[2][base.size()];
    Query.each(
        context,
        """
        SELECT n, count(*), coalesce(CAST(sum(net) AS DOUBLE), 0)
        FROM %s JOIN temp.main.liftwerk_ltv_before USING (customer) WHERE unit > %d GROUP BY n
        """
            .formatted(CustomerBase.PURCHASES, calibration),
        row -> {
          actual[0][row.getInt(1)] = row.getDouble(2);
          actual[1][row.getInt(1)] = row.getDouble(3);
        });
    List<Said> said = new ArrayList<>(rulesOfThumb(base, valued, length));
    double[] values = fits.values(base);
    for (Fit<? extends PurchaseModel> fit : fits.sound()) {
      context.checkCancelled();
      double[] purchases = expected(fit.model(), base, length);
      said.add(new Said(fit.model().name(), purchases, valued ? product(purchases, values) : null));
    }
    Holdout holdout =
        judge(
            calendar.firstDay(calibration + 1),
            calendar.lastDay(until),
            said,
            base.x,
            actual[0],
            valued ? actual[1] : null);
    return new HoldoutTrial(fits, holdout);
  }

  /** As much as lately, and the past rate at the past value. */
  private static List<Said> rulesOfThumb(CustomerBase base, boolean valued, double length) {
    double longest = Arrays.stream(base.age).max().orElse(0) + 1;
    double stretch = length / Math.min(length, longest);
    var recent = Arrays.stream(base.recent).map(count -> count * stretch).toArray();
    var recentRevenue = Arrays.stream(base.recentRevenue).map(sum -> sum * stretch).toArray();
    var rate = new double[base.size()];
    var rateRevenue = new double[base.size()];
    for (int i = 0; i < rate.length; i++) {
      rate[i] = base.age[i] > 0 ? base.x[i] / base.age[i] * length : 0;
      rateRevenue[i] = rate[i] * base.revenue[i] / (base.x[i] + 1);
    }
    return List.of(
        new Said("recent", recent, valued ? recentRevenue : null),
        new Said("rate", rate, valued ? rateRevenue : null));
  }

  /** What the rule of thumb {@code name} says of the next {@code length} units. */
  static double[] ruleOfThumb(String name, CustomerBase base, boolean valued, double length) {
    return rulesOfThumb(base, valued, length).stream()
        .filter(said -> said.name().equals(name))
        .findFirst()
        .orElseThrow()
        .worth();
  }

  private static double[] expected(PurchaseModel model, CustomerBase base, double length) {
    var each = new double[base.histories().size()];
    for (int h = 0; h < each.length; h++) {
      each[h] =
          model.expected(
              length, base.histories().x(h), base.histories().last(h), base.histories().age(h));
    }
    var expected = new double[base.size()];
    Arrays.setAll(expected, i -> each[base.histories().of(i)]);
    return expected;
  }

  private static double[] product(double[] a, double[] b) {
    var product = new double[a.length];
    Arrays.setAll(product, i -> a[i] * b[i]);
    return product;
  }

  private static Holdout judge(
      LocalDate from,
      LocalDate until,
      List<Said> said,
      double[] before,
      double[] purchases,
      double @Nullable [] revenue) {
    double[] worth = revenue == null ? purchases : revenue;
    Said best =
        said.stream()
            .min(
                java.util.Comparator.comparingDouble(
                    one -> Errors.of(one.purchases(), purchases).rmse()))
            .orElseThrow();
    var contenders = new ArrayList<Contender>();
    for (Said one : said) {
      Errors errors = Errors.of(one.purchases(), purchases);
      double[] money = one.revenue();
      contenders.add(
          new Contender(
              one.name(),
              Arrays.stream(one.purchases()).sum(),
              money == null ? null : Double.valueOf(Arrays.stream(money).sum()),
              errors.mae(),
              errors.rmse(),
              errors.correlation(),
              money == null || revenue == null
                  ? null
                  : Double.valueOf(Errors.of(money, revenue).rmse()),
              Errors.topFifth(one.worth(), worth),
              one == best
                  ? null
                  : Double.valueOf(Errors.paired(one.purchases(), best.purchases(), purchases))));
    }
    return new Holdout(
        from,
        until,
        purchases.length,
        Arrays.stream(purchases).sum(),
        revenue == null ? null : Double.valueOf(Arrays.stream(revenue).sum()),
        best.name(),
        List.copyOf(contenders),
        frequencies(said, contenders, before, purchases));
  }

  /** By the model with the smallest error, as such plots are drawn by the authors of BG/NBD. */
  private static List<Frequency> frequencies(
      List<Said> said, List<Contender> contenders, double[] before, double[] purchases) {
    String best = bestModel(contenders);
    if (best == null) {
      return List.of();
    }
    double[] expected =
        said.stream().filter(one -> one.name().equals(best)).findFirst().orElseThrow().purchases();
    var sums = new double[MANY + 1][3];
    for (int i = 0; i < before.length; i++) {
      double[] sum = sums[(int) Math.min(MANY, before[i])];
      sum[0]++;
      sum[1] += purchases[i];
      sum[2] += expected[i];
    }
    var frequencies = new ArrayList<Frequency>();
    for (int repeats = 0; repeats <= MANY; repeats++) {
      double[] sum = sums[repeats];
      if (sum[0] > 0) {
        frequencies.add(
            new Frequency(repeats, Math.round(sum[0]), sum[1] / sum[0], sum[2] / sum[0]));
      }
    }
    return List.copyOf(frequencies);
  }

  /** The simplest contender not significantly worse than the best. */
  static String choose(Holdout holdout) {
    return choose(holdout.contenders(), holdout.best());
  }

  private static String choose(List<Contender> contenders, String best) {
    return contenders.stream()
        .filter(one -> good(one) || one.name().equals(best))
        .map(Contender::name)
        .findFirst()
        .orElse(best);
  }

  private static boolean good(Contender one) {
    Double p = one.p();
    return p != null && p >= SIGNIFICANT;
  }

  /** The model whose expectations to use: the one with the smallest error in the holdout. */
  static @Nullable String bestModel(Holdout holdout) {
    return bestModel(holdout.contenders());
  }

  private static @Nullable String bestModel(List<Contender> contenders) {
    return contenders.stream()
        .filter(one -> !one.name().equals("recent") && !one.name().equals("rate"))
        .min(java.util.Comparator.comparingDouble(Contender::rmsePurchases))
        .map(Contender::name)
        .orElse(null);
  }
}
