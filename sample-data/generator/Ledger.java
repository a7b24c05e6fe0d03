import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Every delivery with the orders its platform claims for it. Platforms claim on their own: an order
 * that two of them touched is counted by both, and those that ask for consent miss some.
 */
final class Ledger {

  /**
   * @param hundredths conversions; Google gives parts of one
   */
  record Row(Advertising.Delivery delivery, long hundredths, long valueCents) {}

  /** Sums of rows. */
  static final class Tally {
    long impressions;
    long clicks;
    long cents;
    long hundredths;
    long valueCents;

    void add(Row row) {
      impressions += row.delivery().impressions();
      clicks += row.delivery().clicks();
      cents += row.delivery().cents();
      hundredths += row.hundredths();
      valueCents += row.valueCents();
    }

    void add(Tally other) {
      impressions += other.impressions;
      clicks += other.clicks;
      cents += other.cents;
      hundredths += other.hundredths;
      valueCents += other.valueCents;
    }
  }

  final List<Row> rows = new ArrayList<>();

  Ledger(long seed, Advertising advertising, Orders orders) {
    Map<String, long[]> claims = new LinkedHashMap<>();
    for (Orders.Order order : orders.all) {
      claim(claims, order, order.paid(), 100);
      boolean parts = order.assist() != null && google(order.assist().channel());
      claim(claims, order, order.assist(), parts ? 50 : 100);
    }
    for (Advertising.Delivery delivery : advertising.deliveries) {
      long[] claim = claims.getOrDefault(key(delivery), new long[2]);
      rows.add(new Row(delivery, claim[0], claim[1]));
    }
    Dice dice = Dice.of(seed, "marketplace");
    rows.replaceAll(
        row ->
            row.delivery().channel() == Advertising.AMAZON
                ? marketplace(row.delivery(), dice)
                : row);
  }

  /** What is sold on the marketplace is no order of the shop. */
  private static Row marketplace(Advertising.Delivery delivery, Dice dice) {
    int orders = dice.poisson(delivery.sales());
    return new Row(delivery, 100L * orders, orders * StrictMath.round(dice.around(9_500, .4)));
  }

  static boolean google(Marketing.Channel channel) {
    return channel == Marketing.SEARCH || channel == Advertising.PMAX;
  }

  private static void claim(
      Map<String, long[]> claims,
      Orders.Order order,
      Advertising.Delivery delivery,
      int hundredths) {
    if (delivery == null) {
      return;
    }
    boolean modelled = google(delivery.channel()) || delivery.channel() == Marketing.BING;
    if (modelled || order.person().analytics()) {
      long[] claim = claims.computeIfAbsent(key(delivery), k -> new long[2]);
      claim[0] += hundredths;
      claim[1] += order.totalCents() * hundredths / 100;
    }
  }

  private static String key(Advertising.Delivery delivery) {
    return delivery.slot() + (delivery.keyword() == null ? "" : " " + delivery.keyword().text());
  }

  List<Row> of(Predicate<Marketing.Channel> channels) {
    return rows.stream().filter(row -> channels.test(row.delivery().channel())).toList();
  }

  static Tally sum(List<Row> rows) {
    var tally = new Tally();
    rows.forEach(tally::add);
    return tally;
  }

  /** Sums by a key, in the order in which the keys first occur. */
  static <K> Map<K, Tally> by(List<Row> rows, Function<Row, K> key) {
    var tallies = new LinkedHashMap<K, Tally>();
    for (Row row : rows) {
      tallies.computeIfAbsent(key.apply(row), k -> new Tally()).add(row);
    }
    return tallies;
  }

  /** Rows by a key, in the order in which the keys first occur. */
  static <K> Map<K, List<Row>> group(List<Row> rows, Function<Row, K> key) {
    var groups = new LinkedHashMap<K, List<Row>>();
    for (Row row : rows) {
      groups.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(row);
    }
    return groups;
  }
}
