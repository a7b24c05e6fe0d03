package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Takes out of a page what its readers do not see: scripts, comments, controls, and text that is
 * hidden by an attribute, a style, one of the page's own style sheets or a class that commonly
 * does. Text in the colour of a ground that another element paints is not recognised.
 */
final class HiddenText {
  private static final Set<String> NOT_TEXT =
      Set.of(
          "audio",
          "base",
          "button",
          "canvas",
          "datalist",
          "dialog",
          "embed",
          "iframe",
          "input",
          "link",
          "map",
          "meta",
          "noframes",
          "noscript",
          "object",
          "script",
          "select",
          "style",
          "svg",
          "template",
          "textarea",
          "title",
          "video");

  private static final Set<String> HIDING_CLASSES =
      Set.of(
          "sr-only",
          "visually-hidden",
          "visuallyhidden",
          "screen-reader-text",
          "screen-reader-only",
          "hidden",
          "is-hidden",
          "u-hidden",
          "d-none",
          "display-none",
          "invisible",
          "hide");

  /** Classes that bring an element back on a larger screen. */
  private static final Pattern SHOWN_AGAIN =
      Pattern.compile(
          "(?:sm|md|lg|xl|2xl|xxl):(?:not-sr-only|visible|block|flex|grid|table|inline|contents).*"
              + "|d-(?:sm|md|lg|xl|xxl)-(?!none).*");

  private HiddenText() {}

  /** Removes it from {@code page}. */
  static void remove(Document page) {
    Set<Element> bySheet = StyleRules.hidden(page);
    NodeTraversor.filter(
        (node, depth) ->
            node instanceof Comment || (node instanceof Element element && isNoText(element))
                ? NodeFilter.FilterResult.REMOVE
                : NodeFilter.FilterResult.CONTINUE,
        page);
    long all = page.body().text().length();
    List<Element> hidden = new ArrayList<>();
    for (Element element : page.body().getAllElements()) {
      if (element != page.body() && isHidden(element, bySheet, all)) {
        hidden.add(element);
      }
    }
    hidden.forEach(Node::remove);
  }

  private static boolean isNoText(Element element) {
    return NOT_TEXT.contains(element.normalName())
        && !(element.normalName().equals("dialog") && element.hasAttr("open"));
  }

  private static boolean isHidden(Element element, Set<Element> bySheet, long all) {
    if (element.hasAttr("hidden")) {
      return true;
    }
    boolean perhaps = bySheet.contains(element) || hasHidingClass(element);
    if (element.hasAttr("style")) {
      var style = new InlineStyle(element.attr("style"));
      if (style.gone() || style.away()) {
        return true;
      }
      boolean shown = !style.display().isEmpty() || style.visibility().equals("visible");
      perhaps = style.faint() || (perhaps && !shown);
    }
    // a page that hides most of itself shows it later: with a script, after its pictures have come
    return perhaps && 2L * element.text().length() <= all;
  }

  private static boolean hasHidingClass(Element element) {
    Set<String> classes = element.classNames();
    return classes.stream().anyMatch(HIDING_CLASSES::contains)
        && classes.stream().noneMatch(name -> SHOWN_AGAIN.matcher(name).matches());
  }
}
