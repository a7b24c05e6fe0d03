package io.liftwerk.briefs;

import io.liftwerk.briefs.reading.Prose;
import io.liftwerk.guardrails.Decision;
import io.liftwerk.guardrails.Finding;
import io.liftwerk.guardrails.GuardRequest;
import io.liftwerk.guardrails.Guardrails;
import io.liftwerk.guardrails.Rail;
import io.liftwerk.guardrails.Step;
import io.liftwerk.guardrails.Verdict;
import io.liftwerk.knowledge.Passage;
import io.liftwerk.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends sources and drafts through the rails, and ties what they say to passages and sentences. */
final class Rails {
  private final Guardrails guardrails;
  private final Language language;

  Rails(Guardrails guardrails, Language language) {
    this.guardrails = guardrails;
    this.language = language;
  }

  /**
   * A passage as it may be used.
   *
   * @param usable null where none of it may be
   * @param findings why something is missing
   */
  record Source(@Nullable Passage usable, List<Finding> findings, Decision decision) {}

  /** Checks a passage apart from all others. */
  Source source(Passage passage) {
    Verdict verdict =
        guardrails.check(GuardRequest.source(passage.id(), passage.text()).with(language));
    List<Finding> findings =
        verdict.findings().stream()
            .filter(one -> decision(verdict, one.rail()) != Decision.PASS)
            .toList();
    if (verdict.verdict() == Decision.PASS) {
      return new Source(passage, List.of(), Decision.PASS);
    }
    return verdict.verdict() == Decision.BLOCK
        ? new Source(null, findings, Decision.BLOCK)
        : new Source(without(passage, findings), findings, Decision.REDACT);
  }

  /** What the rails say of a few words that a source states outside of its passages. */
  Decision stated(String words) {
    return guardrails.check(GuardRequest.source("stated", words).with(language)).verdict();
  }

  /** Kinds of claims that need a source other than whoever makes them. */
  private static final Set<String> NEED_A_SOURCE =
      Set.of("health", "price", "superlative", "test", "environment", "guarantee", "safety");

  /** What a sentence claims without a source, as far as the list of claims does not allow it. */
  List<Finding> claims(String sentence) {
    return guardrails
        .check(GuardRequest.output("claim", sentence).with(language))
        .findings()
        .stream()
        .filter(one -> one.rail() == Rail.CLAIMS && NEED_A_SOURCE.contains(one.kind()))
        .toList();
  }

  /** Sentences with something to redact go whole: what is left is to the letter. */
  private @Nullable Passage without(Passage passage, List<Finding> findings) {
    String text = passage.text();
    var kept = new StringBuilder();
    int at = 0;
    int block = 0;
    for (Prose.Sentence sentence : Prose.sentences(text, language)) {
      int start = text.indexOf(sentence.text(), at);
      at = start + sentence.text().length();
      int from = text.codePointCount(0, start);
      int to = text.codePointCount(0, at);
      boolean touched = findings.stream().anyMatch(one -> one.start() < to && one.end() > from);
      if (!touched) {
        kept.append(kept.isEmpty() ? "" : sentence.block() == block ? " " : "\n");
        kept.append(sentence.text());
        block = sentence.block();
      }
    }
    return kept.isEmpty()
        ? null
        : new Passage(
            passage.id(),
            passage.document(),
            passage.ordinal(),
            passage.section(),
            kept.toString(),
            passage.sha256());
  }

  /**
   * What the rails say of a draft.
   *
   * @param verdict of the whole
   * @param findings tied to sentences where they are about one
   */
  record Output(Decision verdict, List<Review.Finding> findings) {

    /** Sentences that must not stand, with the first reason. */
    Map<String, String> stopped() {
      Map<String, String> stopped = new TreeMap<>();
      for (Review.Finding finding : findings) {
        String sentence = finding.sentence();
        if (sentence != null && !finding.verdict().equals(Review.PASS)) {
          stopped.putIfAbsent(sentence, finding.reason());
        }
      }
      return stopped;
    }
  }

  /**
   * @param evidence passages that citations count from 1, those of competitors left out
   */
  Output output(Draft draft, List<io.liftwerk.guardrails.Evidence> evidence, Set<String> urls) {
    var text = new StringBuilder();
    // by place of the first code point
    var places = new TreeMap<Integer, @Nullable String>();
    places.put(0, null);
    append(text, places, null, "# " + draft.title());
    for (DraftSection section : draft.sections()) {
      if (!section.heading().isEmpty()) {
        append(text, places, null, "\n\n## " + section.heading());
      }
      for (DraftBlock block : section.blocks()) {
        boolean list = !block.kind().equals(DraftBlock.PARAGRAPH);
        append(text, places, null, "\n");
        for (DraftSentence sentence : block.sentences()) {
          append(text, places, null, list ? "\n- " : text.toString().endsWith("\n") ? "\n" : " ");
          append(text, places, sentence.id(), cited(sentence));
        }
      }
    }
    Verdict verdict =
        guardrails.check(
            GuardRequest.output("draft", text.toString())
                .with(language)
                .withEvidence(evidence)
                .withUrls(urls));
    List<Review.Finding> findings = new ArrayList<>();
    for (Finding finding : verdict.findings()) {
      Map.Entry<Integer, @Nullable String> place = places.floorEntry(finding.start());
      findings.add(
          new Review.Finding(
              finding.rail().word(),
              finding.kind(),
              decision(verdict, finding.rail()).word(),
              place == null ? null : place.getValue(),
              null,
              finding.reason()));
    }
    return new Output(verdict.verdict(), findings);
  }

  /** The mark stands before the full stop, so that it belongs to its sentence. */
  static String cited(DraftSentence sentence) {
    var marks = new StringBuilder();
    sentence.citations().forEach(one -> marks.append(" [").append(one).append(']'));
    String text = sentence.text();
    int end = text.length();
    while (end > 0 && ".!?…".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end) + marks + text.substring(end);
  }

  private static void append(
      StringBuilder text,
      TreeMap<Integer, @Nullable String> places,
      @Nullable String id,
      String part) {
    places.put(text.codePointCount(0, text.length()), id);
    text.append(part);
  }

  private static Decision decision(Verdict verdict, Rail rail) {
    return verdict.trace().stream()
        .filter(step -> step.rail() == rail)
        .map(Step::decision)
        .findFirst()
        .orElse(verdict.verdict());
  }
}
