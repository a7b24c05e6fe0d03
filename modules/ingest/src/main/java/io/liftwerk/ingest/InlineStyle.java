package io.liftwerk.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The declarations of a style, as far as they tell whether its element can be seen. */
final class InlineStyle {
  private static final Pattern NOTHING = Pattern.compile("[-+]?0*\\.?0*(?:px|em|rem|%|pt|vh|vw)?");
  private static final Pattern A_DOT = Pattern.compile("[01](?:px)?|0?\\.\\d+(?:px|em|rem)?");
  private static final Pattern FAR_OUT =
      Pattern.compile("-\\s*\\d{3,}(?:\\.\\d+)?(?:px|em|rem|%|vw|vh)?");
  private static final Pattern FAR_AWAY =
      Pattern.compile("-?\\s*\\d{4,}(?:\\.\\d+)?(?:px|em|rem|%|vw|vh)?");
  private static final Pattern CLIPPED =
      Pattern.compile("rect\\(\\s*[01](?:px)?(?:[,\\s]+[01](?:px)?){3}\\s*\\)");
  private static final Pattern INSET = Pattern.compile("inset\\(\\s*(?:50|100)%.*");

  private final Map<String, String> values = new HashMap<>();

  InlineStyle(String declarations) {
    String plain = withoutComments(declarations.toLowerCase(Locale.ROOT));
    for (String declaration : plain.split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        String value = declaration.substring(colon + 1).replace("!important", "").strip();
        values.put(declaration.substring(0, colon).strip(), value);
      }
    }
  }

  /** Without comments; one that is not closed goes on to the end. */
  static String withoutComments(String css) {
    var plain = new StringBuilder();
    int from = 0;
    for (int open = css.indexOf("/*"); open >= 0; open = css.indexOf("/*", from)) {
      plain.append(css, from, open).append(' ');
      int close = css.indexOf("*/", open + 2);
      if (close < 0) {
        return plain.toString();
      }
      from = close + 2;
    }
    return plain.append(css, from, css.length()).toString();
  }

  private String value(String property) {
    return values.getOrDefault(property, "");
  }

  /** Whether {@code display} is stated, and what as; empty when it is not. */
  String display() {
    return value("display");
  }

  String visibility() {
    return value("visibility");
  }

  /** Whether the element takes no part in the page. */
  boolean gone() {
    return display().equals("none")
        || visibility().equals("hidden")
        || visibility().equals("collapse")
        || value("content-visibility").equals("hidden");
  }

  /** Whether it lies outside the page or is cut down to nothing. */
  boolean away() {
    return is(FAR_OUT, "text-indent") || movedAway() || clipped();
  }

  /** Whether it is there and cannot be made out; pages also fade in from such a state. */
  boolean faint() {
    return is(NOTHING, "opacity") || is(NOTHING, "font-size") || sameColours();
  }

  private boolean is(Pattern pattern, String property) {
    String value = value(property);
    return !value.isEmpty() && pattern.matcher(value).matches();
  }

  private boolean movedAway() {
    String position = value("position");
    return (position.equals("absolute") || position.equals("fixed"))
        && (is(FAR_AWAY, "left")
            || is(FAR_AWAY, "right")
            || is(FAR_AWAY, "top")
            || is(FAR_AWAY, "bottom"));
  }

  private boolean clipped() {
    boolean tiny = is(A_DOT, "height") || is(A_DOT, "width") || is(A_DOT, "max-height");
    return (tiny && value("overflow").startsWith("hidden"))
        || is(CLIPPED, "clip")
        || is(INSET, "clip-path")
        || value("transform").replace(" ", "").equals("scale(0)");
  }

  private boolean sameColours() {
    String colour = value("color");
    String ground = value("background-color");
    if (ground.isEmpty()) {
      ground = value("background");
    }
    return !colour.isEmpty()
        && (colour.equals("transparent") || shortHex(colour).equals(shortHex(ground)));
  }

  /** {@code white}, {@code #fff} and {@code #ffffff} are one, and so is black. */
  private static String shortHex(String colour) {
    return switch (colour) {
      case "white", "#ffffff", "rgb(255,255,255)", "rgb(255, 255, 255)" -> "#fff";
      case "black", "#000000", "rgb(0,0,0)", "rgb(0, 0, 0)" -> "#000";
      default -> colour;
    };
  }
}
