package io.liftwerk.keywords.account;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The signs that people and reports write match types with: {@code [exact]}, {@code "phrase"},
 * {@code broad}, {@code +modified +broad}, and a hyphen before what is negative.
 */
public final class Notation {

  /**
   * What a cell says.
   *
   * @param text its words without signs
   * @param match what the signs say; null where there are none
   * @param negative whether a hyphen stands before it
   */
  public record Reading(String text, @Nullable MatchType match, boolean negative) {}

  private Notation() {}

  /** What a report's or a person's {@code cell} says. */
  public static Reading read(String cell) {
    String text = cell.strip();
    boolean negative = text.length() > 1 && text.charAt(0) == '-';
    if (negative) {
      text = text.substring(1).strip();
    }
    return new Reading(bare(text), match(text), negative);
  }

  private static @Nullable MatchType match(String text) {
    if (text.length() > 2 && text.startsWith("[") && text.endsWith("]")) {
      return MatchType.EXACT;
    }
    if (text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")) {
      return MatchType.PHRASE;
    }
    return text.startsWith("+") ? MatchType.BROAD : null;
  }

  /** The words alone; signs that were left over at either end are dropped too. */
  public static String bare(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isOpening(text.charAt(from))) {
      from++;
    }
    while (to > from && isClosing(text.charAt(to - 1))) {
      to--;
    }
    return Arrays.stream(text.substring(from, to).strip().split("\\s+"))
        .map(word -> word.length() > 1 && word.charAt(0) == '+' ? word.substring(1) : word)
        .collect(Collectors.joining(" "));
  }

  private static boolean isOpening(char c) {
    return c == '[' || c == '"' || c == '+' || Character.isWhitespace(c);
  }

  private static boolean isClosing(char c) {
    return c == ']' || c == '"' || Character.isWhitespace(c);
  }

  /** A keyword with the signs of its match type. */
  public static String keyword(String text, MatchType match) {
    return switch (match) {
      case BROAD -> text;
      case PHRASE -> '"' + text + '"';
      case EXACT -> '[' + text + ']';
    };
  }

  /** A keyword of the former modified broad match: every word with a plus. */
  public static String modified(String text) {
    return Arrays.stream(text.split(" ")).map(word -> "+" + word).collect(Collectors.joining(" "));
  }

  /** A negative keyword with the signs of its match type. */
  public static String negative(String text, MatchType match) {
    return '-' + keyword(text, match);
  }
}
