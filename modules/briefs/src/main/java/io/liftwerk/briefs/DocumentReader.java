package io.liftwerk.briefs;

import io.liftwerk.briefs.reading.Prose;
import io.liftwerk.briefs.reading.Prose.Sentence;
import io.liftwerk.briefs.reading.TermReader;
import io.liftwerk.briefs.reading.Values;
import io.liftwerk.briefs.reading.Vocabulary;
import io.liftwerk.knowledge.Heading;
import io.liftwerk.knowledge.Passage;
import io.liftwerk.knowledge.SourceDocument;
import io.liftwerk.text.Language;
import io.liftwerk.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads documents with the vocabulary of all of them. */
final class DocumentReader {
  /** "1.", "Schritt 2:", which name no subject. */
  private static final Pattern NUMBERING =
      Pattern.compile("^(?:\\d+[.)]|(?:Schritt|Step|Tipp|Tip)\\s\\d+:?)\\s+");

  private final Vocabulary vocabulary;
  private final TermReader terms;

  private DocumentReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.terms = new TermReader(vocabulary);
  }

  /** A reader that has learnt from {@code corpus}. */
  static DocumentReader of(Language language, Corpus corpus) {
    List<Sentence> sentences = new ArrayList<>();
    for (Corpus.Entry entry : corpus.entries()) {
      for (Heading heading : entry.document().headings()) {
        sentences.add(new Sentence(bare(heading.text()), 0, true));
      }
      entry.passages().forEach(one -> sentences.addAll(Prose.sentences(one.text(), language)));
    }
    return new DocumentReader(Vocabulary.learn(language, sentences));
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  TermReader terms() {
    return terms;
  }

  /** A heading without its numbering. */
  static String bare(String heading) {
    return NUMBERING.matcher(heading).replaceFirst("");
  }

  ReadDocument read(SourceDocument document, List<Passage> passages) {
    Map<List<String>, List<Passage>> sections = new LinkedHashMap<>();
    for (Passage passage : passages) {
      sections.computeIfAbsent(passage.section(), path -> new ArrayList<>()).add(passage);
    }
    List<ReadSection> read = new ArrayList<>();
    int order = 0;
    for (var section : sections.entrySet()) {
      List<ReadSentence> sentences = new ArrayList<>();
      for (Passage passage : section.getValue()) {
        for (Sentence sentence : Prose.sentences(passage.text(), vocabulary.lexicon().language())) {
          sentences.add(sentence(passage, sentence, order++));
        }
      }
      String heading = section.getKey().isEmpty() ? "" : bare(section.getKey().getLast());
      read.add(
          new ReadSection(
              section.getKey(),
              stems(heading),
              terms.read(heading),
              List.copyOf(section.getValue()),
              sentences));
    }
    Set<String> title = new HashSet<>(stems(document.title()));
    for (Heading heading : document.headings()) {
      if (heading.level() == 1) {
        title.addAll(stems(heading.text()));
      }
    }
    return new ReadDocument(document, title, read);
  }

  private ReadSentence sentence(Passage passage, Sentence sentence, int order) {
    return new ReadSentence(
        passage,
        sentence,
        order,
        stems(sentence.text()),
        Values.of(sentence.text(), vocabulary.lexicon().language()),
        terms.read(sentence.text()));
  }

  /** Stems of the words of {@code text} that are no stop words, compounds' parts included. */
  Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    for (Words.Word word : Words.of(text)) {
      if (!vocabulary.lexicon().isStop(word.folded())) {
        stems.addAll(vocabulary.stems(Words.loose(word.folded())));
      }
    }
    return stems;
  }

  /** The words of {@code text} that are no stop words, each by one stem, in order. */
  List<String> content(String text) {
    return Words.of(text).stream()
        .filter(word -> !vocabulary.lexicon().isStop(word.folded()))
        .map(word -> vocabulary.lexicon().stem(word.text()))
        .toList();
  }
}
