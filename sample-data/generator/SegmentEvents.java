import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a customer data platform of the Segment or RudderStack kind received on one day: visits of
 * people it knows, as JSON lines. Orders come from the shop's server, whatever the browser blocks.
 */
final class SegmentEvents {
  private final StringBuilder out = new StringBuilder();
  private final Dice dice;

  private SegmentEvents(Dice dice) {
    this.dice = dice;
  }

  static byte[] write(World world) {
    var events = new SegmentEvents(world.dice("segment"));
    for (Visits.Visit visit : world.visits().on(Visits.MONDAY)) {
      boolean browser = visit.person() != null && visit.analytics() && !visit.blocked();
      if (browser) {
        events.browser(visit);
      }
      if (visit.order() != null) {
        events.order(visit);
      }
    }
    return Gzip.of(events.out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void browser(Visits.Visit visit) {
    event(visit, "identify", visit.start(), Map.of("traits", traits(visit.person())));
    for (Visits.Step step : visit.steps()) {
      Map<String, Object> page = new LinkedHashMap<>();
      page.put("name", step.title());
      page.put("properties", page(visit, step));
      event(visit, "page", visit.at(step), page);
      if (step.product() != null) {
        track(visit, "Product Viewed", visit.at(step), product(step.product(), 1));
      }
    }
  }

  private void order(Visits.Visit visit) {
    Orders.Order order = visit.order();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("order_id", Ga4Export.transaction(order));
    properties.put("total", number(order.totalCents()));
    properties.put("shipping", number(order.shippingCents()));
    properties.put("tax", number(order.taxCents()));
    properties.put("discount", number(order.discountCents()));
    properties.put("currency", "EUR");
    var products = new ArrayList<Object>();
    order.lines().forEach(line -> products.add(product(line.product(), line.quantity())));
    properties.put("products", products);
    track(visit, "Order Completed", order.placed(), properties);
  }

  private void track(
      Visits.Visit visit, String name, LocalDateTime at, Map<String, Object> properties) {
    Map<String, Object> rest = new LinkedHashMap<>();
    rest.put("event", name);
    rest.put("properties", properties);
    event(visit, "track", at, rest);
  }

  private void event(Visits.Visit visit, String type, LocalDateTime at, Map<String, Object> rest) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("type", type);
    event.put("messageId", dice.uuid());
    event.put("anonymousId", visit.analytics() ? visit.client() : null);
    event.put("userId", "K" + (500 + visit.person().number()));
    event.putAll(rest);
    event.put("context", context(visit));
    int milli = dice.between(0, 989);
    event.put("originalTimestamp", Days.utc(at, milli));
    event.put("timestamp", Days.utc(at, milli + 10));
    Json.write(out, event);
    out.append('\n');
  }

  private static Map<String, Object> context(Visits.Visit visit) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("ip", visit.ip());
    context.put("userAgent", visit.device().agent());
    context.put("locale", visit.german() ? "de-DE" : "de-AT");
    Map<String, Object> preferences = new LinkedHashMap<>();
    preferences.put("analytics", visit.analytics());
    preferences.put("advertising", visit.ads());
    context.put("consent", Map.of("categoryPreferences", preferences));
    if (visit.paid() != null) {
      Map<String, Object> campaign = new LinkedHashMap<>();
      campaign.put("name", visit.paid().campaign().name());
      campaign.put("source", visit.medium().replaceAll(" / .*", ""));
      campaign.put("medium", visit.medium().replaceAll(".* / ", ""));
      context.put("campaign", campaign);
    }
    return context;
  }

  private static Map<String, Object> traits(Crowd.Person person) {
    Map<String, Object> traits = new LinkedHashMap<>();
    traits.put("email", person.mail());
    traits.put("firstName", person.first());
    traits.put("lastName", person.last());
    traits.put("phone", person.phone().isEmpty() ? null : person.phone());
    traits.put("newsletter", person.marketing());
    return traits;
  }

  private static Map<String, Object> page(Visits.Visit visit, Visits.Step step) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("path", step.path());
    page.put("url", "https://" + visit.host() + step.path());
    page.put("title", step.title());
    return page;
  }

  private static Map<String, Object> product(Catalog.Product product, int quantity) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("product_id", product.sku());
    map.put("name", product.name());
    map.put("brand", product.brand());
    map.put("category", product.category().name());
    map.put("price", number(product.cents()));
    map.put("quantity", quantity);
    return map;
  }

  private static Object number(long cents) {
    return new java.math.BigDecimal(Num.POINT.money(cents));
  }
}
