package io.liftwerk.knowledge;

import io.liftwerk.text.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for, and where. What is null or empty does not restrict.
 *
 * @param query words or a question
 * @param language of the documents
 * @param role of the documents
 * @param sources names of tables in bronze
 * @param kind of the documents
 * @param product a part of the product's name, without regard to case
 * @param document id of the only document to look in
 * @param top how many hits, at least 1
 * @param denseWeight 0 (words alone) to 1 (meaning alone); null for what was measured to be best
 *     for the query's language and the index's embedder
 */
public record SearchRequest(
    String query,
    @Nullable Language language,
    @Nullable Role role,
    List<String> sources,
    SourceDocument.@Nullable Kind kind,
    @Nullable String product,
    @Nullable String document,
    int top,
    @Nullable Double denseWeight) {

  public SearchRequest {
    sources = List.copyOf(sources);
  }

  /** Looks for {@code query} everywhere, for ten hits. */
  public static SearchRequest of(String query) {
    return new SearchRequest(query, null, null, List.of(), null, null, null, 10, null);
  }

  public SearchRequest in(@Nullable Role other) {
    return new SearchRequest(
        query, language, other, sources, kind, product, document, top, denseWeight);
  }

  public SearchRequest in(@Nullable Language other) {
    return new SearchRequest(
        query, other, role, sources, kind, product, document, top, denseWeight);
  }

  public SearchRequest inDocument(String other) {
    return new SearchRequest(
        query, language, role, sources, kind, product, other, top, denseWeight);
  }

  public SearchRequest top(int other) {
    return new SearchRequest(
        query, language, role, sources, kind, product, document, other, denseWeight);
  }

  /** In these sources alone; in all when there are none. */
  public SearchRequest from(List<String> others) {
    return new SearchRequest(
        query, language, role, others, kind, product, document, top, denseWeight);
  }

  public SearchRequest only(SourceDocument.Kind other) {
    return new SearchRequest(
        query, language, role, sources, other, product, document, top, denseWeight);
  }

  public SearchRequest about(@Nullable String other) {
    return new SearchRequest(
        query, language, role, sources, kind, other, document, top, denseWeight);
  }

  public SearchRequest weighing(@Nullable Double other) {
    return new SearchRequest(query, language, role, sources, kind, product, document, top, other);
  }
}
