package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and days, as numbers or with a month's name, and years that a word calls one. */
final class Dates implements Finder {
  private static final String MONTH =
      "(?:jan(?:uar[yi]?)?|jänner|feb(?:ruar[yi]?)?|m[aä]r(?:ch|z)?|mrz|apr(?:il)?|ma[yi]|june?|juni|july?|juli"
          + "|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)";
  private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
  private static final String MON = "(?:0?[1-9]|1[0-2])";
  private static final String YEAR = "(?:(?:1[89]|20)\\d\\d|\\d\\d)";
  private static final String LONG_YEAR = "(?:1[89]|20)\\d\\d";
  private static final String TIME =
      "(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:\\d{2})?)?";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern FULL =
      Pattern.compile(
          "(?:"
              + LONG_YEAR
              + "([-/.])"
              + MON
              + "\\1"
              + DAY
              + TIME
              + "|"
              + DAY
              + "([-/.])"
              + MON
              + "\\2"
              + YEAR
              + "|"
              + MON
              + "([-/])"
              + DAY
              + "\\3"
              + YEAR
              + "|"
              + DAY
              + "\\. ?"
              + MON
              + "\\. ?"
              + YEAR
              + "|"
              + DAY
              + "-"
              + MONTH
              + "(?:-"
              + YEAR
              + ")?"
              + ")(?![\\p{L}\\d]|[-/.]\\d)",
          FLAGS);
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          DAY
              + "(?:st|nd|rd|th|\\.)? ?(?:of )?"
              + MONTH
              + "\\b\\.?(?:,? "
              + LONG_YEAR
              + ")?(?![\\p{L}\\d])",
          FLAGS);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          MONTH
              + "(?:-"
              + YEAR
              + "|\\.? (?:"
              + DAY
              + "(?:st|nd|rd|th)?(?:,? "
              + LONG_YEAR
              + ")?|"
              + LONG_YEAR
              + "))(?![\\p{L}\\d]|[.:]\\d)",
          FLAGS);
  private static final Pattern PART =
      Pattern.compile("(?:" + MON + "/" + LONG_YEAR + "|" + MON + "/" + DAY + ")(?![\\p{L}\\d/])");
  private static final Pattern SHORT_GERMAN =
      Pattern.compile(DAY + "\\." + MON + "\\.(?![\\p{L}\\d])");

  @Override
  public void find(Scan scan, Candidates found) {
    if (!found.wants(IdentifierKind.DATE)) {
      return;
    }
    int done = 0;
    for (int i : scan.marks()) {
      if (scan.start(i) < done) {
        continue;
      }
      if (scan.hasDigit(i)) {
        done = number(scan, i, found);
      } else if (scan.is(i, Lexicon.MONTH | Lexicon.WEEKDAY) && scan.isCapital(i)) {
        done = named(scan, i, found);
      }
    }
  }

  private static int number(Scan scan, int i, Candidates found) {
    int start = scan.start(i);
    int length = scan.length(i);
    if (Numbers.joinsNumber(scan.text, start) && scan.before(i) != ',') {
      return 0;
    }
    if (scan.isDigits(i) && length > 4) {
      return 0;
    }
    // most numbers are none of a date, which the next sign tells sooner than a pattern
    char sign = signBehind(scan, i);
    int end = "-/.".indexOf(sign) >= 0 ? look(FULL, scan, start, 0.65, found) : 0;
    if (end == 0 && length <= 2 && (scan.is(i + 1, Lexicon.MONTH) || scan.isOne(i + 1, "of"))) {
      end = look(DAY_FIRST, scan, start, 0.65, found);
    }
    if (end == 0 && length <= 2 && (sign == '/' || sign == '.')) {
      Matcher part = matcher(PART, scan, start);
      if (part.lookingAt()) {
        boolean year = part.end() - start > 5;
        return add(scan, start, part.end(), year ? 0.2 : 0.1, found);
      }
      boolean day = scan.isOne(i - 1, "am", "vom", "zum", "bis", "ab", "seit", "den", "dem");
      end = look(SHORT_GERMAN, scan, start, day ? 0.6 : 0.2, found);
    }
    if (end == 0 && length == 4 && scan.isDigits(i) && isYear(scan, i)) {
      return add(scan, start, scan.end(i), 0.6, found);
    }
    return end;
  }

  /** What stands behind the digits that word {@code i} begins with. */
  private static char signBehind(Scan scan, int i) {
    int k = scan.start(i);
    while (k < scan.end(i) && Character.isDigit(scan.text.charAt(k))) {
      k++;
    }
    return k < scan.text.length() ? scan.text.charAt(k) : '\n';
  }

  /** In 1984, since 2007; not in 2000 shops. */
  private static boolean isYear(Scan scan, int i) {
    String year = scan.word(i, i + 1);
    if (!(year.startsWith("19") || year.startsWith("20"))) {
      return false;
    }
    boolean ends =
        !scan.isJoined(i)
            || scan.is(i + 1, Lexicon.ENGLISH | Lexicon.GERMAN)
            || scan.before(i) == '(';
    if (!scan.isJoined(i - 1)) {
      return i > 0 && ends && (scan.before(i) == '(' || scan.before(i) == '©');
    }
    boolean called =
        scan.isOne(
            i - 1,
            "in",
            "since",
            "during",
            "until",
            "by",
            "from",
            "year",
            "jahr",
            "jahre",
            "seit",
            "bis",
            "ab",
            "jahrgang",
            "anno",
            "before",
            "after",
            "sommer",
            "winter",
            "herbst",
            "fruhling",
            "fruhjahr",
            "summer",
            "spring",
            "autumn");
    boolean counted =
        scan.isJoined(i)
            && !scan.is(i + 1, Lexicon.ENGLISH | Lexicon.GERMAN)
            && (scan.isOne(i - 1, "by", "from", "ab", "bis", "until", "after", "before"));
    boolean plain =
        ends && !scan.isCapital(i - 1) && !scan.hasDigit(i - 1) && year.compareTo("2040") < 0;
    return ((called && !counted) || plain) && scan.after(i) != '%' && scan.after(i) != '€';
  }

  private static int named(Scan scan, int i, Candidates found) {
    int start = scan.start(i);
    if (scan.is(i, Lexicon.MONTH)) {
      int end = look(MONTH_FIRST, scan, start, 0.65, found);
      if (end > 0 || !scan.is(i, Lexicon.WEEKDAY)) {
        return end;
      }
    }
    return add(scan, start, scan.end(i), scan.isUpper(i) ? 0.4 : 0.55, found);
  }

  private static int look(
      Pattern pattern, Scan scan, int start, double confidence, Candidates found) {
    Matcher matcher = matcher(pattern, scan, start);
    return matcher.lookingAt() ? add(scan, start, matcher.end(), confidence, found) : 0;
  }

  private static int add(Scan scan, int start, int end, double confidence, Candidates found) {
    found.add(IdentifierKind.DATE, start, end, scan.text.substring(start, end), confidence);
    return end;
  }

  private static Matcher matcher(Pattern pattern, Scan scan, int start) {
    int end = Math.min(scan.text.length(), start + 48);
    return pattern.matcher(scan.text).region(start, end).useTransparentBounds(true);
  }
}
