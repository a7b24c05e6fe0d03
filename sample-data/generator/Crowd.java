import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The people Nordwand knows and the organisations they speak for. Nobody here exists: names are
 * drawn from lists, mail goes to reserved domains, telephone numbers are those set aside for films
 * in Germany, and begin with a zero no Austrian number has.
 */
final class Crowd {

  /** A kind of organisation. {@code staff} is the median head count. */
  record Trade(String name, double weight, double staff, double fit, List<String> patterns) {}

  record Organisation(
      String name, Trade trade, int staff, Places.Place place, String domain, Line line) {}

  /** A telephone line; how its number is written differs from person to person. */
  record Line(String prefix, String town, String tail) {}

  /**
   * @param organisation null for a private person
   * @param alpine how much mountains matter to them, about -2 to 2
   * @param frugal how much price matters to them, about -2 to 2
   * @param marketing consent to be written to: yes, no, or null when never asked
   * @param marketingOn when they said so
   * @param analytics consent to be measured
   */
  record Person(
      int number,
      boolean woman,
      String first,
      String last,
      String mail,
      String phone,
      Places.Place place,
      Organisation organisation,
      LocalDate known,
      double alpine,
      double frugal,
      Boolean marketing,
      LocalDate marketingOn,
      boolean analytics) {}

  record Rep(String name, String country, double skill) {}

  private static final List<String> WOMEN =
      List.of(
          "Anna",
          "Barbara",
          "Christine",
          "Daniela",
          "Elisabeth",
          "Franziska",
          "Gabriele",
          "Hannah",
          "Ines",
          "Jana",
          "Käthe",
          "Lena",
          "Magdalena",
          "Nadine",
          "Özlem",
          "Petra",
          "Renate",
          "Sabine",
          "Theresa",
          "Ulrike",
          "Verena",
          "Wiebke",
          "Yvonne",
          "Zoë");
  private static final List<String> MEN =
      List.of(
          "Andreas",
          "Bernd",
          "Christoph",
          "Dieter",
          "Erik",
          "Florian",
          "Günther",
          "Hannes",
          "Ingo",
          "Jörg",
          "Klaus",
          "Lukas",
          "Matthias",
          "Norbert",
          "Oskar",
          "Philipp",
          "Rainer",
          "Sebastian",
          "Thomas",
          "Uwe",
          "Valentin",
          "Wolfgang",
          "Xaver",
          "Zoltán");
  private static final List<String> FAMILIES =
      List.of(
          "Aigner",
          "Bäumler",
          "Bergmoser",
          "Brandstätter",
          "Dörfler",
          "Ebner",
          "Egger",
          "Fröschl",
          "Gärtner",
          "Gruber",
          "Großmann",
          "Haßlacher",
          "Hölzl",
          "Huber",
          "Jäger",
          "Käfer",
          "Kirchmair",
          "Köhler",
          "Kraxner",
          "Lindenthal",
          "Löffler",
          "Mayrhofer",
          "Möller",
          "Mühlbacher",
          "Neuhauser",
          "Oberhuber",
          "Ölschläger",
          "Petersen",
          "Pichler",
          "Quast",
          "Rainer",
          "Reißig",
          "Rößler",
          "Sandmann",
          "Schäfer",
          "Schmölz",
          "Schröder",
          "Steiner",
          "Stößel",
          "Süß",
          "Thaler",
          "Übelacker",
          "Unterweger",
          "Vögele",
          "Wälder",
          "Weiß",
          "Wörner",
          "Zirbner");
  private static final List<String> ROOTS =
      List.of(
          "Blaueisl",
          "Drachenzahn",
          "Drosselbart",
          "Elchgrund",
          "Föhnwicht",
          "Gamsnase",
          "Gletscherfloh",
          "Grünschnabel",
          "Hasenjoch",
          "Kargeisen",
          "Krähenzipfel",
          "Latschinger",
          "Morgenmuffel",
          "Murmelgrat",
          "Nebelschaf",
          "Purzelstein",
          "Quellmoos",
          "Schneehuhnkogel",
          "Siebenschläfer",
          "Silberzipf",
          "Wackelstein",
          "Wolkenkuck",
          "Zirbenzwerg",
          "Zwölfzipfel");

  static final List<Trade> TRADES =
      List.of(
          new Trade("Alpenverein", 14, 18, .75, List.of("Bergfreunde %s e. V.")),
          new Trade("Bergschule", 9, 9, 1.0, List.of("Bergschule %s", "Alpinzentrum %s")),
          new Trade("Hotellerie", 13, 45, .2, List.of("Hotel %s", "Berghotel %s GmbH")),
          new Trade("Schule", 10, 70, -.15, List.of("Gymnasium am %s", "Realschule %s")),
          new Trade("Industrie", 13, 260, -.3, List.of("%s Maschinenbau GmbH", "%s Werke AG")),
          new Trade("IT & Beratung", 11, 85, -.1, List.of("%s Systeme GmbH", "%s Beratung KG")),
          new Trade("Rettungsdienst", 6, 30, .9, List.of("Bergwache %s", "Rettungswache %s")),
          new Trade("Handwerk", 9, 14, -.2, List.of("Dachdeckerei %s", "Zimmerei %s & Söhne")),
          new Trade("Tourismus", 8, 22, .45, List.of("Tourismusverband %s", "%s Reisen GmbH")));

