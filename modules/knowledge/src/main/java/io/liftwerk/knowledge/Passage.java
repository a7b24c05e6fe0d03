package io.liftwerk.knowledge;

import java.util.List;

/**
 * A stretch of a document that is found and cited as a whole: whole sentences under one heading.
 *
 * @param id {@code DOCUMENT#ORDINAL}
 * @param document id of its document
 * @param ordinal place in the document, from 1
 * @param section the headings above it, the outermost first; empty before the first heading
 * @param text as readers see it, one block a line, without the headings above it
 * @param sha256 of section and text: the same as long as these are
 */
public record Passage(
    String id, String document, int ordinal, List<String> section, String text, String sha256) {

  public Passage {
    section = List.copyOf(section);
  }
}
