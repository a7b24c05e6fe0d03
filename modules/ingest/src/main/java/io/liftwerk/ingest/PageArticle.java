package io.liftwerk.ingest;

import io.liftwerk.ingest.Article.Heading;
import io.liftwerk.ingest.Article.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads a web page as an article. */
final class PageArticle {
  private static final Pattern HOST =
      Pattern.compile("(?is)(?:https?:)?//(?:[^/?#@]*@)?([^/?#:]+).*");
  private static final Pattern SCHEME = Pattern.compile("(?is)[a-z][a-z0-9+.-]*:.*");

  private PageArticle() {}

  static Article of(String html) {
    Document page = Jsoup.parse(html);
    var meta = PageMeta.of(page);
    List<Element> anchors = page.select("a[href]");
    HiddenText.remove(page);
    Element headline = page.selectFirst("h1");
    Element content = MainContent.of(page);
    Element own = content.selectFirst("h1");
    String canonical = meta.canonical();
    return new Article(
        meta.title(),
        meta.description(),
        meta.language(),
        canonical,
        text(own == null ? headline : own),
        meta.published(),
        meta.modified(),
        meta.author(),
        PlainText.of(content),
        headings(content),
        links(anchors, content, host(canonical)),
        meta.schemaOrg(),
        null);
  }

  private static @Nullable String text(@Nullable Element element) {
    String text = element == null ? "" : PlainText.line(element);
    return text.isEmpty() ? null : text;
  }

  /** The headings with a text in {@code content}. */
  static List<Heading> headings(Element content) {
    var headings = new ArrayList<Heading>();
    for (Element heading : content.select("h1, h2, h3, h4, h5, h6")) {
      String text = PlainText.line(heading);
      if (!text.isEmpty()) {
        headings.add(new Heading(heading.normalName().charAt(1) - '0', text));
      }
    }
    return headings;
  }

  /**
   * The links to other pages among {@code anchors}.
   *
   * @param host where the page itself lives, null when it does not say
   */
  static List<Link> links(List<Element> anchors, Element content, @Nullable String host) {
    Set<Element> inside = Collections.newSetFromMap(new IdentityHashMap<>());
    inside.addAll(content.getAllElements());
    var links = new ArrayList<Link>();
    for (Element anchor : anchors) {
      String href = anchor.attr("href").strip();
      boolean page =
          !href.isEmpty()
              && !href.startsWith("#")
              && (!SCHEME.matcher(href).matches() || HOST.matcher(href).matches());
      if (page) {
        links.add(
            new Link(href, anchorText(anchor), internal(href, host), inside.contains(anchor)));
      }
    }
    return links;
  }

  private static String anchorText(Element anchor) {
    String text = PlainText.line(anchor);
    return text.isEmpty() ? anchor.select("img[alt]").attr("alt").strip() : text;
  }

  private static @Nullable Boolean internal(String href, @Nullable String host) {
    String target = host(href);
    if (target == null) {
      return true;
    }
    if (host == null) {
      return null;
    }
    return target.equals(host) || target.endsWith("." + host) || host.endsWith("." + target);
  }

  /** The host of an address, without {@code www.}; null for an address within a site. */
  static @Nullable String host(@Nullable String address) {
    Matcher host = HOST.matcher(address == null ? "" : address);
    if (!host.matches()) {
      return null;
    }
    String name = host.group(1).toLowerCase(Locale.ROOT);
    return name.startsWith("www.") ? name.substring(4) : name;
  }
}
