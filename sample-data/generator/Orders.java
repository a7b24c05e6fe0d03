import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was ordered. The German shop's orders are known from 2026 on, the Austrian one's from 2025;
 * the advertisement somebody came by, and one they had clicked before, are known for 2026.
 */
final class Orders {
  static final long FREE_SHIPPING = 10_000;

  private static final long SHIPPING = 595;

  /**
   * @param cents price of one piece, tax included
   */
  record Line(Catalog.Product product, int quantity, long cents) {}

  /**
   * @param number counts per country
   * @param placed local time
   * @param medium how they came, as analytics names it: {@code source / medium}
   * @param paid the advertisement they came by, null for none
   * @param assist another platform's advertisement they had clicked, null for none
   * @param taxCents contained in the total
   */
  record Order(
      int number,
      LocalDateTime placed,
      Crowd.Person person,
      List<Line> lines,
      String medium,
      Advertising.Delivery paid,
      Advertising.Delivery assist,
      String code,
      long discountCents,
      long shippingCents,
      long taxCents,
      long refundCents,
      boolean cancelled) {
    long linesCents() {
      return lines.stream().mapToLong(l -> l.quantity() * l.cents()).sum();
    }

    long totalCents() {
      return linesCents() - discountCents + shippingCents;
    }

    LocalDate day() {
      return placed.toLocalDate();
    }

    boolean german() {
      return person.place().country().equals("Deutschland");
    }
  }

  /** All orders, oldest first. */
  final List<Order> all = new ArrayList<>();

  private final Season season;
  private final Catalog catalog;
  private final Advertising advertising;
  private final Trial trial;
  private final Dice dice;
  private final Pool germans;
  private final Pool austrians;

  Orders(
      long seed,
      Season season,
      Catalog catalog,
      Crowd crowd,
      Advertising advertising,
      Trial trial) {
    this.season = season;
    this.catalog = catalog;
    this.advertising = advertising;
    this.trial = trial;
    this.dice = Dice.of(seed, "orders");
    Dice habits = Dice.of(seed, "customers");
    this.germans = new Pool(crowd, "Deutschland", habits);
    this.austrians = new Pool(crowd, "Österreich", habits);
    Days.from(Season.FIRST, Season.TODAY.minusDays(1)).forEach(this::day);
  }

  private void day(LocalDate day) {
    var placed = new ArrayList<Order>();
    if (!day.isBefore(Advertising.FIRST)) {
      orders(placed, day, germans, 3.3);
    }
    orders(placed, day, austrians, day.isBefore(Advertising.FIRST) ? 2.6 : 1.2);
    placed.sort(java.util.Comparator.comparing(Order::placed));
    for (Order order : placed) {
      Pool pool = order.german() ? germans : austrians;
      all.add(numbered(order, pool.next++));
    }
  }

  private void orders(List<Order> into, LocalDate day, Pool pool, double unpaid) {
    double demand = Season.Kind.SHOULDER.demand(day) * (1.15 - .3 * season.office(day, "") + .15);
    List<Advertising.Delivery> clicked =
        advertising.on(day).stream()
            .filter(d -> d.campaign().country().equals(pool.country) && d.sales() > 0)
            .filter(d -> d.channel() != Advertising.AMAZON)
            .toList();
    double sales = clicked.stream().mapToDouble(Advertising.Delivery::sales).sum();
    for (int i = dice.count(sales); i > 0; i--) {
      Advertising.Delivery paid = dice.pick(clicked, Advertising.Delivery::sales);
      into.add(order(day, pool, paid, assist(clicked, paid)));
    }
    for (int i = dice.count(unpaid * demand); i > 0; i--) {
      into.add(order(day, pool, null, dice.chance(.2) ? assist(clicked, null) : null));
    }
  }

  private Advertising.Delivery assist(
      List<Advertising.Delivery> clicked, Advertising.Delivery paid) {
    if (clicked.isEmpty() || !dice.chance(.3)) {
      return null;
    }
    Advertising.Delivery other = dice.pick(clicked, Advertising.Delivery::sales);
    return paid != null && other.channel() == paid.channel() ? null : other;
  }

  private Order order(
      LocalDate day, Pool pool, Advertising.Delivery paid, Advertising.Delivery assist) {
    Crowd.Person person = person(pool, day);
    LocalDateTime placed = day.atTime(hour(), dice.between(0, 59), dice.between(0, 59));
    List<Line> lines = lines(day, paid);
    long goods = lines.stream().mapToLong(l -> l.quantity() * l.cents()).sum();
    boolean voucher = Trial.runs(day) && Trial.VOUCHER.equals(trial.arm(person));
    String code = voucher && dice.chance(.85) ? Trial.CODE : dice.chance(.04) ? "WILLKOMMEN10" : "";
    long discount = code.isEmpty() ? 0 : StrictMath.round(goods / 10.0);
    long shipping = goods - discount >= FREE_SHIPPING ? 0 : SHIPPING;
    long total = goods - discount + shipping;
    double rate = pool.country.equals("Österreich") ? 1.20 : 1.19;
    boolean cancelled = dice.chance(.015);
    long refund = cancelled ? total : dice.chance(.09) ? lines.getLast().cents() : 0;
    return new Order(
        0,
        placed,
        person,
        lines,
        paid == null ? medium() : medium(paid.channel()),
        paid,
        assist,
        code,
        discount,
        shipping,
        total - StrictMath.round(total / rate),
        Math.min(refund, total),
        cancelled);
  }

