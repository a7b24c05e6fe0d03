package io.liftwerk.briefs.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences of a passage. A line is a block (a paragraph, an item of a list); sentences do not go
 * beyond it. A dot ends none behind an abbreviation, an initial or the number of a day, nor between
 * digits.
 */
public final class Prose {
  private static final Pattern END =
      Pattern.compile("[.!?…]+[\"“”»«)\\]]*(?=\\s+[\\p{Lu}\\p{N}\"„“»«(\\[])");
  private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}\\p{N}.]+)\\.$");
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "z.b", "d.h", "u.a", "o.ä", "i.d.r", "ca", "bzw", "inkl", "exkl", "evtl", "ggf", "vgl",
          "nr", "abs", "art", "dr", "prof", "str", "max", "min", "mind", "st", "ca", "e.g", "i.e",
          "mr", "mrs", "ms", "vs", "etc", "no", "approx", "incl", "s", "bspw", "sog", "usw", "tel");
  private static final Pattern DAY =
      Pattern.compile(
          "^\\s+(Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November"
              + "|Dezember|Auflage|Etage|Jahrhundert|Generation|Klasse)\\b.*",
          Pattern.DOTALL);
  private static final Pattern TERMINATED =
      Pattern.compile(".*[.!?…:][\"“”»«)\\]]*$", Pattern.DOTALL);

  /**
   * A sentence to the letter.
   *
   * @param block which line of the passage it stands in, from 0
   * @param fragment whether it has no end of a sentence: an item of a list, a cell of a table
   */
  public record Sentence(String text, int block, boolean fragment) {}

  private Prose() {}

  /** The sentences of {@code passage} in their order. */
  public static List<Sentence> sentences(String passage) {
    List<Sentence> sentences = new ArrayList<>();
    int block = 0;
    for (String line : passage.split("\\R", -1)) {
      String bare = line.strip();
      if (!bare.isEmpty()) {
        cut(bare, block, sentences);
      }
      block++;
    }
    return sentences;
  }

  private static void cut(String line, int block, List<Sentence> sentences) {
    int from = 0;
    Matcher end = END.matcher(line);
    while (end.find()) {
      if (ends(line, from, end)) {
        add(line.substring(from, end.end()), block, sentences);
        from = end.end();
      }
    }
    add(line.substring(from), block, sentences);
  }

  private static void add(String text, int block, List<Sentence> sentences) {
    String bare = text.strip();
    if (!bare.isEmpty()) {
      sentences.add(new Sentence(bare, block, !TERMINATED.matcher(bare).matches()));
    }
  }

  private static boolean ends(String line, int from, Matcher end) {
    if (!end.group().equals(".")) {
      return true;
    }
    Matcher last = LAST_WORD.matcher(line.substring(from, end.end()));
    if (!last.find()) {
      return true;
    }
    String word = last.group(1);
    if (word.chars().allMatch(Character::isDigit)) {
      return word.length() > 2 || !DAY.matcher(line.substring(end.end())).matches();
    }
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    return !initial && !ABBREVIATIONS.contains(word.toLowerCase(java.util.Locale.ROOT));
  }
}
