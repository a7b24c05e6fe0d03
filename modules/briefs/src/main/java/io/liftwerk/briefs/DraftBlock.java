package io.liftwerk.briefs;

import java.util.List;

/**
 * Sentences that stand together.
 *
 * @param kind {@code paragraph}; {@code list}, where each sentence is an item; {@code steps}, a
 *     list whose order matters
 * @param sentences at least one
 */
public record DraftBlock(String kind, List<DraftSentence> sentences) {
  public static final String PARAGRAPH = "paragraph";
  public static final String LIST = "list";
  public static final String STEPS = "steps";

  public DraftBlock {
    sentences = List.copyOf(sentences);
  }
}
