import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Google Analytics 4's BigQuery export, a day a file, as JSON lines: 64-bit integers are strings,
 * and who gave no consent has neither user nor session, so that their visits cannot be counted.
 */
final class Ga4Export {
  private final StringBuilder out = new StringBuilder();
  private final Dice dice;
  private int bundle;

  private Ga4Export(Dice dice) {
    this.dice = dice;
  }

  static Function<World, byte[]> day(LocalDate day) {
    return world -> {
      var export = new Ga4Export(world.dice("ga4 " + day));
      world.visits().on(day).stream().filter(v -> !v.blocked()).forEach(export::visit);
      return Gzip.of(export.out.toString().getBytes(StandardCharsets.UTF_8));
    };
  }

  private void visit(Visits.Visit visit) {
    Visits.Step landing = visit.steps().getFirst();
    if (visit.analytics()) {
      if (visit.first()) {
        event(visit, landing, "first_visit", 0, List.of());
      }
      event(visit, landing, "session_start", 0, List.of());
    }
    for (Visits.Step step : visit.steps()) {
      event(visit, step, "page_view", 0, List.of());
      if (step.product() != null) {
        event(
            visit,
            step,
            "view_item",
            1,
            List.of(new Orders.Line(step.product(), 1, step.product().cents())));
      }
    }
    if (visit.order() != null) {
      List<Visits.Step> last = visit.steps();
      List<Orders.Line> lines = visit.order().lines();
      event(visit, last.get(last.size() - 3), "add_to_cart", 1, lines);
      event(visit, last.get(last.size() - 2), "begin_checkout", 1, lines);
      event(visit, last.getLast(), "purchase", 1, lines);
    }
  }

  private void event(
      Visits.Visit visit, Visits.Step step, String name, int later, List<Orders.Line> lines) {
    LocalDateTime at = visit.at(step).plusSeconds(later);
    long micros = Days.zoned(at).toEpochSecond() * 1_000_000 + dice.between(0, 999_999);
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event_date", visit.start().toLocalDate().toString().replace("-", ""));
    event.put("event_timestamp", Long.toString(micros));
    event.put("event_name", name);
    event.put("event_params", params(visit, step, name));
    event.put("event_bundle_sequence_id", Integer.toString(++bundle));
    event.put("user_id", visit.order() != null && visit.analytics() ? userId(visit) : null);
    event.put("user_pseudo_id", visit.analytics() ? visit.client() : null);
    event.put("privacy_info", privacy(visit));
    event.put("user_properties", List.of());
    event.put("user_first_touch_timestamp", firstTouch(visit));
    event.put("device", device(visit));
    event.put("geo", geo(visit));
    event.put("traffic_source", visit.analytics() ? source(visit, "name") : null);
    event.put("collected_traffic_source", collected(visit));
    event.put("session_traffic_source_last_click", lastClick(visit));
    event.put("stream_id", visit.german() ? "4410022001" : "4410022002");
    event.put("platform", "WEB");
    event.put("is_active_user", visit.analytics());
    event.put("ecommerce", ecommerce(visit, name));
    event.put("items", items(lines));
    Json.write(out, event);
    out.append('\n');
  }

  private static String userId(Visits.Visit visit) {
    return "K" + (500 + visit.person().number());
  }

  private static String firstTouch(Visits.Visit visit) {
    return visit.analytics()
        ? visit.client().substring(visit.client().indexOf('.') + 1) + "000000"
        : null;
  }

  private List<Object> params(Visits.Visit visit, Visits.Step step, String name) {
    var params = new ArrayList<Object>();
    String query = visit.paid() != null && step.second() == 0 ? "?gclid=" + visit.clickId() : "";
    boolean google = visit.medium().startsWith("google / cpc");
    params.add(
        text("page_location", "https://" + visit.host() + step.path() + (google ? query : "")));
    params.add(text("page_title", step.title()));
    if (visit.analytics()) {
      params.add(whole("ga_session_id", Long.toString(Days.zoned(visit.start()).toEpochSecond())));
      params.add(whole("ga_session_number", visit.first() ? "1" : "3"));
      boolean engaged = visit.steps().size() > 1;
      params.add(
          dice.chance(.1)
              ? whole("session_engaged", engaged ? "1" : "0")
              : text("session_engaged", engaged ? "1" : "0"));
    }
    if (name.equals("purchase")) {
      params.add(text("transaction_id", transaction(visit.order())));
      params.add(text("currency", "EUR"));
      params.add(param("value", "double_value", euros(visit.order().totalCents())));
    }
    return params;
  }

