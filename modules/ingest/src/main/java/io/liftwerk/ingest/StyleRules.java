package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * The page's own style sheets, as far as they hide elements for good: rules outside {@code @media}
 * and its like, whose selectors need no pointer. Of two rules for an element the more specific one
 * holds, then the later one (CSS Cascade 4, section 6).
 */
final class StyleRules {
  private static final Pattern ID = Pattern.compile("#[\\w-]+");
  private static final Pattern CLASS = Pattern.compile("\\.[\\w-]+|\\[[^]]*]");
  private static final Pattern TYPE = Pattern.compile("(?:^|[\\s>+~])[a-zA-Z][\\w-]*");

  private static final int LONGEST_SELECTOR = 300;

  /** Rules times elements that are looked at; what follows is left unread. */
  private static final long MOST_WORK = 20_000_000;

  private record Rule(String selector, InlineStyle style, int specificity) {}

  private static final class Verdict {
    private int display = -1;
    private boolean displayed = true;
    private int visibility = -1;
    private boolean visible = true;
    private boolean away;
  }

  private StyleRules() {}

  /** The elements that the style sheets of {@code page} hide. */
  static Set<Element> hidden(Document page) {
    var sheet = new StringBuilder();
    for (Element style : page.select("style")) {
      String media = style.attr("media").strip();
      if (media.isEmpty() || media.equals("all") || media.contains("screen")) {
        sheet.append(style.data()).append('\n');
      }
    }
    Map<Element, Verdict> verdicts = new IdentityHashMap<>();
    long most = MOST_WORK / Math.max(1, page.getAllElements().size());
    List<Rule> rules = rules(InlineStyle.withoutComments(sheet.toString()));
    for (Rule rule : rules.subList(0, (int) Math.min(rules.size(), most))) {
      for (Element element : matching(page, rule.selector())) {
        apply(rule, verdicts.computeIfAbsent(element, e -> new Verdict()));
      }
    }
    Map<Element, Boolean> hidden = new IdentityHashMap<>();
    verdicts.forEach(
        (element, verdict) -> {
          if (!verdict.displayed || !verdict.visible || verdict.away) {
            hidden.put(element, true);
          }
        });
    return hidden.keySet();
  }

  private static void apply(Rule rule, Verdict verdict) {
    InlineStyle style = rule.style();
    if (!style.display().isEmpty() && rule.specificity() >= verdict.display) {
      verdict.display = rule.specificity();
      verdict.displayed = !style.display().equals("none");
    }
    if (!style.visibility().isEmpty() && rule.specificity() >= verdict.visibility) {
      verdict.visibility = rule.specificity();
      verdict.visible = style.visibility().equals("visible");
    }
    verdict.away |= style.away();
  }

  private static List<Element> matching(Document page, String selector) {
    try {
      return page.select(selector);
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      return List.of(); // a selector of a newer kind: what it hides stays in the text
    }
  }

  /** Top-level rules that say something about visibility; blocks such as {@code @media} are not. */
  private static List<Rule> rules(String sheet) {
    var rules = new ArrayList<Rule>();
    int at = 0;
    while (at < sheet.length()) {
      int open = sheet.indexOf('{', at);
      if (open < 0) {
        break;
      }
      String selectors = sheet.substring(at, open).strip();
      int statement = selectors.lastIndexOf(';');
      selectors = statement < 0 ? selectors : selectors.substring(statement + 1).strip();
      int close = end(sheet, open);
      if (!selectors.startsWith("@")) {
        add(rules, selectors, sheet.substring(open + 1, close));
      }
      at = close + 1;
    }
    return rules;
  }

  /** The brace that closes the one at {@code open}, or the end. */
  private static int end(String sheet, int open) {
    int depth = 0;
    for (int i = open; i < sheet.length(); i++) {
      char c = sheet.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return sheet.length();
  }

  private static void add(List<Rule> rules, String selectors, String declarations) {
    var style = new InlineStyle(declarations);
    if (style.display().isEmpty() && style.visibility().isEmpty() && !style.away()) {
      return;
    }
    for (String selector : selectors.split(",")) {
      String one = selector.strip();
      if (!one.isEmpty() && one.length() <= LONGEST_SELECTOR && one.indexOf(':') < 0) {
        rules.add(new Rule(one, style, specificity(one)));
      }
    }
  }

  private static int specificity(String selector) {
    return 10_000 * count(ID, selector) + 100 * count(CLASS, selector) + count(TYPE, selector);
  }

  private static int count(Pattern part, String selector) {
    return (int) part.matcher(selector).results().count();
  }
}
