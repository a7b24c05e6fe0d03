import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One day of the German shop's access log in the combined format: the visits of that day with their
 * images and scripts, search engines and those that only say they are one, scanners, handshakes of
 * a protocol the server does not speak, and lines that broke.
 */
final class ServerLog {
  private record Line(LocalDateTime at, String text) {}

  private static final String GOOGLEBOT =
      "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like"
          + " Gecko) Chrome/149.0.7300.65 Mobile Safari/537.36 (compatible; Googlebot/2.1;"
          + " +http://www.google.com/bot.html)";
  private static final String BINGBOT =
      "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0;"
          + " +http://www.bing.com/bingbot.htm) Chrome/136.0.0.0 Safari/537.36";
  private static final List<String> OTHER_BOTS =
      List.of(
          "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
          "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2;"
              + " +https://openai.com/gptbot)",
          "Screaming Frog SEO Spider/22.2",
          "curl/8.5.0");
  private static final List<String> SCANS =
      List.of(
          "/wp-login.php",
          "/.env",
          "/xmlrpc.php",
          "/administrator/index.php",
          "/.git/config",
          "/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php",
          "/wp-content/plugins/../../etc/passwd");
  private static final List<String> ASSETS =
      List.of(
          "/assets/shop.8c1f.css",
          "/assets/shop.8c1f.js",
          "/assets/berg.woff2",
          "/media/logo.svg",
          "/media/hero-herbst.avif",
          "/favicon.ico");
  private static final String HELLO = "\\x16\\x03\\x01\\x02\\x00\\x01\\x00\\x01\\xFC\\x03\\x03";

  private final List<Line> lines = new ArrayList<>();
  private final World world;
  private final Dice dice;

  private ServerLog(World world) {
    this.world = world;
    this.dice = world.dice("server log");
  }

  static byte[] write(World world) {
    var log = new ServerLog(world);
    world.visits().on(Visits.MONDAY).stream().filter(Visits.Visit::german).forEach(log::visit);
    log.bots(GOOGLEBOT, "66.249.66.", 2300);
    log.bots(BINGBOT, "157.55.39.", 1100);
    for (int i = 0; i < 9; i++) {
      log.hit(log.anyTime(), "203.0.113." + (40 + i % 3), log.anyPath(), 200, "-", GOOGLEBOT);
    }
    OTHER_BOTS.forEach(agent -> log.bots(agent, "198.51.100.", 420));
    log.scanners();
    log.noise();
    log.lines.sort(Comparator.comparing(Line::at));
    return Gzip.of(log.text().getBytes(StandardCharsets.ISO_8859_1));
  }

  private void visit(Visits.Visit visit) {
    String referrer = referrer(visit.medium());
    for (Visits.Step step : visit.steps()) {
      LocalDateTime at = visit.at(step);
      boolean clicked = step.second() == 0 && visit.medium().equals("google / cpc");
      String path = step.path() + (clicked ? "?gclid=" + visit.clickId() : "");
      int status = dice.chance(.004) ? 500 : dice.chance(.03) ? 304 : 200;
      String agent = visit.device().agent();
      hit(at, visit.ip(), path, status, referrer, agent);
      String page = Site.ROOT + step.path();
      referrer = page;
      if (step.second() == 0) {
        ASSETS.forEach(file -> hit(at.plusSeconds(1), visit.ip(), file, 200, page, agent));
      }
      String image = step.product() == null ? "" : Site.image(step.product());
      if (!image.isEmpty()) {
        String file = image.substring(Site.ROOT.length());
        hit(at.plusSeconds(1), visit.ip(), file, dice.chance(.02) ? 404 : 200, referrer, agent);
      }
    }
    if (visit.order() != null) {
      LocalDateTime at = visit.at(visit.steps().getLast()).minusSeconds(1);
      add(
          at,
          visit.ip(),
          "POST /kasse/abschicken HTTP/2.0",
          303,
          0,
          Site.ROOT + "/kasse/",
          visit.device().agent());
    }
  }

