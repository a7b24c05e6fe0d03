package io.liftwerk.briefs;

import java.util.List;

/**
 * A text composed of sentences of the client's own sources, each with its citation.
 *
 * @param title its first heading
 * @param sections in the order of the outline; those that no source carries are missing
 * @param unused sentences that were kept out, and why
 */
public record Draft(String title, List<DraftSection> sections, List<Unused> unused) {

  public Draft {
    sections = List.copyOf(sections);
    unused = List.copyOf(unused);
  }

  /** All its sentences in their order. */
  public List<DraftSentence> sentences() {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .flatMap(block -> block.sentences().stream())
        .toList();
  }

  /**
   * A sentence of a source that is not in the draft.
   *
   * @param quote which
   * @param reason one sentence
   */
  public record Unused(Quote quote, String reason) {}
}
