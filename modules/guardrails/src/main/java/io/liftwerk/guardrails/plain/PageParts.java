package io.liftwerk.guardrails.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * An HTML page as what a reader sees and what only a program sees: comments, attributes, elements
 * that a style hides. Every part knows its place in the page.
 */
public final class PageParts {
  private static final Pattern PAGE =
      Pattern.compile(
          "<(?:!doctype|!--|html|head|body|div|p|span|a|h[1-6]|ul|ol|li|table|section|article|main"
              + "|img|b|i|em|strong|br|template|font|meta|script|style|input|button|svg|details)"
              + "(?:[\\s>/]|--|$)",
          Pattern.CASE_INSENSITIVE);

  /** Attributes that hold no text: addresses, code, looks. */
  private static final Set<String> NO_TEXT =
      Set.of(
          "href",
          "src",
          "srcset",
          "class",
          "style",
          "id",
          "type",
          "rel",
          "role",
          "lang",
          "width",
          "height",
          "target",
          "charset",
          "name",
          "property",
          "http-equiv",
          "viewbox",
          "d",
          "action",
          "method",
          "for",
          "sizes",
          "loading",
          "media",
          "xmlns",
          "itemprop",
          "itemtype",
          "integrity");

  private static final int SHORTEST = 8;

  private final String page;
  private final List<Part> parts = new ArrayList<>();
  private final View.Builder visible;
  private final HiddenStyle styles;

  /**
   * A part of a page.
   *
   * @param hidden how it is kept from readers, a word for a person; empty for what they see
   */
  public record Part(String hidden, View view) {}

  private PageParts(String page, HiddenStyle styles) {
    this.page = page;
    this.styles = styles;
    this.visible = new View.Builder(page.length());
  }

  /** Whether a text is, or holds, HTML. */
  public static boolean isPage(String text) {
    return text.indexOf('<') >= 0 && PAGE.matcher(text).find();
  }

  /** What readers see, as one part, and each part they do not see. */
  public static List<Part> of(String page) {
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    Document document = Jsoup.parse(page, "", parser);
    var reader = new PageParts(page, HiddenStyle.of(document));
    reader.walk(document);
    reader.parts.addFirst(new Part("", reader.visible.view()));
    return reader.parts;
  }

  /** Without recursion: a page may be nested deeper than a stack. */
  private void walk(Document document) {
    Node node = document;
    int hiddenDepth = -1;
    String how = "";
    View.Builder hidden = visible;
    int depth = 0;
    while (node != null) {
      if (hiddenDepth < 0 && node instanceof Element element) {
        how = styles.hides(element);
        if (!how.isEmpty()) {
          hiddenDepth = depth;
          hidden = new View.Builder(64);
        }
      }
      read(node, hiddenDepth < 0 ? visible : hidden);
      if (node.childNodeSize() > 0) {
        node = node.childNode(0);
        depth++;
        continue;
      }
      Node at = node;
      while (at != null) {
        if (depth == hiddenDepth) {
          add(how, hidden.view());
          hiddenDepth = -1;
        }
        if (at instanceof Element element && element.isBlock()) {
          visible.gap(end(element));
        }
        Node next = at.nextSibling();
        if (next != null) {
          at = next;
          break;
        }
        at = at.parent();
        depth--;
      }
      node = at;
    }
  }

  private static int end(Element element) {
    Range range = element.endSourceRange();
    return range.isTracked() ? range.startPos() : 0;
  }

  private void read(Node node, View.Builder text) {
    switch (node) {
      case Comment comment -> comment(comment);
      case DataNode data -> {
        // a script's strings are code; structured data is text that programs read
        Range range = data.sourceRange();
        if (range.isTracked() && data.parent() instanceof Element e && isData(e)) {
          add("structured data", Entities.decoded(page, range.startPos(), range.endPos()));
        }
      }
      case TextNode words -> {
        Range range = words.sourceRange();
        if (range.isTracked()) {
          Entities.decode(page, range.startPos(), range.endPos(), text);
        }
      }
      case Element element -> {
        if (element.isBlock() || element.normalName().equals("br")) {
          Range range = element.sourceRange();
          text.gap(range.isTracked() ? range.startPos() : 0);
        }
        attributes(element);
      }
      default -> {}
    }
  }

  private static boolean isData(Element element) {
    return element.normalName().equals("script") && element.attr("type").contains("json");
  }

  private void comment(Comment comment) {
    Range range = comment.sourceRange();
    if (range.isTracked()) {
      add("a comment", Entities.decoded(page, range.startPos(), range.endPos()));
    }
  }

  private void attributes(Element element) {
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey();
      if (NO_TEXT.contains(name) || attribute.getValue().length() < SHORTEST) {
        continue;
      }
      Range range = attribute.sourceRange().valueRange();
      if (range.isTracked()) {
        add("the attribute " + name, Entities.decoded(page, range.startPos(), range.endPos()));
      }
    }
  }

  private void add(String how, View view) {
    if (view.text().strip().length() >= SHORTEST) {
      parts.add(new Part(how, view));
    }
  }
}
