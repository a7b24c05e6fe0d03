import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The Austrian shop's orders as a WooCommerce export plug-in writes them: one line an order, its
 * articles in one cell, since 2025, newest last, semicolons and a byte order mark.
 */
final class WooOrders {
  private WooOrders() {}

  static byte[] write(World world) {
    Dice dice = world.dice("woocommerce");
    var sheet =
        new Sheet(';', "\r\n")
            .row(
                "order_id",
                "order_number",
                "order_date",
                "paid_date",
                "status",
                "shipping_total",
                "shipping_tax_total",
                "cart_discount",
                "order_discount",
                "discount_total",
                "order_total",
                "order_currency",
                "order_tax_total",
                "refunded_total",
                "payment_method",
                "shipping_method",
                "customer_id",
                "customer_email",
                "billing_first_name",
                "billing_last_name",
                "billing_company",
                "billing_email",
                "billing_phone",
                "billing_address_1",
                "billing_postcode",
                "billing_city",
                "billing_country",
                "customer_note",
                "line_items",
                "coupon_items");
    for (Orders.Order order : world.orders().all) {
      if (!order.german()) {
        sheet.row(cells(order, dice));
      }
    }
    return sheet.withMark(StandardCharsets.UTF_8);
  }

  private static List<String> cells(Orders.Order order, Dice dice) {
    Crowd.Person person = order.person();
    Num n = Num.POINT;
    boolean refunded = order.refundCents() == order.totalCents();
    boolean open = !order.day().isBefore(Season.TODAY.minusDays(2));
    return List.of(
        Integer.toString(40_000 + 3 * order.number()),
        "AT-" + order.number(),
        Days.format(order.placed(), "yyyy-MM-dd HH:mm:ss"),
        order.cancelled() ? "" : Days.format(order.placed().plusMinutes(2), "yyyy-MM-dd HH:mm:ss"),
        order.cancelled() ? "cancelled" : refunded ? "refunded" : open ? "processing" : "completed",
        n.money(order.shippingCents()),
        n.ratio(order.shippingCents(), 600, 2),
        n.money(order.discountCents()),
        "0.00",
        n.money(order.discountCents()),
        n.money(order.totalCents()),
        "EUR",
        n.money(order.taxCents()),
        n.money(order.cancelled() ? 0 : order.refundCents()),
        dice.pick(List.of("eps", "paypal", "kreditkarte", "rechnung")),
        order.shippingCents() == 0 ? "Kostenloser Versand" : "Standardversand",
        Integer.toString(500 + person.number()),
        person.mail(),
        person.first(),
        person.last(),
        person.organisation() == null ? "" : person.organisation().name(),
        person.mail(),
        person.phone(),
        Streets.of(person),
        person.place().code(),
        person.place().city(),
        "AT",
        dice.chance(.02) ? "Bitte läuten; \"Hund bellt nur\"" : "",
        order.lines().stream().map(WooOrders::item).collect(Collectors.joining(";")),
        order.code().isEmpty()
            ? ""
            : "code:" + order.code() + "|amount:" + n.money(order.discountCents()));
  }

  private static String item(Orders.Line line) {
    long total = line.quantity() * line.cents();
    return "name:"
        + line.product().name()
        + "|sku:"
        + line.product().sku()
        + "|quantity:"
        + line.quantity()
        + "|total:"
        + Num.POINT.money(total);
  }
}
