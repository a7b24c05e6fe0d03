import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who was on the two shops from 27 to 29 September 2026, page by page: analytics, event streams and
 * server logs all watch the same visits, and none of them sees every one.
 */
final class Visits {
  static final LocalDate FIRST = LocalDate.of(2026, 9, 27);
  static final LocalDate LAST = LocalDate.of(2026, 9, 29);

  /** The day whose server log is kept, and on which a newsletter went out. */
  static final LocalDate MONDAY = LocalDate.of(2026, 9, 28);

  record Device(
      String category,
      String system,
      String version,
      String browser,
      String agent,
      double weight) {}

  /** A page opened some seconds after the visit began. */
  record Step(int second, String path, String title, Catalog.Product product) {}

  /**
   * @param person null when nobody knows who it was
   * @param analytics consent to be measured
   * @param blocked whether the browser lets no analytics through at all
   * @param client the identifier in the cookie
   * @param medium {@code source / medium}
   * @param paid null unless an advertisement was clicked
   * @param order null unless something was ordered
   */
  record Visit(
      LocalDateTime start,
      boolean german,
      Crowd.Person person,
      boolean analytics,
      boolean ads,
      boolean blocked,
      String client,
      String ip,
      Device device,
      String medium,
      Advertising.Delivery paid,
      String clickId,
      boolean first,
      List<Step> steps,
      Orders.Order order) {
    String host() {
      return german ? Site.HOST : Site.AUSTRIAN_HOST;
    }

    LocalDateTime at(Step step) {
      return start.plusSeconds(step.second());
    }
  }

  private static final String MOZILLA = "Mozilla/5.0 ";
  private static final List<Device> DEVICES =
      List.of(
          new Device(
              "mobile",
              "iOS",
              "26.0",
              "Safari",
              MOZILLA
                  + "(iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
                  + " Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
              32),
          new Device(
              "mobile",
              "Android",
              "16",
              "Chrome",
              MOZILLA
                  + "(Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
                  + " Chrome/149.0.0.0 Mobile Safari/537.36",
              31),
          new Device(
              "desktop",
              "Windows",
              "10",
              "Chrome",
              MOZILLA
                  + "(Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                  + " Chrome/149.0.0.0 Safari/537.36",
              17),
          new Device(
              "desktop",
              "Windows",
              "11",
              "Firefox",
              MOZILLA + "(Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0",
              9),
          new Device(
              "desktop",
              "Macintosh",
              "15.6",
              "Safari",
              MOZILLA
                  + "(Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                  + " Version/26.0 Safari/605.1.15",
              7),
          new Device(
              "tablet",
              "iPadOS",
              "26.0",
              "Safari",
              MOZILLA
                  + "(iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                  + " Version/26.0 Mobile/15E148 Safari/604.1",
              4));

  private final Map<LocalDate, List<Visit>> byDay = new TreeMap<>();
  private final Site site;
  private final Crowd crowd;
  private final Dice dice;

  Visits(
      long seed, Site site, Crowd crowd, Advertising advertising, Organic organic, Orders orders) {
    this.site = site;
    this.crowd = crowd;
    this.dice = Dice.of(seed, "visits");
    Days.from(FIRST, LAST)
        .forEach(
            day -> {
              var visits = new ArrayList<Visit>();
              orders.all.stream()
                  .filter(o -> o.day().equals(day))
                  .forEach(o -> visits.add(ordering(o)));
              for (Advertising.Delivery d : advertising.on(day)) {
                paid(visits, day, d);
              }
              unpaid(visits, day, "google / organic", (int) (.9 * organic.clicks(day)), .93);
              unpaid(visits, day, "(direct) / (none)", 190, .8);
              unpaid(visits, day, "newsletter / email", day.equals(MONDAY) ? 120 : 45, .75);
              unpaid(visits, day, "bing / organic", 35, .9);
              unpaid(visits, day, "alpenforum.example / referral", 18, .6);
              visits.sort(Comparator.comparing(Visit::start).thenComparing(Visit::client));
              byDay.put(day, List.copyOf(visits));
            });
  }

  List<Visit> on(LocalDate day) {
    return byDay.get(day);
  }

  private void paid(List<Visit> visits, LocalDate day, Advertising.Delivery delivery) {
    boolean elsewhere = delivery.channel() == Advertising.AMAZON;
    for (int i = elsewhere ? 0 : delivery.clicks(); i > 0; i--) {
      if (dice.chance(.86)) {
        boolean german = delivery.campaign().country().equals("Deutschland");
        visits.add(visit(day, german, Orders.medium(delivery.channel()), delivery));
      }
    }
  }