  private static Map<String, Object> text(String key, String value) {
    return param(key, "string_value", value);
  }

  private static Map<String, Object> whole(String key, String value) {
    return param(key, "int_value", value);
  }

  private static Map<String, Object> param(String key, String kind, Object value) {
    Map<String, Object> param = new LinkedHashMap<>();
    param.put("key", key);
    param.put("value", Map.of(kind, value));
    return param;
  }

  private static Map<String, Object> privacy(Visits.Visit visit) {
    Map<String, Object> privacy = new LinkedHashMap<>();
    privacy.put("analytics_storage", visit.analytics() ? "Yes" : "No");
    privacy.put("ads_storage", visit.ads() ? "Yes" : "No");
    privacy.put("uses_transient_token", visit.analytics() ? "No" : "Yes");
    return privacy;
  }

  private static Map<String, Object> device(Visits.Visit visit) {
    Map<String, Object> device = new LinkedHashMap<>();
    device.put("category", visit.device().category());
    device.put("operating_system", visit.device().system());
    device.put("operating_system_version", visit.device().version());
    device.put("language", visit.german() ? "de-de" : "de-at");
    Map<String, Object> web = new LinkedHashMap<>();
    web.put("browser", visit.device().browser());
    web.put("hostname", visit.host());
    device.put("web_info", web);
    return device;
  }

  private static Map<String, Object> geo(Visits.Visit visit) {
    Map<String, Object> geo = new LinkedHashMap<>();
    geo.put("continent", "Europe");
    geo.put("country", visit.german() ? "Germany" : "Austria");
    geo.put("city", visit.person() == null ? "(not set)" : visit.person().place().city());
    return geo;
  }

  private static Map<String, Object> source(Visits.Visit visit, String name) {
    String[] parts = visit.medium().split(" / ");
    Map<String, Object> source = new LinkedHashMap<>();
    source.put(name, campaign(visit));
    source.put("medium", parts[1]);
    source.put("source", parts[0]);
    return source;
  }

  private static String campaign(Visits.Visit visit) {
    return visit.paid() != null
        ? visit.paid().campaign().name()
        : visit.medium().startsWith("(") ? "(direct)" : "(not set)";
  }

  private static Map<String, Object> collected(Visits.Visit visit) {
    if (visit.medium().startsWith("(")) {
      return null;
    }
    String[] parts = visit.medium().split(" / ");
    Map<String, Object> collected = new LinkedHashMap<>();
    collected.put("manual_source", parts[0]);
    collected.put("manual_medium", parts[1]);
    if (visit.paid() != null) {
      collected.put("manual_campaign_name", visit.paid().campaign().name());
      collected.put("manual_campaign_id", visit.paid().campaign().id());
    }
    if (visit.medium().equals("google / cpc") && visit.ads()) {
      collected.put("gclid", visit.clickId());
    }
    return collected;
  }

  private static Map<String, Object> lastClick(Visits.Visit visit) {
    return visit.analytics()
        ? Collections.singletonMap("manual_campaign", source(visit, "campaign_name"))
        : null;
  }

  private static Map<String, Object> ecommerce(Visits.Visit visit, String name) {
    if (!name.equals("purchase")) {
      return null;
    }
    Orders.Order order = visit.order();
    Map<String, Object> ecommerce = new LinkedHashMap<>();
    ecommerce.put("transaction_id", transaction(order));
    ecommerce.put("purchase_revenue", euros(order.totalCents()));
    ecommerce.put("shipping_value", euros(order.shippingCents()));
    ecommerce.put("tax_value", euros(order.taxCents()));
    ecommerce.put(
        "total_item_quantity",
        Integer.toString(order.lines().stream().mapToInt(Orders.Line::quantity).sum()));
    ecommerce.put("unique_items", Integer.toString(order.lines().size()));
    return ecommerce;
  }

  static String transaction(Orders.Order order) {
    return order.german() ? ShopifyOrders.name(order) : "AT-" + order.number();
  }

  private static List<Object> items(List<Orders.Line> lines) {
    var items = new ArrayList<Object>();
    for (Orders.Line line : lines) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("item_id", line.product().sku());
      item.put("item_name", line.product().name());
      item.put("item_brand", line.product().brand());
      item.put("item_category", line.product().category().name());
      item.put("price", euros(line.cents()));
      item.put("quantity", Integer.toString(line.quantity()));
      items.add(item);
    }
    return items;
  }

  /** As a JSON number. */
  private static Object euros(long cents) {
    return new java.math.BigDecimal(Num.POINT.money(cents));
  }
}
