package io.liftwerk.keywords;

import io.liftwerk.keywords.KeywordResult.Basis;
import io.liftwerk.keywords.KeywordResult.Standing;
import io.liftwerk.keywords.KeywordResult.Totals;
import io.liftwerk.keywords.ngrams.Shrinkage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Whether clicks were worth their money: by the rate of conversions that {@link Shrinkage} expects
 * of them, beside what a conversion may cost.
 */
final class Judgement {
  /** How sure a verdict must be. */
  private static final double SURE = 0.95;

  private static final int REMEMBERED = 1_000;

  private static final BigDecimal TWICE = BigDecimal.valueOf(2);

  private final Shrinkage shrinkage;
  private final @Nullable BigDecimal cpa;
  private final @Nullable BigDecimal maxCpa;

  /** By clicks; for the many terms that never converted. */
  private final AtomicReferenceArray<Shrinkage.@Nullable Bounds> withoutConversion =
      new AtomicReferenceArray<>(REMEMBERED);

  private Judgement(Shrinkage shrinkage, @Nullable BigDecimal cpa, @Nullable BigDecimal maxCpa) {
    this.shrinkage = shrinkage;
    this.cpa = cpa;
    this.maxCpa = maxCpa;
  }

  /**
   * @param clicks of the words by which the account's spread is known
   * @param conversions of these
   * @param wanted what a conversion may cost at most; null for twice what the account pays
   */
  static Judgement of(
      double[] clicks, double[] conversions, Totals totals, @Nullable BigDecimal wanted) {
    BigDecimal cpa = cpa(totals.cost(), totals.conversions());
    Long all = totals.clicks();
    BigDecimal converted = totals.conversions();
    double mean = all == null || all <= 0 || converted == null ? 0 : converted.doubleValue() / all;
    return new Judgement(
        Shrinkage.fit(mean, clicks, conversions),
        cpa,
        wanted != null ? wanted : cpa == null ? null : cpa.multiply(TWICE));
  }

  /** Cost of a conversion, to the cent; null without one. */
  static @Nullable BigDecimal cpa(@Nullable BigDecimal cost, @Nullable BigDecimal conversions) {
    return cost == null || conversions == null || conversions.signum() <= 0
        ? null
        : cost.divide(conversions, 2, RoundingMode.HALF_UP);
  }

  @Nullable Basis basis() {
    if (!shrinkage.known()) {
      return null;
    }
    Shrinkage.Opinion before = shrinkage.before();
    return new Basis(shrinkage.mean(), before.low(), before.high(), cpa, maxCpa);
  }

  /** What the account pays for a conversion; null where it has none, or no cost. */
  @Nullable BigDecimal cpa() {
    return cpa;
  }

  /**
   * Conversions per click, with the 95 % interval; null where clicks or conversions are unknown.
   */
  Shrinkage.@Nullable Opinion rate(long clicks, @Nullable BigDecimal conversions) {
    return !shrinkage.known() || conversions == null
        ? null
        : shrinkage.after(clicks, conversions.doubleValue());
  }

  /** Conversions per click of the whole account. */
  double rate() {
    return shrinkage.mean();
  }

  /** Conversions to be expected of as many clicks again. */
  double expected(long clicks, double conversions) {
    return shrinkage.known() ? clicks * shrinkage.after(clicks, conversions).mean() : 0;
  }

  /**
   * A click costs c, so a conversion costs c / rate: more than the most it may when the rate lies
   * below c by that most.
   *
   * @param cost in millionths
   */
  Standing standing(long clicks, long cost, @Nullable BigDecimal conversions) {
    BigDecimal most = maxCpa;
    BigDecimal mean = cpa;
    if (!shrinkage.known() || conversions == null || most == null || clicks <= 0 || cost <= 0) {
      return Standing.OPEN;
    }
    double counted = conversions.doubleValue();
    double click = cost / 1e6 / clicks;
    Shrinkage.Bounds bounds = bounds(clicks, counted);
    if (click / most.doubleValue() > bounds.high()) {
      return Standing.WASTES;
    }
    boolean earns = mean != null && click / mean.doubleValue() <= bounds.low();
    return earns ? Standing.EARNS : Standing.OPEN;
  }

  /** Most terms have few clicks, and as many as another that was looked at before. */
  private Shrinkage.Bounds bounds(long clicks, double conversions) {
    if (clicks >= REMEMBERED || conversions != 0) {
      return shrinkage.bounds(clicks, conversions, SURE);
    }
    Shrinkage.Bounds known = withoutConversion.get((int) clicks);
    if (known == null) {
      known = shrinkage.bounds(clicks, conversions, SURE);
      withoutConversion.set((int) clicks, known);
    }
    return known;
  }
}
