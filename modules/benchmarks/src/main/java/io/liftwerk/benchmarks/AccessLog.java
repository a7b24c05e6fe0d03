package io.liftwerk.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A seeded access log of any length in the combined format, about 237 bytes a line, the same bytes
 * for the same length: visitors who come again, pages with and without a query, crawlers, IPv6, and
 * of a thousand lines two that are no request.
 */
final class AccessLog {

  /**
   * What was written.
   *
   * @param noise lines that are no records
   */
  record Written(long bytes, long lines, long noise) {}

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.ofHours(2));
  private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");

  /** About what a shop of middling size writes. */
  private static final double LINES_A_SECOND = 1.7;

  private static final String[] SYSTEMS = {
    "Windows NT 10.0; Win64; x64",
    "Macintosh; Intel Mac OS X 10_15_7",
    "X11; Linux x86_64",
    "Linux; Android 10; K",
    "iPhone; CPU iPhone OS 18_6 like Mac OS X",
    "iPad; CPU OS 18_6 like Mac OS X"
  };
  private static final String[] CRAWLERS = {
    "Mozilla/5.0 (compatible; Searchbot/2.1; +https://searchbot.example/about.html)",
    "Mozilla/5.0 (Linux; Android 6.0.1) AppleWebKit/537.36 (compatible; Indexer/1.4;"
        + " +https://indexer.example/bot)",
    "FeedReader/4.2 (+https://feeds.example/)",
    "curl/8.5.0"
  };
  private static final String[] SECTIONS = {
    "klettern", "schuhe", "rucksaecke", "zelte", "ski", "touren", "magazin", "angebote"
  };
  private static final String[] WORDS = {
    "klettersteigset",
    "bergstiefel",
    "rucksack",
    "isomatte",
    "regenjacke",
    "stirnlampe",
    "trekkingstock",
    "schlafsack",
    "helm",
    "gamasche"
  };
  private static final int[] STATUS = {200, 200, 200, 200, 200, 200, 200, 304, 301, 404};
  private static final String[] NOISE = {
    "\"\\x16\\x03\\x01\\x02\\x00\\x01\\x00\\x01\\xFC\\x03\\x03\" 400 157 \"-\" \"-\"\n",
    "\"\" 408 0 \"-\" \"-\"\n",
    "\"GET /klettern/ HTTP/2.0\" 200 48\n"
  };

  private final SplittableRandom random = new SplittableRandom(20_260_928);
  private final byte[][] visitors = new byte[24_000][];
  private final byte[][] requests = new byte[9_000][];
  private final byte[][] referrers = new byte[700][];
  private final byte[][] agents = new byte[640][];

  private AccessLog() {
    for (int i = 0; i < visitors.length; i++) {
      visitors[i] =
          bytes(
              i % 9 == 0
                  ? String.format(Locale.ROOT, "2001:db8:%x:%x::%x - - [", i, i * 7 % 4096, i % 99)
                  : "198." + (18 + i % 2) + "." + i / 2 % 250 + "." + i % 251 + " - - [");
    }
    for (int i = 0; i < requests.length; i++) {
      requests[i] = bytes("\"" + (i % 90 == 0 ? "POST" : "GET") + " " + path(i) + " HTTP/2.0\" ");
    }
    for (int i = 0; i < referrers.length; i++) {
      referrers[i] =
          bytes(
              i % 3 == 0
                  ? "\"-\" \""
                  : "\"https://www.nordwand.example" + path(i * 13 % requests.length) + "\" \"");
    }
    for (int i = 0; i < agents.length; i++) {
      agents[i] = bytes((i % 5 == 0 ? CRAWLERS[i / 5 % CRAWLERS.length] : browser(i)) + "\"\n");
    }
  }

  private static String path(int i) {
    String section = SECTIONS[i % SECTIONS.length];
    String word = WORDS[i / 3 % WORDS.length];
    return switch (i % 8) {
      case 0 -> "/" + section + "/";
      case 1 -> "/" + section + "/?seite=" + i % 40 + "&sortierung=preis";
      case 2 -> "/media/" + word + "-" + (10_000 + i) + "-960.avif";
      case 3 -> "/assets/shop." + Integer.toHexString(i % 7 + 35_000) + ".js";
      default -> "/p/" + word + "-" + section + "-" + (10_000 + i) + "/";
    };
  }

  private static String browser(int i) {
    int version = 120 + i / 6 % 30;
    return "Mozilla/5.0 ("
        + SYSTEMS[i % SYSTEMS.length]
        + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
        + version
        + ".0."
        + (6000 + i % 17 * 13)
        + ".0 Safari/537.36";
  }

  static Written write(Path file, long lines) throws IOException {
    var log = new AccessLog();
    long noise = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (long i = 0; i < lines; i++) {
        out.write(log.visitors[log.skewed(log.visitors.length)]);
        out.write(bytes(TIME.format(START.plusSeconds((long) (i / LINES_A_SECOND))) + "] "));
        if (log.random.nextInt(500) == 0) {
          out.write(bytes(NOISE[(int) (noise % NOISE.length)]));
          noise++;
        } else {
          log.rest(out);
        }
      }
    }
    return new Written(Files.size(file), lines, noise);
  }

  private void rest(OutputStream out) throws IOException {
    out.write(requests[skewed(requests.length)]);
    int status = STATUS[random.nextInt(STATUS.length)];
    int size = status == 304 ? 0 : 300 + random.nextInt(60_000);
    out.write(bytes(status + " " + size + " "));
    out.write(referrers[skewed(referrers.length)]);
    out.write(agents[skewed(agents.length)]);
  }

  /** Few are frequent and many are rare. */
  private int skewed(int count) {
    double share = random.nextDouble();
    return (int) (share * share * share * count);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
