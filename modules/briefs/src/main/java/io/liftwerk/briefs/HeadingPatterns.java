package io.liftwerk.briefs;

import io.liftwerk.briefs.SerpGap.HeadingPattern;
import io.liftwerk.briefs.reading.Lexicon;
import io.liftwerk.briefs.reading.Lexicon.Group;
import io.liftwerk.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How competitors' pages are built, by their headings. */
final class HeadingPatterns {
  private static final int EXAMPLES = 3;
  private static final Map<String, Predicate<String>> PATTERNS = new LinkedHashMap<>();

  static {
    PATTERNS.put("numbered", matching("^(\\d+[.)]|(Schritt|Step|Tipp|Tip)\\s\\d).*"));
    PATTERNS.put("questions", matching(".*\\?$"));
    PATTERNS.put("faq", matching("(?i)^(häufige fragen|faq|frequently asked questions).*"));
    PATTERNS.put("conclusion", matching("(?i)^(fazit|conclusion|verdict|unser urteil).*"));
    PATTERNS.put("replies", matching("(?i)^(antwort|frage|re|reply|answer)\\b.*(von|by|:).*"));
  }

  private HeadingPatterns() {}

  private static Predicate<String> matching(String regex) {
    return Pattern.compile(regex).asMatchPredicate();
  }

  /** Headings that name no subject, but a part of any page. */
  static boolean isFrame(String heading, Lexicon lexicon) {
    String bare = DocumentReader.bare(heading);
    boolean frame =
        PATTERNS.entrySet().stream()
            .filter(one -> Set.of("faq", "conclusion", "replies").contains(one.getKey()))
            .anyMatch(one -> one.getValue().test(bare));
    List<Words.Word> words =
        Words.of(bare).stream().filter(word -> !lexicon.isStop(word.folded())).toList();
    return frame
        || words.stream()
            .map(word -> lexicon.stem(word.text()))
            .allMatch(
                stem -> lexicon.is(Group.GENERIC, stem) || lexicon.is(Group.NAVIGATION, stem));
  }

  /**
   * @param numbers the number of each page's source
   */
  static List<HeadingPattern> of(List<ReadDocument> pages, Map<String, Integer> numbers) {
    List<HeadingPattern> found = new ArrayList<>();
    PATTERNS.forEach(
        (pattern, test) -> {
          List<Integer> sources = new ArrayList<>();
          List<String> examples = new ArrayList<>();
          for (ReadDocument page : pages) {
            List<String> these =
                page.sections().stream().map(ReadSection::heading).filter(test).toList();
            // one question is no way of building a page
            boolean enough =
                these.size() >= (pattern.equals("faq") || pattern.equals("conclusion") ? 1 : 2);
            if (enough) {
              sources.add(java.util.Objects.requireNonNull(numbers.get(page.document().id())));
              examples.addAll(these);
            }
          }
          if (!sources.isEmpty()) {
            found.add(
                new HeadingPattern(
                    pattern, sources, examples.subList(0, Math.min(EXAMPLES, examples.size()))));
          }
        });
    return found;
  }
}
