package io.liftwerk.experiments;

import io.liftwerk.experiments.AbTestResult.Comparison;
import io.liftwerk.experiments.AbTestResult.LeastSquares;
import io.liftwerk.experiments.AbTestResult.Planning;
import io.liftwerk.experiments.AbTestResult.Rate;
import io.liftwerk.experiments.AbTestResult.Unadjusted;
import io.liftwerk.experiments.AbTestResult.WithoutTop;
import io.liftwerk.experiments.abtest.AlwaysValid;
import io.liftwerk.experiments.abtest.Effect;
import io.liftwerk.experiments.abtest.Effect.Interval;
import io.liftwerk.experiments.abtest.FisherExact;
import io.liftwerk.experiments.abtest.MultipleTesting;
import io.liftwerk.experiments.abtest.Posterior;
import io.liftwerk.experiments.abtest.Probability;
import io.liftwerk.experiments.abtest.RateInterval;
import io.liftwerk.experiments.abtest.Remaining;
import io.liftwerk.experiments.abtest.TwoRates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides on all comparisons together, and says of each what it means. */
final class AbDeciding {
  private static final double WANTED = 0.8;

  /** A count below it asks for an exact test (Cochran 1954). */
  private static final double FEW = 10;

  private static final double MOST_FOR_EXACT = 100_000;

  private final AbTestRequest request;
  private final AbLooks.Deciding looks;
  private final MultipleTesting correction;
  private final boolean sizesOk;
  private final boolean clustered;
  private final @Nullable Double perDay;

  /**
   * @param sizesOk whether the arms are as large as planned
   * @param perDay persons a day so far; null without days
   */
  AbDeciding(
      AbTestRequest request,
      AbLooks.Deciding looks,
      MultipleTesting correction,
      boolean sizesOk,
      boolean clustered,
      @Nullable Double perDay) {
    this.request = request;
    this.looks = looks;
    this.correction = correction;
    this.sizesOk = sizesOk;
    this.clustered = clustered;
    this.perDay = perDay;
  }

  /**
   * @param withoutTop by number of metric and arm
   * @param regressions by number of metric and arm
   * @param keys number of metric and arm of each of {@code measured}
   */
  List<Comparison> decide(
      List<AbMeasured> measured,
      List<String> keys,
      Map<String, WithoutTop> withoutTop,
      Map<String, LeastSquares> regressions) {
    double[] deciding = measured.stream().mapToDouble(one -> looks.p(one.absolute())).toArray();
    double[] adjusted = looks.corrected() ? deciding : correction.adjust(deciding);
    double[] discovery =
        MultipleTesting.BENJAMINI_HOCHBERG.adjust(
            measured.stream().mapToDouble(one -> one.absolute().p()).toArray());
    var comparisons = new ArrayList<Comparison>();
    for (int i = 0; i < measured.size(); i++) {
      comparisons.add(
          comparison(
              measured.get(i),
              adjusted[i],
              discovery[i],
              measured.size(),
              withoutTop.get(keys.get(i)),
              regressions.get(keys.get(i))));
    }
    return comparisons;
  }

