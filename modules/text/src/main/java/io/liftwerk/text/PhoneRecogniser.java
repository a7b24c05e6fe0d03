package io.liftwerk.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.liftwerk.text.PhoneRuns.Run;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds telephone numbers: runs of digits and the signs between them that the plans of numbers
 * (libphonenumber) allow in one of the regions, or that carry a country code. A run that the words
 * around call something else, a date, an amount or an article number, is none.
 */
final class PhoneRecogniser implements Recogniser {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern AMOUNT_AFTER =
      Pattern.compile(
          "^\\s?(?:€|\\$|£|%|(?:eur|euro|chf|usd|gbp|stück|stk|km|kg|mm|cm|ml|kb|mb|gb|px|qm|m²|fr)\\b)",
          FLAGS);
  private static final Pattern AMOUNT_BEFORE =
      Pattern.compile("(?:€|\\$|£|\\b(?:eur|euro|chf|usd|gbp|fr\\.))\\s?$", FLAGS);
  private static final Pattern EXTENSION =
      Pattern.compile("^\\s?(?:x|ext\\.?|durchwahl|dw|app\\.)\\s?\\d{1,5}(?!\\d)", FLAGS);
  private static final Pattern NEXT_NUMBER =
      Pattern.compile("[ \\u00A0][/-]?[ \\u00A0]?(?=\\+|\\(?0[1-9(]|00[1-9])");
  private static final Pattern DECIMAL = Pattern.compile("0\\.\\d+");

  /** Digits of the longest number (ITU-T E.164), with two zeros before it. */
  private static final int LONGEST = 17;

  private final List<String> regions;

  /** How few digits a number of each region has at least, in their order. */
  private final int[] fewest;

  private final Set<Integer> codes = new HashSet<>();
  private final boolean zeroFirst;

  PhoneRecogniser(List<String> regions) {
    this.regions = List.copyOf(regions);
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    boolean zero = true;
    fewest = new int[regions.size()];
    for (String region : regions) {
      fewest[regions.indexOf(region)] = fewest(plans, plans.getCountryCodeForRegion(region));
      codes.add(plans.getCountryCodeForRegion(region));
      zero &= "0".equals(plans.getNddPrefixForRegion(region, true));
    }
    this.zeroFirst = zero;
  }

  @Override
  public PersonalKind kind() {
    return PersonalKind.PHONE;
  }

  @Override
  public void find(String text, Traits traits, Findings findings) {
    if (traits.digits() >= 6) {
      find(text, PhoneRuns.of(text), findings);
    }
  }

  /** As {@link #find(String, Traits, Findings)}, of {@code runs} alone. */
  void find(String text, List<Run> runs, Findings findings) {
    for (Run run : runs) {
      Run likely = zeroFirst && !run.called() ? fromZero(run) : run;
      if (likely != null && findings.isFree(likely.start(), likely.end())) {
        look(text, likely, findings);
      }
    }
  }

