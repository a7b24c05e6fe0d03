package io.liftwerk.guardrails.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of German and English prose, Markdown too: a heading, an item and a table's row are
 * one each. A point after an abbreviation, a number before a month or an initial ends none;
 * citation marks that follow an end belong to the sentence.
 */
public final class Prose {

  /** What Markdown makes of a line. */
  public enum Line {
    HEADING,
    ITEM,
    TEXT,
    ROW
  }

  /**
   * A sentence, without the blanks around it and the marks of Markdown before it.
   *
   * @param start where it begins, counted as {@code String} counts
   */
  public record Sentence(int start, int end, Line line) {
    public String of(String text) {
      return text.substring(start, end);
    }
  }

  private static final Pattern MARK =
      Pattern.compile("[ \\t>]{0,20}(?:(#{1,6})[ \\t]+|([-*+•]|\\d{1,3}[.)])[ \\t]+|(\\|))?");
  private static final Pattern END =
      Pattern.compile("[.!?…]+[\"'“”’»)\\]*_]{0,3}(?:[ ]?\\[\\^?[\\w-]{1,12}\\]){0,20}(?=\\s|$)");
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "z", "b", "d", "h", "u", "a", "o", "ä", "ca", "nr", "bzw", "usw", "vgl", "inkl", "exkl",
          "zzgl", "ggf", "evtl", "max", "min", "abs", "art", "str", "tel", "dr", "prof", "hr", "fr",
          "st", "mio", "mrd", "e", "g", "i", "eg", "ie", "etc", "mr", "mrs", "ms", "no", "vs",
          "approx", "inc", "ltd", "co", "kg", "jan", "feb", "aug", "sept", "okt", "oct", "nov",
          "dez", "dec", "geb", "bes", "insb", "sog", "v", "chr", "s");
  private static final Pattern MONTH =
      Pattern.compile(
          "\\s*(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November"
              + "|Dezember|Auflage|Jahrhundert|Etage|Stock|Platz|Klasse|Generation)\\b");

  private Prose() {}

  public static List<Sentence> sentences(String text) {
    var sentences = new ArrayList<Sentence>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      line(text, start, end, sentences);
      start = end + 1;
    }
    return sentences;
  }

  private static void line(String text, int from, int to, List<Sentence> sentences) {
    Matcher mark = MARK.matcher(text).region(from, to);
    int start = from;
    Line line = Line.TEXT;
    if (mark.lookingAt()) {
      start = mark.end();
      line =
          mark.group(1) != null
              ? Line.HEADING
              : mark.group(2) != null ? Line.ITEM : mark.group(3) != null ? Line.ROW : Line.TEXT;
    }
    if (line == Line.HEADING || line == Line.ROW) {
      add(text, start, to, line, sentences);
      return;
    }
    Matcher end = END.matcher(text).region(start, to);
    while (end.find()) {
      if (!goesOn(text, start, end, to)) {
        add(text, start, end.end(), line, sentences);
        start = end.end();
      }
    }
    add(text, start, to, line, sentences);
  }

  private static boolean goesOn(String text, int from, Matcher end, int to) {
    if (text.charAt(end.start()) != '.' || end.end() - end.start() > 1) {
      return false;
    }
    int word = end.start();
    while (word > from && Character.isLetterOrDigit(text.charAt(word - 1))) {
      word--;
    }
    String before = text.substring(word, end.start());
    if (before.isEmpty() || end.end() >= to) {
      return false;
    }
    if (before.chars().allMatch(Character::isDigit)) {
      return before.length() <= 2 && MONTH.matcher(text).region(end.end(), to).lookingAt();
    }
    int next = end.end();
    while (next < to && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    boolean small = next < to && Character.isLowerCase(text.charAt(next));
    return small
        || before.length() == 1 && Character.isUpperCase(before.charAt(0))
        || ABBREVIATIONS.contains(before.toLowerCase(Locale.ROOT))
            && !before.equals("kg")
            && !before.equals("no");
  }

  private static void add(String text, int from, int to, Line line, List<Sentence> sentences) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    for (int i = start; i < end; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        sentences.add(new Sentence(start, end, line));
        return;
      }
    }
  }

  /**
   * Where a cut that takes out the sentence at {@code start} ends: the blank behind it goes too.
   */
  public static int cutEnd(String text, int end) {
    int cut = end;
    while (cut < text.length() && (text.charAt(cut) == ' ' || text.charAt(cut) == '\t')) {
      cut++;
    }
    return cut;
  }
}
