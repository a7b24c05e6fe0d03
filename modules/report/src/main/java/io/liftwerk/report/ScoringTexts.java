package io.liftwerk.report;

import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.workspace.Sentences;
import java.util.Locale;

/** The sentences of figures of scorings, in the words of what a yes means. */
final class ScoringTexts {
  private final ReportTexts texts;
  private final Locale locale;
  private final Purpose purpose;

  ScoringTexts(Locale locale, Purpose purpose) {
    this.texts = new ReportTexts(locale);
    this.locale = locale;
    this.purpose = purpose;
  }

  /** A text that says the same of leads and of customers. */
  String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  /** A text in the words of the purpose. */
  String say(String key, Object... arguments) {
    String own = key + "." + purpose.name().toLowerCase(Locale.ROOT);
    return texts.text(texts.has(own) ? own : key, arguments);
  }

  /** A sentence of the engine, which is English in every record. */
  String sentence(String english) {
    return Sentences.in(locale, english);
  }

  String model(String name) {
    return texts.has("model." + name) ? texts.text("model." + name) : name;
  }

  String percent(double share) {
    return texts.percent(share);
  }

  String decimal(double value, int digits) {
    return texts.decimal(value, digits);
  }
}
