package io.liftwerk.report;

import io.liftwerk.scoring.SegmentResult;
import org.jspecify.annotations.Nullable;

/** A segment in words. */
public final class SegmentWords {
  private final ResultTexts texts;
  private final ResultFormats formats;

  public SegmentWords(ResultTexts texts) {
    this.texts = texts;
    this.formats = texts.formats();
  }

  /** What it holds, and what that is worth beside chance. */
  public String finding(SegmentResult result) {
    Double successes = result.successes();
    Double random = result.successesAtRandom();
    if (result.members() == result.eligible()) {
      return successes == null
          ? texts.text("segments.finding.size", result.name(), formats.count(result.members()))
          : texts.text(
              "segments.finding.all",
              result.name(),
              formats.count(result.members()),
              formats.decimal(successes, 1));
    }
    if (successes != null && random != null) {
      return texts.text(
          successes > random ? "segments.finding.successes" : "segments.finding.chance",
          result.name(),
          formats.count(result.members()),
          formats.decimal(successes, 1),
          formats.decimal(random, 1));
    }
    return result.worth() == null
        ? texts.text("segments.finding.size", result.name(), formats.count(result.members()))
        : texts.text(
            "segments.finding.worth",
            result.name(),
            formats.count(result.members()),
            money(result.worth(), result),
            money(result.worthAtRandom(), result));
  }

  /** Money in whole units, with its currency where it is known. */
  public String money(@Nullable Double amount, SegmentResult result) {
    String currency = result.currency();
    return amount == null
        ? "–"
        : formats.count(Math.round(amount)) + (currency == null ? "" : "\u00a0" + currency);
  }
}
