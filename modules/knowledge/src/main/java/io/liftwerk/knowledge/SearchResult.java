package io.liftwerk.knowledge;

import io.liftwerk.text.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found. A search changes nothing and its words may name a person, so it is no
 * recorded job; the request, {@code reranker} and {@code index} are what it takes to repeat it.
 *
 * @param request as asked
 * @param language of the query, as far as it can be told
 * @param denseWeight what was used
 * @param reranker hash of the cross-encoder that put the hits in order; null without one
 * @param index which index was searched
 * @param hits the best first
 * @param notes sentences for the user: that the index is older than the sources, for example
 */
public record SearchResult(
    SearchRequest request,
    Language language,
    double denseWeight,
    @Nullable String reranker,
    IndexState index,
    List<Hit> hits,
    List<String> notes) {

  public SearchResult {
    hits = List.copyOf(hits);
    notes = List.copyOf(notes);
  }
}
