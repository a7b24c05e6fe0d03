import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How people find Nordwand: channels, and what is advertised where, when and for how much. */
final class Marketing {

  /**
   * @param name as the CRM calls the source of a lead
   * @param weight share of enquiries
   * @param intent how seriously people who come this way mean it, 0 on average
   */
  record Channel(String name, boolean paid, double weight, double intent) {}

  /**
   * @param clickCents what a click costs
   * @param clickRate clicks per impression
   * @param saleRate sales per click
   */
  record Keyword(String text, String match, double clickCents, double clickRate, double saleRate) {}

  record AdGroup(String id, String name, Catalog.Category category, List<Keyword> keywords) {}

  /**
   * @param last last day it ran; never null, open-ended ones run past {@link Season#TODAY}
   * @param dailyCents budget a day
   */
  record Campaign(
      String id,
      Channel channel,
      String name,
      String country,
      LocalDate first,
      LocalDate last,
      long dailyCents,
      List<AdGroup> adGroups) {
    boolean runs(LocalDate day, String where) {
      return country.equals(where) && !day.isBefore(first) && !day.isAfter(last);
    }
  }

  static final Channel SEARCH = new Channel("Google Ads", true, 22, .15);
  static final Channel SOCIAL = new Channel("Meta Ads", true, 15, -.55);
  static final Channel BING = new Channel("Microsoft Advertising", true, 5, .1);
  static final Channel BUSINESS = new Channel("LinkedIn", true, 6, -.1);
  static final Channel MAIL = new Channel("Newsletter", true, 9, .25);
  static final Channel FAIR = new Channel("Messe", true, 7, .05);
  static final Channel ORGANIC = new Channel("Organische Suche", false, 17, 0);
  static final Channel REFERRAL = new Channel("Empfehlung", false, 8, .95);
  static final Channel SHOP = new Channel("Ladengeschäft", false, 7, .45);
  static final Channel PHONE = new Channel("Telefon", false, 4, .3);

  final List<Channel> channels =
      List.of(SEARCH, SOCIAL, BING, BUSINESS, MAIL, FAIR, ORGANIC, REFERRAL, SHOP, PHONE);
  final List<Campaign> campaigns = new ArrayList<>();

  private final Dice dice;
  private final Catalog catalog;

  Marketing(long seed, Catalog catalog) {
    this.dice = Dice.of(seed, "marketing");
    this.catalog = catalog;
    for (String country : List.of("Deutschland", "Österreich")) {
      String code = country.equals("Deutschland") ? "DE" : "AT";
      double size = country.equals("Deutschland") ? 1 : .4;
      always(SEARCH, code + " | Suche | Marke", country, 40 * size, "schuhe", "tour", "verleih");
      always(SEARCH, code + " | Suche | B2B", country, 90 * size, "team", "verleih", "klettern");
      always(
          SEARCH,
          code + " | Suche | Generisch",
          country,
          120 * size,
          "klettern",
          "rucksack",
          "schuhe",
          "regen",
          "zelt",
          "klettersteig");
      always(BING, code + " | Suche | Generisch", country, 30 * size, "schuhe", "rucksack", "team");
      always(
          SOCIAL,
          code + "_Prospecting_Bergsport",
          country,
          80 * size,
          "tour",
          "klettersteig",
          "daune");
      always(SOCIAL, code + "_Retargeting", country, 35 * size, "schuhe", "regen");
      always(BUSINESS, code + " – Firmenausstattung", country, 60 * size, "team", "tour");
      for (int year = 2025; year <= 2026; year++) {
        during(
            SEARCH,
            code + " | Suche | Winter " + year,
            country,
            110 * size,
            year,
            1,
            3,
            "skitour",
            "lawine",
            "daune");
        during(
            SOCIAL,
            code + "_Sommertouren_" + year,
            country,
            70 * size,
            year,
            4,
            9,
            "tour",
            "hochtour");
        during(
            MAIL,
            code + " Newsletter Frühjahr " + year,
            country,
            5 * size,
            year,
            2,
            5,
            "schuhe",
            "klettersteig",
            "tour");
        during(
            MAIL,
            code + " Newsletter Herbst " + year,
            country,
            5 * size,
            year,
            8,
            12,
            "skitour",
            "daune",
            "team");
        during(
            FAIR,
            "Bergmesse " + code + " " + year,
            country,
            250 * size,
            year,
            5,
            6,
            "team",
            "verleih",
            "klettern");
        during(
            FAIR,
            "Vereinstag " + code + " " + year,
            country,
            200 * size,
            year,
            1,
            2,
            "team",
            "lawine");
      }
    }
  }

  private void always(Channel channel, String name, String country, double euros, String... keys) {
    add(channel, name, country, euros, Season.FIRST, LocalDate.of(2099, 12, 31), keys);
  }

  private void during(
      Channel channel,
      String name,
      String country,
      double euros,
      int year,
      int from,
      int to,
      String... keys) {
    LocalDate first = LocalDate.of(year, from, 1);
    if (first.isBefore(Season.TODAY)) {
      LocalDate last = LocalDate.of(year, to, 1).plusMonths(1).minusDays(1);
      add(channel, name, country, euros, first, last, keys);
    }
  }

  private void add(
      Channel channel,
      String name,
      String country,
      double euros,
      LocalDate first,
      LocalDate last,
      String... keys) {
    String id = String.format(Locale.ROOT, "2%09d", 10_007L * (campaigns.size() + 11));
    var groups = new ArrayList<AdGroup>();
    for (String key : keys) {
      Catalog.Category category = catalog.category(key);
      groups.add(
          new AdGroup(id + "0" + groups.size(), category.name(), category, keywords(category)));
    }
    campaigns.add(
        new Campaign(
            id,
            channel,
            name,
            country,
            first,
            last,
            StrictMath.round(euros * 100),
            List.copyOf(groups)));
  }

  private List<Keyword> keywords(Catalog.Category category) {
    var keywords = new ArrayList<Keyword>();
    var things =
        catalog.products.stream()
            .filter(p -> p.category() == category)
            .map(p -> p.name().substring(0, p.name().indexOf(' ')).toLowerCase(Locale.GERMAN))
            .distinct()
            .toList();
    for (String thing : things) {
      for (String pattern : List.of("%s", "%s kaufen", "%s test", "%s günstig", "%s verein")) {
        if (dice.chance(.7)) {
          keywords.add(
              new Keyword(
                  String.format(Locale.ROOT, pattern, thing),
                  dice.pick(List.of("Exact", "Phrase", "Broad")),
                  dice.around(58, .4),
                  Math.min(.4, dice.around(.045, .5)),
                  Math.min(.3, dice.around(.022, .5))));
        }
      }
    }
    return List.copyOf(keywords);
  }

  /** The campaigns of {@code channel} that ran on that day in that country. */
  List<Campaign> running(Channel channel, LocalDate day, String country) {
    return campaigns.stream().filter(c -> c.channel() == channel && c.runs(day, country)).toList();
  }
}
