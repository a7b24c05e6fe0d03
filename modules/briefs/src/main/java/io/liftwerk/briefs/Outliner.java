package io.liftwerk.briefs;

import io.liftwerk.briefs.Planned.Purpose;
import io.liftwerk.briefs.reading.Lexicon;
import io.liftwerk.briefs.reading.Lexicon.Group;
import io.liftwerk.briefs.reading.Vocabulary;
import io.liftwerk.text.Language;
import io.liftwerk.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans sections: those of the client's best text in its order, sections of its other texts where
 * they fit, then what competitors have and no own source does, products, terms of service, open
 * questions.
 */
final class Outliner {
  private static final double FITS = 2;
  private static final int HEADING = 3;
  private static final int MOST_GAPS = 6;
  private static final int MOST_PRODUCTS = 4;

  private final Topic topic;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final EvidenceBook book;
  private final boolean german;
  private final List<Planned> plan = new ArrayList<>();
  private final Map<String, Planned> byCompetitorSection = new HashMap<>();

  Outliner(Topic topic, Vocabulary vocabulary, EvidenceBook book) {
    this.topic = topic;
    this.vocabulary = vocabulary;
    this.lexicon = vocabulary.lexicon();
    this.book = book;
    this.german = lexicon.language() == Language.GERMAN;
  }

  /**
   * @param guides own texts on the topic that are not about one product, the best first
   * @param products own pages of products on the topic, the best first
   * @param service own texts on delivery and returns, the newest first; empty where nobody buys
   * @param pages competitors' pages on the topic
   */
  List<Planned> plan(
      List<ReadDocument> guides,
      List<ReadDocument> products,
      List<ReadDocument> service,
      List<ReadDocument> pages,
      List<MustCover> terms,
      List<Question> questions) {
    for (ReadDocument guide : guides) {
      for (ReadSection section : guide.sections()) {
        own(guide, section, guide.equals(guides.getFirst()));
      }
    }
    for (int page = 0; page < pages.size(); page++) {
      for (ReadSection section : pages.get(page).sections()) {
        competitor(section, page);
      }
    }
    terms(terms, pages);
    if (!products.isEmpty()) {
      products(products);
    }
    if (!service.isEmpty()) {
      service(service.getFirst());
    }
    questions(questions);
    name();
    return plan;
  }

  private void own(ReadDocument guide, ReadSection section, boolean best) {
    if (section.sentences().isEmpty()) {
      return;
    }
    if (isOpening(guide, section)) {
      Planned opening = opening();
      if (best || opening.own.isEmpty()) {
        opening.own.add(section);
      }
      return;
    }
    Planned fitting = best ? null : fitting(section);
    if (fitting != null) {
      fitting.own.add(section);
    } else if (best || isOnTopic(section)) {
      var planned = new Planned(Purpose.ADVICE, DocumentReader.bare(section.heading()));
      planned.own.add(section);
      plan.add(planned);
    }
  }

  private Planned opening() {
    if (plan.isEmpty() || plan.getFirst().purpose != Purpose.OPENING) {
      plan.addFirst(new Planned(Purpose.OPENING, german ? "Einleitung" : "Introduction"));
    }
    return plan.getFirst();
  }

  private static boolean isOpening(ReadDocument guide, ReadSection section) {
    return section.path().isEmpty()
        || section.path().size() == 1
            && guide.document().headings().stream()
                .anyMatch(
                    one ->
                        one.level() == 1 && one.text().strip().equals(section.heading().strip()));
  }

  private boolean isOnTopic(ReadSection section) {
    return !HeadingPatterns.isFrame(section.heading(), lexicon)
        && (topic.isNamed(section.stems())
            || section.sentences().stream().anyMatch(one -> topic.isNamed(one.stems())));
  }

  private void competitor(ReadSection section, int page) {
    Planned fitting = HeadingPatterns.isFrame(section.heading(), lexicon) ? null : fitting(section);
    if (fitting != null) {
      fitting.pages.add(page);
      section.passages().forEach(one -> byCompetitorSection.put(one.id(), fitting));
    }
  }

  private @Nullable Planned fitting(ReadSection section) {
    Planned best = null;
    double most = FITS;
    for (Planned planned : plan) {
      if (planned.purpose == Purpose.ADVICE) {
        double score = planned.own.stream().mapToDouble(one -> fit(one, section)).max().orElse(0);
        if (score >= most && (best == null || score > most)) {
          most = score;
          best = planned;
        }
      }
    }
    return best;
  }

  /** Words that both headings share count thrice, words of one heading in the other's text once. */
  private double fit(ReadSection one, ReadSection other) {
    Set<String> mine = heads(one);
    Set<String> theirs = heads(other);
    double score = 0;
    for (String word : theirs) {
      score += mine.contains(word) ? HEADING : isIn(word, one) ? 1 : 0;
    }
    for (String word : mine) {
      score += !theirs.contains(word) && isIn(word, other) ? 1 : 0;
    }
    return score;
  }

  private static boolean isIn(String word, ReadSection section) {
    return section.sentences().stream().anyMatch(one -> one.stems().contains(word));
  }

