package io.liftwerk.briefs.reading;

import io.liftwerk.text.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds numbers with units, ranges of them, and names of standards, in German and English. */
public final class Values {
  private static final String WORDS_DE =
      "ein|eine|einen|einem|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf";
  private static final String WORDS_EN =
      "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
  private static final Map<String, Integer> NUMBERS = new HashMap<>();

  static {
    String[] german = WORDS_DE.split("\\|");
    for (int i = 0; i < german.length; i++) {
      NUMBERS.put(german[i], Math.max(1, i - 2));
    }
    String[] english = WORDS_EN.split("\\|");
    for (int i = 0; i < english.length; i++) {
      NUMBERS.put(english[i], i + 1);
    }
  }

  private static final Map<String, String> UNITS = new HashMap<>();

  static {
    unit("1000 g", "kg", "kilogramm", "kilo", "kilogram", "kilograms", "kilos");
    unit("1 g", "g", "gramm", "gram", "grams");
    unit("1 mm", "mm", "millimeter", "millimetern", "millimetre", "millimetres", "millimeters");
    unit("10 mm", "cm", "zentimeter", "zentimetern", "centimetre", "centimetres", "centimeters");
    unit("1000 mm", "m", "meter", "metern", "metre", "metres", "meters");
    unit("1000000 mm", "km", "kilometer", "kilometern", "kilometre", "kilometres", "kilometers");
    unit("1 EUR", "€", "euro", "euros", "eur");
    unit("1 USD", "$", "dollar", "dollars", "usd");
    unit("1 GBP", "£", "pound", "pounds", "gbp");
    unit("1 CHF", "chf", "franken");
    unit("1 day", "tag", "tage", "tagen", "day", "days");
    unit("1 working-day", "werktag", "werktage", "werktagen");
    unit("7 day", "woche", "wochen", "week", "weeks");
    unit("1 month", "monat", "monate", "monaten", "month", "months");
    unit("12 month", "jahr", "jahre", "jahren", "year", "years");
    unit("1 minute", "minute", "minuten", "minutes", "min");
    unit("60 minute", "stunde", "stunden", "std", "hour", "hours", "h");
    unit("1 °", "grad", "degrees", "°c", "°");
    unit("1 kN", "kn", "kilonewton", "kilonewtons");
    unit("1 %", "%", "prozent", "percent");
    unit("1 l", "l", "liter", "litern", "litre", "litres", "liters");
    unit("1 W", "w", "watt", "watts");
    unit("1 climb", "höhenmeter", "höhenmetern");
  }

  private static void unit(String canonical, String... names) {
    for (String name : names) {
      UNITS.put(name, canonical);
    }
  }

  private static final String NUMBER =
      "(?:\\d+(?:[.,\\u00A0\\u202F']\\d+)*|(?:" + WORDS_DE + "|" + WORDS_EN + ")(?=\\s|-))";
  private static final String UNIT =
      "(°C|[€$£%°]|(?:"
          + String.join(
              "|",
              UNITS.keySet().stream()
                  .filter(unit -> Character.isLetter(unit.charAt(0)))
                  .sorted(
                      (a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
                  .toList())
          + ")(?![\\p{L}\\p{N}]))";
  private static final Pattern MEASURE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,:-])(?:([€$£])\\s?)?("
              + NUMBER
              + ")(?:\\s?(?:bis|und|to|and|–|-)\\s?("
              + NUMBER
              + "))?(?:[\\s-]?"
              + UNIT
              + ")?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern STANDARD =
      Pattern.compile(
          "\\b((?:DIN|EN|ISO|UIAA|ÖNORM|IEC|ANSI|ASTM)(?:[ /-](?:EN|ISO))*)["
              + " \\u00A0-]?(\\d{2,6}(?:-\\d+)?)(?::(\\d{4}))?\\b");
  private static final Pattern AT_LEAST =
      Pattern.compile(
          "(?:\\bab|mindestens|über|mehr als|seit|at least|from|over|more"
              + " than|since)(?:\\s(?:einem|einer|\\p{L}+wert von))?\\s*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern AT_MOST =
      Pattern.compile(
          "(?:\\bbis(?: zu)?|höchstens|maximal|unter|weniger als|up to|at most|under|below|less"
              + " than)\\s*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Values() {}

  /** The values of {@code sentence} in the order of its text. */
  public static List<Value> of(String sentence, Language language) {
    List<Value> values = new ArrayList<>();
    Matcher standard = STANDARD.matcher(sentence);
    while (standard.find()) {
      values.add(standard(standard));
    }
    Matcher measure = MEASURE.matcher(sentence);
    while (measure.find()) {
      Value value = measure(sentence, measure, language);
      if (value != null
          && values.stream().noneMatch(o -> o.start() < value.end() && value.start() < o.end())) {
        values.add(value);
      }
    }
    values.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return values;
  }

  private static Value standard(Matcher found) {
    String name = found.group(1).replace('-', ' ') + " " + found.group(2);
    String year = found.group(3);
    BigDecimal edition = year == null ? BigDecimal.ZERO : new BigDecimal(year);
    return new Value(
        Value.STANDARD, edition, edition, 0, found.group(), found.start(), found.end(), name);
  }

  private static @Nullable Value measure(String sentence, Matcher found, Language language) {
    String sign = found.group(1);
    String unit = sign != null ? sign : found.group(4);
    String canonical = unit == null ? null : UNITS.get(unit.toLowerCase(Locale.ROOT));
    if (canonical == null) {
      return null;
    }
    int blank = canonical.indexOf(' ');
    var factor = new BigDecimal(canonical.substring(0, blank));
    BigDecimal low = number(found.group(2), language);
    String second = found.group(3);
    BigDecimal high = second == null ? low : number(second, language);
    if (low == null || high == null) {
      return null;
    }
    low = low.multiply(factor).stripTrailingZeros();
    high = high.multiply(factor).stripTrailingZeros();
    String before = sentence.substring(0, found.start());
    int bound =
        second != null
            ? 0
            : AT_LEAST.matcher(before).find() ? 1 : AT_MOST.matcher(before).find() ? -1 : 0;
    String name = canonical.substring(blank + 1);
    String key =
        low.toPlainString() + (second == null ? "" : "–" + high.toPlainString()) + " " + name;
    return new Value(
        name, low, high, bound, found.group().strip(), found.start(), found.end(), key);
  }

  /**
   * German writes {@code 1.300,5} where English writes {@code 1,300.5}; a lone group of three is
   * thousands.
   */
  private static @Nullable BigDecimal number(String text, Language language) {
    Integer word = NUMBERS.get(text.toLowerCase(Locale.ROOT));
    if (word != null) {
      return BigDecimal.valueOf(word);
    }
    char decimal = language == Language.GERMAN ? ',' : '.';
    char group = language == Language.GERMAN ? '.' : ',';
    String bare = text.replaceAll("[\\u00A0\\u202F']", "");
    if (bare.matches("\\d{1,3}(\\" + group + "\\d{3})+(\\" + decimal + "\\d+)?")) {
      bare = bare.replace(String.valueOf(group), "");
    }
    bare = bare.replace(',', '.');
    return bare.matches("\\d+(\\.\\d+)?") ? new BigDecimal(bare) : null;
  }
}
