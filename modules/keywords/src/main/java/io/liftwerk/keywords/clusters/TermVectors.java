package io.liftwerk.keywords.clusters;

import io.liftwerk.text.Embedder;
import io.liftwerk.text.Language;
import io.liftwerk.text.LanguageGuess;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What words mean, as vectors.
 *
 * @param embed vectors of length 1 for words, in their order
 * @param speaks whether the model knows a term's language; other terms are compared by their words
 *     alone, since an English model takes German words for near when they look alike
 */
public record TermVectors(Function<List<String>, float[][]> embed, Predicate<ClusterTerm> speaks) {

  /** By words alone. */
  public static final TermVectors NONE = new TermVectors(words -> new float[0][], term -> false);

  /** {@code embedder} for terms that are more likely English than anything else. */
  public static TermVectors english(Embedder embedder) {
    return new TermVectors(
        embedder::embed, term -> LanguageGuess.of(term.words()).language() == Language.ENGLISH);
  }

  /** {@code embedder} for all terms: a model of many languages, or the account's. */
  public static TermVectors all(Embedder embedder) {
    return new TermVectors(embedder::embed, term -> true);
  }
}