  private String referrer(String medium) {
    return switch (medium.replaceAll(" / .*", "")) {
      case "google" -> "https://www.google.com/";
      case "bing" -> "https://www.bing.com/";
      case "facebook" -> dice.chance(.5) ? "https://l.facebook.com/" : "https://l.instagram.com/";
      case "tiktok" -> "https://www.tiktok.com/";
      case "alpenforum.example" -> "https://alpenforum.example/thema/klettersteig-gr\u00f6\u00dfe";
      default -> "-";
    };
  }

  private void bots(String agent, String network, int count) {
    for (int i = 0; i < count; i++) {
      String path = dice.chance(.04) ? "/robots.txt" : anyPath();
      int status = dice.chance(.03) ? 404 : dice.chance(.06) ? 301 : dice.chance(.1) ? 304 : 200;
      String gone = status == 404 ? "/p/ausverkauft-" + dice.between(9000, 9999) + "/" : path;
      hit(anyTime(), network + dice.between(1, 30), gone, status, "-", agent);
    }
  }

  private void scanners() {
    for (int i = 0; i < 380; i++) {
      String ip = "203.0.113." + dice.between(100, 180);
      hit(
          anyTime(),
          ip,
          dice.pick(SCANS),
          dice.chance(.9) ? 404 : 403,
          "-",
          "Mozilla/5.0 zgrab/0.x");
    }
  }

  /** What no request is: handshakes, empty requests, cut lines, doubled blanks, stray notes. */
  private void noise() {
    for (int i = 0; i < 42; i++) {
      add(anyTime(), "203.0.113." + dice.between(1, 99), HELLO, 400, 157, "-", "-");
    }
    for (int i = 0; i < 11; i++) {
      add(anyTime(), "2001:db8:dead::" + dice.between(1, 99), "", 408, 0, "-", "-");
    }
    for (int i = 0; i < 6; i++) {
      String agent = Visits.MONDAY.getDayOfWeek() + "-Br\u00fccke/1.0 (gr\u00fc\u00dft)";
      hit(anyTime(), "198.51.100." + dice.between(200, 230), anyPath(), 200, "-", agent);
    }
    for (int i = 0; i < 5; i++) {
      LocalDateTime at = anyTime();
      lines.add(
          new Line(
              at,
              "198.18.7."
                  + i
                  + "  -  -  ["
                  + Days.log(at)
                  + "]  \"GET  / HTTP/1.1\"  200  5120"
                  + "  \"-\"  \"Mozilla/5.0\""));
      lines.add(
          new Line(
              anyTime(),
              "198.18.9." + i + " - - [" + Days.log(at) + "] \"GET /klettern/ HTTP/2.0\" 200 48"));
      lines.add(
          new Line(
              anyTime(),
              "198.18.8."
                  + i
                  + " - - ["
                  + Days.log(at)
                  + "] \"GET /regen/ HTTP/2.0\" 200 18230"
                  + " \"-\" \"Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, li"));
    }
    lines.add(new Line(anyTime(), "logrotate: rotating pattern /var/log/nginx/*.log"));
    lines.add(new Line(anyTime(), ""));
  }

  private LocalDateTime anyTime() {
    return Visits.MONDAY.atTime(dice.between(0, 23), dice.between(0, 59), dice.between(0, 59));
  }

  private String anyPath() {
    return dice.pick(world.site().pages).path();
  }

  private void hit(
      LocalDateTime at, String ip, String path, int status, String referrer, String agent) {
    int bytes =
        switch (status) {
          case 301, 304 -> 0;
          case 404, 403 -> 1187;
          case 500 -> 612;
          default -> path.startsWith("/media/") ? dice.between(21_000, 94_000) : size(path);
        };
    String version = ip.startsWith("203.") ? "HTTP/1.1" : "HTTP/2.0";
    add(at, ip, "GET " + path + " " + version, status, bytes, referrer, agent);
  }

  private int size(String path) {
    return path.startsWith("/assets/")
        ? 38_112
        : 14_000 + 37 * path.length() + dice.between(0, 900);
  }

  private void add(
      LocalDateTime at,
      String ip,
      String request,
      int status,
      int bytes,
      String referrer,
      String agent) {
    lines.add(
        new Line(
            at,
            String.format(
                Locale.ROOT,
                "%s - - [%s] \"%s\" %d %d \"%s\" \"%s\"",
                ip,
                Days.log(at),
                request,
                status,
                bytes,
                referrer,
                agent)));
  }

  private String text() {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }
}
