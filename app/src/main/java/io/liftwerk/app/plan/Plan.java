package io.liftwerk.app.plan;

import io.liftwerk.workspace.PlanFile;
import io.liftwerk.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a workspace as it stands now.
 *
 * @param finding one sentence
 * @param steps all ten, in their order
 * @param undoable whether a change of notes can be taken back
 */
public record Plan(String finding, List<Step> steps, boolean undoable) {

  /** How far a step is. */
  public enum State {
    /** The workspace has nothing to show for it. */
    NOTHING,
    /** The workspace has something to show; nobody called it done. */
    EVIDENCE,
    /** A person called it done. */
    DONE
  }

  /**
   * A step.
   *
   * @param step its id
   * @param doneAt when a person called it done, UTC; null when nobody did
   * @param note in the language that was asked for; empty for none
   * @param notedAt when it was written, UTC; null for none
   * @param evidence what there is, and what is missing
   */
  public record Step(
      int number,
      String step,
      String title,
      String asks,
      String counts,
      State state,
      @Nullable Instant doneAt,
      String note,
      @Nullable Instant notedAt,
      List<Evidence> evidence) {

    public Step {
      evidence = List.copyOf(evidence);
    }

    static Step of(PlanStep step, PlanFile.Entry entry, Locale locale, List<Evidence> evidence) {
      State state =
          entry.doneAt() != null
              ? State.DONE
              : evidence.stream().anyMatch(Evidence::isThere) ? State.EVIDENCE : State.NOTHING;
      return new Step(
          step.number(),
          step.id(),
          step.title(),
          step.asks(),
          step.done(),
          state,
          entry.doneAt(),
          entry.note(locale),
          entry.notedAt(),
          evidence);
    }

    /** Whether something of it speaks against what was hoped for. */
    public boolean hasConcern() {
      return evidence.stream().anyMatch(Evidence::isConcern);
    }

    /** Whether something of it no longer tells how things are. */
    public boolean isStale() {
      return evidence.stream().anyMatch(one -> one.stale() != null);
    }

    /** Whether the workspace has something to show for it. */
    public boolean hasEvidence() {
      return evidence.stream().anyMatch(Evidence::isThere);
    }
  }

  public Plan {
    steps = List.copyOf(steps);
  }

  /**
   * Reads the notes and looks at what there is. May take a while: results are read from the ledger.
   *
   * @param locale of the notes and of the key figures' names; all other sentences are English
   * @throws io.liftwerk.workspace.WorkbenchException when the notes cannot be read, see {@link
   *     PlanFile#read}
   */
  public static Plan of(Workspace workspace, Locale locale) {
    PlanFile.Content notes = new PlanFile(workspace.folder()).read();
    Map<PlanStep, List<Evidence>> evidence = evidence(workspace, locale);
    var steps = new ArrayList<Step>();
    evidence.forEach(
        (step, found) -> steps.add(Step.of(step, notes.step(step.id()), locale, found)));
    return new Plan(finding(steps), steps, !notes.changes().isEmpty());
  }

  private static Map<PlanStep, List<Evidence>> evidence(Workspace workspace, Locale locale) {
    var history = new History(workspace);
    var evidence = new EnumMap<PlanStep, List<Evidence>>(PlanStep.class);
    var data = new DataEvidence(workspace, history, locale);
    evidence.put(PlanStep.PROBLEM, data.problem());
    evidence.put(PlanStep.DATA, data.inventory());
    evidence.put(PlanStep.STACK, data.stack());
    var scoring = new ScoringEvidence(workspace, history);
    evidence.put(PlanStep.BASELINE, scoring.baseline());
    evidence.put(PlanStep.MODEL, scoring.model());
    evidence.put(PlanStep.GUARDRAILS, new TextEvidence(workspace, history).guardrails());
    var trials = new TrialEvidence(workspace, history);
    evidence.put(PlanStep.CANARY, trials.canary());
    evidence.put(PlanStep.VERDICT, trials.verdict());
    var care = new CareEvidence(workspace, history);
    evidence.put(PlanStep.HARDENING, care.hardening());
    evidence.put(PlanStep.NEXT, care.next(evidence, trials.waiting()));
    return evidence;
  }

  private static String finding(List<Step> steps) {
    long there = steps.stream().filter(Step::hasEvidence).count();
    long done = steps.stream().filter(step -> step.state() == State.DONE).count();
    String how =
        "Steps with evidence: %d of %d; called done: %d.".formatted(there, steps.size(), done);
    List<Evidence> all = steps.stream().flatMap(step -> step.evidence().stream()).toList();
    long concerns = all.stream().filter(Evidence::isConcern).count();
    long stale = all.stream().filter(one -> one.stale() != null).count();
    String look =
        concerns + stale == 0 ? "" : " To look at: %d; out of date: %d.".formatted(concerns, stale);
    return how + look;
  }
}
