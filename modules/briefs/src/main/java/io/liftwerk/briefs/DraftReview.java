package io.liftwerk.briefs;

import io.liftwerk.guardrails.Decision;
import io.liftwerk.guardrails.Guardrails;
import io.liftwerk.text.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends a draft through the rails. A sentence of a source that a rail stops is taken out, with the
 * reason, and the rest is looked at again; what an editor wrote is never taken out: then the whole
 * is stopped.
 */
final class DraftReview {
  /** Taking a sentence out can bring up another that leaned on it; twice is enough for a text. */
  private static final int ROUNDS = 4;

  private final Rails rails;

  DraftReview(Guardrails guardrails, Language language) {
    this.rails = new Rails(guardrails, language);
  }

  /** The document with what is left of its draft, and the rails' word on it. */
  BriefDocument review(BriefDocument document) {
    List<Review.Finding> findings = new ArrayList<>(document.review().findings());
    findings.removeIf(finding -> finding.source() == null);
    BriefDocument current = document;
    Draft draft = document.draft();
    if (draft == null) {
      return document;
    }
    Rails.Output output = rails.output(draft, evidence(document), urls(document));
    for (int round = 0; round < ROUNDS && output.verdict() != Decision.PASS; round++) {
      Map<String, String> stopped = output.stopped();
      Draft left = without(draft, stopped);
      if (left == null || left.sentences().size() == draft.sentences().size()) {
        break;
      }
      output.findings().stream()
          .filter(one -> one.sentence() != null && stopped.containsKey(one.sentence()))
          .forEach(one -> findings.add(apart(one)));
      draft = left;
      current = document.with(draft);
      output = rails.output(draft, evidence(document), urls(document));
    }
    findings.addAll(output.findings());
    return current.with(
        new Review(output.verdict().word(), new LinkedHashSet<>(findings).stream().toList()));
  }

  /** A finding on a sentence that is no longer there names none. */
  private static Review.Finding apart(Review.Finding finding) {
    return new Review.Finding(
        finding.rail(), finding.kind(), finding.verdict(), null, null, finding.reason());
  }

  private static List<io.liftwerk.guardrails.Evidence> evidence(BriefDocument document) {
    List<io.liftwerk.guardrails.Evidence> evidence = new ArrayList<>();
    for (Evidence one : document.brief().evidence()) {
      SourceRef source = document.source(one);
      if (source.role().equals(SourceRef.OWN)) {
        String headings = one.section().isEmpty() ? "" : one.section() + "\n";
        evidence.add(
            new io.liftwerk.guardrails.Evidence(
                one.passage(), headings + one.text(), source.url()));
      }
    }
    return evidence;
  }

  private static Set<String> urls(BriefDocument document) {
    Set<String> urls = new HashSet<>();
    document.brief().internalLinks().forEach(link -> urls.add(link.url()));
    document.brief().hreflang().forEach(one -> urls.add(one.url()));
    return urls;
  }

  private static @Nullable Draft without(Draft draft, Map<String, String> stopped) {
    List<DraftSection> sections = new ArrayList<>();
    List<Draft.Unused> unused = new ArrayList<>(draft.unused());
    for (DraftSection section : draft.sections()) {
      List<DraftBlock> blocks = new ArrayList<>();
      for (DraftBlock block : section.blocks()) {
        List<DraftSentence> kept = new ArrayList<>();
        for (DraftSentence sentence : block.sentences()) {
          String reason = stopped.get(sentence.id());
          if (reason == null || sentence.origin().equals(DraftSentence.EDITOR)) {
            kept.add(sentence);
          } else {
            unused.add(
                new Draft.Unused(
                    new Quote(sentence.citations().getFirst(), sentence.text()), reason));
          }
        }
        if (!kept.isEmpty()) {
          blocks.add(new DraftBlock(block.kind(), kept));
        }
      }
      if (!blocks.isEmpty()) {
        sections.add(new DraftSection(section.id(), section.heading(), section.level(), blocks));
      }
    }
    return sections.isEmpty() ? null : new Draft(draft.title(), sections, unused);
  }
}
