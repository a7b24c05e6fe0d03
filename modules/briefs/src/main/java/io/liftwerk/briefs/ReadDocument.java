package io.liftwerk.briefs;

import io.liftwerk.knowledge.Role;
import io.liftwerk.knowledge.SourceDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /**
   * When it was changed: as it is marked, else as a line such as "Stand: 1. September 2026" says.
   */
  @Nullable LocalDate date() {
    if (document.date() != null) {
      return document.date();
    }
    return sentences()
        .map(one -> StatedDate.of(one.text()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  int words() {
    return document.words();
  }

  /** The title without the site's name behind a bar. */
  String shortTitle() {
    return document.title().split("\\s[|–—]\\s|\\s-\\s")[0].strip();
  }
}
