package io.liftwerk.briefs;

import java.util.List;

/**
 * What people who search for a topic want, by what kinds of pages compete for it and by the intents
 * of search terms.
 *
 * @param main {@code informational}, {@code transactional}, {@code community} or {@code unclear}
 * @param mixed whether competitors answer it in different ways
 * @param why one sentence
 * @param kinds the kinds of the competitors' pages, the most frequent first
 */
public record SearchIntent(String main, boolean mixed, String why, List<PageKind> kinds) {

  public SearchIntent {
    kinds = List.copyOf(kinds);
  }

  /**
   * @param kind {@code guide}, {@code test}, {@code shop}, {@code forum} or {@code other}
   * @param sources numbers of the documents, see {@link Brief#sources}
   */
  public record PageKind(String kind, List<Integer> sources) {
    public PageKind {
      sources = List.copyOf(sources);
    }
  }
}