  private static Order numbered(Order order, int number) {
    return new Order(
        number,
        order.placed(),
        order.person(),
        order.lines(),
        order.medium(),
        order.paid(),
        order.assist(),
        order.code(),
        order.discountCents(),
        order.shippingCents(),
        order.taxCents(),
        order.refundCents(),
        order.cancelled());
  }

  private int hour() {
    return Math.clamp((int) StrictMath.round(16.5 + 4 * dice.gauss()), 0, 23);
  }

  private String medium() {
    return dice.pick(
        List.of("google / organic", "(direct) / (none)", "newsletter / email", "bing / organic"),
        m -> m.startsWith("google") ? 46 : m.startsWith("(") ? 32 : m.startsWith("news") ? 16 : 6);
  }

  /** How analytics names what a platform's links carry. */
  static String medium(Marketing.Channel channel) {
    return switch (channel.name()) {
      case "Google Ads", "Performance Max" -> "google / cpc";
      case "Microsoft Advertising" -> "bing / cpc";
      case "Meta Ads" -> "facebook / paid_social";
      case "TikTok Ads" -> "tiktok / paid_social";
      case "LinkedIn" -> "linkedin / paid_social";
      case "Display & Video 360" -> "dv360 / display";
      default -> throw new IllegalArgumentException(channel.name());
    };
  }

  private Crowd.Person person(Pool pool, LocalDate day) {
    for (int i = 0; ; i++) {
      Crowd.Person person = pool.any(dice);
      boolean there = !person.known().isAfter(day) && pool.staysOn(person, day);
      if (i > 400 || there && dice.chance(trial.inclination(person, day))) {
        return person;
      }
    }
  }

  private List<Line> lines(LocalDate day, Advertising.Delivery paid) {
    var lines = new ArrayList<Line>();
    Set<String> chosen = new HashSet<>();
    int wanted = 1 + Math.min(4, dice.poisson(.55));
    while (lines.size() < wanted) {
      Catalog.Category category = category(day, paid);
      Catalog.Product product =
          dice.pick(
              catalog.products,
              p -> p.category() == category && !p.launched().isAfter(day) ? p.appeal() : 0);
      if (product.category() == category && chosen.add(product.sku())) {
        int quantity =
            category.key().equals("team") ? dice.between(2, 6) : dice.chance(.93) ? 1 : 2;
        lines.add(new Line(product, quantity, product.cents()));
      }
    }
    return List.copyOf(lines);
  }

  private Catalog.Category category(LocalDate day, Advertising.Delivery paid) {
    if (paid != null
        && paid.group() != null
        && Site.sold(paid.group().category())
        && dice.chance(.6)) {
      return paid.group().category();
    }
    return dice.pick(
        catalog.categories,
        c ->
            Site.sold(c)
                ? c.season().demand(day) * (c.key().equals("team") ? .2 : 90 / (60 + c.price()))
                : 0);
  }

  /** The customers of one country: how often they order, and until when they stay. */
  private static final class Pool {
    private final String country;
    private final List<Crowd.Person> people;
    private final double[] upTo;
    private final LocalDate[] lost;
    private int next = 10_001;

    Pool(Crowd crowd, String country, Dice dice) {
      this.country = country;
      this.people = crowd.people.stream().filter(p -> p.place().country().equals(country)).toList();
      this.upTo = new double[people.size()];
      this.lost = new LocalDate[people.size()];
      double sum = 0;
      for (int i = 0; i < people.size(); i++) {
        Crowd.Person person = people.get(i);
        sum += dice.around(1, 1.1) * StrictMath.exp(.25 * person.alpine());
        upTo[i] = sum;
        lost[i] = person.known().plusDays(30 + (int) dice.exponential(650));
      }
    }

    Crowd.Person any(Dice dice) {
      int at = Arrays.binarySearch(upTo, dice.unit() * upTo[upTo.length - 1]);
      return people.get(at < 0 ? -at - 1 : at);
    }

    boolean staysOn(Crowd.Person person, LocalDate day) {
      int at =
          java.util.Collections.binarySearch(
              people, person, java.util.Comparator.comparingInt(Crowd.Person::number));
      return lost[at].isAfter(day);
    }
  }
}
