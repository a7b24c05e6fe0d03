package io.liftwerk.guardrails.plain;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * By what an element is kept from readers: its own style, a rule of the page's {@code <style>}, an
 * attribute. What a script or a style sheet elsewhere hides is not known.
 */
final class HiddenStyle {
  private static final Pattern RULE = Pattern.compile("([^{}@]{1,300})\\{([^{}]{1,2000})\\}");
  private static final Pattern COMMENT = Pattern.compile("/\\*.{0,2000}?\\*/", Pattern.DOTALL);
  private static final Pattern DECLARATION =
      Pattern.compile("([\\w-]{1,40})\\s*:\\s*([^;]{1,200})");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{0,6}(?:\\.\\d{1,6})?");
  private static final int RULES = 200;
  private static final double SMALLEST_POINTS = 2.5;

  private final Map<Element, Map<String, String>> ruled = new IdentityHashMap<>();

  private HiddenStyle() {}

  static HiddenStyle of(Document document) {
    var styles = new HiddenStyle();
    int rules = 0;
    for (Element sheet : document.getElementsByTag("style")) {
      Matcher rule = RULE.matcher(COMMENT.matcher(sheet.data()).replaceAll(""));
      while (rule.find() && rules++ < RULES) {
        Map<String, String> declared = declared(rule.group(2));
        if (!how(declared).isEmpty()) {
          styles.apply(document, rule.group(1).strip(), declared);
        }
      }
    }
    return styles;
  }

  private void apply(Document document, String selector, Map<String, String> declared) {
    try {
      for (Element element : document.select(selector)) {
        ruled.computeIfAbsent(element, key -> new HashMap<>()).putAll(declared);
      }
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      // a selector for states of a page, such as :hover, hides nothing from the start
      return;
    }
  }

  /** How {@code element} is hidden, a word for a person; empty where it is seen. */
  String hides(Element element) {
    String name = element.normalName();
    if (name.equals("template") || name.equals("noscript")) {
      return "the element " + name;
    }
    if (element.hasAttr("hidden")) {
      return "the attribute hidden";
    }
    if (element.attr("aria-hidden").equals("true") && element.hasText()) {
      return "the attribute aria-hidden";
    }
    Map<String, String> style = new HashMap<>(ruled.getOrDefault(element, Map.of()));
    style.putAll(declared(element.attr("style")));
    if (name.equals("font") && element.hasAttr("color")) {
      style.putIfAbsent("color", element.attr("color").toLowerCase(Locale.ROOT));
    }
    return how(style);
  }

  private static Map<String, String> declared(String text) {
    if (text.isBlank()) {
      return Map.of();
    }
    var declared = new HashMap<String, String>();
    Matcher one = DECLARATION.matcher(text.toLowerCase(Locale.ROOT));
    while (one.find()) {
      declared.put(one.group(1), one.group(2).replace("!important", "").strip());
    }
    return declared;
  }

  private static String how(Map<String, String> style) {
    if (style.isEmpty()) {
      return "";
    }
    if (style.getOrDefault("display", "").equals("none")) {
      return "display: none";
    }
    if (style.getOrDefault("visibility", "").matches("hidden|collapse")) {
      return "visibility: hidden";
    }
    if (number(style.getOrDefault("opacity", "1"), 1) < 0.05) {
      return "opacity: 0";
    }
    if (isTiny(style.getOrDefault("font-size", ""))) {
      return "a tiny font";
    }
    if (isFarAway(style)) {
      return "a place off the page";
    }
    boolean noRoom =
        number(style.getOrDefault("height", "9"), 9) <= 1
            || number(style.getOrDefault("width", "9"), 9) <= 1;
    if (noRoom && style.getOrDefault("overflow", "").equals("hidden")
        || style.getOrDefault("clip", "").startsWith("rect(0")
        || style.getOrDefault("clip-path", "").startsWith("inset(100%")) {
      return "a box without room";
    }
    return isSameColour(style) ? "the colour of its background" : "";
  }

  private static boolean isTiny(String size) {
    if (size.isEmpty() || size.endsWith("%") && number(size, 100) >= 10) {
      return false;
    }
    double number = number(size, 16);
    return size.endsWith("em") ? number <= 0.15 : number <= SMALLEST_POINTS;
  }

  private static boolean isFarAway(Map<String, String> style) {
    for (String side :
        new String[] {"left", "top", "right", "bottom", "text-indent", "margin-left"}) {
      if (number(style.getOrDefault(side, "0"), 0) <= -500) {
        return true;
      }
    }
    return false;
  }

  /** White text counts as hidden where no background is set: pages are white. */
  private static boolean isSameColour(Map<String, String> style) {
    String colour = colour(style.getOrDefault("color", ""));
    if (colour.isEmpty()) {
      return false;
    }
    String background =
        colour(style.getOrDefault("background-color", style.getOrDefault("background", "white")));
    return colour.equals("transparent") || colour.equals(background);
  }

  private static String colour(String value) {
    String colour = value.replaceAll("\\s+", "");
    return switch (colour) {
      case "#fff", "#ffffff", "rgb(255,255,255)", "rgba(255,255,255,1)", "#fefefe", "snow" ->
          "white";
      case "rgba(0,0,0,0)" -> "transparent";
      case "#000", "#000000", "rgb(0,0,0)" -> "black";
      default -> colour;
    };
  }

  private static double number(String value, double otherwise) {
    Matcher number = NUMBER.matcher(value);
    return number.lookingAt() && number.group().matches(".*\\d.*")
        ? Double.parseDouble(number.group())
        : otherwise;
  }
}
