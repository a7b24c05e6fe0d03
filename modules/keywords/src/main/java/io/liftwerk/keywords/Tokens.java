package io.liftwerk.keywords;

import io.liftwerk.text.CompoundSplitter;
import io.liftwerk.text.Language;
import io.liftwerk.text.LanguageGuess;
import io.liftwerk.text.Stems;
import io.liftwerk.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts search terms into what counts as a word. */
final class Tokens {
  /**
   * @param key by which it is alike to others
   * @param spelled as it stands in the term
   */
  record Token(String key, String spelled) {}

  private final WordForm form;
  private final @Nullable CompoundSplitter splitter;
  private final Map<String, List<String>> parts = new HashMap<>();

  private Tokens(WordForm form, @Nullable CompoundSplitter splitter) {
    this.form = form;
    this.splitter = splitter;
  }

  /** Compounds are split by the words of {@code terms} themselves. */
  static Tokens of(WordForm form, TermList terms) {
    return new Tokens(
        form, form == WordForm.PARTS ? CompoundSplitter.learn(terms.vocabulary()) : null);
  }

  /** The keys alone of a term's words, in order. */
  List<String> keys(List<Words.Word> words) {
    var keys = new ArrayList<String>(words.size());
    if (form == WordForm.WHOLE) {
      for (Words.Word word : words) {
        keys.add(word.folded());
      }
      return keys;
    }
    for (Token token : of(words)) {
      keys.add(token.key());
    }
    return keys;
  }

  List<Token> of(List<Words.Word> words) {
    var tokens = new ArrayList<Token>(words.size());
    Stems stems =
        form == WordForm.WHOLE
            ? Stems.of(Language.OTHER)
            : Stems.of(LanguageGuess.of(words).language());
    for (Words.Word word : words) {
      switch (form) {
        case WHOLE -> tokens.add(new Token(word.folded(), word.text()));
        case STEM -> tokens.add(new Token(stems.stem(word.folded()), word.text()));
        case PARTS -> {
          List<String> split = split(word);
          for (String part : split) {
            tokens.add(new Token(stems.stem(part), split.size() == 1 ? word.text() : part));
          }
        }
      }
    }
    return tokens;
  }

  private List<String> split(Words.Word word) {
    CompoundSplitter learned = splitter;
    return learned == null
        ? List.of(word.folded())
        : parts.computeIfAbsent(word.folded(), learned::split);
  }
}
