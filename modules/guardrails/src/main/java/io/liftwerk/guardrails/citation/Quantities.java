package io.liftwerk.guardrails.citation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers with their units. A number that can be read two ways ({@code 1.500}: German fifteen
 * hundred, English one and a half) has both values, and agrees with what agrees with either. Units
 * of one dimension are converted to its base: grams, metres, litres, seconds.
 */
final class Quantities {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,])[-−]?(\\d{1,12}(?:[.,'\\u00A0\\u202F"
              + " ]\\d{3}){0,4}(?:[.,]\\d{1,6})?)(?!\\p{N})"
              + "(?:[-\\s\\u00A0]?(\\p{L}{1,14}(?:/h)?|%|€|\\$|£|°C|°F|°|″|\"))?");
  private static final Pattern CURRENCY = Pattern.compile("([€$£])\\s?$");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,14}");

  private static final Map<String, Integer> WORDS = words();

  private Quantities() {}

  /**
   * @param values every value it can be read as, in the unit's base
   * @param unit the dimension's base; empty for a bare number
   */
  record Quantity(int start, int end, Set<BigDecimal> values, String unit) {
    boolean agrees(Quantity other) {
      return (unit.isEmpty() || unit.equals(other.unit))
          && values.stream().anyMatch(other.values::contains);
    }
  }

  /** The quantities of {@code said} that {@code passage} does not have. */
  static List<Quantity> missing(String said, String passage) {
    List<Quantity> needed = of(said);
    if (needed.isEmpty()) {
      return List.of();
    }
    List<Quantity> there = new ArrayList<>(of(passage));
    there.addAll(spelled(passage));
    return needed.stream().filter(quantity -> there.stream().noneMatch(quantity::agrees)).toList();
  }

  static List<Quantity> of(String text) {
    var quantities = new ArrayList<Quantity>();
    Matcher number = NUMBER.matcher(text);
    int from = 0;
    while (number.find(from)) {
      Unit unit = unit(number.group(2));
      String before = text.substring(Math.max(0, number.start() - 2), number.start());
      Matcher currency = CURRENCY.matcher(before);
      if (unit == null && currency.find()) {
        unit = unit(currency.group(1));
      }
      boolean hasUnit = unit != null;
      int end = hasUnit && number.group(2) != null ? number.end(2) : number.end(1);
      Set<BigDecimal> values = new TreeSet<>();
      for (BigDecimal value : readings(number.group(1))) {
        values.add(hasUnit && unit != null ? unit.base(value) : plain(value));
      }
      quantities.add(
          new Quantity(number.start(1), end, values, unit == null ? "" : unit.dimension()));
      from = end;
    }
    return quantities;
  }

  /** Every value that a number's digits and points may mean. */
  private static List<BigDecimal> readings(String written) {
    String digits = written.replaceAll("[' \\u00A0\\u202F]", "");
    var readings = new ArrayList<BigDecimal>();
    // German: points part thousands, a comma is the decimal sign
    if (digits.matches("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?")) {
      readings.add(new BigDecimal(digits.replace(".", "").replace(',', '.')));
    }
    if (digits.matches("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?")) {
      readings.add(new BigDecimal(digits.replace(",", "")));
    }
    if (readings.isEmpty()) {
      readings.add(new BigDecimal(digits.replaceAll("[.,]", "")));
    }
    return readings;
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.round(new MathContext(12)).stripTrailingZeros();
    return stripped.signum() == 0 ? BigDecimal.ZERO : stripped;
  }

  private record Unit(String dimension, BigDecimal factor) {
    BigDecimal base(BigDecimal value) {
      return plain(value.multiply(factor));
    }
  }

  private static final Map<String, Unit> UNITS = units();

  private static @Nullable Unit unit(@Nullable String written) {
    if (written == null) {
      return null;
    }
    Unit exact = UNITS.get(written);
    return exact != null ? exact : UNITS.get(written.toLowerCase(Locale.ROOT));
  }

  private static Map<String, Unit> units() {
    var units = new HashMap<String, Unit>();
    put(units, "g", "1", "g", "gramm", "gram", "grams", "gr");
    put(units, "g", "1000", "kg", "kilo", "kilogramm", "kilogram", "kilograms", "kilos");
    put(units, "g", "0.001", "mg", "milligramm", "milligram", "milligrams");
    put(units, "g", "1000000", "t", "tonne", "tonnen", "tonnes");
    put(units, "g", "453.59237", "lb", "lbs", "pound", "pounds");
    put(units, "g", "28.349523125", "oz", "ounce", "ounces");
    put(units, "m", "1", "m", "meter", "metern", "metre", "metres", "meters");
    put(
        units,
        "m",
        "1000",
        "km",
        "kilometer",
        "kilometern",
        "kilometre",
        "kilometres",
        "kilometers");
    put(
        units,
        "m",
        "0.01",
        "cm",
        "zentimeter",
        "zentimetern",
        "centimetre",
        "centimetres",
        "centimeters");
    put(
        units,
        "m",
        "0.001",
        "mm",
        "millimeter",
        "millimetern",
        "millimetre",
        "millimetres",
        "millimeters");
    put(units, "m", "0.0254", "inch", "inches", "zoll", "″", "\"");
    put(units, "m", "0.3048", "ft", "feet", "foot", "fuß");
    put(units, "m", "1609.344", "mile", "miles", "meile", "meilen");
    put(units, "l", "1", "l", "liter", "litern", "litre", "litres", "liters");
    put(
        units,
        "l",
        "0.001",
        "ml",
        "milliliter",
        "millilitern",
        "millilitre",
        "millilitres",
        "milliliters");
    put(units, "l", "0.01", "cl", "zentiliter");
    put(units, "s", "1", "s", "sek", "sekunde", "sekunden", "second", "seconds", "sec");
    put(units, "s", "60", "min", "minute", "minuten", "minutes", "mins");
    put(units, "s", "3600", "h", "std", "stunde", "stunden", "hour", "hours");
    put(
        units,
        "s",
        "86400",
        "tag",
        "tage",
        "tagen",
        "day",
        "days",
        "werktag",
        "werktage",
        "werktagen");
    put(units, "s", "604800", "woche", "wochen", "week", "weeks");
    put(units, "month", "1", "monat", "monate", "monaten", "month", "months");
    put(units, "month", "12", "jahr", "jahre", "jahren", "year", "years");
    put(units, "%", "1", "%", "prozent", "percent");
    put(units, "EUR", "1", "€", "eur", "euro", "euros");
    put(units, "EUR", "0.01", "cent", "cents");
    put(units, "USD", "1", "$", "usd", "dollar", "dollars");
    put(units, "GBP", "1", "£", "gbp");
    put(units, "°C", "1", "°c", "°", "grad", "degrees");
    put(units, "km/h", "1", "km/h");
    put(units, "N", "1", "n", "newton");
    put(units, "N", "1000", "kn", "kilonewton");
    put(units, "W", "1", "w", "watt");
    put(units, "W", "1000", "kw", "kilowatt");
    put(units, "J", "1", "j", "joule");
    put(units, "J", "1000", "kj", "kilojoule");
    put(units, "mAh", "1", "mah");
    return units;
  }

  private static void put(Map<String, Unit> units, String base, String factor, String... names) {
    for (String name : names) {
      units.put(name, new Unit(base, new BigDecimal(factor)));
    }
  }

  /** Numbers written as words, with the unit behind them. */
  private static List<Quantity> spelled(String text) {
    var quantities = new ArrayList<Quantity>();
    Matcher word = WORD.matcher(text);
    int start = -1;
    @Nullable Integer number = null;
    while (word.find()) {
      String small = word.group().toLowerCase(Locale.ROOT);
      if (number != null) {
        Unit unit = unit(small);
        BigDecimal value = BigDecimal.valueOf(number);
        BigDecimal base = unit == null ? plain(value) : unit.base(value);
        quantities.add(
            new Quantity(start, word.end(), Set.of(base), unit == null ? "" : unit.dimension()));
      }
      number = WORDS.get(small);
      start = word.start();
    }
    return quantities;
  }

  private static Map<String, Integer> words() {
    var words = new HashMap<String, Integer>();
    String[] german =
        "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
            .split(" ");
    String[] english =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            .split(" ");
    for (int i = 0; i < german.length; i++) {
      words.put(german[i], i);
      words.put(english[i], i);
    }
    for (String one : new String[] {"eine", "einen", "einem", "einer", "eins"}) {
      words.put(one, 1);
    }
    words.put("zwanzig", 20);
    words.put("twenty", 20);
    words.put("dreißig", 30);
    words.put("thirty", 30);
    words.put("hundert", 100);
    words.put("hundred", 100);
    words.put("tausend", 1000);
    words.put("thousand", 1000);
    return words;
  }
}
