import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The German shop's orders as Shopify exports them: one line per article, what concerns the whole
 * order on its first line only, an apostrophe before postal codes and telephone numbers.
 */
final class ShopifyOrders {
  private static final List<String> HEADER =
      Arrays.asList(
          ("Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,"
                  + "Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,"
                  + "Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,"
                  + "Lineitem compare at price,Lineitem sku,Lineitem requires shipping,"
                  + "Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,"
                  + "Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,"
                  + "Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,"
                  + "Shipping Address1,Shipping Address2,Shipping Company,Shipping City,"
                  + "Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,"
                  + "Note Attributes,Cancelled at,Payment Method,Payment Reference,"
                  + "Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,"
                  + "Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,"
                  + "Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,"
                  + "Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,"
                  + "Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,"
                  + "Payment References")
              .split(","));

  private final Sheet sheet = new Sheet(',', "\n").row(HEADER);
  private final Dice dice;

  private ShopifyOrders(Dice dice) {
    this.dice = dice;
  }

  static byte[] write(World world) {
    var export = new ShopifyOrders(world.dice("shopify"));
    List<Orders.Order> german =
        world.orders().all.stream().filter(Orders.Order::german).toList().reversed();
    german.forEach(export::order);
    return export.sheet.utf8();
  }

  /** What Shopify calls an order; GA4 knows its purchases by the same name. */
  static String name(Orders.Order order) {
    return "#NW" + order.number();
  }

  private void order(Orders.Order order) {
    boolean first = true;
    for (Orders.Line line : order.lines()) {
      List<String> row = new ArrayList<>(java.util.Collections.nCopies(HEADER.size(), ""));
      put(row, "Name", name(order));
      put(row, "Email", order.person().mail());
      put(row, "Created at", stamp(order, 0));
      put(row, "Vendor", line.product().brand());
      line(row, order, line);
      if (first) {
        whole(row, order);
        address(row, order.person(), "Billing");
        address(row, order.person(), "Shipping");
      }
      sheet.row(row);
      first = false;
    }
  }

  private void line(List<String> row, Orders.Order order, Orders.Line line) {
    put(row, "Lineitem quantity", Integer.toString(line.quantity()));
    put(row, "Lineitem name", line.product().name());
    put(row, "Lineitem price", Num.POINT.money(line.cents()));
    put(row, "Lineitem sku", line.product().sku());
    put(row, "Lineitem requires shipping", "true");
    put(row, "Lineitem taxable", "true");
    put(row, "Lineitem fulfillment status", order.cancelled() ? "pending" : "fulfilled");
    put(row, "Lineitem discount", "0.00");
  }

  private void whole(List<String> row, Orders.Order order) {
    Num n = Num.POINT;
    boolean open = !order.day().isBefore(Season.TODAY.minusDays(2));
    put(row, "Financial Status", status(order));
    put(row, "Paid at", stamp(order, 1));
    put(row, "Fulfillment Status", order.cancelled() || open ? "unfulfilled" : "fulfilled");
    put(row, "Fulfilled at", order.cancelled() || open ? "" : stamp(order, 26));
    put(row, "Accepts Marketing", Boolean.TRUE.equals(order.person().marketing()) ? "yes" : "no");
    put(row, "Currency", "EUR");
    put(row, "Subtotal", n.money(order.linesCents() - order.discountCents()));
    put(row, "Shipping", n.money(order.shippingCents()));
    put(row, "Taxes", n.money(order.taxCents()));
    put(row, "Total", n.money(order.totalCents()));
    put(row, "Discount Code", order.code());
    put(row, "Discount Amount", n.money(order.discountCents()));
    put(row, "Shipping Method", "Standardversand");
    put(row, "Notes", dice.chance(.03) ? "Bitte beim Nachbarn abgeben,\n2. Stock links" : "");
    put(row, "Cancelled at", order.cancelled() ? stamp(order, 5) : "");
    put(row, "Payment Method", dice.pick(List.of("PayPal", "Shopify Payments", "Rechnung")));
    put(row, "Payment Reference", "c" + dice.hex(12) + ".1");
    put(row, "Refunded Amount", n.money(order.refundCents()));
    put(row, "Outstanding Balance", "0.00");
    put(row, "Id", Long.toString(6_100_000_000_000L + 32_769L * order.number()));
    put(row, "Tags", dice.chance(.1) ? "Stammkunde, Filiale" : "");
    put(row, "Risk Level", "Low");
    put(row, "Source", dice.chance(.06) ? "pos" : "web");
    put(row, "Tax 1 Name", "DE MwSt 19%");
    put(row, "Tax 1 Value", n.money(order.taxCents()));
    put(row, "Phone", phone(order.person()));
    put(row, "Payment ID", "c" + dice.hex(12) + ".1");
  }

  private static String status(Orders.Order order) {
    boolean back = order.refundCents() == order.totalCents();
    return order.refundCents() == 0 ? "paid" : back ? "refunded" : "partially_refunded";
  }

  private void address(List<String> row, Crowd.Person person, String kind) {
    String street = Streets.of(person);
    put(row, kind + " Name", person.first() + " " + person.last());
    put(row, kind + " Street", street);
    put(row, kind + " Address1", street);
    put(row, kind + " Company", person.organisation() == null ? "" : person.organisation().name());
    put(row, kind + " City", person.place().city());
    put(row, kind + " Zip", "'" + person.place().code());
    put(row, kind + " Country", "DE");
    put(row, kind + " Phone", phone(person));
  }

  private static String phone(Crowd.Person person) {
    return person.phone().isEmpty() ? "" : "'" + person.phone();
  }

  private static String stamp(Orders.Order order, int hours) {
    var local = order.placed().plusHours(hours);
    return Days.format(local, "yyyy-MM-dd HH:mm:ss") + " " + Days.offset(local);
  }

  private static void put(List<String> row, String column, String value) {
    row.set(HEADER.indexOf(column), value);
  }
}
