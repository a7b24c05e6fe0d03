package io.liftwerk.briefs;

import io.liftwerk.briefs.SerpGap.RankedPassage;
import io.liftwerk.knowledge.Hit;
import io.liftwerk.knowledge.Passage;
import io.liftwerk.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Passages that answer the topic best.
 *
 * @param hits what the search of the index found, of both sides; empty to go by the topic's words
 *     alone
 */
record Ranking(List<Hit> hits) {
  private static final int MOST = 12;
  static final Ranking NONE = new Ranking(List.of());

  Ranking {
    hits = List.copyOf(hits);
  }

  /** Only passages of documents that count, and that the rails let pass. */
  List<RankedPassage> passages(
      Topic topic, DocumentReader reader, Chosen chosen, EvidenceBook book) {
    List<RankedPassage> ranked =
        hits.isEmpty() ? byWords(topic, reader, chosen, book) : byHits(chosen, book);
    return ranked.stream()
        .sorted(Comparator.comparingDouble((RankedPassage one) -> -one.score()))
        .limit(MOST)
        .toList();
  }

  private List<RankedPassage> byHits(Chosen chosen, EvidenceBook book) {
    List<RankedPassage> ranked = new ArrayList<>();
    for (Hit hit : hits) {
      Passage passage = chosen.usable(hit.passage().id());
      if (passage != null) {
        ranked.add(
            new RankedPassage(
                book.number(passage),
                hit.document().role().name().toLowerCase(Locale.ROOT),
                round(hit.score()),
                hit.lexical() == null ? List.of() : hit.lexical().matched()));
      }
    }
    return ranked;
  }

  private List<RankedPassage> byWords(
      Topic topic, DocumentReader reader, Chosen chosen, EvidenceBook book) {
    List<RankedPassage> ranked = new ArrayList<>();
    List<ReadDocument> documents = new ArrayList<>(chosen.own());
    documents.addAll(chosen.pages());
    for (ReadDocument document : documents) {
      for (ReadSection section : document.sections()) {
        for (Passage passage : section.passages()) {
          Set<String> stems = reader.stems(passage.text());
          stems.addAll(section.stems());
          List<String> matched =
              Words.of(topic.text()).stream()
                  .map(Words.Word::text)
                  .filter(word -> stems.containsAll(reader.content(word)))
                  .filter(word -> !reader.content(word).isEmpty())
                  .toList();
          double score = .7 * topic.in(stems) + .1 * Math.min(3, matched.size());
          if (score > 0) {
            ranked.add(
                new RankedPassage(
                    book.number(passage),
                    document.document().role().name().toLowerCase(Locale.ROOT),
                    round(score),
                    matched));
          }
        }
      }
    }
    return ranked;
  }

  private static double round(double score) {
    return Math.round(1000 * Math.clamp(score, 0, 1)) / 1000.0;
  }
}
