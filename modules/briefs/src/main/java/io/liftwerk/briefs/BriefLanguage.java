package io.liftwerk.briefs;

import io.liftwerk.briefs.reading.Lexicon;
import io.liftwerk.briefs.reading.Lexicon.Group;
import io.liftwerk.knowledge.Heading;
import io.liftwerk.text.Language;
import io.liftwerk.text.LanguageGuess;
import io.liftwerk.text.Words;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language that a brief is written in. */
final class BriefLanguage {
  private BriefLanguage() {}

  /**
   * As asked; else that of the texts whose titles and headings name the topic; else the topic's
   * own.
   */
  static Language of(@Nullable String asked, String topic, Corpus corpus) {
    if (asked != null) {
      return switch (asked.toLowerCase(Locale.ROOT)) {
        case "de" -> Language.GERMAN;
        case "en" -> Language.ENGLISH;
        default ->
            throw new WorkbenchException(
                "brief-language",
                "Briefs cannot be written in '%s'.".formatted(asked),
                "Take de or en.");
      };
    }
    long german = named(topic, corpus, Language.GERMAN);
    long english = named(topic, corpus, Language.ENGLISH);
    if (german != english) {
      return german > english ? Language.GERMAN : Language.ENGLISH;
    }
    LanguageGuess guess = LanguageGuess.of(topic);
    if (guess.language() != Language.OTHER) {
      return guess.language();
    }
    return count(corpus, Language.ENGLISH) > count(corpus, Language.GERMAN)
        ? Language.ENGLISH
        : Language.GERMAN;
  }

  /**
   * Documents of a language whose title or headings hold all words of the topic, in any spelling.
   */
  private static long named(String topic, Corpus corpus, Language language) {
    List<String> words =
        Words.of(topic).stream()
            .map(Words.Word::folded)
            .filter(word -> !Lexicon.of(language).isStop(word))
            .filter(word -> !Lexicon.of(language).is(Group.ACTION, Lexicon.of(language).stem(word)))
            .map(Words::loose)
            .toList();
    return words.isEmpty()
        ? 0
        : corpus.in(language).entries().stream()
            .map(Corpus.Entry::document)
            .map(
                one ->
                    one.title()
                        + " "
                        + String.join(" ", one.headings().stream().map(Heading::text).toList()))
            .map(text -> Words.loose(Words.fold(text)))
            .filter(text -> words.stream().allMatch(text::contains))
            .count();
  }

  private static long count(Corpus corpus, Language language) {
    return corpus.in(language).entries().size();
  }
}