  private Set<String> heads(ReadSection section) {
    Set<String> words = new HashSet<>();
    for (String stem : section.stems()) {
      if (stem.length() > 2
          && stem.chars().allMatch(Character::isLetter)
          && !lexicon.is(Group.GENERIC, stem)
          && !lexicon.is(Group.QUESTION, stem)
          && !lexicon.is(Group.ACTION, stem)
          && !topic.isOf(stem, vocabulary)) {
        words.add(lexicon.kin(stem));
      }
    }
    return words;
  }

  private void terms(List<MustCover> terms, List<ReadDocument> pages) {
    Map<String, Integer> pageOf = new HashMap<>();
    Map<String, String> sectionOf = new HashMap<>();
    for (int page = 0; page < pages.size(); page++) {
      for (ReadSection section : pages.get(page).sections()) {
        for (var passage : section.passages()) {
          pageOf.put(passage.id(), page);
          sectionOf.put(passage.id(), page + section.heading());
        }
      }
    }
    Map<String, Planned> gaps = new HashMap<>();
    for (MustCover term : terms) {
      if (term.kind().equals("measure") && !term.covered()) {
        continue;
      }
      Planned place = term.covered() ? ownPlace(term) : null;
      if (!term.covered()) {
        List<String> sections =
            term.evidence().stream()
                .map(quote -> sectionOf.getOrDefault(book.passage(quote.evidence()).id(), ""))
                .toList();
        place =
            sections.stream().map(gaps::get).filter(one -> one != null).findFirst().orElse(null);
        if (place == null && gaps.values().stream().distinct().count() < MOST_GAPS) {
          place = new Planned(Purpose.GAP, capital(term.term()));
          plan.add(place);
        }
        if (place == null) {
          place = competitorPlace(term);
        } else {
          Planned gap = place;
          sections.forEach(section -> gaps.putIfAbsent(section, gap));
          term.evidence()
              .forEach(
                  quote -> {
                    Integer page = pageOf.get(book.passage(quote.evidence()).id());
                    if (page != null && gap.terms.isEmpty()) {
                      gap.pages.add(page);
                    }
                  });
        }
      }
      if (place != null) {
        place.terms.add(term.term());
      }
    }
  }

  /** Where a heading names the term, else where most sentences do. */
  private @Nullable Planned ownPlace(MustCover term) {
    Set<String> words = new HashSet<>();
    Words.of(term.term()).forEach(word -> words.add(lexicon.stem(word.text())));
    Planned best = null;
    long most = 0;
    for (Planned planned : plan) {
      long score = 0;
      for (ReadSection section : planned.own) {
        score += section.stems().containsAll(words) ? 2 * section.sentences().size() : 0;
        score += section.sentences().stream().filter(one -> one.stems().containsAll(words)).count();
      }
      // the opening names everything
      score = planned.purpose == Purpose.OPENING ? Math.min(1, score) : 2 * score;
      if (score > most) {
        most = score;
        best = planned;
      }
    }
    return best;
  }

  private @Nullable Planned competitorPlace(MustCover term) {
    return term.evidence().stream()
        .map(quote -> byCompetitorSection.get(book.passage(quote.evidence()).id()))
        .filter(one -> one != null)
        .findFirst()
        .orElse(null);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private void products(List<ReadDocument> products) {
    var planned = new Planned(Purpose.PRODUCTS, german ? "Passende Produkte" : "Products that fit");
    for (ReadDocument product : products) {
      if (planned.chosen.size() < MOST_PRODUCTS) {
        product
            .sentences()
            .filter(one -> !one.sentence().fragment() && topic.isNamed(one.stems()))
            .findFirst()
            .ifPresent(
                one -> {
                  planned.chosen.add(one);
                  product.sections().stream()
                      .filter(section -> section.sentences().contains(one))
                      .forEach(planned.own::add);
                });
      }
    }
    if (!planned.chosen.isEmpty()) {
      plan.add(planned);
    }
  }

  private void service(ReadDocument document) {
    var planned = new Planned(Purpose.SERVICE, document.shortTitle());
    document.sections().stream().filter(this::isService).forEach(planned.own::add);
    if (!planned.own.isEmpty()) {
      plan.add(planned);
    }
  }

  /** Delivery and returns. */
  boolean isService(ReadSection section) {
    Set<String> kin =
        Set.of(
            lexicon.kin(lexicon.stem(german ? "versand" : "shipping")),
            lexicon.kin(lexicon.stem(german ? "rückgabe" : "return")));
    return section.stems().stream().map(lexicon::kin).anyMatch(kin::contains)
        && !section.sentences().isEmpty();
  }

  private void questions(List<Question> questions) {
    var open =
        new Planned(Purpose.QUESTIONS, german ? "Häufige Fragen" : "Frequently asked questions");
    for (Question question : questions) {
      Planned place = null;
      for (Quote quote : question.answers()) {
        for (Planned planned : plan) {
          if (place == null && planned.has(book.passage(quote.evidence()).id())) {
            place = planned;
          }
        }
      }
      if (place != null) {
        place.questions.add(question.question());
      } else if (!question.answered()) {
        open.questions.add(question.question());
      }
    }
    if (!open.questions.isEmpty()) {
      plan.add(open);
    }
  }

  private void name() {
    Set<String> taken = new HashSet<>();
    for (Planned planned : plan) {
      String slug = Slug.of(planned.heading);
      String id = slug;
      for (int i = 2; !taken.add(id); i++) {
        id = slug + "-" + i;
      }
      planned.id = id;
    }
  }
}
