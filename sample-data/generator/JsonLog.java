import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Austrian shop's access log of the morning of 29 September, as its Caddy server writes it:
 * JSON lines.
 */
final class JsonLog {
  private record Hit(Visits.Visit visit, Visits.Step step) {}

  private JsonLog() {}

  static byte[] write(World world) {
    Dice dice = world.dice("json log");
    var hits = new ArrayList<Hit>();
    for (Visits.Visit visit : world.visits().on(Visits.LAST)) {
      if (!visit.german() && visit.start().getHour() < 13) {
        visit.steps().forEach(step -> hits.add(new Hit(visit, step)));
      }
    }
    hits.sort(Comparator.comparing(hit -> hit.visit().at(hit.step())));
    var out = new StringBuilder();
    for (Hit hit : hits) {
      Json.write(out, line(hit, dice));
      out.append('\n');
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> line(Hit hit, Dice dice) {
    long micros =
        Days.zoned(hit.visit().at(hit.step())).toEpochSecond() * 1_000_000
            + dice.between(0, 999_999);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", "info");
    line.put("ts", BigDecimal.valueOf(micros, 6));
    line.put("logger", "http.log.access");
    line.put("msg", "handled request");
    line.put("request", request(hit, dice));
    line.put("bytes_read", 0);
    line.put("user_id", "");
    line.put("duration", BigDecimal.valueOf(dice.between(900_000, 60_000_000), 9));
    line.put("size", dice.between(9_000, 42_000));
    line.put("status", dice.chance(.02) ? 404 : 200);
    line.put("resp_headers", Map.of("Content-Type", List.of("text/html; charset=utf-8")));
    return line;
  }

  private static Map<String, Object> request(Hit hit, Dice dice) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("remote_ip", hit.visit().ip());
    request.put("remote_port", Integer.toString(dice.between(1025, 65_000)));
    request.put("client_ip", hit.visit().ip());
    request.put("proto", "HTTP/2.0");
    request.put("method", "GET");
    request.put("host", Site.AUSTRIAN_HOST);
    request.put("uri", hit.step().path());
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("User-Agent", List.of(hit.visit().device().agent()));
    headers.put("Accept-Language", List.of("de-AT,de;q=0.9"));
    request.put("headers", headers);
    return request;
  }
}
