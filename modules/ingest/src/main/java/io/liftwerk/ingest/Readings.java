package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;
import java.util.Locale;

/** Finds the reading that a stored or chosen decision names by type and format. */
final class Readings {
  private Readings() {}

  /**
   * @throws WorkbenchException code {@code format-unknown}
   */
  static Reading of(ColumnDecision decision) {
    String format = decision.format().strip();
    return switch (decision.type()) {
      case TEXT -> new TextReading();
      case BOOLEAN -> words(format);
      case INTEGER, DECIMAL -> number(decision.format());
      case DATE -> temporal(format.isEmpty() ? "yyyy-MM-dd" : format);
      case TIMESTAMP -> temporal(format.isEmpty() ? "yyyy-MM-dd HH:mm:ss" : format);
    };
  }

  private static Reading words(String format) {
    String wanted = format.isEmpty() ? "true/false" : format.toLowerCase(Locale.ROOT);
    for (BooleanReading words : BooleanReading.ALL) {
      if (words.format().equals(wanted)) {
        return words;
      }
    }
    throw unknown(format, "yes/no, true/false, ja/nein");
  }

  private static Reading temporal(String format) {
    for (EpochReading reading : EpochReading.ALL) {
      if (reading.format().equals(format)) {
        return reading;
      }
    }
    Reading one = TemporalReading.named(format);
    Reading reading = one != null ? one : MixedReading.named(format);
    if (reading != null) {
      return reading;
    }
    throw unknown(format, "yyyy-MM-dd, dd.MM.yyyy, MM/dd/yyyy, dd/MM/yyyy, d MMM yyyy");
  }

  private static Reading number(String format) {
    String wanted = format.strip();
    if (wanted.isEmpty()) {
      return NumberReading.of(NumberStyle.PLAIN, "", false);
    }
    NumberReading unit = NumberReading.unitOf(wanted);
    if (unit != null) {
      for (NumberStyle style : NumberStyle.values()) {
        for (NumberReading.Negative negative : NumberReading.Negative.values()) {
          NumberReading reading = unit.withStyle(style).withNegative(negative);
          if (reading.format().equals(wanted) || wholeFormat(reading).equals(wanted)) {
            return reading;
          }
        }
      }
    }
    throw unknown(format, "1234.56, 1,234.56, 1.234,56, 1 234,56, 1'234.56");
  }

  private static String wholeFormat(NumberReading reading) {
    return reading.format().replace(reading.style().sample(), reading.style().wholeSample());
  }

  private static WorkbenchException unknown(String format, String known) {
    return new WorkbenchException(
        "format-unknown",
        "'" + Refused.printable(format) + "' is no format that is known.",
        "Known are, for example, " + known + ".");
  }
}
