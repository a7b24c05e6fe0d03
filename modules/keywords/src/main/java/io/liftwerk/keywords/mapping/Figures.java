package io.liftwerk.keywords.mapping;

import java.math.BigDecimal;

/**
 * What searches brought.
 *
 * @param impressions times an ad was shown
 * @param clicks times it was clicked
 * @param cost money spent, exact
 * @param conversions which may be parts of one
 * @param value what they were worth
 */
public record Figures(
    long impressions, long clicks, BigDecimal cost, BigDecimal conversions, BigDecimal value) {

  /** Nothing. */
  public static final Figures NONE =
      new Figures(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  public Figures plus(Figures other) {
    return new Figures(
        impressions + other.impressions,
        clicks + other.clicks,
        cost.add(other.cost),
        conversions.add(other.conversions),
        value.add(other.value));
  }

  /** What demand is measured by: cost, else clicks, else impressions. */
  double demand(Measure measure) {
    return switch (measure) {
      case COST -> cost.doubleValue();
      case CLICKS -> clicks;
      case IMPRESSIONS -> impressions;
    };
  }

  /** By what a report's demand can be measured: the first of these that is not nought. */
  Measure measure() {
    return cost.signum() > 0 ? Measure.COST : clicks > 0 ? Measure.CLICKS : Measure.IMPRESSIONS;
  }

  enum Measure {
    COST,
    CLICKS,
    IMPRESSIONS
  }
}
