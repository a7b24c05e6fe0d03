package io.liftwerk.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stretches of digits and the signs that people put between them, without the dates among them. */
final class PhoneRuns {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern PHONE_WORD_AFTER =
      Pattern.compile(
          "^[\\s(–-]{0,3}(?:office|fax|mobile?|cell|home|work|privat|dienstlich|geschäftlich|büro)\\b",
          FLAGS);
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\d./-])(?:\\d{1,2}([./-])\\s?\\d{1,2}\\1\\s?(?:19|20)?\\d{2}|(?:19|20)\\d{2}([./-])\\d{1,2}\\2\\d{1,2})"
              + "(?![./-]?\\d)");

  /**
   * Digits and signs, and what the words around them say.
   *
   * @param digits the digits alone
   * @param called whether they are called a telephone number
   * @param other whether they are called something else: an order's number, an article's
   */
  record Run(int start, int end, String text, String digits, boolean called, boolean other) {
    Run part(int from, int to) {
      String part = text.substring(from, to);
      return new Run(start + from, start + to, part, Normalised.digits(part), called, other);
    }

    boolean plus() {
      return text.indexOf('+') >= 0;
    }
  }

  private PhoneRuns() {}

  /** The runs of at least six digits in {@code text}. */
  static List<Run> of(String text) {
    List<Run> runs = new ArrayList<>(1);
    int i = 0;
    while (i < text.length()) {
      if (!isOpening(text, i)) {
        i++;
        continue;
      }
      int end = runEnd(text, i);
      if (end - i >= 6 && isClosed(text, end)) {
        withoutDates(text, i, end, runs);
      }
      i = Math.max(end, i + 1);
    }
    return runs;
  }

  private static boolean isOpening(String text, int i) {
    char c = text.charAt(i);
    if (!isDigit(c) && !(c == '+' || c == '(')) {
      return false;
    }
    if (i == 0) {
      return true;
    }
    char before = text.charAt(i - 1);
    if (Character.isLetterOrDigit(before) || before == '_') {
      return false;
    }
    if (before == ':') {
      // a time goes on like this
      return i == 1 || !isDigit(text.charAt(i - 2));
    }
    boolean joins =
        before == ',' || before == '.' || before == '-' || before == '/' || before == '#';
    return !joins || i == 1 || !Character.isLetterOrDigit(text.charAt(i - 2));
  }

  private static int runEnd(String text, int start) {
    int end = start;
    int gap = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        end = i + 1;
        gap = 0;
      } else if (isSign(c) && gap < 3 && (c != '+' || i == start || text.charAt(i - 1) == '(')) {
        gap++;
      } else {
        break;
      }
    }
    return end;
  }

  private static boolean isSign(char c) {
    return switch (c) {
      case ' ',
          '\u00A0',
          '\u202F',
          '\u2009',
          '-',
          '\u2010',
          '\u2011',
          '\u2013',
          '/',
          '.',
          '(',
          ')',
          '+' ->
          true;
      default -> false;
    };
  }

  private static boolean isClosed(String text, int end) {
    if (end >= text.length()) {
      return true;
    }
    char c = text.charAt(end);
    if (c == ',' || c == '.' || c == ':') {
      return end + 1 == text.length() || !isDigit(text.charAt(end + 1));
    }
    if (c == '-') {
      return !goesOnWithDigits(text, end + 1);
    }
    return (!Character.isLetter(c) || c == 'x' || c == 'X') && c != '_';
  }

  /** {@code 02577875-b631-496e}: what follows the hyphen is no word. */
  private static boolean goesOnWithDigits(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
      i++;
    }
    return false;
  }

  /** The parts of a run between the dates in it. */
  private static void withoutDates(String text, int start, int end, List<Run> runs) {
    Matcher date = DATE.matcher(text).region(start, end).useTransparentBounds(true);
    int from = start;
    while (date.find()) {
      addRun(text, from, date.start(), runs);
      from = date.end();
    }
    addRun(text, from, end, runs);
  }

  private static void addRun(String text, int from, int to, List<Run> runs) {
    int start = from;
    int end = to;
    while (start < end && !isDigit(text.charAt(start)) && "+(".indexOf(text.charAt(start)) < 0) {
      start++;
    }
    while (end > start && !isDigit(text.charAt(end - 1))) {
      end--;
    }
    if (start < end && text.charAt(start) == '(' && text.substring(start, end).indexOf(')') < 0) {
      start++;
    }
    String digits = end - start < 6 ? "" : Normalised.digits(text.substring(start, end));
    if (digits.length() >= 6) {
      String after = text.substring(end, Math.min(text.length(), end + 16));
      boolean called =
          PhoneWords.call(text, start)
              || (end < text.length() && PHONE_WORD_AFTER.matcher(after).find());
      boolean other = PhoneWords.callOther(text, start);
      runs.add(new Run(start, end, text.substring(start, end), digits, called, other));
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
