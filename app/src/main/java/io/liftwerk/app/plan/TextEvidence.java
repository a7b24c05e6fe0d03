package io.liftwerk.app.plan;

import io.liftwerk.app.plan.History.Found;
import io.liftwerk.briefs.BriefDocument;
import io.liftwerk.briefs.BriefResult;
import io.liftwerk.briefs.ContentBriefs;
import io.liftwerk.briefs.Draft;
import io.liftwerk.briefs.Review;
import io.liftwerk.guardrails.GuardPolicy;
import io.liftwerk.guardrails.GuardPolicyFile;
import io.liftwerk.knowledge.KnowledgeIndexing;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** What there is of guardrails: the policy, and what the rails said of the newest brief. */
final class TextEvidence {
  private final Workspace workspace;
  private final History history;
  private final Freshness fresh;

  TextEvidence(Workspace workspace, History history) {
    this.workspace = workspace;
    this.history = history;
    this.fresh = new Freshness(history);
  }

  List<Evidence> guardrails() {
    return List.of(policy(), brief());
  }

  private Evidence policy() {
    // reading the file would make it where it is missing
    if (!Files.exists(workspace.folder().resolve(GuardPolicyFile.NAME))) {
      return Evidence.missing(
          "guardrails-policy",
          "briefs",
          "Nothing yet: guardrails.yml is made with the first brief, or by 'liftwerk guard'.");
    }
    try {
      GuardPolicy policy = new GuardPolicyFile(workspace.folder()).read().policy();
      return Evidence.of(
          "guardrails-policy",
          true,
          "briefs",
          "guardrails.yml sets the rails; claims that it allows or forbids: %d; rules on words: %d."
              .formatted(policy.claims().list().size(), policy.claims().words().size()));
    } catch (WorkbenchException e) {
      return Evidence.of("guardrails-policy", false, "briefs", e.sentence());
    }
  }

  private Evidence brief() {
    Found<BriefResult> found = history.newest(BriefResult.class, ContentBriefs.NAME);
    if (found == null) {
      boolean indexed = history.newest(KnowledgeIndexing.NAME).isPresent();
      return Evidence.missing(
          "guardrails-brief",
          indexed ? "briefs" : "sources",
          indexed
              ? "Nothing yet: write a brief; its sources and its draft go through the rails."
              : "Nothing yet: index the client's sources; a brief made of them goes through the"
                  + " rails.");
    }
    BriefDocument document = found.result().document();
    Review review = document.review();
    Draft draft = document.draft();
    long refused =
        review.findings().stream()
            .filter(one -> one.source() != null && !one.verdict().equals(Review.PASS))
            .map(Review.Finding::source)
            .distinct()
            .count();
    int unused = draft == null ? 0 : draft.unused().size();
    String sentence =
        draft == null
            ? "The brief '%s' has no draft; sources refused: %d; sentences kept out: %d; facts to"
                + " check: %d."
            : review.exportable()
                ? "The draft '%s' passes the rails; sources refused: %d; sentences kept out: %d;"
                    + " facts to check: %d."
                : "The draft '%s' does not pass the rails; sources refused: %d; sentences kept out:"
                    + " %d; facts to check: %d.";
    return found.evidence(
        "guardrails-brief",
        draft != null && review.exportable(),
        "briefs",
        String.format(
            Locale.ROOT,
            sentence,
            document.id(),
            refused,
            unused,
            document.brief().factsToCheck().size()),
        fresh);
  }
}
