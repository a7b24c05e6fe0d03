package io.liftwerk.knowledge;

import io.liftwerk.text.Language;
import java.util.List;

/**
 * What a search found. A search changes nothing and its words may name a person, so it is no
 * recorded job; the request and {@code index} are what it takes to repeat it.
 *
 * @param request as asked
 * @param language of the query, as far as it can be told
 * @param denseWeight what was used
 * @param index which index was searched
 * @param hits the best first
 * @param notes sentences for the user: that the index is older than the sources, for example
 */
public record SearchResult(
    SearchRequest request,
    Language language,
    double denseWeight,
    IndexState index,
    List<Hit> hits,
    List<String> notes) {

  public SearchResult {
    hits = List.copyOf(hits);
    notes = List.copyOf(notes);
  }
}
