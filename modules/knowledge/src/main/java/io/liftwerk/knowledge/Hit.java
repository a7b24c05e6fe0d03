package io.liftwerk.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A passage that was found, and why it stands where it stands: {@code score = (1 − denseWeight) ·
 * lexical.scaled + denseWeight · dense.scaled}, where what a ranking does not have counts 0.
 *
 * @param rank from 1
 * @param score 0 to 1
 * @param lexical its place among the passages that share words with the query; null when it shares
 *     none
 * @param dense its place among the passages that mean the like; null when it is not among them
 * @param reranked score of the cross-encoder, by which the hits stand in order, of no fixed scale;
 *     null without one
 */
public record Hit(
    int rank,
    double score,
    Passage passage,
    SourceDocument document,
    @Nullable Lexical lexical,
    @Nullable Dense dense,
    @Nullable Double reranked) {

  /**
   * What words give.
   *
   * @param score BM25
   * @param scaled 0 for the lowest of the candidates to 1 for the highest
   * @param rank from 1
   * @param matched words of the query that the passage holds, in any of their forms, as the query
   *     writes them
   */
  public record Lexical(double score, double scaled, int rank, List<String> matched) {
    public Lexical {
      matched = List.copyOf(matched);
    }
  }

  /**
   * What the embedder gives.
   *
   * @param similarity cosine of passage and query, −1 to 1
   * @param scaled 0 for the lowest of the candidates to 1 for the highest
   * @param rank from 1
   */
  public record Dense(double similarity, double scaled, int rank) {}
}