  private Comparison comparison(
      AbMeasured one,
      double adjustedP,
      double discovery,
      int comparisons,
      @Nullable WithoutTop withoutTop,
      @Nullable LeastSquares regression) {
    Effect absolute = one.absolute();
    Effect relative = one.relative();
    Interval interval = looks.interval(absolute);
    Interval lifts = looks.interval(relative);
    AbLooks plan = looks.looks();
    Interval sequence = AlwaysValid.interval(absolute, plan.alpha(), plan.tuning());
    boolean lifted = one.lifted();
    boolean significant =
        absolute.known()
            && interval.excludesZero()
            && (!lifted || lifts.excludesZero())
            && adjustedP <= plan.alpha()
            && sizesOk;
    Posterior belief = Posterior.of(one.believed(), null);
    boolean less = one.metric().less();
    double above = belief.chanceAbove();
    Planning planning = planning(one, comparisons);
    double always = AlwaysValid.p(absolute, plan.alpha(), plan.tuning());
    double chance = less ? 1 - above : above;
    var said =
        new AbVerdict.Facts(
            one,
            interval,
            lifted ? lifts : null,
            absolute.p(),
            adjustedP,
            always,
            chance,
            significant,
            sizesOk,
            comparisons,
            planning);
    return new Comparison(
        one.metric().name(),
        one.metric().kindName(),
        one.arm(),
        one.treated().n(),
        one.control().n(),
        one.treated().plain(),
        one.control().plain(),
        lifted ? Double.valueOf(relative.estimate()) : null,
        lifted ? Double.valueOf(lifts.low()) : null,
        lifted ? Double.valueOf(lifts.high()) : null,
        absolute.estimate(),
        interval.low(),
        interval.high(),
        absolute.p(),
        adjustedP,
        discovery,
        always,
        sequence.low(),
        sequence.high(),
        chance,
        less ? belief.lossOfControl() : belief.lossOfTreated(),
        less ? belief.lossOfTreated() : belief.lossOfControl(),
        significant,
        new AbVerdict(request, looks.looks()).of(said),
        absolute.error(),
        absolute.freedom(),
        unadjusted(one),
        withoutTop,
        planning,
        rate(one),
        regression);
  }

  private @Nullable Unadjusted unadjusted(AbMeasured one) {
    Effect plain = one.plain();
    if (plain == null) {
      return null;
    }
    Interval interval = plain.interval(request.alpha());
    double ratio = one.absolute().error() / plain.error();
    return new Unadjusted(
        plain.estimate(),
        interval.low(),
        interval.high(),
        plain.p(),
        plain.error(),
        plain.known() ? 1 - ratio * ratio : 0);
  }

  private Planning planning(AbMeasured one, int comparisons) {
    Effect relative = one.relative();
    if (!relative.known()) {
      return new Planning(null, null, null, null);
    }
    double z = Probability.z(request.alpha() / 2) + Probability.z(1 - WANTED);
    double smallest = z * relative.error();
    Double minimum = request.minimum();
    if (minimum == null) {
      return new Planning(smallest, null, null, null);
    }
    var remaining =
        new Remaining(
            relative.error(),
            relative.n(),
            minimum,
            request.alpha(),
            comparisons,
            WANTED,
            1,
            null,
            looks.looks().any() ? looks.looks().tuning() : null);
    Double factor = remaining.factor();
    Long persons = factor == null ? null : (long) Math.ceil(factor * relative.n());
    Long days = persons == null || perDay == null ? null : (long) Math.ceil(persons / perDay);
    return new Planning(smallest, remaining.power(0), persons, days);
  }

  private @Nullable Rate rate(AbMeasured one) {
    if (one.metric().kind() != AbMetric.Kind.PROPORTION || clustered) {
      return null;
    }
    double n1 = one.treated().n();
    double n2 = one.control().n();
    double x1 = Math.rint(one.treated().plain() * n1);
    double x2 = Math.rint(one.control().plain() * n2);
    double alpha = request.alpha();
    Interval arm = RateInterval.WILSON.of(x1, n1, alpha);
    Interval control = RateInterval.WILSON.of(x2, n2, alpha);
    var both = new TwoRates(x1, n1, x2, n2);
    Interval difference = both.newcombe(alpha);
    double least = Math.min(Math.min(x1, n1 - x1), Math.min(x2, n2 - x2));
    double z = both.pooledZ();
    return new Rate(
        arm.low(),
        arm.high(),
        control.low(),
        control.high(),
        difference.low(),
        difference.high(),
        Double.isFinite(z) ? Double.valueOf(z) : null,
        least < FEW && n1 + n2 <= MOST_FOR_EXACT
            ? Double.valueOf(FisherExact.of((int) x1, (int) n1, (int) x2, (int) n2, alpha).p())
            : null);
  }
}
