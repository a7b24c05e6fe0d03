package io.liftwerk.briefs.reading;

import io.liftwerk.text.Language;
import io.liftwerk.text.Stems;
import io.liftwerk.text.StopWords;
import io.liftwerk.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The words by which texts of a language are read: {@code lexicon.txt} beside this class. Words are
 * compared as stems of their loose forms (hyphens gone, umlauts by their letter).
 */
public final class Lexicon {

  /** What a word may be. */
  public enum Group {
    /** A noun that names no subject of its own. */
    GENERIC,
    /** What shops put on every page. */
    NAVIGATION,
    /** What people want to do with a subject. */
    ACTION,
    /** Begins a question. */
    QUESTION,
    /** Begins a sentence that speaks of the one before. */
    ANAPHORA,
    NEGATION,
    /** Cues of kinds of pages. */
    FORUM,
    TEST,
    SHOP,
    GUIDE,
    /** Titles of texts that are not for readers. */
    INTERNAL
  }

  private static final Lexicon GERMAN = new Lexicon(Language.GERMAN, "de");
  private static final Lexicon ENGLISH = new Lexicon(Language.ENGLISH, "en");

  private final Language language;
  private final Map<Group, Set<String>> groups = new HashMap<>();
  private final Map<String, String> kin = new HashMap<>();

  private Lexicon(Language language, String code) {
    this.language = language;
    for (Group group : Group.values()) {
      groups.put(group, new HashSet<>());
    }
    Group group = null;
    boolean relations = false;
    for (String line : lines()) {
      if (line.startsWith("[")) {
        String name = line.substring(1, line.length() - 1);
        boolean ours = name.startsWith(code + ".");
        String purpose = name.substring(name.indexOf('.') + 1).toUpperCase(Locale.ROOT);
        relations = ours && purpose.equals("KIN");
        group = ours && !relations ? Group.valueOf(purpose) : null;
      } else if (relations) {
        List<String> words = List.of(line.split(" "));
        String first = stem(words.getFirst());
        words.forEach(word -> kin.putIfAbsent(stem(word), first));
      } else if (group != null) {
        // a question word is known by its form: "ist" is none of "sein"
        boolean asIs = group == Group.QUESTION || group == Group.ANAPHORA;
        Objects.requireNonNull(groups.get(group)).add(asIs ? Words.fold(line) : stem(line));
      }
    }
  }

  private static List<String> lines() {
    try (var in = Lexicon.class.getResourceAsStream("lexicon.txt")) {
      byte[] bytes = Objects.requireNonNull(in, "lexicon.txt").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** German for {@link Language#GERMAN}, else English. */
  public static Lexicon of(Language language) {
    return language == Language.GERMAN ? GERMAN : ENGLISH;
  }

  public Language language() {
    return language;
  }

  public boolean isStop(String folded) {
    return StopWords.of(language).contains(folded);
  }

  /**
   * @param stem as {@link #stem} makes it; for questions and anaphora a folded word
   */
  public boolean is(Group group, String stem) {
    return Objects.requireNonNull(groups.get(group)).contains(stem);
  }

  /** The stem of a word in any spelling. */
  public String stem(String word) {
    return Stems.of(language).stem(Words.loose(Words.fold(word)));
  }

  /** One key for words that stand for the same thing; the stem itself for all others. */
  public String kin(String stem) {
    return kin.getOrDefault(stem, stem);
  }

  /** Whether {@code stem} is a word that has others for the same thing. */
  public boolean hasKin(String stem) {
    return kin.containsKey(stem);
  }
}
