package io.liftwerk.briefs.cms;

import org.jspecify.annotations.Nullable;

/**
 * Where a cited sentence comes from.
 *
 * @param title the document's name
 * @param url where it can be read; null for a document that is nowhere on the web
 * @param passage what it says, word for word; empty where that is not to be printed
 */
public record Source(String title, @Nullable String url, String passage) {
  public Source {
    title = Wording.line(title);
    url = url == null ? null : Span.address(url);
    passage = Wording.line(passage);
  }
}
