package io.liftwerk.ingest;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sentence that tells a user why a column is read as it is. */
final class Reasons {
  private Reasons() {}

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** All values fit, and something ruled the other readings out. */
  static String settled(ColumnWork column, Reading reading) {
    String all = all(column);
    if (reading instanceof NumberReading number) {
      if (column.marked == 0 && number.unit().isEmpty() && !number.style().grouped()) {
        return "Whole numbers: " + all;
      }
      Candidates.Ruling ruling = decisive(column, number);
      return styleName(number) + (ruling == null ? "" : ": " + at(ruling)) + "; " + all;
    }
    if (reading instanceof TemporalReading date && date.date().rival() != null) {
      Candidates.Ruling ruling = column.candidates.against(rival(date));
      return capital(reading.words()) + (ruling == null ? "" : ": " + at(ruling)) + "; " + all;
    }
    return capital(reading.words()) + ": " + all;
  }

  static String text(ColumnWork column) {
    Candidates.Ruling last = column.candidates.last();
    if (last != null) {
      String share =
          column.misfits > 0 && column.values > 0
              ? " (" + count(column.misfits) + " of " + count(column.values) + " values)"
              : "";
      return "Text: " + at(last) + why(last.value(), last.reading()) + share + ".";
    }
    String first = column.candidates.distinct().stream().findFirst().orElse("");
    String why = identifier(first);
    return "Text: '"
        + Refused.printable(first)
        + "'"
        + (why.isEmpty() ? " is no number or date" : why)
        + ".";
  }

  static String ambiguousDate(ColumnWork column, Reading one, Reading other) {
    String sample = column.candidates.distinct().stream().findFirst().orElse("");
    return "Text, because it is ambiguous: every value, such as '"
        + Refused.printable(sample)
        + "', can be read as "
        + one.format()
        + " and as "
        + other.format()
        + ".";
  }

  static String openNumber(ColumnWork column, NumberReading taken, char sign, String because) {
    String sample =
        column.candidates.distinct().stream()
            .filter(value -> value.indexOf(sign) >= 0)
            .findFirst()
            .orElse("");
    String meaning =
        taken.style().decimal() == sign ? "a decimal sign" : "a sign between thousands";
    return "Ambiguous: the '"
        + sign
        + "'"
        + (sample.isEmpty() ? "" : " in '" + Refused.printable(sample) + "'")
        + " is taken for "
        + meaning
        + ", because "
        + because
        + ".";
  }

  private static String all(ColumnWork column) {
    String missing =
        column.candidates.missing().stream()
            .map(Missing::strip)
            .filter(word -> !word.isEmpty())
            .findFirst()
            .map(word -> ", '" + word + "' counts as missing")
            .orElse("");
    String fit =
        column.values == 1 ? "the one value fits" : "all " + count(column.values) + " values fit";
    return fit + missing + ".";
  }

  private static Candidates.@Nullable Ruling decisive(ColumnWork column, NumberReading number) {
    boolean comma = number.style().decimal() == ',';
    Candidates.Ruling other =
        column.candidates.against(
            number.withStyle(comma ? NumberStyle.ENGLISH : NumberStyle.GERMAN));
    return other != null
        ? other
        : column.candidates.against(
            number.withStyle(comma ? NumberStyle.PLAIN_COMMA : NumberStyle.PLAIN));
  }

  private static TemporalReading rival(TemporalReading date) {
    TemporalReading.Day day = date.date().rival();
    return new TemporalReading(day == null ? date.date() : day, date.clock());
  }

  private static String styleName(NumberReading number) {
    String name =
        switch (number.style()) {
          case PLAIN -> "Decimal point";
          case PLAIN_COMMA -> "Decimal comma";
          case ENGLISH -> "English numbers";
          case GERMAN -> "German numbers";
          case FRENCH -> "French numbers";
          case SWISS -> "Swiss numbers";
        };
    return number.unit().isEmpty() ? name : name + " with '" + number.unit() + "'";
  }

  private static String why(String value, Reading expected) {
    String identifier = identifier(value);
    return identifier.isEmpty()
        ? " does not fit the other values, " + expected.words()
        : identifier;
  }

  private static String identifier(String value) {
    String bare = Missing.strip(value);
    if (bare.matches("0\\d+")) {
      return " has a leading zero, so it is an identifier and not a number";
    }
    if (bare.matches("\\d{19,}")) {
      return " has more than 18 digits, so it is an identifier and not a number";
    }
    return "";
  }

  private static String at(Candidates.Ruling ruling) {
    return "'" + Refused.printable(ruling.value()) + "' in line " + count(ruling.line());
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
