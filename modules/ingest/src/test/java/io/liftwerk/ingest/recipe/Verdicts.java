package io.liftwerk.ingest.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** What the shipped recipes make of a file. */
final class Verdicts {
  private Verdicts() {}

  /** The one recipe that fits, and no question. */
  static Match only(Evidence evidence, String id, double confidence) {
    List<Match> matches = RecipeBook.shipped().matches(evidence);
    String all = evidence.file() + " " + evidence.names() + "\n" + told(matches);
    assertFalse(matches.isEmpty(), all);
    Match first = matches.getFirst();
    assertEquals(id, first.recipe().id(), all);
    assertTrue(first.confidence() >= confidence, all);
    assertEquals(1, open(matches).size(), all);
    return first;
  }

  /** The recipes between which a user would be asked to choose. */
  static List<Match> open(List<Match> matches) {
    return matches.stream()
        .filter(match -> match.confidence() >= Match.ENOUGH)
        .filter(match -> matches.getFirst().confidence() - match.confidence() < Match.NEAR)
        .toList();
  }

  /** No recipe but a generic one. */
  static void noneSpecial(Evidence evidence) {
    List<Match> matches = RecipeBook.shipped().matches(evidence);
    assertTrue(
        open(matches).stream().allMatch(match -> match.recipe().generic()),
        () -> evidence.file() + " " + evidence.names() + "\n" + told(matches));
  }

  private static String told(List<Match> matches) {
    var told = new StringBuilder();
    for (Match match : matches) {
      told.append(match.recipe().id())
          .append(' ')
          .append(match.confidence())
          .append(' ')
          .append(match.because())
          .append('\n');
    }
    return told.toString();
  }
}
