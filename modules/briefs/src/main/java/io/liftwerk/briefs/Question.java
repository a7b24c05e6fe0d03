package io.liftwerk.briefs;

import java.util.List;

/**
 * What people ask.
 *
 * @param question with its question mark
 * @param asked where it is asked; empty where only searches ask it
 * @param answered whether the client's sources answer it
 * @param answers where they do
 */
public record Question(String question, List<Quote> asked, boolean answered, List<Quote> answers) {

  public Question {
    asked = List.copyOf(asked);
    answers = List.copyOf(answers);
  }
}
