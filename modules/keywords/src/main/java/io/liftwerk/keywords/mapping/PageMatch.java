package io.liftwerk.keywords.mapping;

import java.util.List;

/**
 * A page for a term.
 *
 * @param page the page
 * @param relevance share of what the term asks for that the page names, 0 to 1
 * @param score BM25, by which pages of the same relevance are told apart
 * @param matched the term's words that the page has, as typed
 */
public record PageMatch(Page page, double relevance, double score, List<String> matched) {

  public PageMatch {
    matched = List.copyOf(matched);
  }
}
