import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What Google's unpaid results brought to the German site in the third quarter of 2026. */
final class Organic {
  static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
  static final LocalDate LAST = Season.TODAY.minusDays(1);

  private static final List<String> PATTERNS =
      List.of(
          "%s",
          "%s kaufen",
          "%s test",
          "%s damen",
          "%s herren",
          "%s günstig",
          "%s ratgeber",
          "%s unterschied",
          "%s reinigen",
          "%s größentabelle",
          "welche %s für anfänger",
          "%s pflegen",
          "%s leihen münchen",
          "%s oder nicht",
          "wie lange hält %s",
          "%s erfahrungen",
          "%s gewicht",
          "%s kinder");
  private static final List<String> BRAND =
      List.of(
          "nordwand",
          "nordwand shop",
          "nordwand münchen",
          "nordwand innsbruck öffnungszeiten",
          "nordwand gutschein",
          "nord wand bergsport");

  /** A query with its share of all that is asked; {@code brand} ones are clicked far more often. */
  record Query(String text, double weight, boolean brand) {}

  /** Clicks and impressions of each day. */
  final Map<LocalDate, long[]> days = new TreeMap<>();

  final List<Query> queries = new ArrayList<>();

  Organic(long seed, Season season, Catalog catalog) {
    Dice dice = Dice.of(seed, "organic");
    Days.from(FIRST, LAST).forEach(day -> days.put(day, day(dice, season, day)));
    var found = new LinkedHashMap<String, Query>();
    BRAND.forEach(text -> found.put(text, new Query(text, dice.around(90, .5), true)));
    for (Catalog.Product product : catalog.products) {
      double demand = product.category().season().demand(LocalDate.of(2026, 8, 15));
      String name = product.name().toLowerCase(Locale.GERMAN);
      String thing = name.replaceAll(" .*", "");
      for (String pattern : PATTERNS) {
        String text = pattern.replace("%s", thing);
        found.putIfAbsent(text, new Query(text, demand * dice.around(8, 1), false));
      }
      for (String pattern : PATTERNS.subList(0, 4)) {
        String text = pattern.replace("%s", name);
        found.putIfAbsent(text, new Query(text, demand * dice.around(1.2, .9), false));
      }
    }
    queries.addAll(found.values());
  }

  private static long[] day(Dice dice, Season season, LocalDate day) {
    double leisure = 1.25 - .25 * season.office(day, "Deutschland");
    int clicks = dice.count(400 * leisure * Season.Kind.SHOULDER.demand(day));
    return new long[] {clicks, StrictMath.round(clicks / dice.around(.031, .05))};
  }

  long clicks(LocalDate day) {
    return days.get(day)[0];
  }

  long total(int figure) {
    return days.values().stream().mapToLong(d -> d[figure]).sum();
  }
}
