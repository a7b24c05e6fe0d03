package io.liftwerk.text;

import io.liftwerk.text.lookup.Fold;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * What stands in posts, titles and search terms besides words. Everything comes in the order of the
 * text, repeated as often as it stands there.
 */
public final class Extraction {
  private static final int UNICODE = Pattern.UNICODE_CHARACTER_CLASS;
  private static final String SEPARATORS = ".,-";

  private static final Pattern NUMBER = number(SEPARATORS);
  private static final Pattern HASHTAG = Pattern.compile("(?<!\\w)[#＃]\\w+", UNICODE);
  private static final Pattern CURRENCY = Pattern.compile("\\p{Sc}");

  /**
   * Those of Unicode: Latin, Spanish, Greek, Armenian, Arabic, Ethiopic, doubled and full width.
   */
  private static final Pattern QUESTION =
      Pattern.compile(
          "[?¿\\u037E\\u055E\\u061F\\u1367\\u2047-\\u2049\\u2CFA\\u2E2E\\uFE56\\uFF1F]");

  private static final Pattern URL =
      Pattern.compile(
          "(?<![\\w@])(?:https?://|www\\.)[^\\s<>\"]*[^\\s<>\"'.,;:!?)\\]}]",
          UNICODE | Pattern.CASE_INSENSITIVE);

  private Extraction() {}

  /** Numbers with dots, commas and hyphens inside, as they are written. */
  public static List<String> numbers(String text) {
    return all(NUMBER, text);
  }

  /**
   * Numbers as they are written.
   *
   * @param separators characters that may stand between the digits of one number
   */
  public static List<String> numbers(String text, String separators) {
    return all(number(separators), text);
  }

  /** Hashtags with their sign; one in the middle of a word is none. */
  public static List<String> hashtags(String text) {
    return all(HASHTAG, text);
  }

  /** Signs of currencies, of any of the world. */
  public static List<String> currencySigns(String text) {
    return all(CURRENCY, text);
  }

  /** Question marks of any script. */
  public static List<String> questionMarks(String text) {
    return all(QUESTION, text);
  }

  /** Addresses of the web; one that begins with www gets {@code http://} before it. */
  public static List<String> urls(String text) {
    return all(URL, text).stream()
        .map(url -> url.regionMatches(true, 0, "www.", 0, 4) ? "http://" + url : url)
        .toList();
  }

  /**
   * Where {@code wanted} words stand, in lower case, whatever case they are written in.
   *
   * @param wanted not to be empty, else nothing is found
   * @param whole whether only the words themselves count; else whatever has one in it counts, from
   *     blank to blank
   */
  public static List<String> words(String text, Collection<String> wanted, boolean whole) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    String any = wanted.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    String pattern = whole ? "(?<!\\w)" + any + "(?!\\w)" : "\\S*" + any + "\\S*";
    int flags = UNICODE | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return all(Pattern.compile(pattern, flags), text).stream().map(Fold::lower).toList();
  }

  /**
   * Cuts {@code text} at what {@code regex} matches and keeps that too, with what its groups
   * caught; blanks around the pieces go, and so do empty pieces.
   *
   * @throws WorkbenchException if {@code regex} is none
   */
  public static List<String> partition(String text, String regex) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new WorkbenchException(
          "pattern-invalid",
          "'%s' is no regular expression.".formatted(regex),
          "Look for a bracket without its partner, or write a backslash before a sign that is meant"
              + " as itself.",
          e);
    }
    if (text.isEmpty()) {
      return List.of("");
    }
    List<String> pieces = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int from = 0;
    while (matcher.find()) {
      add(text.substring(from, matcher.start()), pieces);
      for (int group = 0; group <= matcher.groupCount(); group++) {
        String caught = matcher.group(group);
        if (caught != null) {
          add(caught, pieces);
        }
      }
      from = matcher.end();
    }
    add(text.substring(from), pieces);
    return List.copyOf(pieces);
  }

  private static void add(String piece, List<String> pieces) {
    if (!piece.isBlank()) {
      pieces.add(piece.strip());
    }
  }

  private static Pattern number(String separators) {
    String between = separators.isEmpty() ? "" : "(?:[" + escaped(separators) + "]\\d+)*";
    return Pattern.compile("\\d+" + between, UNICODE);
  }

  private static String escaped(String characters) {
    return characters.codePoints().mapToObj("\\x{%x}"::formatted).collect(Collectors.joining());
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }
}
