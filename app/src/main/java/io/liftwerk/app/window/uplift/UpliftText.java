package io.liftwerk.app.window.uplift;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.experiments.UpliftResult.Effect;
import io.liftwerk.scoring.LeadScoringResult.LeftOut;
import org.jspecify.annotations.Nullable;

/** The numbers of an uplift result in words; effects on yes and no are percentage points. */
final class UpliftText {
  private final Messages messages;
  private final Formats formats;
  private final UpliftResult result;

  UpliftText(Messages messages, UpliftResult result) {
    this.messages = messages;
    this.formats = messages.formats();
    this.result = result;
  }

  /** {@code +4.52}, in points of a yes, else in units of the outcome. */
  String effect(@Nullable Double difference) {
    return difference == null || !Double.isFinite(difference)
        ? "–"
        : (difference >= 0 ? "+" : "−")
            + formats.decimal(Math.abs(difference) * (result.numeric() ? 1 : 100), 2);
  }

  String interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null ? "–" : between(effect(low), effect(high));
  }

  String interval(Effect effect) {
    return interval(effect.low(), effect.high());
  }

  /** {@code 0.065 to 0.123}; a dash would be read as a sign. */
  String between(String low, String high) {
    return messages.text("uplift.between", low, high);
  }

  String qini(double value) {
    return formats.decimal(value, 4);
  }

  String p(double p) {
    return p < 0.001 ? "< " + formats.decimal(0.001, 3) : formats.decimal(p, 3);
  }

  String unit() {
    return messages.text(result.numeric() ? "uplift.unit" : "uplift.unit.points");
  }

  String group(String name) {
    return messages.textOr("uplift.group." + name, name);
  }

  String used() {
    return messages.text(
        "uplift.used",
        result.rows(),
        result.trainRows(),
        result.testRows(),
        result.openRows(),
        result.splitBy().equals("seed")
            ? messages.text("leads.split.seed") + " (" + result.seed() + ")"
            : result.splitBy());
  }

  String columns() {
    return messages.text(
        "uplift.columns", result.features().size(), String.join(", ", result.features()));
  }

  String leftOut(LeftOut left) {
    return left.column() + ": " + messages.sentence(left.reason());
  }
}
