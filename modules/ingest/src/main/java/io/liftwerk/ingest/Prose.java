package io.liftwerk.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Tells running text from the tables, lists and logs that are called {@code .txt} as well. */
final class Prose {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][^\\s]*");
  private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2}[.!?…:][\"'”“’»)]*(?:\\s|$)");

  /** A line of so many words is part of a paragraph. */
  private static final int LONG_LINE = 8;

  /** No sentence is longer, on average. */
  private static final int LONG_SENTENCE = 45;

  private Prose() {}

  static boolean is(TextHead head) {
    String text = new String(head.bytes(), 0, head.length(), StandardCharsets.UTF_8);
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty() || isDelimited(lines)) {
      return false;
    }
    long words = 0;
    long inParagraphs = 0;
    for (String line : lines) {
      long here = WORD.matcher(line).results().count();
      words += here;
      inParagraphs += here >= LONG_LINE ? here : 0;
    }
    long signs = text.chars().filter(c -> !Character.isWhitespace(c)).count();
    long letters = text.chars().filter(Character::isLetter).count();
    long sentences = SENTENCE.matcher(text).results().count();
    return inParagraphs * 2 > words
        && letters * 10 > signs * 7
        && sentences * LONG_SENTENCE >= words;
  }

  /** Whether nearly every line has the same number of one delimiter. */
  private static boolean isDelimited(List<String> lines) {
    for (char delimiter : new char[] {'\t', ';', '|', ','}) {
      long wanted = count(lines.getFirst(), delimiter);
      long alike = lines.stream().filter(line -> count(line, delimiter) == wanted).count();
      if (wanted > 0 && lines.size() > 1 && alike * 10 >= lines.size() * 8L) {
        return true;
      }
    }
    return false;
  }

  /** A blank follows the commas of a sentence, and seldom those of a table. */
  private static long count(String line, char delimiter) {
    long count = 0;
    for (int i = 0; i < line.length(); i++) {
      boolean spaced = i + 1 < line.length() && line.charAt(i + 1) == ' ';
      count += line.charAt(i) == delimiter && !spaced ? 1 : 0;
    }
    return count;
  }
}
