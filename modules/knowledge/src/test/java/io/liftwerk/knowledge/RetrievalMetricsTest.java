package io.liftwerk.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftwerk.text.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetrievalMetricsTest {
  private static final Map<String, Integer> JUDGED = Map.of("a", 2, "b", 1, "c", 0, "d", -1);

  @Test
  void measuresGoByTheirDefinitions() {
    RetrievalMetrics metrics = RetrievalMetrics.of(JUDGED, List.of("c", "b", "x", "a"));

    assertEquals((1 / 2.0 + 2 / 4.0) / 2, metrics.averagePrecision(), 1e-12);
    assertEquals(.5, metrics.reciprocalRank(), 1e-12);
    assertEquals(.5, metrics.recall(3), 1e-12);
    assertEquals(2 / 10.0, metrics.precision(10), 1e-12);
    assertEquals(.5, metrics.rPrecision(), 1e-12);
    assertEquals(0, metrics.success(1), 1e-12);
    double log3 = Math.log(3) / Math.log(2);
    double log5 = Math.log(5) / Math.log(2);
    assertEquals((1 / log3 + 2 / log5) / (2 + 1 / log3), metrics.ndcg(10), 1e-12);
  }

  @Test
  void whatHasNoRelevantDocumentIsZero() {
    RetrievalMetrics none = RetrievalMetrics.of(Map.of("a", 0), List.of("a"));

    assertEquals(0, none.ndcg(10));
    assertEquals(0, none.averagePrecision());
    assertEquals(0, none.recall(10));
    assertEquals(0, RetrievalMetrics.of(JUDGED, List.of()).reciprocalRank());
  }

  @Test
  void equalScoresStandFromTheLastNameToTheFirst() {
    // trec_eval keeps scores as floats, so that these two are equal
    Map<String, Double> scores = Map.of("a", 1.0, "b", 1.000000001, "c", 2.0, "d", -1.0);

    assertEquals(List.of("c", "b", "a", "d"), RetrievalMetrics.order(scores));
  }

  @Test
  void fusionTakesWhatARankingLacksForNothing() {
    Map<String, Double> scaled = Fusion.minMax(Map.of("a", 3.0, "b", 1.0, "c", 2.0));

    assertEquals(Map.of("a", 1.0, "b", 0.0, "c", .5), scaled);
    assertEquals(Map.of("a", 1.0), Fusion.minMax(Map.of("a", 7.0)));
    assertEquals(
        Map.of("a", .7, "b", 0.0, "c", .35, "x", .3),
        Fusion.weighted(List.of(scaled, Map.of("x", 1.0)), .7, .3));
  }

  @Test
  void namesWithBlanksStayOneFieldOfARun() {
    var document =
        new SourceDocument(
            "own/a b.md",
            "own",
            "a b.md",
            SourceDocument.Kind.ARTICLE,
            Role.OWN,
            "A",
            null,
            null,
            Language.GERMAN,
            null,
            null,
            List.of(),
            1,
            "",
            null);
    var passage = new Passage("own/a b.md#1", "own/a b.md", 1, List.of(), "text", "");
    var hit = new Hit(1, .5, passage, document, null, null, null);

    assertEquals(
        List.of("q1 Q0 own/a%20b.md#1 1 0.500000 lift"), TrecRun.lines("q1", List.of(hit), "lift"));
  }
}
