package io.liftwerk.briefs;

import java.util.List;

/**
 * A section to be written.
 *
 * @param id unlike all others of the brief; {@link DraftSection#id} is the same
 * @param heading in the language of the text
 * @param level 2 for a section, 3 for one inside the last of level 2
 * @param purpose what it is for, one sentence
 * @param competitors how many competitors have a section on it
 * @param terms of {@link Brief#mustCover} that belong here
 * @param questions of {@link Brief#questions} that it answers
 * @param evidence own passages that carry it, the most relevant first; empty where a source is
 *     still to be found
 */
public record OutlineSection(
    String id,
    String heading,
    int level,
    String purpose,
    int competitors,
    List<String> terms,
    List<String> questions,
    List<Integer> evidence) {

  public OutlineSection {
    terms = List.copyOf(terms);
    questions = List.copyOf(questions);
    evidence = List.copyOf(evidence);
  }
}