  private void unpaid(List<Visit> visits, LocalDate day, String medium, int count, double german) {
    for (int i = 0; i < count; i++) {
      visits.add(visit(day, dice.chance(german), medium, null));
    }
  }

  private Visit visit(LocalDate day, boolean german, String medium, Advertising.Delivery delivery) {
    int hour = Math.clamp((int) StrictMath.round(15.5 + 4.6 * dice.gauss()), 0, 23);
    LocalDateTime start = day.atTime(hour, dice.between(0, 54), dice.between(0, 59));
    boolean known = dice.chance(medium.startsWith("newsletter") ? .8 : .12);
    Crowd.Person person = known ? person(german) : null;
    var steps = new ArrayList<Step>();
    Site.Page page = landing(medium, delivery);
    int second = 0;
    for (int left = 1 + Math.min(7, dice.poisson(1.3)); left > 0; left--) {
      steps.add(new Step(second, page.path(), page.title(), page.product()));
      second += 4 + (int) dice.exponential(38);
      page = next(page);
    }
    return visit(start, german, person, medium, delivery, steps, null);
  }

  private Crowd.Person person(boolean german) {
    String country = german ? "Deutschland" : "Österreich";
    for (int i = 0; ; i++) {
      Crowd.Person person = dice.pick(crowd.people);
      if (person.place().country().equals(country) || i > 200) {
        return person;
      }
    }
  }

  private Visit ordering(Orders.Order order) {
    var steps = new ArrayList<Step>();
    int second = 0;
    for (Orders.Line line : order.lines()) {
      Site.Page page = site.page(Site.path(line.product()));
      steps.add(new Step(second, page.path(), page.title(), line.product()));
      second += 15 + (int) dice.exponential(60);
    }
    steps.add(new Step(second, "/warenkorb/", "Warenkorb | Nordwand", null));
    steps.add(new Step(second + 35, "/kasse/", "Kasse | Nordwand", null));
    steps.add(new Step(second + 150, "/danke/", "Danke für die Bestellung | Nordwand", null));
    LocalDateTime start = order.placed().minusSeconds(second + 150L);
    LocalDateTime today = order.day().atStartOfDay();
    return visit(
        start.isBefore(today) ? today : start,
        order.german(),
        order.person(),
        order.medium(),
        order.paid(),
        steps,
        order);
  }

  private Visit visit(
      LocalDateTime start,
      boolean german,
      Crowd.Person person,
      String medium,
      Advertising.Delivery delivery,
      List<Step> steps,
      Orders.Order order) {
    boolean analytics = person == null ? dice.chance(.62) : person.analytics();
    String client = dice.between(100_000_000, 2_000_000_000) + "." + seconds(start, dice);
    return new Visit(
        start,
        german,
        person,
        analytics,
        analytics && dice.chance(.85),
        dice.chance(.07),
        client,
        ip(),
        dice.pick(DEVICES, Device::weight),
        medium,
        delivery,
        delivery == null ? "" : "NW" + dice.hex(16) + dice.hex(12),
        dice.chance(.6),
        List.copyOf(steps),
        order);
  }

  private static String seconds(LocalDateTime start, Dice dice) {
    long now = Days.zoned(start).toEpochSecond();
    return Long.toString(now - (dice.chance(.6) ? 0 : dice.between(100, 20_000_000)));
  }

  /** Addresses set aside for tests and documentation. */
  private String ip() {
    return dice.chance(.22)
        ? String.format(
            Locale.ROOT,
            "2001:db8:%x:%x::%x",
            dice.between(1, 4000),
            dice.between(1, 900),
            dice.between(1, 250))
        : "198." + dice.between(18, 19) + "." + dice.between(0, 255) + "." + dice.between(1, 254);
  }

  private Site.Page landing(String medium, Advertising.Delivery delivery) {
    if (delivery != null) {
      Marketing.AdGroup group =
          delivery.group() == null ? dice.pick(delivery.campaign().adGroups()) : delivery.group();
      return dice.chance(.6)
          ? site.page(group.category())
          : dice.pick(site.products(group.category()));
    }
    if (medium.startsWith("(direct)") || dice.chance(.2)) {
      return site.pages.getFirst();
    }
    return dice.pick(
        site.pages,
        p ->
            switch (p.kind()) {
              case HOME, SERVICE -> 2;
              case CATEGORY -> 8;
              case GUIDE -> 16;
              case PRODUCT -> 1.2;
            });
  }

  private Site.Page next(Site.Page page) {
    if (page.category() != null && dice.chance(.75)) {
      return page.kind() == Site.Kind.PRODUCT && dice.chance(.35)
          ? site.page(page.category())
          : dice.pick(site.products(page.category()));
    }
    return dice.pick(site.pages.subList(0, 14));
  }
}
