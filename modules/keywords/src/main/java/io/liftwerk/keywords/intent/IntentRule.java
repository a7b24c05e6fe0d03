package io.liftwerk.keywords.intent;

import java.util.List;

/**
 * A rule as {@code intent.yml} states it. Its entries are words or several in a row; a star stands
 * for any letters, {@code #####} for a number of so many digits.
 *
 * @param name what verdicts call it
 * @param intent what it says
 * @param words it fits where one of these stands
 * @param begins it fits where a term begins with one of these
 * @param unless it does not fit where one of these stands
 */
public record IntentRule(
    String name, Intent intent, List<String> words, List<String> begins, List<String> unless) {

  public IntentRule {
    words = List.copyOf(words);
    begins = List.copyOf(begins);
    unless = List.copyOf(unless);
  }
}
