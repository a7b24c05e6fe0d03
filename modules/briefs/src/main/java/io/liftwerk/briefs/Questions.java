package io.liftwerk.briefs;

import io.liftwerk.briefs.reading.Lexicon;
import io.liftwerk.briefs.reading.Lexicon.Group;
import io.liftwerk.briefs.reading.Vocabulary;
import io.liftwerk.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is asked on competitors' pages and in searches, and where the client answers it.
 *
 * <p>A sentence answers when it and its heading share most of the question's own words, or their
 * kin, and, where the question asks for a figure (how long, how much, how heavy), holds one of that
 * unit.
 */
final class Questions {
  private static final int MOST = 20;
  private static final int ANSWERS = 2;
  private static final double ENOUGH = .6;
  private static final double ALIKE = .6;
  private static final int LONGEST = 160;

  private static final Map<String, Set<String>> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("wie lange", Set.of("month", "day", "minute", "working-day"));
    UNITS.put("how long", Set.of("month", "day", "minute", "working-day"));
    UNITS.put("wie viel", Set.of("EUR", "CHF", "USD", "GBP"));
    UNITS.put("wieviel", Set.of("EUR", "CHF", "USD", "GBP"));
    UNITS.put("was kostet", Set.of("EUR", "CHF", "USD", "GBP"));
    UNITS.put("how much", Set.of("EUR", "CHF", "USD", "GBP"));
    UNITS.put("wie schwer", Set.of("g"));
    UNITS.put("how heavy", Set.of("g"));
    UNITS.put("ab wann", Set.of("EUR", "month", "day", "g"));
  }

  private final Topic topic;
  private final Vocabulary vocabulary;
  private final Lexicon lexicon;
  private final EvidenceBook book;

  Questions(Topic topic, Vocabulary vocabulary, EvidenceBook book) {
    this.topic = topic;
    this.vocabulary = vocabulary;
    this.lexicon = vocabulary.lexicon();
    this.book = book;
  }

  /** A question with all places where it is asked. */
  private record Asked(String text, Set<String> words, List<Quote> places, Set<String> pages) {}

  /**
   * @param searches search terms on the topic; those that ask are questions too
   */
  List<Question> find(List<ReadDocument> pages, List<ReadDocument> own, List<String> searches) {
    List<Asked> asked = new ArrayList<>();
    for (ReadDocument page : pages) {
      for (ReadSection section : page.sections()) {
        String heading = DocumentReader.bare(section.heading());
        if (isQuestion(heading) && !section.passages().isEmpty()) {
          int number = book.number(section.passages().getFirst());
          add(asked, heading, new Quote(number, heading), page.document().id());
        }
        for (ReadSentence sentence : section.sentences()) {
          if (sentence.asks() && isQuestion(sentence.text())) {
            add(asked, sentence.text(), book.quote(sentence), page.document().id());
          }
        }
      }
    }
    int fromPages = asked.size();
    for (String search : searches) {
      if (asks(search) && asked.size() < fromPages + MOST) {
        add(asked, sentence(search), null, "");
      }
    }
    return asked.stream()
        .sorted(Comparator.comparingInt(one -> -one.pages().size()))
        .limit(MOST)
        .map(one -> answered(one, own))
        .toList();
  }

  private boolean isQuestion(String text) {
    if (!text.endsWith("?") || text.length() > LONGEST) {
      return false;
    }
    List<Words.Word> words = Words.of(text);
    // "Du willst ein Set kaufen?" asks nobody
    return words.size() > 1
        && !Set.of("du", "ihr", "sie", "ich", "wir", "you", "we", "i")
            .contains(words.getFirst().folded());
  }

  private boolean asks(String search) {
    List<Words.Word> words = Words.of(search);
    return words.size() > 2 && lexicon.is(Group.QUESTION, words.getFirst().folded());
  }

  private static String sentence(String search) {
    return search.substring(0, 1).toUpperCase(Locale.ROOT) + search.substring(1) + "?";
  }

  private void add(
      List<Asked> all, String text, @org.jspecify.annotations.Nullable Quote place, String page) {
    Set<String> words = own(text);
    if (words.isEmpty()) {
      return;
    }
    for (Asked one : all) {
      Set<String> both = new HashSet<>(one.words());
      both.retainAll(words);
      Set<String> either = new HashSet<>(one.words());
      either.addAll(words);
      if (both.size() >= ALIKE * either.size()) {
        if (place != null && one.pages().add(page)) {
          one.places().add(place);
        }
        return;
      }
    }
    List<Quote> places = new ArrayList<>();
    Set<String> pages = new TreeSet<>();
    if (place != null) {
      places.add(place);
      pages.add(page);
    }
    all.add(new Asked(text, words, places, pages));
  }

  /** The words by which a question differs from others on the topic, by their kin. */
  private Set<String> own(String question) {
    Set<String> words = new TreeSet<>();
    String lower = Words.fold(question);
    String measure = UNITS.keySet().stream().filter(lower::startsWith).findFirst().orElse("");
    for (Words.Word word : Words.of(question)) {
      String stem = lexicon.stem(word.text());
      boolean asking =
          lexicon.is(Group.QUESTION, word.folded())
              || List.of(measure.split(" ")).contains(word.folded());
      if (!asking && !lexicon.isStop(word.folded()) && !topic.isOf(stem, vocabulary)) {
        words.add(lexicon.kin(stem));
      }
    }
    return words;
  }

  private record Answer(ReadSentence sentence, double score) {}

  private Question answered(Asked asked, List<ReadDocument> own) {
    String lower = Words.fold(asked.text());
    Set<String> units =
        UNITS.entrySet().stream()
            .filter(one -> lower.startsWith(one.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(Set.of());
    List<Answer> answers = new ArrayList<>();
    for (ReadDocument document : own) {
      for (ReadSection section : document.sections()) {
        for (ReadSentence sentence : section.sentences()) {
          double score = score(asked.words(), section, sentence);
          boolean fits =
              units.isEmpty()
                  || sentence.values().stream().anyMatch(value -> units.contains(value.unit()));
          if (score >= ENOUGH && fits && !sentence.asks()) {
            answers.add(new Answer(sentence, score));
          }
        }
      }
    }
    List<Quote> quotes =
        answers.stream()
            .sorted(
                Comparator.comparingDouble((Answer one) -> -one.score())
                    .thenComparing(one -> one.sentence().passage().id())
                    .thenComparing(one -> one.sentence().order()))
            .limit(ANSWERS)
            .map(one -> book.quote(one.sentence()))
            .distinct()
            .toList();
    return new Question(asked.text(), asked.places(), !quotes.isEmpty(), quotes);
  }

  /** Share of the question's words; those in the sentence itself count a little more. */
  private static double score(Set<String> words, ReadSection section, ReadSentence sentence) {
    double found = 0;
    boolean inSentence = false;
    for (String word : words) {
      if (sentence.stems().contains(word)) {
        found += 1.01;
        inSentence = true;
      } else if (section.stems().contains(word)) {
        found += 1;
      }
    }
    double share = found / words.size();
    // a heading alone answers only when it asks the same
    return inSentence || share >= 1 ? share : 0;
  }
}
