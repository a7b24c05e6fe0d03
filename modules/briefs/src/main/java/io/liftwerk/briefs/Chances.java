package io.liftwerk.briefs;

import io.liftwerk.briefs.SerpGap.Chance;
import io.liftwerk.briefs.SerpGap.LeftOut;
import io.liftwerk.briefs.reading.Lexicon;
import io.liftwerk.briefs.reading.Lexicon.Group;
import io.liftwerk.briefs.reading.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What only the client says, and what only pages on other topics say. */
final class Chances {
  private static final int MOST = 10;
  private static final int MOST_LEFT = 8;

  private final Topic topic;
  private final DocumentReader reader;
  private final Lexicon lexicon;
  private final EvidenceBook book;

  Chances(Topic topic, DocumentReader reader, EvidenceBook book) {
    this.topic = topic;
    this.reader = reader;
    this.lexicon = reader.vocabulary().lexicon();
    this.book = book;
  }

  private record Found(Term term, ReadSentence sentence, int weight, int order) {}

  /**
   * Terms of own guides that no page of a competitor has, one a sentence: standards first, then
   * what stands in a heading, then what comes with a figure.
   */
  List<Chance> find(List<ReadDocument> own, List<ReadDocument> pages) {
    if (pages.isEmpty()) {
      return List.of();
    }
    Set<String> theirs = new HashSet<>();
    Set<String> stems = new HashSet<>();
    for (ReadDocument page : pages) {
      page.sections().forEach(section -> stems.addAll(section.stems()));
      page.sections().forEach(section -> section.terms().forEach(term -> add(theirs, term)));
      page.sentences()
          .forEach(
              one -> {
                one.terms().forEach(term -> add(theirs, term));
                stems.addAll(one.stems());
              });
    }
    Map<String, Found> found = new LinkedHashMap<>();
    int order = 0;
    for (ReadDocument document : own) {
      if (document.isProduct()) {
        continue;
      }
      for (ReadSection section : document.sections()) {
        for (ReadSentence sentence : section.sentences()) {
          for (Term term : sentence.terms()) {
            if (isNew(term, theirs, stems) && !isModel(term, sentence)) {
              found.putIfAbsent(
                  term.key(), new Found(term, sentence, weight(term, section, sentence), order++));
            }
          }
        }
      }
    }
    Set<ReadSentence> told = new HashSet<>();
    return found.values().stream()
        .sorted(Comparator.comparingInt((Found one) -> -one.weight()).thenComparing(Found::order))
        .filter(one -> one.weight() > 0 && told.add(one.sentence()))
        .limit(MOST)
        .map(one -> new Chance(one.term().surface(), book.quote(one.sentence())))
        .toList();
  }

  private static void add(Set<String> keys, Term term) {
    keys.add(term.key());
    keys.add(term.family());
  }

  private boolean isNew(Term term, Set<String> theirs, Set<String> stems) {
    if (term.kind() == Term.Kind.STANDARD) {
      return !theirs.contains(term.key());
    }
    return term.kind() != Term.Kind.MEASURE
        && term.kind() != Term.Kind.PHRASE
        && !theirs.contains(term.key())
        && !theirs.contains(term.family())
        && !stems.contains(term.key())
        && !stems.contains(term.family())
        && says(term);
  }

  /** A name with a number behind it, such as a product's, or one beside it. */
  private static boolean isModel(Term term, ReadSentence sentence) {
    return Pattern.compile(Pattern.quote(term.surface()) + "\\s(\\d|von \\p{Lu}|by \\p{Lu})")
            .matcher(sentence.text())
            .find()
        || sentence.text().matches("(?s)(Beispiel|Example):.*");
  }

  private boolean says(Term term) {
    for (String word : term.key().split(" ")) {
      if (lexicon.is(Group.GENERIC, word)
          || lexicon.is(Group.NAVIGATION, word)
          || lexicon.is(Group.ACTION, word)) {
        return false;
      }
    }
    return !lexicon.is(Group.GENERIC, term.family())
        && !topic.isOf(term.key(), reader.vocabulary());
  }

  private static int weight(Term term, ReadSection section, ReadSentence sentence) {
    boolean heading = section.terms().stream().anyMatch(one -> one.key().equals(term.key()));
    return (term.kind() == Term.Kind.STANDARD ? 4 : 0)
        + (heading ? 3 : 0)
        + (sentence.values().isEmpty() ? 0 : 1)
        + (term.surface().length() > 9 ? 1 : 0);
  }

  /** Pages that do not count, and what several places of only these say. */
  List<LeftOut> leftOut(Chosen chosen) {
    List<LeftOut> left = new ArrayList<>();
    Map<String, Integer> numbers = new TreeMap<>();
    int number = 0;
    for (Chosen.Judged judged : chosen.judged()) {
      numbers.put(judged.document().document().id(), ++number);
    }
    Set<String> onTopic =
        chosen.pages().stream()
            .flatMap(ReadDocument::sentences)
            .flatMap(one -> one.terms().stream())
            .map(Term::key)
            .collect(Collectors.toSet());
    for (Chosen.Judged judged : chosen.judged()) {
      if (judged.match().onTopic()) {
        continue;
      }
      Integer page = numbers.getOrDefault(judged.document().document().id(), 0);
      left.add(
          new LeftOut(
              judged.document().document().title(), judged.match().reason(), List.of(page)));
      Map<String, Integer> counts = new LinkedHashMap<>();
      judged
          .document()
          .sections()
          .forEach(
              section ->
                  section.terms().stream()
                      .filter(term -> term.kind() == Term.Kind.NOUN && says(term))
                      .filter(term -> !onTopic.contains(term.key()))
                      .forEach(term -> counts.merge(term.surface(), 1, Integer::sum)));
      counts.keySet().stream()
          .limit(MOST_LEFT)
          .forEach(
              term ->
                  left.add(
                      new LeftOut(
                          term, "Only a page that is not on the topic says it.", List.of(page))));
    }
    return left;
  }
}
