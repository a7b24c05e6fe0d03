package io.liftwerk.briefs;

import io.liftwerk.workspace.WorkbenchException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a schema cannot say: whether numbers and ids within a document name something. */
final class BriefReferences {
  private final BriefDocument document;
  private final Brief brief;

  BriefReferences(BriefDocument document) {
    this.document = document;
    this.brief = document.brief();
  }

  /**
   * @throws WorkbenchException code {@code brief-invalid}
   */
  void check() {
    numbered("brief.sources", brief.sources().stream().map(SourceRef::number).toList());
    numbered("brief.evidence", brief.evidence().stream().map(Evidence::number).toList());
    brief.evidence().forEach(one -> source("brief.evidence", one.source()));
    brief.intent().kinds().forEach(kind -> kind.sources().forEach(n -> source("brief.intent", n)));
    brief.outline().forEach(one -> one.evidence().forEach(n -> evidence("brief.outline", n)));
    brief
        .mustCover()
        .forEach(
            one -> {
              quotes("brief.mustCover", one.evidence());
              quotes("brief.mustCover", one.own());
            });
    brief
        .questions()
        .forEach(
            one -> {
              quotes("brief.questions", one.asked());
              quotes("brief.questions", one.answers());
            });
    brief.facts().forEach(one -> evidence("brief.facts", one.evidence()));
    brief.factsToCheck().forEach(one -> quotes("brief.factsToCheck", one.quotes()));
    distinct("brief.outline", brief.outline().stream().map(OutlineSection::id).toList());
    distinct("brief.factsToCheck", brief.factsToCheck().stream().map(FactToCheck::id).toList());
    Draft draft = document.draft();
    if (draft != null) {
      check(draft);
    }
  }

  private void check(Draft draft) {
    Set<String> outline =
        brief.outline().stream().map(OutlineSection::id).collect(Collectors.toSet());
    Set<String> checks =
        brief.factsToCheck().stream().map(FactToCheck::id).collect(Collectors.toSet());
    draft.sections().forEach(one -> known("draft.sections", one.id(), outline));
    distinct("draft.sections", draft.sections().stream().map(DraftSection::id).toList());
    distinct("draft.sections", draft.sentences().stream().map(DraftSentence::id).toList());
    for (DraftSentence sentence : draft.sentences()) {
      for (int citation : sentence.citations()) {
        evidence("draft.sections", citation);
        if (!document.source(document.evidence(citation)).role().equals(SourceRef.OWN)) {
          throw BriefJson.refused(
              "The brief's draft cites passage %d, which is not the client's own."
                  .formatted(citation),
              null);
        }
      }
      known("draft.sections", sentence.check(), checks);
    }
    draft.unused().forEach(one -> evidence("draft.unused", one.quote().evidence()));
  }

  private void quotes(String field, List<Quote> quotes) {
    for (Quote quote : quotes) {
      evidence(field, quote.evidence());
      Evidence passage = document.evidence(quote.evidence());
      // questions are asked in headings too
      if (!passage.text().contains(quote.sentence())
          && !passage.section().contains(quote.sentence())) {
        throw BriefJson.refused(
            "The brief's field '%s' quotes what passage %d does not say: '%s'."
                .formatted(field, quote.evidence(), quote.sentence()),
            null);
      }
    }
  }

  private void evidence(String field, int number) {
    within(field, "passage", number, brief.evidence().size());
  }

  private void source(String field, int number) {
    within(field, "source", number, brief.sources().size());
  }

  private static void within(String field, String what, int number, int size) {
    if (number < 1 || number > size) {
      throw BriefJson.refused(
          "The brief's field '%s' names %s %d, which it does not list."
              .formatted(field, what, number),
          null);
    }
  }

  private static void numbered(String field, List<Integer> numbers) {
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.get(i) != i + 1) {
        throw BriefJson.refused(
            "The brief's field '%s' does not count from 1 without a gap.".formatted(field), null);
      }
    }
  }

  private static void distinct(String field, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        throw BriefJson.refused(
            "The brief's field '%s' has the id '%s' twice.".formatted(field, id), null);
      }
    }
  }

  private static void known(String field, @Nullable String id, Set<String> ids) {
    if (id != null && !ids.contains(id)) {
      throw BriefJson.refused(
          "The brief's field '%s' refers to '%s', which it does not list.".formatted(field, id),
          null);
    }
  }
}
