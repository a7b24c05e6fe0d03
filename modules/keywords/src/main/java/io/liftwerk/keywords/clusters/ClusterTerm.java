package io.liftwerk.keywords.clusters;

import io.liftwerk.text.Words;
import io.liftwerk.text.Words.Word;
import java.util.List;

/**
 * A search term to be put with its like.
 *
 * @param text as it was typed
 * @param words its words, see {@link Words}
 * @param weight what it cost, or its clicks; not negative
 */
public record ClusterTerm(String text, List<Word> words, double weight) {

  public ClusterTerm {
    words = List.copyOf(words);
    weight = Double.isFinite(weight) && weight > 0 ? weight : 0;
  }

  /** A term whose words have not been cut yet. */
  public static ClusterTerm of(String text, double weight) {
    return new ClusterTerm(text, Words.of(text), weight);
  }
}
