package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article in a page. The page's own statement counts first ({@code main}, then {@code
 * article} and names that are used for it); without one it is the body. Navigation, footers and the
 * like are taken out of it by element, role and name, and where the page states nothing, lists that
 * consist of links as well.
 */
final class MainContent {
  private static final List<String> STATED =
      List.of(
          "main, [role=main]",
          "[itemprop=articleBody]",
          "article",
          "#content, #main, #main-content, .entry-content, .post-content, .article-content,"
              + " .article-body, .page-content");

  private static final Set<String> AROUND = Set.of("nav", "aside", "footer", "menu");

  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "banner",
          "contentinfo",
          "complementary",
          "search",
          "dialog",
          "alertdialog",
          "menu",
          "menubar",
          "toolbar");

  private static final Pattern NAMES =
      Pattern.compile(
          "(?:.*[-_])?(?:cookies?|consent|gdpr|breadcrumbs?|navbar|nav|navigation|menu|sidebar"
              + "|footer|share|sharing|social|newsletter|related|recommendations?|advert|ads"
              + "|popup|modal|pagination|pager|skip-link|skiplink|toc)(?:[-_].*)?");

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private static final int MANY_LINKS = 4;

  /** Characters of text below an element, and those of them in links. */
  private static final class Size {
    private long text;
    private long linked;
    private int links;
  }

  private final Map<Element, Size> sizes = new IdentityHashMap<>();
  private final Document page;

  private MainContent(Document page) {
    this.page = page;
  }

  /** The element of {@code page} that holds the article; what is no part of it is removed. */
  static Element of(Document page) {
    var content = new MainContent(page);
    content.measure();
    Element stated = content.stated();
    Element root = stated == null ? page.body() : stated;
    content.prune(root, stated != null);
    return root;
  }

  private void measure() {
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode text && node.parent() instanceof Element parent) {
              size(parent).text += text.text().strip().length();
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element && element.parent() != null) {
              Size own = size(element);
              Size above = size(element.parent());
              boolean link = element.normalName().equals("a") && element.hasAttr("href");
              above.text += own.text;
              above.linked += link ? own.text : own.linked;
              above.links += own.links + (link ? 1 : 0);
            }
          }
        },
        page);
  }

  private Size size(@Nullable Element element) {
    return element == null ? new Size() : sizes.computeIfAbsent(element, e -> new Size());
  }

  /** The element that the page names as its content and that holds a fair part of its text. */
  private @Nullable Element stated() {
    long all = size(page.body()).text;
    for (String selector : STATED) {
      long together = 0;
      Element largest = null;
      for (Element element : page.select(selector)) {
        together += size(element).text;
        boolean larger = largest == null || size(element).text > size(largest).text;
        largest = larger ? element : largest;
      }
      // one of many articles is a teaser among others, not the article
      boolean one = largest != null && size(largest).text * 5 >= together * 3;
      if (largest != null && one && size(largest).text > 0 && size(largest).text * 5 >= all) {
        return largest;
      }
    }
    return null;
  }

  private void prune(Element root, boolean stated) {
    long all = size(root).text;
    var away = new ArrayList<Element>();
    for (Element element : root.getAllElements()) {
      if (element == root) {
        continue;
      }
      boolean part = 5 * size(element).text <= 2 * all;
      boolean around =
          AROUND.contains(element.normalName())
              || ROLES.contains(element.attr("role"))
              || isNamed(element)
              || (element.normalName().equals("form") && element.selectFirst("p, h2, h3") == null)
              || (!stated && isSiteHeader(element))
              || (!stated && isLinkList(element));
      if (around && (part || element.normalName().equals("nav"))) {
        away.add(element);
      }
    }
    away.forEach(Node::remove);
  }

  private static boolean isNamed(Element element) {
    return isNamed(element.id()) || element.classNames().stream().anyMatch(MainContent::isNamed);
  }

  private static boolean isNamed(String name) {
    String words = HUMP.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    return NAMES.matcher(words).matches();
  }

  private static boolean isSiteHeader(Element element) {
    return element.normalName().equals("header")
        && element.selectFirst("h1") == null
        && element.closest("article,main") == null;
  }

  private boolean isLinkList(Element element) {
    Size size = size(element);
    return Set.of("ul", "ol", "div", "table", "p").contains(element.normalName())
        && size.links >= MANY_LINKS
        && size.linked * 4 >= size.text * 3;
  }
}
