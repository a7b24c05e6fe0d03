package io.liftwerk.knowledge;

import io.liftwerk.text.CrossEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the best of a search in the order that a cross-encoder gives them. */
final class Reranking {
  /** Hits that the cross-encoder looks at: what it may move to the front. */
  static final int LOOKED_AT = 50;

  private Reranking() {}

  private record Scored(Hit hit, double score) {}

  /**
   * @param found the best first
   * @param top how many are wanted
   */
  static List<Hit> best(List<Hit> found, String query, CrossEncoder reranker, int top) {
    double[] scores =
        reranker.scores(query, found.stream().map(hit -> hit.passage().text()).toList());
    var scored = new ArrayList<Scored>();
    for (int i = 0; i < scores.length; i++) {
      scored.add(new Scored(found.get(i), scores[i]));
    }
    scored.sort(
        Comparator.comparingDouble((Scored one) -> -one.score())
            .thenComparingInt(one -> one.hit().rank()));
    var hits = new ArrayList<Hit>();
    for (Scored one : scored.subList(0, Math.min(top, scored.size()))) {
      Hit hit = one.hit();
      hits.add(
          new Hit(
              hits.size() + 1,
              hit.score(),
              hit.passage(),
              hit.document(),
              hit.lexical(),
              hit.dense(),
              one.score()));
    }
    return hits;
  }
}
