import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of a German Search Console export. Days, devices and countries agree to the click;
 * queries end at a thousand and carry less than half of the clicks.
 */
final class SearchConsole {
  private static final int CAP = 1000;

  private record Entry(String key, long clicks, long impressions, long tenths) {}

  private SearchConsole() {}

  static byte[] days(World world) {
    Dice dice = world.dice("search console days");
    var entries = new ArrayList<Entry>();
    world
        .organic()
        .days
        .forEach(
            (day, d) -> entries.add(new Entry(day.toString(), d[0], d[1], position(dice, 141))));
    return table("Datum", entries);
  }

  static byte[] devices(World world) {
    var shares = new LinkedHashMap<String, Double>();
    shares.put("Mobil", .61);
    shares.put("Computer", .345);
    shares.put("Tablet", .045);
    return table("Gerät", divided(world, shares, world.dice("search console devices")));
  }

  static byte[] countries(World world) {
    var shares = new LinkedHashMap<String, Double>();
    List<String> names =
        List.of(
            "Deutschland",
            "Österreich",
            "Schweiz",
            "Italien",
            "Niederlande",
            "Tschechien",
            "Frankreich",
            "Polen",
            "Vereinigtes Königreich",
            "Vereinigte Staaten",
            "Slowenien",
            "Türkei",
            "Côte d’Ivoire",
            "Unbekannte Region");
    double share = .74;
    for (String name : names) {
      shares.put(name, share);
      share *= name.equals("Deutschland") ? .16 : .52;
    }
    return table("Land", divided(world, shares, world.dice("search console countries")));
  }

  static byte[] queries(World world) {
    Dice dice = world.dice("search console queries");
    Organic organic = world.organic();
    List<Organic.Query> top =
        organic.queries.stream()
            .sorted(Comparator.comparingDouble((Organic.Query q) -> -q.weight()))
            .limit(CAP)
            .toList();
    double weights = top.stream().mapToDouble(Organic.Query::weight).sum();
    var entries = new ArrayList<Entry>();
    for (Organic.Query query : top) {
      long clicks = (long) (organic.total(0) * .455 * query.weight() / weights);
      double rate = query.brand() ? .42 : dice.around(.085, .5);
      long impressions = Math.max(clicks + 1, (long) ((clicks + dice.unit()) / Math.min(rate, .9)));
      entries.add(
          new Entry(query.text(), clicks, impressions, position(dice, query.brand() ? 12 : 96)));
    }
    return table("Häufigste Suchanfragen", sorted(entries));
  }

  /** Clicks add up to the days'; impressions exceed them, as one search may show two pages. */
  static byte[] pages(World world) {
    Dice dice = world.dice("search console pages");
    var shares = new LinkedHashMap<String, Double>();
    double sum = 0;
    for (Site.Page page : world.site().pages) {
      double weight =
          switch (page.kind()) {
            case HOME -> 160;
            case CATEGORY -> dice.around(26, .6);
            case GUIDE -> dice.around(48, .7);
            case PRODUCT -> dice.around(3, .8);
            case SERVICE -> dice.around(4, .8);
          };
      shares.put(page.url(), weight);
      sum += weight;
    }
    double whole = sum;
    shares.replaceAll((url, weight) -> weight / whole);
    List<Entry> exact = divided(world, shares, dice);
    return table(
        "Die häufigsten Seiten",
        exact.stream()
            .map(e -> new Entry(e.key(), e.clicks(), e.impressions() * 27 / 25, e.tenths()))
            .toList());
  }

  static byte[] appearances(World world) {
    long clicks = world.organic().total(0) / 7;
    var rich = new Entry("Rezensions-Snippet", clicks, clicks * 19, 83);
    var goods = new Entry("Händlereinträge", clicks / 2, clicks * 22, 117);
    return table("Darstellung in der Suche", List.of(goods, rich));
  }

  static byte[] filters(World world) {
    return new Sheet(';', "\n")
        .row("Filter", "Wert")
        .row("Suchtyp", "Web")
        .row("Datum", Organic.FIRST + " bis " + Organic.LAST)
        .withoutLastLineEnd();
  }

  /** Divides the clicks and impressions of all days; the first entry takes what is left. */
  private static List<Entry> divided(World world, Map<String, Double> shares, Dice dice) {
    long clicks = world.organic().total(0);
    long impressions = world.organic().total(1);
    var entries = new ArrayList<Entry>();
    long[] rest = {clicks, impressions};
    shares.forEach(
        (key, share) -> {
          long some = Math.min(rest[0], (long) (clicks * share));
          long shown = Math.min(rest[1], (long) (impressions * share * (.9 + .2 * dice.unit())));
          entries.add(new Entry(key, some, Math.max(some, shown), position(dice, 135)));
          rest[0] -= some;
          rest[1] -= Math.max(some, shown);
        });
    Entry first = entries.getFirst();
    entries.set(
        0,
        new Entry(
            first.key(), first.clicks() + rest[0], first.impressions() + rest[1], first.tenths()));
    return sorted(entries);
  }

  private static List<Entry> sorted(List<Entry> entries) {
    return entries.stream().sorted(Comparator.comparingLong((Entry e) -> -e.clicks())).toList();
  }

  private static long position(Dice dice, int tenths) {
    return Math.max(10, StrictMath.round(dice.around(tenths, tenths < 20 ? .05 : .25)));
  }

  private static byte[] table(String key, List<Entry> entries) {
    var sheet =
        new Sheet(';', "\n")
            .row(key, "Klicks", "Impressionen", "Klickrate", "Durchschnittliche Position");
    Num n = Num.COMMA;
    for (Entry e : entries) {
      sheet.row(
          e.key(),
          n.whole(e.clicks()),
          n.whole(e.impressions()),
          n.percent(e.clicks(), e.impressions()) + "\u00a0%",
          n.fixed(e.tenths(), 1));
    }
    return sheet.withoutLastLineEnd();
  }
}
