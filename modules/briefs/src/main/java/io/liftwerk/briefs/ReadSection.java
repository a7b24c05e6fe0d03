package io.liftwerk.briefs;

import io.liftwerk.briefs.reading.Term;
import io.liftwerk.knowledge.Passage;
import java.util.List;
import java.util.Set;

/**
 * What stands under one heading.
 *
 * @param path the headings above, the outermost first; empty before the first
 * @param stems of the heading
 * @param terms of the heading
 */
record ReadSection(
    List<String> path,
    Set<String> stems,
    List<Term> terms,
    List<Passage> passages,
    List<ReadSentence> sentences) {

  /** The nearest heading; empty before the first. */
  String heading() {
    return path.isEmpty() ? "" : path.getLast();
  }
}
