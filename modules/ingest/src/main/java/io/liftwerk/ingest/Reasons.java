package io.liftwerk.ingest;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sentence that tells a user why a column is read as it is. */
final class Reasons {
  private Reasons() {}

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** That lines of a file are encoded in two ways, with the first of either. */
  static String mixed(long utf8, long other) {
    return "Two encodings in one file: line "
        + count(utf8)
        + " is UTF-8, line "
        + count(other)
        + " is not; lines that are not UTF-8 are read as windows-1252.";
  }

  static String zeros(long bytes) {
    return count(bytes) + (bytes == 1 ? " zero byte was" : " zero bytes were") + " left out.";
  }

  /** All values fit, and something ruled the other readings out. */
  static String settled(ColumnWork column, Reading reading) {
    String all = all(column);
    if (reading instanceof NumberReading number) {
      if (column.marked == 0 && number.simple()) {
        return "Whole numbers: " + all;
      }
      Candidates.Ruling ruling = decisive(column, number);
      return style(number) + (ruling == null ? "" : ": " + at(ruling)) + "; " + all;
    }
    if (reading instanceof EpochReading) {
      return capital(reading.words()) + ", as the column's name says; " + all;
    }
    Candidates.Ruling ruling = column.candidates.against(reading::clashesWith);
    if (ruling != null) {
      return capital(reading.words()) + ": " + at(ruling) + "; " + all;
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
      String words = last.reading().words();
      String misfit =
          identifier(at(last), last.value())
              .orElseGet(() -> at(last) + " does not fit the other values, " + words);
      return "Text: " + misfit + share + ".";
    }
    String first = column.candidates.distinct().stream().findFirst().orElse("");
    String place = "'" + Refused.printable(first) + "'";
    return "Text: "
        + identifier(place, first).orElseGet(() -> place + " is no number or date")
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
        + ". Please choose one.";
  }

  /** The same dates, where another column tells day from month. */
  static String settledByColumn(ColumnWork column, Reading taken, String other) {
    return capital(taken.words())
        + ", as in the column '"
        + other
        + "', because the values alone would fit another order as well; "
        + all(column);
  }

  /** {@code 1,234} beside {@code 5.678}. */
  static String ambiguousNumber(ColumnWork column) {
    return "Text, because it is ambiguous: in values such as "
        + with(column, ',')
        + " and "
        + with(column, '.')
        + " either sign may be the decimal one. Please choose one.";
  }

  private static String with(ColumnWork column, char sign) {
    return column.candidates.distinct().stream()
        .filter(value -> value.indexOf(sign) >= 0)
        .findFirst()
        .map(value -> "'" + Refused.printable(value) + "'")
        .orElse("'" + sign + "'");
  }

  /** Every number is in brackets, or has its minus behind. */
  static String allNegative(ColumnWork column) {
    return "Text: every value is written like "
        + first(column)
        + ", so nothing tells that it is a number below zero.";
  }

  /** {@code 1.}, {@code 2.} … */
  static String ordinal(ColumnWork column, char sign) {
    return "Text: values such as "
        + with(column, sign)
        + " end in a sign as ordinals do, and none has a digit behind it.";
  }

  private static String first(ColumnWork column) {
    return "'"
        + Refused.printable(column.candidates.distinct().stream().findFirst().orElse(""))
        + "'";
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
    String masked = masked(column);
    String missing =
        column.candidates.missing().stream()
            .map(Missing::strip)
            .filter(word -> !word.isEmpty())
            .findFirst()
            .map(word -> ", '" + word + "' counts as missing" + masked)
            .orElse(masked);
    long values = column.values - column.masked;
    String fit = values == 1 ? "the one value fits" : "all " + count(values) + " values fit";
    return fit + missing + ".";
  }

  private static String masked(ColumnWork column) {
    if (column.masked == 0) {
      return "";
    }
    String examples =
        column.candidates.masked().stream()
            .map(value -> Refused.printable(Missing.strip(value)))
            .distinct()
            .sorted()
            .limit(3)
            .collect(Collectors.joining(", "));
    return ", "
        + count(column.masked)
        + (column.masked == 1 ? " masked value (" : " masked values (")
        + examples
        + ") read as missing";
  }

  private static Candidates.@Nullable Ruling decisive(ColumnWork column, NumberReading number) {
    boolean comma = number.style().decimal() == ',';
    Candidates.Ruling other =
        column.candidates.against(styled(comma ? NumberStyle.ENGLISH : NumberStyle.GERMAN));
    return other != null
        ? other
        : column.candidates.against(styled(comma ? NumberStyle.PLAIN_COMMA : NumberStyle.PLAIN));
  }

  private static Predicate<Reading> styled(NumberStyle style) {
    return reading -> reading instanceof NumberReading number && number.style() == style;
  }

  private static String style(NumberReading number) {
    String name = styleName(number.style());
    String with = number.unit().isEmpty() ? name : name + " with '" + number.unit() + "'";
    return switch (number.negative()) {
      case MINUS -> with;
      case BRACKETS -> with + ", in brackets below zero";
      case MINUS_BEHIND -> with + ", with the minus behind";
    };
  }

  private static String styleName(NumberStyle style) {
    return switch (style) {
      case PLAIN -> "Decimal point";
      case PLAIN_COMMA -> "Decimal comma";
      case ENGLISH -> "English numbers";
      case GERMAN -> "German numbers";
      case FRENCH -> "French numbers";
      case SPACED -> "Numbers with blanks between thousands and a decimal point";
      case SWISS -> "Swiss numbers";
    };
  }

  /** Why {@code value}, found in {@code place}, is digits and yet no number. */
  private static Optional<String> identifier(String place, String value) {
    String bare = Missing.strip(value);
    if (bare.matches("0\\d+")) {
      return Optional.of(place + " has a leading zero, so it is an identifier and not a number");
    }
    if (bare.matches("\\d{19,}")) {
      return Optional.of(
          place + " has more than 18 digits, so it is an identifier and not a number");
    }
    return Optional.empty();
  }

  private static String at(Candidates.Ruling ruling) {
    return "'" + Refused.printable(ruling.value()) + "' in line " + count(ruling.line());
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
