package io.liftwerk.text;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds telephone numbers: runs of digits and the signs between them that the plans of numbers
 * (libphonenumber) allow in one of the regions, or that carry a country code. A run that the words
 * around call something else, a date, an amount or an article number, is none.
 */
final class PhoneRecogniser implements Recogniser {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern PHONE_WORD =
      Pattern.compile(
          "(?:\\b(?:tel|fon|phone|mobil|handy|cell|fax|ruf|whats"
              + " ?app|sms|durchwahl|hotline|call|desk|anruf|anzurufen|erreich|reach|rück|zurück|callback|\\p{L}*(?:telefon|phone|nummer))\\p{L}*[^\\n"
              + "\\d]{0,20}|☎\\s*|📞\\s*|\\btelephone[^\\n"
              + "\\d]{0,20})$",
          FLAGS);
  private static final Pattern OTHER_WORD =
      Pattern.compile(
          "(?:\\b(?:bestell|auftrag|order|rechnung|invoice|kunden|artikel|art|ean|gtin|isbn|sku|sendung"
              + "|tracking|paket|plz|id|iban|bic|ust|hrb|hra|ticket|vorgang|referenz|ref|konto|blz"
              + "|serien|lead|charge|lot|version|steuer|vertrag|mitglied|police|barcode|account|ssn|security|imei|nr|no|liefer|gutschein|coupon|aktenzeichen|az)(?:["
              + " .-]?(?:\\p{L}*(?:nummer|number|id|schein|konto)|nr|no|ids))?\\p{L}{0,4}[.:#="
              + " ]{0,3}|#)$",
          FLAGS);
  private static final Pattern AMOUNT_AFTER =
      Pattern.compile(
          "^\\s?(?:€|\\$|£|%|(?:eur|euro|chf|usd|gbp|stück|stk|km|kg|mm|cm|ml|kb|mb|gb|px|qm|m²|fr)\\b)",
          FLAGS);
  private static final Pattern AMOUNT_BEFORE =
      Pattern.compile("(?:€|\\$|£|\\b(?:eur|euro|chf|usd|gbp|fr\\.))\\s?$", FLAGS);
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\d./-])(?:\\d{1,2}([./-])\\s?\\d{1,2}\\1\\s?(?:19|20)?\\d{2}|(?:19|20)\\d{2}([./-])\\d{1,2}\\2\\d{1,2})"
              + "(?![./-]?\\d)");
  private static final Pattern EXTENSION =
      Pattern.compile("^\\s?(?:x|ext\\.?|durchwahl|dw|app\\.)\\s?\\d{1,5}(?!\\d)", FLAGS);
  private static final Pattern DECIMAL = Pattern.compile("0\\.\\d+");

  private final List<String> regions;
  private final Set<Integer> codes = new HashSet<>();
  private final boolean zeroFirst;

  PhoneRecogniser(List<String> regions) {
    this.regions = List.copyOf(regions);
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    boolean zero = true;
    for (String region : regions) {
      codes.add(plans.getCountryCodeForRegion(region));
      zero &= "0".equals(plans.getNddPrefixForRegion(region, true));
    }
    this.zeroFirst = zero;
  }

  /** A run of digits and signs, and what the words around it say. */
  private record Run(int start, int end, String text, boolean called, boolean other) {
    int digits() {
      return Normalised.digits(text).length();
    }
  }

  @Override
  public void find(String text, Traits traits, Findings findings) {
    if (traits.digits() < 6) {
      return;
    }
    int i = 0;
    while (i < text.length()) {
      if (!isOpening(text, i)) {
        i++;
        continue;
      }
      int end = runEnd(text, i);
      if (isClosed(text, end)) {
        for (Run run : withoutDates(text, i, end)) {
          if (run.digits() >= 6 && findings.isFree(run.start(), run.end())) {
            look(text, run, findings);
          }
        }
      }
      i = Math.max(end, i + 1);
    }
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
    return (!Character.isLetter(c) || c == 'x' || c == 'X') && c != '_';
  }

  /** The parts of a run between the dates in it. */
  private static List<Run> withoutDates(String text, int start, int end) {
    List<Run> runs = new ArrayList<>(1);
    Matcher date = DATE.matcher(text).region(start, end).useTransparentBounds(true);
    int from = start;
    while (date.find()) {
      addRun(text, from, date.start(), runs);
      from = date.end();
    }
    addRun(text, from, end, runs);
    return runs;
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
    if (end - start >= 6) {
      String before = text.substring(Math.max(0, start - 40), start);
      boolean called = PHONE_WORD.matcher(before).find();
      boolean other = OTHER_WORD.matcher(before).find();
      runs.add(new Run(start, end, text.substring(start, end), called, other));
    }
  }

  private void look(String text, Run run, Findings findings) {
    boolean plus = run.text().indexOf('+') >= 0;
    if (!plus && (run.other() || (!run.called() && isAmount(text, run)))) {
      return;
    }
    int before = findings.count();
    for (String region : regions) {
      for (PhoneNumberMatch match :
          PhoneNumberUtil.getInstance()
              .findNumbers(run.text(), region, Leniency.VALID, run.text().length())) {
        take(text, run, match, region, findings);
      }
      if (findings.count() > before) {
        return;
      }
    }
    unknownToPlans(text, run, findings);
  }

  private void take(
      String text, Run run, PhoneNumberMatch match, String region, Findings findings) {
    String raw = match.rawString();
    double confidence = isInternational(raw, run) ? 0.95 : national(raw, run);
    if (confidence > 0) {
      add(
          text,
          run.start() + match.start(),
          run.start() + match.end(),
          region,
          confidence,
          findings);
    }
  }

  /** A plus, or two zeros; an article number may begin with them too. */
  private boolean isInternational(String raw, Run run) {
    if (raw.indexOf('+') >= 0) {
      return true;
    }
    String digits = Normalised.digits(raw);
    boolean bare = digits.length() == raw.length();
    return digits.startsWith("00")
        && (run.called()
            || !bare
            || startsWithCode(digits.substring(2))
            || !isArticleNumber(digits));
  }

  /** How likely a number without a country code is one: 0 if it is not. */
  private double national(String raw, Run run) {
    String digits = Normalised.digits(raw);
    boolean bare = digits.length() == raw.length();
    if (run.called()) {
      return 0.9;
    }
    if (zeroFirst && !digits.startsWith("0")) {
      return 0;
    }
    if (digits.startsWith("000") || DECIMAL.matcher(raw).matches()) {
      return 0;
    }
    if (!bare) {
      return 0.85;
    }
    return zeroFirst && !isArticleNumber(digits) ? 0.65 : 0.4;
  }

  /** GTIN-12, 13 or 14 by length and check digit (GS1 General Specifications, 7.9). */
  static boolean isArticleNumber(String digits) {
    int length = digits.length();
    if (length < 12 || length > 14) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < length; i++) {
      int digit = digits.charAt(length - 1 - i) - '0';
      sum += i % 2 == 1 ? 3 * digit : digit;
    }
    return sum % 10 == 0;
  }

  /**
   * Numbers outside the plans: with the code of one of the regions, or with a plus or a word that
   * calls it a telephone number, whatever the plans say.
   */
  private void unknownToPlans(String text, Run run, Findings findings) {
    String digits = Normalised.digits(run.text());
    boolean plus = run.text().indexOf('+') >= 0;
    boolean coded = digits.startsWith("00") && startsWithCode(digits.substring(2));
    boolean fits = digits.length() >= (run.called() ? 6 : 8) && digits.length() <= 17;
    if (fits && (plus || coded || run.called())) {
      double confidence = coded || (plus && startsWithCode(digits)) ? 0.8 : 0.6;
      add(text, run.start(), run.end(), regions.getFirst(), confidence, findings);
    }
  }

  private boolean startsWithCode(String digits) {
    return codes.stream().anyMatch(code -> digits.startsWith(code.toString()));
  }

  private static boolean isAmount(String text, Run run) {
    return AMOUNT_AFTER
            .matcher(text.substring(run.end(), Math.min(text.length(), run.end() + 8)))
            .find()
        || AMOUNT_BEFORE.matcher(text.substring(Math.max(0, run.start() - 6), run.start())).find();
  }

  private static void add(
      String text, int start, int end, String region, double confidence, Findings findings) {
    String value = Normalised.phone(text.substring(start, end), region);
    Matcher extension = EXTENSION.matcher(text.substring(end, Math.min(text.length(), end + 18)));
    int last = extension.find() ? end + extension.end() : end;
    findings.add(PersonalKind.PHONE, start, last, value, confidence);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
