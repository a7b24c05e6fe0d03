package io.liftwerk.briefs.cms;

import io.liftwerk.workspace.WorkbenchException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run of text within a paragraph, a heading or an item of a list. */
public sealed interface Span {

  /** Plain text; never markup. */
  record Text(String text) implements Span {
    public Text {
      text = Wording.flow(text);
    }
  }

  /** Text that matters. */
  record Strong(String text) implements Span {
    public Strong {
      text = Wording.flow(text);
    }
  }

  /**
   * A link.
   *
   * @param url with http, https or mailto, or relative to the site's root; others are refused
   */
  record Link(String text, String url) implements Span {
    /**
     * @throws WorkbenchException code {@code link-address}
     */
    public Link {
      text = Wording.flow(text);
      url = address(url);
    }
  }

  /**
   * A mark that what stands before it is said by a source.
   *
   * @param source number of the source in {@link CmsPost#sources()}, from 1
   */
  record Citation(int source) implements Span {}

  /** An address that is safe to write into a link. */
  static String address(String url) {
    String plain = Wording.line(url);
    try {
      var uri = new URI(plain);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean whole = scheme.startsWith("http") && uri.getHost() != null;
      boolean within = scheme.isEmpty() && plain.matches("[/#](?!/).*");
      if (scheme.matches("https?") && whole || scheme.equals("mailto") || within) {
        return plain;
      }
    } catch (URISyntaxException e) {
      throw refused(plain, e);
    }
    throw refused(plain, null);
  }

  private static WorkbenchException refused(String url, @Nullable Exception cause) {
    return new WorkbenchException(
        "link-address",
        "'%s' is no address that a text may link to.".formatted(url),
        "Links begin with https://, http://, mailto: or /.",
        cause);
  }
}
