package io.liftwerk.text;

import io.liftwerk.text.lookup.ResourceLists;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts running text into sentences, in German and English.
 *
 * <p>A sentence ends with its line, and with a full stop, question or exclamation mark or ellipsis
 * behind which a blank and no small letter follows. A full stop ends none behind an abbreviation
 * ({@code z. B.}, {@code Nr.}, {@code Dr.}), an initial, a number at the beginning of a line, and
 * in German behind an ordinal ({@code am 3. Oktober}, {@code der 2. Platz}); abbreviations that may
 * close a sentence ({@code usw.}, {@code a.m.}) do so before a word with which sentences begin.
 * Decimals, addresses and versions have no blank behind their dots. What is left is a matter of
 * meaning ({@code Er kam um 3. Oktober war es.}) and is cut by these rules.
 */
public final class SentenceSplitter {
  private static final Set<String> ABBREVIATIONS = words("abbreviations");

  /** Abbreviations before a number, and words elsewhere: {@code Art. 5}, {@code diese Art.} */
  private static final Set<String> BEFORE_NUMBERS = words("before-numbers");

  /** Abbreviations with which a sentence may end as well. */
  private static final Set<String> CLOSING = words("closing");

  private static final Set<String> MONTHS = words("months");

  /** Words behind which a number with a full stop is an ordinal. */
  private static final Set<String> BEFORE_ORDINALS = words("before-ordinals");

  private static final String CLOSERS = "\"'”’“»«›‹)]";
  private static final String OPENERS = "\"'„‚“‘«»‹›([";

  private static Set<String> words(String section) {
    var words = new HashSet<String>();
    ResourceLists.read(
        "sentences.txt",
        (list, word) -> {
          if (list.equals(section)) {
            words.add(word);
          }
        });
    return Set.copyOf(words);
  }

  private final Language language;

  private SentenceSplitter(Language language) {
    this.language = language;
  }

  /** The rules of {@code language}; other languages are cut as English is. */
  public static SentenceSplitter of(Language language) {
    return new SentenceSplitter(language);
  }

  /**
   * A sentence in its place.
   *
   * @param text without blanks around it
   * @param start place of its first character in the text, in UTF-16 units
   * @param end place behind its last
   */
  public record Sentence(String text, int start, int end) {}

  /** The sentences of {@code text} in their order; together they hold all but blanks of it. */
  public List<Sentence> split(String text) {
    var sentences = new ArrayList<Sentence>();
    int from = 0;
    int line = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\n') {
        add(text, from, i, sentences);
        from = i + 1;
        line = from;
        i++;
      } else if (c == '.' || c == '!' || c == '?' || c == '…') {
        int end = afterMarks(text, i);
        if (ends(text, line, i, end)) {
          add(text, from, end, sentences);
          from = end;
        }
        i = end;
      } else {
        i++;
      }
    }
    add(text, from, text.length(), sentences);
    return sentences;
  }

  private static void add(String text, int from, int to, List<Sentence> sentences) {
    int start = from;
    int end = to;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      sentences.add(new Sentence(text.substring(start, end), start, end));
    }
  }

  /** Behind further marks and what closes quotations and brackets. */
  private static int afterMarks(String text, int mark) {
    int end = mark + 1;
    while (end < text.length() && ".!?…".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    while (end < text.length() && CLOSERS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private boolean ends(String text, int line, int mark, int end) {
    int next = end;
    while (next < text.length() && isBlank(text.charAt(next)) && text.charAt(next) != '\n') {
      next++;
    }
    if (next >= text.length() || text.charAt(next) == '\n') {
      return true;
    }
    if (next == end) {
      return false;
    }
    while (next < text.length() && OPENERS.indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    if (next < text.length() && Character.isLowerCase(text.codePointAt(next))) {
      return false;
    }
    boolean single = text.charAt(mark) == '.' && end == mark + 1;
    return !single || endsBehind(text, line, mark, word(text, next));
  }

  /** Whether a full stop at {@code mark} ends the sentence, {@code next} being the word behind. */
  private boolean endsBehind(String text, int line, int mark, String next) {
    int start = mark;
    while (start > line && isPartOfWord(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, mark).toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return true;
    }
    if (CLOSING.contains(word)) {
      return begins(next);
    }
    if (ABBREVIATIONS.contains(word)) {
      return false;
    }
    if (BEFORE_NUMBERS.contains(word) && !next.isEmpty() && Character.isDigit(next.charAt(0))) {
      return false;
    }
    if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
      return language != Language.GERMAN && word.equals("i") && begins(next);
    }
    if (word.chars().allMatch(Character::isDigit)) {
      return endsBehindNumber(text, line, start, word, next);
    }
    return true;
  }

  private boolean endsBehindNumber(String text, int line, int start, String number, String next) {
    if (text.substring(line, start).isBlank()) {
      return false;
    }
    if (language != Language.GERMAN || number.length() > 2) {
      return true;
    }
    String folded = next.toLowerCase(Locale.ROOT);
    if (MONTHS.contains(folded) || folded.isEmpty() || Character.isDigit(folded.charAt(0))) {
      return false;
    }
    int end = start;
    while (end > line && isBlank(text.charAt(end - 1))) {
      end--;
    }
    int from = end;
    while (from > line && isPartOfWord(text.charAt(from - 1))) {
      from--;
    }
    String before = text.substring(from, end).toLowerCase(Locale.ROOT);
    return !BEFORE_ORDINALS.contains(before) && begins(next);
  }

  /** Whether a sentence may well begin with {@code word}: an article or the like. */
  private boolean begins(String word) {
    return word.isEmpty() || StopWords.of(list()).contains(Words.fold(word));
  }

  private Language list() {
    return language == Language.GERMAN ? Language.GERMAN : Language.ENGLISH;
  }

  private static String word(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(Math.min(from, text.length()), end);
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '.';
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F';
  }
}