  /** The run from the first group on that begins with a zero or a plus, or null if none does. */
  private static @Nullable Run fromZero(Run run) {
    String text = run.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char before = i == 0 ? ' ' : text.charAt(i - 1);
      boolean bracket = c == '(' && i + 1 < text.length() && text.charAt(i + 1) == '0';
      boolean opens = bracket || c == '+' || (c == '0' && (before == ' ' || before == '/'));
      if (opens) {
        String digits = Normalised.digits(text.substring(i));
        return digits.length() < 6 ? null : run.part(i, text.length());
      }
    }
    return null;
  }

  private void look(String text, Run run, Findings findings) {
    boolean amount = !run.called() && isAmount(text, run);
    if (!run.plus() && (run.other() || amount || DECIMAL.matcher(run.text()).matches())) {
      return;
    }
    if (run.digits().length() <= LONGEST) {
      one(text, run, findings);
    } else {
      several(text, run, findings);
    }
  }

  private void one(String text, Run run, Findings findings) {
    boolean coded = run.plus() ? startsWithCode(run.digits()) : isCoded(run.digits());
    if (coded && run.digits().length() >= 9) {
      add(text, run.start(), run.end(), regions.getFirst(), 0.9, findings);
      return;
    }
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    for (int i = 0; i < fewest.length; i++) {
      String region = regions.get(i);
      if (run.digits().length() >= fewest[i] && isValid(plans, run, region)) {
        take(text, run, run.start(), run.text(), region, findings);
        return;
      }
      if (run.plus()) {
        break;
      }
    }
    unknownToPlans(text, run, findings);
  }

  /** Numbers with nothing but blanks between them: each begins with a zero or a plus. */
  private void several(String text, Run run, Findings findings) {
    Matcher next = NEXT_NUMBER.matcher(run.text());
    int from = 0;
    while (next.find()) {
      Run part = run.part(from, next.start());
      if (part.digits().length() >= 6) {
        one(text, part, findings);
        from = next.end();
      }
    }
    Run last = run.part(from, run.text().length());
    if (last.digits().length() <= LONGEST) {
      one(text, last, findings);
    } else {
      search(text, last, findings);
    }
  }

  private void search(String text, Run run, Findings findings) {
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    for (String region : regions) {
      int before = findings.count();
      for (PhoneNumberMatch match :
          plans.findNumbers(run.text(), region, Leniency.VALID, run.text().length())) {
        take(text, run, run.start() + match.start(), match.rawString(), region, findings);
      }
      if (findings.count() > before) {
        return;
      }
    }
    unknownToPlans(text, run, findings);
  }

  /** The shortest national number that the plan of {@code country} may have. */
  private static int fewest(PhoneNumberUtil plans, int country) {
    long number = 20;
    for (int digits = 2; digits < LONGEST; digits++, number *= 10) {
      PhoneNumber one = new PhoneNumber().setCountryCode(country).setNationalNumber(number);
      if (plans.isPossibleNumberWithReason(one) == ValidationResult.IS_POSSIBLE) {
        return digits;
      }
    }
    return 1;
  }

  private boolean isValid(PhoneNumberUtil plans, Run run, String region) {
    return (zeroFirst && isPlain(plans, run, region)) || isParsed(plans, run, region);
  }

  /**
   * Whether digits behind one zero are a number of {@code region}: what most numbers look like, and
   * what needs none of the ways of reading others.
   */
  private static boolean isPlain(PhoneNumberUtil plans, Run run, String region) {
    String digits = run.digits();
    boolean plain =
        !run.plus()
            && digits.length() > 2
            && digits.length() < LONGEST
            && digits.charAt(0) == '0'
            && digits.charAt(1) != '0';
    return plain
        && plans.isValidNumberForRegion(
            new PhoneNumber()
                .setCountryCode(plans.getCountryCodeForRegion(region))
                .setNationalNumber(Long.parseLong(digits)),
            region);
  }

  private static boolean isParsed(PhoneNumberUtil plans, Run run, String region) {
    try {
      return plans.isValidNumber(plans.parse(run.text(), region));
    } catch (NumberParseException e) {
      return false;
    }
  }

  private void take(String text, Run run, int start, String raw, String region, Findings findings) {
    double confidence = isInternational(raw, run) ? 0.95 : national(raw, run);
    if (confidence > 0) {
      add(text, start, start + raw.length(), region, confidence, findings);
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
    if (digits.startsWith("000")) {
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
    String digits = run.digits();
    boolean plus = run.plus();
    boolean coded = isCoded(digits);
    boolean fits = digits.length() >= (run.called() ? 6 : 8) && digits.length() <= 17;
    if (fits && (plus || coded || run.called())) {
      double confidence = coded || (plus && startsWithCode(digits)) ? 0.8 : 0.6;
      add(text, run.start(), run.end(), regions.getFirst(), confidence, findings);
    }
  }

  private boolean isCoded(String digits) {
    return digits.startsWith("00") && startsWithCode(digits.substring(2));
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
}
