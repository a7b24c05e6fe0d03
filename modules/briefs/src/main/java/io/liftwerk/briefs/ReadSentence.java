package io.liftwerk.briefs;

import io.liftwerk.briefs.reading.Prose.Sentence;
import io.liftwerk.briefs.reading.Term;
import io.liftwerk.briefs.reading.Value;
import io.liftwerk.knowledge.Passage;
import java.util.List;
import java.util.Set;

/**
 * A sentence with what it speaks of.
 *
 * @param order place in its document, from 0
 * @param stems of its words and of the parts of compounds, without stop words
 */
record ReadSentence(
    Passage passage,
    Sentence sentence,
    int order,
    Set<String> stems,
    List<Value> values,
    List<Term> terms) {

  String text() {
    return sentence.text();
  }

  boolean asks() {
    return text().endsWith("?");
  }

  boolean has(Term.Kind kind) {
    return terms.stream().anyMatch(term -> term.kind() == kind);
  }
}
