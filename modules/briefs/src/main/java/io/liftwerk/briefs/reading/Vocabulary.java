package io.liftwerk.briefs.reading;

import io.liftwerk.briefs.reading.Prose.Sentence;
import io.liftwerk.text.CompoundSplitter;
import io.liftwerk.text.Language;
import io.liftwerk.text.Words;
import io.liftwerk.text.Words.Word;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the texts at hand teach of their words: which are nouns, because German writes these with a
 * capital inside of sentences; which are compounds of others.
 */
public final class Vocabulary {
  private static final int SHORTEST_NOUN = 3;
  private static final int SHORTEST_HEAD = 3;

  /** Letters by which an inflected verb may be longer than its stem: prüfe, prüft, prüfen. */
  private static final int VERB_ENDING = 3;

  private final Lexicon lexicon;
  private final Map<String, Integer> inside = new HashMap<>();
  private final Map<String, Integer> first = new HashMap<>();
  private final TreeSet<String> lower = new TreeSet<>();
  private final Map<String, String> heads = new HashMap<>();
  private final CompoundSplitter splitter;

  private Vocabulary(Lexicon lexicon, Collection<Sentence> sentences) {
    this.lexicon = lexicon;
    Map<String, Integer> counts = new TreeMap<>();
    for (Sentence sentence : sentences) {
      List<Word> words = Words.of(sentence.text());
      for (int i = 0; i < words.size(); i++) {
        learn(sentence.text(), words, i, counts);
      }
    }
    splitter = CompoundSplitter.learn(lexicon.language() == Language.GERMAN ? counts : Map.of());
  }

  /** Learns from all texts of a language that are at hand. */
  public static Vocabulary learn(Language language, Collection<Sentence> sentences) {
    return new Vocabulary(Lexicon.of(language), sentences);
  }

  public Lexicon lexicon() {
    return lexicon;
  }

  private void learn(String text, List<Word> words, int at, Map<String, Integer> counts) {
    Word word = words.get(at);
    String key = Words.loose(word.folded());
    if (!isLetters(key)) {
      return;
    }
    counts.merge(key, 1, Integer::sum);
    if (Character.isLowerCase(word.text().codePointAt(0))) {
      lower.add(key);
    } else if (begins(text, words, at)) {
      first.merge(key, 1, Integer::sum);
    } else {
      inside.merge(key, 1, Integer::sum);
    }
  }

  /**
   * Whether a capital says nothing here: at the beginning, or behind a colon or a quotation mark.
   */
  static boolean begins(String text, List<Word> words, int at) {
    if (at == 0) {
      return true;
    }
    String between = text.substring(words.get(at - 1).end(), words.get(at).start());
    return between.chars().anyMatch(c -> ":.!?„“\"»«–|".indexOf(c) >= 0)
        || at == 1 && words.getFirst().text().chars().allMatch(Character::isDigit);
  }

  static boolean isLetters(String key) {
    return key.length() >= SHORTEST_NOUN && key.chars().allMatch(Character::isLetter);
  }

  /**
   * Whether a German word is a noun.
   *
   * @param key loose form of the word
   * @param capital whether it is written with one
   * @param begins whether that says nothing
   */
  boolean isNoun(String key, boolean capital, boolean begins) {
    if (!isLetters(key) || !capital || lexicon.isStop(key)) {
      return false;
    }
    if (!begins || inside.containsKey(key)) {
      return true;
    }
    return !lower.contains(key) && !isVerb(key);
  }

  /** Whether the texts write a word with a capital inside of sentences, and mostly so. */
  public boolean isKnownNoun(String word) {
    String key = Words.loose(Words.fold(word));
    return inside.containsKey(key) || first.containsKey(key) && !lower.contains(key);
  }

  /** A form of a word that stands in lower case elsewhere, as imperatives do. */
  private boolean isVerb(String key) {
    String stem = lexicon.stem(key);
    if (stem.length() < SHORTEST_NOUN) {
      return true;
    }
    String next = lower.ceiling(stem);
    return next != null && next.startsWith(stem) && next.length() <= stem.length() + VERB_ENDING;
  }

  /** The parts of a compound, each a stem; the stem of the word itself where it is none. */
  public List<String> parts(String key) {
    return splitter.split(key).stream().map(lexicon::stem).toList();
  }

  /**
   * The stem of the last part of a compound, by which Bandfalldämpfer counts for Dämpfer; the
   * word's own where it is none.
   */
  public String head(String key) {
    return heads.computeIfAbsent(key, this::readHead);
  }

  private String readHead(String key) {
    List<String> parts = splitter.split(key);
    String last = parts.getLast();
    return lexicon.stem(parts.size() > 1 && last.length() >= SHORTEST_HEAD ? last : key);
  }

  /** All stems that a word counts for: its own, its parts', and the first of their kin. */
  public Set<String> stems(String key) {
    Set<String> stems = new HashSet<>();
    String own = lexicon.stem(key);
    stems.add(own);
    stems.add(lexicon.kin(own));
    for (String part : parts(key)) {
      stems.add(part);
      stems.add(lexicon.kin(part));
    }
    return stems;
  }
}
