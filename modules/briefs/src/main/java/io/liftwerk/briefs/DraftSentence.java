package io.liftwerk.briefs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with what it rests on.
 *
 * @param id of its words: the same sentence has the same id in every run
 * @param text without citation marks
 * @param citations numbers of the passages that say it, see {@link Brief#evidence}; only an
 *     editor's sentence may have none
 * @param origin {@code source} for a sentence of a source to the letter, {@code editor} for one
 *     that somebody changed or added
 * @param check id of the {@link FactToCheck} that it touches; null for none
 */
public record DraftSentence(
    String id, String text, List<Integer> citations, String origin, @Nullable String check) {
  public static final String SOURCE = "source";
  public static final String EDITOR = "editor";

  public DraftSentence {
    citations = List.copyOf(citations);
  }
}
