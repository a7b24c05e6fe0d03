package io.liftwerk.briefs;

import io.liftwerk.knowledge.Role;
import io.liftwerk.knowledge.SourceDocument;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A document with its sections.
 *
 * @param titleStems of its title and its headings of level 1
 */
record ReadDocument(SourceDocument document, Set<String> titleStems, List<ReadSection> sections) {

  Stream<ReadSentence> sentences() {
    return sections.stream().flatMap(section -> section.sentences().stream());
  }

  boolean isOwn() {
    return document.role() == Role.OWN;
  }

  /** About one product: its description is not the text's to structure. */
  boolean isProduct() {
    return document.kind() == SourceDocument.Kind.PRODUCT || document.product() != null;
  }

  int words() {
    return document.words();
  }

  /** The title without the site's name behind a bar. */
  String shortTitle() {
    return document.title().split("\\s[|–—]\\s|\\s-\\s")[0].strip();
  }
}
