package io.liftwerk.text;

import io.liftwerk.text.lookup.ResourceLists;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * In which language a short text such as a search term is written.
 *
 * <p>Every word votes by logarithms of odds: words that only one language's lists have, stop words,
 * letters that only one uses (ß, ñ), and for all words the habits of letters: groups of three,
 * learned from the lists as naive Bayes does. Another script settles it. A name that could be
 * either (nike) leaves it open: {@link Language#OTHER} with a certainty of 0, where a caller goes
 * by the account's language.
 *
 * @param language what it most likely is
 * @param certainty 0 for open to 1 for sure
 */
public record LanguageGuess(Language language, double certainty) {
  private static final double LISTED = 3;
  private static final double STOP_WORD = 2;
  private static final double LETTER = 4;
  private static final double CLIPPED = 2.5;

  /** German writes compounds as one word, so a long word is more likely German. */
  private static final int LONG = 11;

  private static final double LONG_WORD = 1;

  /** Below these odds (logarithm) nothing is said. */
  private static final double OPEN = .7;

  /** Judges {@code term} by all its words; one without words is open. */
  public static LanguageGuess of(String term) {
    return of(Words.of(term));
  }

  /** Judges a term that has been cut into words already. */
  public static LanguageGuess of(List<Words.Word> words) {
    double german = 0;
    double other = 0;
    int foreign = 0;
    int latin = 0;
    for (Words.Word word : words) {
      if (!Character.isLetter(word.folded().codePointAt(0))) {
        continue;
      }
      if (isForeign(word.folded())) {
        foreign++;
        continue;
      }
      latin++;
      german += german(word);
      other += other(word);
    }
    if (foreign > latin) {
      return new LanguageGuess(Language.OTHER, 1);
    }
    if (other > 0 && other >= Math.abs(german)) {
      return new LanguageGuess(Language.OTHER, certainty(other));
    }
    if (Math.abs(german) < OPEN) {
      return new LanguageGuess(Language.OTHER, 0);
    }
    return new LanguageGuess(german > 0 ? Language.GERMAN : Language.ENGLISH, certainty(german));
  }

  private static double certainty(double odds) {
    return Math.tanh(Math.abs(odds) / 2);
  }

  /** Odds of German against English. */
  private static double german(Words.Word word) {
    String folded = word.folded();
    boolean stopGerman = StopWords.of(Language.GERMAN).contains(folded);
    boolean stopEnglish = StopWords.of(Language.ENGLISH).contains(folded);
    double odds = (stopGerman ? STOP_WORD : 0) - (stopEnglish ? STOP_WORD : 0);
    String key = Words.loose(folded);
    boolean inGerman = Letters.LISTS.isListed(key, Language.GERMAN);
    boolean inEnglish = Letters.LISTS.isListed(key, Language.ENGLISH);
    odds += (inGerman ? LISTED : 0) - (inEnglish ? LISTED : 0);
    if (stopGerman && stopEnglish || inGerman && inEnglish) {
      return odds;
    }
    for (int i = 0; i < word.text().length(); i++) {
      switch (word.text().charAt(i)) {
        case 'ä', 'ö', 'ü', 'ß', 'Ä', 'Ö', 'Ü', 'ẞ' -> odds += LETTER;
        default -> {}
      }
    }
    double compound = folded.length() >= LONG ? LONG_WORD : 0;
    return odds + compound + Math.clamp(Letters.LISTS.odds(key), -CLIPPED, CLIPPED);
  }

  /** Odds of a third language that is written in Latin letters. */
  private static double other(Words.Word word) {
    String folded = word.folded();
    double odds = 0;
    String key = Words.loose(folded);
    if (!Letters.LISTS.isListed(key, Language.GERMAN)
        && !Letters.LISTS.isListed(key, Language.ENGLISH)) {
      boolean stop =
          ForeignStopWords.contains(folded)
              && !StopWords.of(Language.GERMAN).contains(folded)
              && !StopWords.of(Language.ENGLISH).contains(folded);
      odds += (stop ? STOP_WORD : 0) + (Letters.LISTS.isListed(key, Language.OTHER) ? LISTED : 0);
    }
    for (int i = 0; i < word.text().length(); i++) {
      char c = Character.toLowerCase(word.text().charAt(i));
      if (c > 0x7F && "ñçãõåøæłśżźćęąėřšžčěůğışøíìòùúûîïëêè".indexOf(c) >= 0) {
        odds += LETTER / 2;
      }
    }
    return odds;
  }

  private static boolean isForeign(String folded) {
    int c = folded.codePointAt(0);
    return c >= 0x250 && UnicodeScript.of(c) != UnicodeScript.LATIN;
  }

  /** The word lists and what their letters teach. */
  private static final class Letters {
    static final Letters LISTS = new Letters();

    private final Map<String, Integer> listed = new HashMap<>();

    /** By {@link #group}: odds of German against English, in logarithms. */
    private final Map<Long, Double> odds = new HashMap<>();

    private final double unseen;

    private Letters() {
      var german = new HashMap<Long, Integer>();
      var english = new HashMap<Long, Integer>();
      ResourceLists.read(
          "languages.txt",
          (section, word) -> {
            String key = Words.loose(Words.fold(word));
            list(section, key);
            switch (section) {
              case "german" -> learn(key, german);
              case "english" -> learn(key, english);
              default -> {}
            }
          });
      double germanTotal = german.values().stream().mapToInt(n -> n).sum();
      double englishTotal = english.values().stream().mapToInt(n -> n).sum();
      unseen = share(0, germanTotal) - share(0, englishTotal);
      var groups = new HashSet<>(german.keySet());
      groups.addAll(english.keySet());
      for (Long group : groups) {
        odds.put(
            group,
            share(german.getOrDefault(group, 0), germanTotal)
                - share(english.getOrDefault(group, 0), englishTotal));
      }
    }

    private void list(String section, String key) {
      switch (section) {
        case "german" -> list(key, Language.GERMAN);
        case "english" -> list(key, Language.ENGLISH);
        case "both" -> {
          list(key, Language.GERMAN);
          list(key, Language.ENGLISH);
        }
        default -> list(key, Language.OTHER);
      }
    }

    private void list(String word, Language language) {
      listed.merge(word, 1 << language.ordinal(), (a, b) -> a | b);
    }

    private static void learn(String word, Map<Long, Integer> groups) {
      for (int i = -1; i + 1 < word.length(); i++) {
        groups.merge(group(word, i), 1, Integer::sum);
      }
    }

    /** The three letters from {@code at} on; the word has a sign before it and one behind it. */
    private static long group(String word, int at) {
      long group = 0;
      for (int i = at; i < at + 3; i++) {
        group = group << 16 | (i < 0 ? '^' : i == word.length() ? '$' : word.charAt(i));
      }
      // groups of letters differ in few bits, and a map goes by the lowest
      return group * 0x9E3779B97F4A7C15L;
    }

    boolean isListed(String key, Language language) {
      return (listed.getOrDefault(key, 0) & 1 << language.ordinal()) != 0;
    }

    double odds(String key) {
      double sum = 0;
      for (int i = -1; i + 1 < key.length(); i++) {
        sum += odds.getOrDefault(group(key, i), unseen);
      }
      return sum / 2;
    }

    private static double share(int count, double total) {
      return Math.log((count + .5) / (total + 2_000));
    }
  }
}
