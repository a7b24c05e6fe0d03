package io.liftwerk.briefs;

import io.liftwerk.briefs.reading.Lexicon;
import io.liftwerk.briefs.reading.Lexicon.Group;
import io.liftwerk.briefs.reading.Vocabulary;
import io.liftwerk.text.Language;
import io.liftwerk.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a brief is about: the words of the topic that name its subject, apart from those that say
 * what people want to do with it.
 */
final class Topic {

  /**
   * A word of the subject.
   *
   * @param parts stems of the parts of a compound; the stem itself where it is none
   */
  record Subject(String word, String stem, List<String> parts) {

    /** 1 where {@code stems} name it, whole or by all its parts; half where by a part alone. */
    double in(Set<String> stems) {
      if (stems.contains(stem) || stems.containsAll(parts)) {
        return 1;
      }
      return parts.stream().anyMatch(stems::contains) ? .5 : 0;
    }
  }

  private final String text;
  private final Language language;
  private final List<Subject> subjects = new ArrayList<>();
  private final Set<String> stems = new HashSet<>();
  private boolean buys;

  Topic(String text, Vocabulary vocabulary) {
    this.text = text;
    Lexicon lexicon = vocabulary.lexicon();
    this.language = lexicon.language();
    List<Words.Word> words =
        Words.of(text).stream().filter(word -> !lexicon.isStop(word.folded())).toList();
    List<Words.Word> named =
        words.stream()
            .filter(word -> !lexicon.is(Group.ACTION, lexicon.stem(word.text())))
            .filter(word -> !lexicon.is(Group.QUESTION, word.folded()))
            .toList();
    List<Words.Word> nouns =
        named.stream()
            .filter(word -> language == Language.GERMAN && vocabulary.isKnownNoun(word.text()))
            .toList();
    List<Words.Word> chosen = !nouns.isEmpty() ? nouns : !named.isEmpty() ? named : words;
    for (Words.Word word : chosen) {
      String key = Words.loose(word.folded());
      subjects.add(new Subject(word.text(), lexicon.stem(key), vocabulary.parts(key)));
    }
    for (Words.Word word : words) {
      stems.addAll(vocabulary.stems(Words.loose(word.folded())));
      buys |=
          Set.of("kauf", "bestell", "buy", "order", "preis", "price", "online")
              .contains(lexicon.kin(lexicon.stem(word.text())));
    }
  }

  String text() {
    return text;
  }

  Language language() {
    return language;
  }

  List<Subject> subjects() {
    return subjects;
  }

  /** Whether its words say that somebody wants to buy. */
  boolean buys() {
    return buys;
  }

  /** Stems of all its words and their parts. */
  Set<String> stems() {
    return stems;
  }

  /** Whether a key says no more than the topic itself. */
  boolean isOf(String key, Vocabulary vocabulary) {
    for (String word : key.split(" ")) {
      if (!stems.contains(word) && !stems.containsAll(vocabulary.parts(word))) {
        return false;
      }
    }
    return true;
  }

  /** How much of the subject {@code stems} name, 0 to 1. */
  double in(Set<String> found) {
    return subjects.stream().mapToDouble(subject -> subject.in(found)).average().orElse(0);
  }

  /**
   * Whether {@code stems} name the subject: all of one or two words, else two thirds and the last,
   * which says what kind of thing it is.
   */
  boolean isNamed(Set<String> found) {
    if (subjects.isEmpty()) {
      return false;
    }
    long whole = subjects.stream().filter(subject -> subject.in(found) == 1).count();
    if (subjects.size() <= 2) {
      return whole == subjects.size();
    }
    return whole * 3 >= subjects.size() * 2L && subjects.getLast().in(found) == 1;
  }

  /** The subject as the user wrote it. */
  String subject() {
    return String.join(" ", subjects.stream().map(Subject::word).toList());
  }
}
