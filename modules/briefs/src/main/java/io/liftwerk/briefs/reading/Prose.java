package io.liftwerk.briefs.reading;

import io.liftwerk.text.Language;
import io.liftwerk.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sentences of a passage. A line is a block (a paragraph, an item of a list); sentences do not go
 * beyond it.
 */
public final class Prose {
  private static final Pattern TERMINATED =
      Pattern.compile(".*[.!?…:][\"“”»«)\\]]*$", Pattern.DOTALL);

  /**
   * A sentence to the letter.
   *
   * @param block which line of the passage it stands in, from 0
   * @param fragment whether it has no end of a sentence: an item of a list, a cell of a table
   */
  public record Sentence(String text, int block, boolean fragment) {}

  private Prose() {}

  /** The sentences of {@code passage} in their order. */
  public static List<Sentence> sentences(String passage, Language language) {
    SentenceSplitter splitter = SentenceSplitter.of(language);
    List<Sentence> sentences = new ArrayList<>();
    int block = 0;
    for (String line : passage.split("\\R", -1)) {
      for (SentenceSplitter.Sentence one : splitter.split(line)) {
        String text = one.text().strip();
        if (!text.isEmpty()) {
          sentences.add(new Sentence(text, block, !TERMINATED.matcher(text).matches()));
        }
      }
      block++;
    }
    return sentences;
  }
}
