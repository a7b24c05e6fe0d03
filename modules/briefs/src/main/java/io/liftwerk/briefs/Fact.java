package io.liftwerk.briefs;

import java.util.List;

/**
 * Something that may be stated because a source of the client says it.
 *
 * @param statement the sentence, to the letter
 * @param evidence number of the passage that says it
 * @param values numbers with their units and names of standards in it
 */
public record Fact(String statement, int evidence, List<String> values) {

  public Fact {
    values = List.copyOf(values);
  }
}
