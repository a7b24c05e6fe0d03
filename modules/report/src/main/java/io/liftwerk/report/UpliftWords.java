package io.liftwerk.report;

import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.experiments.UpliftResult.Effect;
import io.liftwerk.scoring.LeadScoringResult.LeftOut;
import org.jspecify.annotations.Nullable;

/** The numbers of an uplift result in words; effects on yes and no are percentage points. */
public final class UpliftWords {
  private final ResultTexts texts;
  private final ResultFormats formats;
  private final UpliftResult result;

  public UpliftWords(ResultTexts texts, UpliftResult result) {
    this.texts = texts;
    this.formats = texts.formats();
    this.result = result;
  }

  /** {@code +4.52}, in points of a yes, else in units of the outcome. */
  public String effect(@Nullable Double difference) {
    return difference == null || !Double.isFinite(difference)
        ? "–"
        : (difference >= 0 ? "+" : "-")
            + formats.decimal(Math.abs(difference) * (result.numeric() ? 1 : 100), 2);
  }

  public String interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null ? "–" : between(effect(low), effect(high));
  }

  public String interval(Effect effect) {
    return interval(effect.low(), effect.high());
  }

  /** {@code 0.065 to 0.123}; a dash would be read as a sign. */
  public String between(String low, String high) {
    return texts.text("uplift.between", low, high);
  }

  public String qini(double value) {
    return formats.decimal(value, 4);
  }

  public String p(double p) {
    return p < 0.001 ? "< " + formats.decimal(0.001, 3) : formats.decimal(p, 3);
  }

  public String unit() {
    return texts.text(result.numeric() ? "uplift.unit" : "uplift.unit.points");
  }

  public String group(String name) {
    return texts.textOr("uplift.group." + name, name);
  }

  public String used() {
    return texts.text(
        "uplift.used",
        result.rows(),
        result.trainRows(),
        result.testRows(),
        result.openRows(),
        result.splitBy().equals("seed")
            ? texts.text("leads.split.seed") + " (" + result.seed() + ")"
            : result.splitBy());
  }

  public String columns() {
    return texts.text(
        "uplift.columns", result.features().size(), String.join(", ", result.features()));
  }

  public String leftOut(LeftOut left) {
    return left.column() + ": " + texts.sentence(left.reason());
  }
}