  /** Set aside by the Bundesnetzagentur for films and books, a thousand each. */
  private static final List<String> FILM_NUMBERS =
      List.of("30 23125", "69 90009", "40 66969", "221 4710", "89 99998");

  final List<Organisation> organisations = new ArrayList<>();
  final List<Person> people = new ArrayList<>();
  final List<Rep> reps =
      List.of(
          new Rep("Kathrin Berghammer", "Deutschland", .45),
          new Rep("Jonas Lüttich", "Deutschland", -.1),
          new Rep("Marlene Großkopf", "Deutschland", .15),
          new Rep("Tobias Wehrstedt", "Deutschland", -.5),
          new Rep("Elif Sandberger", "Deutschland", .1),
          new Rep("Veronika Moosgruber", "Österreich", .3),
          new Rep("Stefan Kaltschmid", "Österreich", -.25));

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  Crowd(long seed) {
    Dice dice = Dice.of(seed, "organisations");
    for (int i = 0; i < 1900; i++) {
      organisations.add(organisation(dice));
    }
    Dice faces = Dice.of(seed, "people");
    for (int i = 0; i < 9000; i++) {
      people.add(person(faces));
    }
  }

  private Organisation organisation(Dice dice) {
    Trade trade = dice.pick(TRADES, Trade::weight);
    Places.Place place = Places.any(dice);
    String root = dice.pick(ROOTS);
    String name = String.format(Locale.ROOT, dice.pick(trade.patterns()), root);
    String town = place.city().replaceAll(" .*", "");
    String full = taken.contains(name) || dice.chance(.3) ? name + " " + town : name;
    taken.add(full);
    String domain = unique(slug(root + "-" + town)) + ".example";
    int staff = Math.max(2, (int) StrictMath.round(dice.around(trade.staff(), 1)));
    return new Organisation(full, trade, Math.min(staff, 14_000), place, domain, line(place));
  }

  private Person person(Dice dice) {
    Organisation organisation = dice.chance(.55) ? dice.pick(organisations) : null;
    Places.Place place = organisation == null ? Places.any(dice) : organisation.place();
    boolean woman = dice.chance(.48);
    String first = dice.pick(woman ? WOMEN : MEN);
    String last = dice.pick(FAMILIES);
    if (dice.chance(.04)) {
      last += "-" + dice.pick(FAMILIES);
    }
    LocalDate known = Season.FIRST.minusDays(900).plusDays(dice.between(0, 1500));
    double asked = dice.unit();
    Boolean marketing = asked < .74 ? Boolean.TRUE : asked < .89 ? Boolean.FALSE : null;
    double alpine = dice.gauss() * .8 + (place.mountains() - .4);
    return new Person(
        people.size() + 1,
        woman,
        first,
        last,
        mail(dice, first, last, organisation),
        dice.chance(.05)
            ? ""
            : written(dice, organisation == null ? line(place) : organisation.line()),
        place,
        organisation,
        known,
        alpine,
        dice.gauss(),
        marketing,
        known.plusDays(dice.between(0, 20)),
        dice.chance(.63));
  }

  private String mail(Dice dice, String first, String last, Organisation organisation) {
    if (organisation != null) {
      String local = dice.chance(.8) ? first + "." + last : first.charAt(0) + "." + last;
      return unique(slug(local) + "@" + organisation.domain());
    }
    String host = dice.pick(List.of("example.com", "example.org", "example.net", "post.example"));
    return unique(slug(first + "." + last) + "@" + host);
  }

  private String unique(String address) {
    String candidate = address;
    int at = address.indexOf('@');
    for (int n = 2; !taken.add(candidate); n++) {
      candidate = at < 0 ? address + n : address.substring(0, at) + n + address.substring(at);
    }
    return candidate;
  }

  /** Each number is given once; when a town's thousand are used up the next town helps out. */
  private Line line(Places.Place place) {
    if (place.country().equals("Österreich")) {
      int number = numbers.merge("AT", 1, Integer::sum);
      return new Line("43", "000 23125", String.format(Locale.ROOT, "%04d", number));
    }
    String near =
        switch (place.state()) {
          case "Bayern" -> "89 99998";
          case "Hessen", "Baden-Württemberg" -> "69 90009";
          case "Nordrhein-Westfalen", "Rheinland-Pfalz" -> "221 4710";
          case "Hamburg", "Niedersachsen", "Schleswig-Holstein" -> "40 66969";
          default -> "30 23125";
        };
    for (String town : Stream.concat(Stream.of(near), FILM_NUMBERS.stream()).toList()) {
      int number = numbers.getOrDefault(town, 0);
      if (number < 1000) {
        numbers.put(town, number + 1);
        return new Line("49", town, String.format(Locale.ROOT, "%03d", number));
      }
    }
    throw new IllegalStateException("more telephones than numbers set aside");
  }

  private static String written(Dice dice, Line line) {
    return switch (dice.between(0, 2)) {
      case 0 -> "+" + line.prefix() + " " + line.town() + line.tail();
      case 1 -> "00" + line.prefix() + line.town().replace(" ", "") + line.tail();
      default ->
          line.prefix().equals("43")
              ? "+43 / " + line.town() + " " + line.tail()
              : "0" + line.town().replace(" ", " / ") + " " + line.tail();
    };
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("ß", "ss")
        .replace("á", "a")
        .replace("ë", "e")
        .replaceAll("[^a-z0-9.-]+", "");
  }
}
