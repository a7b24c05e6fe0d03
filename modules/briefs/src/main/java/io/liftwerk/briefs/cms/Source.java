package io.liftwerk.briefs.cms;

import org.jspecify.annotations.Nullable;

/**
 * Where a cited sentence comes from.
 *
 * @param title the document's name
 * @param url where it can be read; null for a document that is nowhere on the web
 * @param place where in it, such as the headings above; may be empty
 */
public record Source(String title, @Nullable String url, String place) {
  public Source {
    title = Wording.line(title);
    url = url == null ? null : Span.address(url);
    place = Wording.line(place);
  }
}
