package io.liftwerk.briefs.cms;

import java.util.ArrayList;
import java.util.List;

/** What is to be said about a post whatever it is written as. */
final class CmsNotes {
  private CmsNotes() {}

  static List<String> of(CmsPost post) {
    var notes = new ArrayList<String>();
    post.jsonLd().forEach(data -> notes.addAll(SchemaOrg.notes(data)));
    notes.addAll(Hreflang.faults(post.language(), post.hreflang()));
    return notes.stream().distinct().toList();
  }
}
