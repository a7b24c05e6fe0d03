package io.liftwerk.guardrails.links;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** A web address as it is compared: host and path, nothing else. */
final class Address {
  private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]{1,19}:");

  private Address() {}

  /** Whether it leads away from the page it stands on: it names a host. */
  static boolean isElsewhere(String url) {
    String plain = unescaped(url);
    return plain.startsWith("//")
        || plain.startsWith("\\\\")
        || plain.startsWith("/\\")
        || plain.toLowerCase(Locale.ROOT).startsWith("www.")
        || SCHEME.matcher(plain).find()
            && !plain.startsWith("mailto:")
            && !plain.startsWith("tel:");
  }

  /**
   * {@code host/path} in lower case as far as the host goes, without what does not tell pages
   * apart.
   */
  static String normal(String url) {
    String plain = unescaped(url).replace('\\', '/');
    plain = SCHEME.matcher(plain).replaceFirst("");
    plain = plain.replaceFirst("^/{1,5}", "");
    int end = plain.length();
    for (int i = 0; i < plain.length(); i++) {
      if (plain.charAt(i) == '?' || plain.charAt(i) == '#') {
        end = i;
        break;
      }
    }
    plain = plain.substring(0, end);
    int slash = plain.indexOf('/');
    String host = slash < 0 ? plain : plain.substring(0, slash);
    String path = slash < 0 ? "" : plain.substring(slash).replaceFirst("/{1,50}$", "");
    // what stands before an @ is a name one logs in with, not the host
    host = host.substring(host.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    host =
        host.replaceFirst(":(?:80|443)$", "").replaceFirst("^www\\.", "").replaceFirst("\\.$", "");
    return host + path;
  }

  static String host(String normal) {
    int slash = normal.indexOf('/');
    String host = slash < 0 ? normal : normal.substring(0, slash);
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  /** Without HTML's escapes and the control characters that browsers pass over. */
  static String unescaped(String url) {
    return Parser.unescapeEntities(url, true).replaceAll("[\\u0000-\\u0020]", "");
  }
}
