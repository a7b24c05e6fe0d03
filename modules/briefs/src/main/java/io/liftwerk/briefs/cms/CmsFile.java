package io.liftwerk.briefs.cms;

import java.util.List;

/**
 * A text written for a CMS. The same post gives the same file.
 *
 * @param text the whole file; UTF-8 when written
 * @param notes what whoever imports it should know, one sentence each
 */
public record CmsFile(String text, List<String> notes) {
  public CmsFile {
    notes = List.copyOf(notes);
  }
}
