package io.liftwerk.briefs.cms;

import io.liftwerk.workspace.WorkbenchException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a WordPress site is.
 *
 * @param base without a slash at the end, such as {@code https://blog.example/news}
 * @param host in lower case
 */
public record WordPressAddress(URI base, String host) {

  /**
   * @param text {@code https://HOST[:PORT][/PATH]}; {@code http} for this computer alone
   * @throws WorkbenchException code {@code cms-address}, or {@code cms-insecure} for http elsewhere
   */
  public static WordPressAddress parse(String text) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      throw refused(text, e);
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    boolean bare =
        uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
    if (uri.getHost() == null || !bare || !scheme.matches("https?")) {
      throw refused(shown(uri), null);
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (scheme.equals("http") && !isLoopback(host)) {
      throw new WorkbenchException(
          "cms-insecure",
          "%s would get the password over http, where everybody on the way reads it."
              .formatted(host),
          "Use https://; http is for this computer alone.");
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.normalize().getRawPath().replaceAll("/+$", "");
    return new WordPressAddress(URI.create(scheme + "://" + host + port + path), host);
  }

  /** A password that stands in an address is not said again. */
  private static String shown(URI uri) {
    return uri.toString().replaceFirst("//[^/@]*@", "//…@");
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.equals("[::1]")
        || host.equals("[0:0:0:0:0:0:0:1]");
  }

  private static WorkbenchException refused(String text, @Nullable Exception cause) {
    return new WorkbenchException(
        "cms-address",
        "'%s' is not the address of a site.".formatted(text),
        "Name it as https://HOST, without user, password and question mark.",
        cause);
  }

  /** Under which the vault keeps the user and the application password of this site. */
  public String secret() {
    return "wordpress:" + base.getRawAuthority();
  }

  /** Of the REST interface, version 2. */
  URI rest(String pathAndQuery) {
    return URI.create(base + "/wp-json/wp/v2/" + pathAndQuery);
  }
}
