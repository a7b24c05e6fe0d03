package io.liftwerk.briefs;

import io.liftwerk.briefs.reading.Lexicon;
import io.liftwerk.briefs.reading.Lexicon.Group;
import io.liftwerk.briefs.reading.Value;
import io.liftwerk.briefs.reading.Vocabulary;
import io.liftwerk.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences that cannot both be true: the same thing with another number, price or date, or said
 * once with and once without a negation.
 *
 * <p>Two clauses are about the same thing when most of the words of the shorter, its heading's
 * included, are the other's too. Their figures contradict each other when they are of one unit and
 * kind of bound (from, up to) and share no number: "40 to 120 kg" and "under 40 kg" do not.
 */
final class Contradictions {
  private static final double SAME = .6;
  private static final int LEAST = 2;
  private static final double NEGATED_SAME = .75;
  private static final int NEGATED_LEAST = 3;
  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}\\p{L}+(?:\\s\\p{Lu}\\p{L}+)?\\s\\d+");
  private static final Pattern CLAUSES =
      Pattern.compile("[,;]\\s|\\s(?:und|aber|and|but)\\s(?=.*\\d)");

  private final Topic topic;
  private final Vocabulary vocabulary;
  private final Lexicon lexicon;

  Contradictions(Topic topic, Vocabulary vocabulary) {
    this.topic = topic;
    this.vocabulary = vocabulary;
    this.lexicon = vocabulary.lexicon();
  }

  /**
   * Two places, the first being the sentence in question.
   *
   * @param unit of the figures; empty for a negation
   * @param shared what both are about
   * @param values the figures; what both are about for a negation
   * @param service whether it is about terms of service, in which every shop has its own
   */
  record Pair(
      Place one,
      Place other,
      String unit,
      Set<String> shared,
      Set<String> values,
      boolean service) {
    boolean isNegation() {
      return unit.isEmpty();
    }
  }

  /** A sentence and its document. */
  record Place(ReadDocument document, ReadSentence sentence) {}

  /** Clauses with a figure, by what they are about. */
  List<Frame> frames(ReadDocument document) {
    List<Frame> frames = new ArrayList<>();
    for (ReadSection section : document.sections()) {
      for (ReadSentence sentence : section.sentences()) {
        for (Value value : sentence.values()) {
          if (!value.isStandard()) {
            frames.add(frame(document, section, sentence, value));
          }
        }
      }
    }
    return frames;
  }

  private Frame frame(
      ReadDocument document, ReadSection section, ReadSentence sentence, Value value) {
    String text = sentence.text();
    int from = 0;
    int to = text.length();
    if (sentence.values().size() > 1) {
      Matcher cut = CLAUSES.matcher(text);
      while (cut.find()) {
        if (cut.end() <= value.start()) {
          from = cut.end();
        } else if (cut.start() >= value.end()) {
          to = cut.start();
          break;
        }
      }
    }
    Set<String> words = words(text.substring(from, to));
    if (words.isEmpty()) {
      words = words(text);
    }
    Set<String> all = new TreeSet<>(words);
    all.addAll(words(DocumentReader.bare(section.heading())));
    return new Frame(document, section, sentence, value.unit(), value, all, names(text, document));
  }

  private static Set<String> names(String text, ReadDocument document) {
    Set<String> names = new HashSet<>();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      names.add(name.group());
    }
    if (document.isProduct()) {
      Matcher title = NAME.matcher(document.document().title());
      while (title.find()) {
        names.add(title.group());
      }
    }
    return names;
  }

  /** What a clause is about: its words without figures, units and the topic's own. */
  private Set<String> words(String clause) {
    Set<String> words = new TreeSet<>();
    for (Words.Word word : Words.of(clause)) {
      String key = Words.loose(word.folded());
      String stem = lexicon.stem(key);
      if (key.length() > 2
          && key.chars().allMatch(Character::isLetter)
          && !lexicon.isStop(word.folded())
          && !lexicon.is(Group.GENERIC, stem)
          && !lexicon.is(Group.QUESTION, word.folded())
          && !topic.isOf(stem, vocabulary)) {
        words.add(lexicon.kin(stem));
      }
    }
    return words;
  }

  /** Pairs of a frame of {@code some} and one of {@code all} that contradict each other. */
  List<Pair> between(List<Frame> some, List<Frame> all) {
    Map<String, List<Frame>> byUnit = new HashMap<>();
    all.forEach(one -> byUnit.computeIfAbsent(one.unit(), unit -> new ArrayList<>()).add(one));
    List<Pair> pairs = new ArrayList<>();
    Set<Set<ReadSentence>> seen = new HashSet<>();
    for (Frame one : some) {
      for (Frame other : byUnit.getOrDefault(one.unit(), List.of())) {
        Set<String> shared = new TreeSet<>(one.words());
        shared.retainAll(other.words());
        if (contradict(one, other, shared) && seen.add(Set.of(one.sentence(), other.sentence()))) {
          pairs.add(
              new Pair(
                  new Place(one.document(), one.sentence()),
                  new Place(other.document(), other.sentence()),
                  one.unit(),
                  shared,
                  new TreeSet<>(List.of(one.value().key(), other.value().key())),
                  isService(shared)));
        }
      }
    }
    return pairs;
  }

  private boolean contradict(Frame one, Frame other, Set<String> shared) {
    if (one.sentence().equals(other.sentence())
        || one.sentence().text().equals(other.sentence().text())
        || one.document().equals(other.document()) && one.section().equals(other.section())) {
      return false;
    }
    if (!one.names().equals(other.names())
        && !(one.names().isEmpty()
            && !other.document().isProduct()
            && !one.document().isProduct())) {
      // figures of another model, or of one model and of all
      return isService(shared) && differ(one, other, shared);
    }
    return differ(one, other, shared);
  }

  private boolean isService(Set<String> shared) {
    return shared.stream().anyMatch(lexicon::hasKin)
        && shared.stream().noneMatch(word -> word.equals(lexicon.kin(lexicon.stem("preis"))));
  }

  private boolean differ(Frame one, Frame other, Set<String> shared) {
    int smaller = Math.min(one.words().size(), other.words().size());
    boolean same =
        shared.size() >= SAME * smaller
            && (shared.size() >= LEAST || smaller == 1 && isService(shared));
    if (!same) {
      return false;
    }
    boolean agree =
        one.sentence().values().stream()
            .filter(a -> a.unit().equals(one.unit()))
            .anyMatch(
                a ->
                    other.sentence().values().stream()
                        .filter(b -> b.unit().equals(a.unit()))
                        .anyMatch(a::shares));
    return !agree && one.value().bound() * other.value().bound() >= 0;
  }

  /** Pairs of sentences that say the same, one with a negation and one without. */
  List<Pair> negations(List<Place> some, List<Place> all) {
    Map<String, List<Place>> byWord = new HashMap<>();
    Map<Place, Set<String>> words = new HashMap<>();
    for (Place place : all) {
      Set<String> these = words(place.sentence().text());
      words.put(place, these);
      these.forEach(word -> byWord.computeIfAbsent(word, any -> new ArrayList<>()).add(place));
    }
    List<Pair> pairs = new ArrayList<>();
    Set<Set<Place>> seen = new HashSet<>();
    for (Place one : some) {
      Set<String> mine = words(one.sentence().text());
      if (mine.size() < NEGATED_LEAST || one.sentence().asks()) {
        continue;
      }
      Set<Place> near = new java.util.LinkedHashSet<>();
      mine.forEach(word -> near.addAll(byWord.getOrDefault(word, List.of())));
      for (Place other : near) {
        Set<String> theirs = words.getOrDefault(other, Set.of());
        Set<String> shared = new TreeSet<>(mine);
        shared.retainAll(theirs);
        int either = mine.size() + theirs.size() - shared.size();
        if (shared.size() >= NEGATED_LEAST
            && shared.size() >= NEGATED_SAME * either
            && isNegated(one) != isNegated(other)
            && !other.sentence().asks()
            && seen.add(Set.of(one, other))) {
          pairs.add(new Pair(one, other, "", shared, shared, false));
        }
      }
    }
    return pairs;
  }

  private boolean isNegated(Place place) {
    return Words.of(place.sentence().text()).stream()
        .anyMatch(word -> lexicon.is(Group.NEGATION, lexicon.stem(word.text())));
  }
}
