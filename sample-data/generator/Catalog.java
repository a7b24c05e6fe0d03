import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What Nordwand sells. The brands do not exist. */
final class Catalog {

  /**
   * @param key stable short name, used in article numbers and links
   * @param price typical price in euros
   */
  record Category(String key, String name, Season.Kind season, double price) {}

  /**
   * @param gtin thirteen digits beginning with 2: numbers for use inside a company, never sold
   * @param cents price including tax
   * @param costCents what Nordwand pays
   * @param appeal how often it is bought beside others of its category, 1 on average
   */
  record Product(
      String sku,
      String gtin,
      String brand,
      String name,
      Category category,
      long cents,
      long costCents,
      double appeal,
      LocalDate launched) {}

  private static final List<String> BRANDS =
      List.of("Nordwand", "Gratwerk", "Firnlicht", "Almspur", "Kaltfels", "Höhenzug");
  private static final List<String> LINES =
      List.of(
          "Arven",
          "Bergl",
          "Culm",
          "Drusen",
          "Eisack",
          "Fels",
          "Gamsen",
          "Hochalm",
          "Juchart",
          "Kofel",
          "Lärch",
          "Mür",
          "Nebel",
          "Öd",
          "Plattach",
          "Runst",
          "Schrofen",
          "Tobel");

  final List<Category> categories =
      List.of(
          new Category("klettern", "Klettern", Season.Kind.SUMMER, 95),
          new Category("klettersteig", "Klettersteig-Sets", Season.Kind.SUMMER, 125),
          new Category("hochtour", "Hochtouren", Season.Kind.SUMMER, 190),
          new Category("skitour", "Skitouren", Season.Kind.WINTER, 420),
          new Category("lawine", "Lawinenausrüstung", Season.Kind.WINTER, 310),
          new Category("schuhe", "Bergschuhe & Anpassung", Season.Kind.SHOULDER, 210),
          new Category("rucksack", "Rucksäcke", Season.Kind.SHOULDER, 140),
          new Category("zelt", "Zelte & Schlafsäcke", Season.Kind.SUMMER, 330),
          new Category("regen", "Regenbekleidung", Season.Kind.SHOULDER, 240),
          new Category("daune", "Daune & Wärme", Season.Kind.WINTER, 260),
          new Category("team", "Teamausrüstung", Season.Kind.STEADY, 85),
          new Category("verleih", "Verleih", Season.Kind.STEADY, 35),
          new Category("tour", "Geführte Touren", Season.Kind.SUMMER, 290));

  private static final List<List<String>> THINGS =
      List.of(
          List.of("Kletterschuh", "Klettergurt", "Kletterseil", "Kletterhelm", "Expressset"),
          List.of("Klettersteig-Set", "Klettersteig-Handschuh", "Steighelm"),
          List.of("Steigeisen", "Eispickel", "Gletscherseil", "Gamasche"),
          List.of("Tourenski", "Tourenbindung", "Steigfell", "Tourenstiefel"),
          List.of("LVS-Gerät", "Lawinenschaufel", "Lawinensonde", "Airbag-Rucksack"),
          List.of("Bergstiefel", "Wanderschuh", "Zustiegsschuh", "Maßsohle"),
          List.of("Tourenrucksack", "Trekkingrucksack", "Tagesrucksack"),
          List.of("Kuppelzelt", "Schlafsack", "Isomatte", "Biwaksack"),
          List.of("Regenjacke", "Regenhose", "Überhose"),
          List.of("Daunenjacke", "Daunenweste", "Mütze", "Fäustling"),
          List.of("Teamjacke", "Teamweste", "Teamrucksack", "Beschriftung"),
          List.of("Leihski", "Leihschuh", "Leihzelt"),
          List.of("Gletscherkurs", "Kletterkurs", "Hüttentour", "Skitourenwoche"));

  final List<Product> products = new ArrayList<>();

  Catalog(long seed) {
    Dice dice = Dice.of(seed, "catalog");
    for (int c = 0; c < categories.size(); c++) {
      Category category = categories.get(c);
      for (String thing : THINGS.get(c)) {
        int variants = dice.between(3, 6);
        for (int v = 0; v < variants; v++) {
          products.add(product(dice, category, thing));
        }
      }
    }
  }

  private Product product(Dice dice, Category category, String thing) {
    int number = products.size() + 1;
    long euros = StrictMath.round(dice.around(category.price(), .45));
    long cents = Math.max(9, euros) * 100 - (dice.chance(.7) ? 5 : 0);
    boolean service = category.key().equals("verleih") || category.key().equals("tour");
    String brand = service ? "Nordwand" : dice.pick(BRANDS);
    String name = thing + " " + dice.pick(LINES) + " " + dice.between(1, 9) * 5;
    LocalDate launched = Season.FIRST.minusDays(700).plusDays(dice.between(0, 1100));
    String sku =
        "NW-" + category.key().substring(0, 3).toUpperCase(Locale.ROOT) + "-" + (10000 + number);
    return new Product(
        sku,
        gtin(number),
        brand,
        name,
        category,
        cents,
        StrictMath.round(cents / 1.19 * (.48 + .14 * dice.unit())),
        dice.around(1, .8),
        launched);
  }

  private static String gtin(int number) {
    String digits = "2" + String.format(Locale.ROOT, "%011d", number * 37L + 40_000_000L);
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return digits + (10 - sum % 10) % 10;
  }

  Category category(String key) {
    return categories.stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow();
  }
}
