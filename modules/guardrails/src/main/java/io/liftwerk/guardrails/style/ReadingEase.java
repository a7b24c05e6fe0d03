package io.liftwerk.guardrails.style;

import io.liftwerk.guardrails.plain.Prose;
import io.liftwerk.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How easy a text is to read.
 *
 * <p>Flesch's reading ease for English: {@code 206.835 − 1.015·SL − 84.6·SW} (R. Flesch, A new
 * readability yardstick, J. Applied Psychology 32, 1948); Amstad's for German: {@code 180 − SL −
 * 58.5·SW} (T. Amstad, Wie verständlich sind unsere Zeitungen?, Zürich 1978), where SL is words a
 * sentence and SW syllables a word. LIX is {@code SL + 100·L/W} with L the words of more than six
 * letters (C. H. Björnsson, Läsbarhet, Stockholm 1968). Syllables are counted as groups of vowels.
 *
 * @param ease from about 0 (hard) to 100 (easy)
 * @param lix from about 20 (easy) to 60 (hard)
 */
record ReadingEase(double ease, double lix, int words, int sentences) {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*");
  private static final Pattern VOWELS_GERMAN =
      Pattern.compile("(?:ei|ai|au|äu|eu|ie|aa|ee|oo|ey|ay)|[aeiouäöüyé]");
  private static final Pattern VOWELS_ENGLISH = Pattern.compile("[aeiouy]+");

  static ReadingEase of(String text, List<Prose.Sentence> sentences, Language language) {
    int words = 0;
    int syllables = 0;
    int longWords = 0;
    int counted = 0;
    for (Prose.Sentence sentence : sentences) {
      if (sentence.line() == Prose.Line.HEADING || sentence.line() == Prose.Line.ROW) {
        continue;
      }
      int before = words;
      Matcher word = WORD.matcher(sentence.of(text));
      while (word.find()) {
        words++;
        syllables += syllables(word.group(), language);
        longWords += word.group().length() > 6 ? 1 : 0;
      }
      counted += words > before ? 1 : 0;
    }
    if (words == 0) {
      return new ReadingEase(100, 0, 0, 0);
    }
    double sentenceLength = (double) words / counted;
    double wordLength = (double) syllables / words;
    double ease =
        language == Language.GERMAN
            ? 180 - sentenceLength - 58.5 * wordLength
            : 206.835 - 1.015 * sentenceLength - 84.6 * wordLength;
    return new ReadingEase(ease, sentenceLength + 100.0 * longWords / words, words, counted);
  }

  static int syllables(String word, Language language) {
    String small = word.toLowerCase(Locale.ROOT);
    if (language == Language.GERMAN) {
      return Math.max(1, (int) VOWELS_GERMAN.matcher(small).results().count());
    }
    int groups = (int) VOWELS_ENGLISH.matcher(small).results().count();
    // an e at the end is silent, but for -le after a consonant
    boolean silent =
        small.endsWith("e") && !small.matches(".*[^aeiouy]le$") || small.matches(".*[^td]ed$");
    return Math.max(1, silent ? groups - 1 : groups);
  }
}
