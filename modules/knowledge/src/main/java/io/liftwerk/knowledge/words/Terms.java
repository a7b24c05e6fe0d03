package io.liftwerk.knowledge.words;

import io.liftwerk.text.CompoundSplitter;
import io.liftwerk.text.Language;
import io.liftwerk.text.Stems;
import io.liftwerk.text.StopWords;
import io.liftwerk.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The terms under which words of one language are found: in every language the stem, and for German
 * a second list in which the parts of a compound stand in its place. Both are searched: a list that
 * held stem and parts together found less than stems alone, since compounds counted twice.
 *
 * <p>May be used by several threads at once.
 */
public final class Terms {
  private static final Pattern HYPHEN = Pattern.compile("[-_]");

  private final Language language;
  private final StopWords stopWords;
  private final Stems stems;
  private final CompoundSplitter splitter;

  private Terms(Language language, Map<String, Integer> vocabulary) {
    this.language = language;
    this.stopWords = StopWords.of(language);
    this.stems = Stems.of(language);
    this.splitter = CompoundSplitter.learn(vocabulary);
  }

  /**
   * @param vocabulary folded words of the index and how often each stands there, from which the
   *     parts of German compounds are learned
   */
  public static Terms of(Language language, Map<String, Integer> vocabulary) {
    return new Terms(language, language == Language.GERMAN ? vocabulary : Map.of());
  }

  /** Whether words are also taken apart. */
  public boolean splits() {
    return language == Language.GERMAN;
  }

  /** The stem of a folded word and those of what hyphens join; none where it says nothing. */
  public List<String> stems(String folded) {
    if (stopWords.contains(folded)) {
      return List.of();
    }
    var terms = new ArrayList<String>(List.of(stems.stem(folded)));
    if (folded.indexOf('-') > 0 || folded.indexOf('_') > 0) {
      for (String part : HYPHEN.split(folded)) {
        if (!part.isEmpty()) {
          terms.add(stems.stem(part));
        }
      }
    }
    return terms;
  }

  /**
   * The stems of the parts of a compound, hyphens or not, or that of the word itself; none where it
   * says nothing.
   */
  public List<String> parts(String folded) {
    if (stopWords.contains(folded)) {
      return List.of();
    }
    return HYPHEN
        .splitAsStream(folded)
        .filter(part -> !part.isEmpty())
        .flatMap(part -> splitter.split(part).stream())
        .map(stems::stem)
        .toList();
  }

  /** All terms of {@code text}. */
  public Set<String> all(String text) {
    var all = new LinkedHashSet<String>();
    for (Words.Word word : Words.of(text)) {
      all.addAll(stems(word.folded()));
      if (splits()) {
        all.addAll(parts(word.folded()));
      }
    }
    return all;
  }

  /** The words of {@code text} that say something. */
  public List<Words.Word> telling(String text) {
    return Words.of(text).stream().filter(word -> !stopWords.contains(word.folded())).toList();
  }
}
