package io.liftwerk.report;

import io.liftwerk.experiments.AbTestResult.Comparison;
import org.jspecify.annotations.Nullable;

/** Figures of comparisons as text. */
public final class AbTestWords {
  private static final String NONE = "–";

  private final ResultTexts texts;
  private final ResultFormats formats;

  public AbTestWords(ResultTexts texts) {
    this.texts = texts;
    this.formats = texts.formats();
  }

  public String metric(Comparison one) {
    return one.metric() + " (" + texts.textOr("abtest.kind." + one.kind(), one.kind()) + ")";
  }

  /** A figure in the unit of the metric: rates in percent, else with about four telling digits. */
  public String figure(Comparison one, double value) {
    if (one.kind().equals("proportion")) {
      return formats.percent(value, 2);
    }
    double size = Math.abs(value);
    return formats.decimal(value, size >= 1000 ? 0 : size >= 10 ? 2 : size >= 1 ? 3 : 4);
  }

  public String difference(Comparison one, double value) {
    return sign(value) + figure(one, value);
  }

  private static String sign(double value) {
    return value > 0 ? "+" : "";
  }

  public String lift(@Nullable Double lift) {
    return lift == null ? NONE : sign(lift) + formats.percent(lift, 1);
  }

  /** The interval of the lift; of the difference where there is no lift. */
  public String interval(Comparison one) {
    Double low = one.liftLow();
    Double high = one.liftHigh();
    return low == null || high == null
        ? texts.text("abtest.to", difference(one, one.low()), difference(one, one.high()))
        : texts.text("abtest.to", lift(low), lift(high));
  }

  public String p(@Nullable Double p) {
    return p == null
        ? NONE
        : p < 0.0001 ? "< " + formats.decimal(0.0001, 4) : formats.decimal(p, 4);
  }

  /** Never 0 % nor 100 %: that would say that nothing else is possible. */
  public String chance(double chance) {
    return chance > 0.999
        ? "> " + formats.percent(0.999, 1)
        : chance < 0.001 ? "< " + formats.percent(0.001, 1) : formats.percent(chance, 1);
  }

  /** A lift lost on average; it is never nothing. */
  public String loss(double loss) {
    return loss < 0.00005 ? "< " + formats.percent(0.0001, 2) : formats.percent(loss, 2);
  }

  public String count(@Nullable Long count) {
    return count == null ? NONE : formats.count(count);
  }

  public String share(@Nullable Double share) {
    return share == null ? NONE : formats.percent(share, 1);
  }
}
