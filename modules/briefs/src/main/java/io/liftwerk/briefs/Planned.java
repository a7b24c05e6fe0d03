package io.liftwerk.briefs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A section of the outline while it is put together. */
final class Planned {

  /** What a section is for. */
  enum Purpose {
    OPENING,
    ADVICE,
    GAP,
    PRODUCTS,
    SERVICE,
    QUESTIONS
  }

  final Purpose purpose;
  final String heading;
  final List<ReadSection> own = new ArrayList<>();

  /** Numbers, in their list, of competitors' pages that have a section on it. */
  final Set<Integer> pages = new TreeSet<>();

  final Set<String> terms = new java.util.LinkedHashSet<>();
  final Set<String> questions = new java.util.LinkedHashSet<>();

  /** Of a product section: the sentences that name the products, in place of whole sections. */
  final List<ReadSentence> chosen = new ArrayList<>();

  String id = "";

  Planned(Purpose purpose, String heading) {
    this.purpose = purpose;
    this.heading = heading;
  }

  boolean has(String passage) {
    return own.stream()
        .flatMap(section -> section.passages().stream())
        .anyMatch(one -> one.id().equals(passage));
  }

  /** One sentence. */
  String sentence(int competitors) {
    return switch (purpose) {
      case OPENING -> "Says in a few sentences what the text is about and for whom.";
      case ADVICE ->
          pages.isEmpty()
              ? "No competitor has a section on it: here the own sources say more."
              : pages.size() == 1
                  ? "One of %d competitors has a section on it.".formatted(competitors)
                  : "%d of %d competitors have a section on it: readers expect it."
                      .formatted(pages.size(), competitors);
      case GAP ->
          "%d of %d competitors speak of it and no own source does: find a source before it is written."
              .formatted(pages.size(), competitors);
      case PRODUCTS -> "Leads from the advice to own products.";
      case SERVICE -> "Answers what buyers ask last, from the own terms.";
      case QUESTIONS ->
          "Questions that are asked and that no own source answers yet: find a source or leave them"
              + " out.";
    };
  }
}
