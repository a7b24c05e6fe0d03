package io.liftwerk.app.plan;

import io.liftwerk.app.plan.History.Found;
import io.liftwerk.ingest.RetentionPeriods;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ModelDrift;
import io.liftwerk.scoring.ModelDriftResult;
import io.liftwerk.workspace.AuditVerification;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What there is of hardening, and what is open at the end. */
final class CareEvidence {
  private final Workspace workspace;
  private final History history;
  private final Freshness fresh;

  CareEvidence(Workspace workspace, History history) {
    this.workspace = workspace;
    this.history = history;
    this.fresh = new Freshness(history);
  }

  /** Whether it repeats, whether its trail holds, whether it drifts, and what goes when. */
  List<Evidence> hardening() {
    var evidence = new ArrayList<Evidence>();
    evidence.add(repeated());
    evidence.add(drift());
    evidence.add(retention());
    if (!history.isEmpty()) {
      evidence.addFirst(trail());
    }
    return evidence;
  }

  private Evidence trail() {
    AuditVerification check = workspace.audit().verify();
    return Evidence.of(
        "hardening-trail",
        check.ok(),
        "governance",
        String.format(
            Locale.ROOT,
            check.ok()
                ? "The audit trail is intact; entries: %,d, under a signature: %,d."
                : "The audit trail was changed; entries: %,d, under a signature: %,d.",
            check.entries(),
            check.sealed()));
  }

  private Evidence repeated() {
    RunRecord again =
        history.done().stream().filter(run -> run.rerunOf() != null).findFirst().orElse(null);
    RunRecord first = again == null ? null : history.run(String.valueOf(again.rerunOf()));
    if (again == null || first == null) {
      return Evidence.missing(
          "hardening-repeated",
          "runs",
          "Nothing yet: repeat a run from its record and see that the figures are the same.");
    }
    boolean same = first.resultHash() != null && first.resultHash().equals(again.resultHash());
    return new Found<>(again, again)
        .evidence(
            "hardening-repeated",
            same,
            "runs",
            same
                ? "Run %s repeats run %s with identical figures.".formatted(again.id(), first.id())
                : "Run %s repeats run %s with other figures.".formatted(again.id(), first.id()),
            fresh);
  }

  private Evidence drift() {
    Found<ModelDriftResult> drift = history.newest(ModelDriftResult.class, ModelDrift.NAME);
    if (drift == null) {
      return Evidence.missing(
          "hardening-drift",
          "models",
          "Nothing yet: hold new data against what the model learned from, with 'liftwerk"
              + " models'.");
    }
    return drift.evidence(
        "hardening-drift",
        drift.result().advice() == ModelDriftResult.Advice.KEEP,
        "models",
        drift.result().suggestion(),
        fresh);
  }

  private Evidence retention() {
    try {
      Map<String, Integer> periods = new RetentionPeriods(workspace).list();
      return periods.isEmpty()
          ? Evidence.missing(
              "hardening-retention",
              "governance",
              "Nothing yet: say how long the rows of sources with persons are kept.")
          : Evidence.of(
              "hardening-retention",
              true,
              "governance",
              "Sources whose rows go when their time is over: %d (%s)."
                  .formatted(periods.size(), String.join(", ", periods.keySet())));
    } catch (SQLException e) {
      throw new WorkbenchException(
          "table-unreadable", "The warehouse cannot be read: " + e.getMessage() + ".", "", e);
    }
  }

  /**
   * What is ready to be handed on, and what is open.
   *
   * @param before evidence of the steps before
   * @param waiting ids of plans whose results nobody has looked at
   */
  List<Evidence> next(Map<PlanStep, List<Evidence>> before, List<String> waiting) {
    if (history.isEmpty()) {
      return List.of(
          Evidence.missing(
              "next-open", "data", "Nothing yet: the steps before this one say what is open."));
    }
    var evidence = new ArrayList<Evidence>();
    evidence.add(open(before));
    if (!waiting.isEmpty()) {
      evidence.add(
          Evidence.of(
              "next-waiting",
              true,
              "plans",
              "Plans that wait for their results: " + String.join(", ", waiting) + "."));
    }
    Found<LeadScoringResult> leads = history.newest(LeadScoringResult.class, LeadScoring.NAME);
    if (leads != null && !leads.result().files().isEmpty()) {
      evidence.add(
          leads.evidence(
              "next-list",
              true,
              "leads",
              "The ranked list lies ready: " + leads.result().files().getFirst() + ".",
              fresh));
    }
    return evidence;
  }

  private static Evidence open(Map<PlanStep, List<Evidence>> before) {
    List<Evidence> all = before.values().stream().flatMap(Collection::stream).toList();
    long missing = all.stream().filter(one -> !one.isThere()).count();
    long concerns = all.stream().filter(Evidence::isConcern).count();
    long stale = all.stream().filter(one -> one.stale() != null).count();
    return Evidence.of(
        "next-open",
        true,
        "plan",
        "Open in the steps before: missing: %d; to look at: %d; out of date: %d."
            .formatted(missing, concerns, stale));
  }
}
