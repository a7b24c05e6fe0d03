package io.liftwerk.guardrails;

import io.liftwerk.guardrails.plain.Hit;
import io.liftwerk.workspace.Pseudonyms;
import io.liftwerk.workspace.Workspace;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rails around text: what comes in, what is read, what goes out. Immutable and safe for use by
 * several threads; make one and keep it.
 */
public final class Guardrails {
  private final GuardPolicy policy;
  private final @Nullable Pseudonyms pseudonyms;
  private final List<Check> checks;

  private Guardrails(
      GuardPolicy policy, @Nullable Pseudonyms pseudonyms, LocalDate day, Set<Rail> rails) {
    this.policy = policy;
    this.pseudonyms = pseudonyms;
    this.checks =
        Checks.of(policy, pseudonyms, day).stream()
            .filter(check -> rails.contains(check.rail()))
            .toList();
  }

  /** The rails of a workspace that has no policy of its own, and no pseudonyms. */
  public static Guardrails standard() {
    return of(GuardPolicy.standard());
  }

  /** The rails that {@code policy} sets; without a workspace's pseudonyms. */
  public static Guardrails of(GuardPolicy policy) {
    return new Guardrails(policy, null, today(), EnumSet.allOf(Rail.class));
  }

  /**
   * The rails that the workspace's {@code guardrails.yml} sets, with its pseudonyms where it asks
   * for them.
   *
   * @throws io.liftwerk.workspace.WorkbenchException code {@code guard-policy} when the file says
   *     something else than it must, with the line; what {@link
   *     io.liftwerk.workspace.Vault#pseudonyms} throws where they are asked for
   */
  public static Guardrails of(Workspace workspace) {
    GuardPolicy policy = new GuardPolicyFile(workspace.folder()).read().policy();
    Pseudonyms pseudonyms = policy.pseudonymises() ? workspace.vault().pseudonyms() : null;
    return new Guardrails(policy, pseudonyms, today(), EnumSet.allOf(Rail.class));
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /** The same on another day: claims have a last day. */
  public Guardrails on(LocalDate day) {
    return new Guardrails(policy, pseudonyms, day, rails());
  }

  /** The same with only {@code some} rails. */
  public Guardrails only(Set<Rail> some) {
    return new Guardrails(policy, pseudonyms, today(), some);
  }

  private Set<Rail> rails() {
    Set<Rail> rails = EnumSet.noneOf(Rail.class);
    checks.forEach(check -> rails.add(check.rail()));
    return rails;
  }

  /** What these rails hold to. */
  public GuardPolicy policy() {
    return policy;
  }

  /**
   * Sends a text through all rails that look at its direction.
   *
   * @throws io.liftwerk.workspace.WorkbenchException code {@code guard-shape} when the shape asked
   *     for is none: a schema that is broken or leads in a circle, an expression that cannot be
   *     read
   */
  public Verdict check(GuardRequest request) {
    var findings = new ArrayList<Finding>();
    var trace = new ArrayList<Step>();
    var cuts = new Cuts();
    Decision verdict = Decision.PASS;
    var places = new CodePoints(request.text());
    for (Check check : checks) {
      if (!check.looksAt().test(request)) {
        continue;
      }
      Decision decision = Decision.PASS;
      List<Hit> hits = check.find().apply(request);
      for (Hit hit : hits) {
        decision = decision.and(hit.decision());
        cuts.add(hit);
        findings.add(
            new Finding(
                check.rail(),
                hit.kind(),
                places.of(hit.start()),
                places.of(hit.end()),
                hit.reason()));
      }
      trace.add(new Step(check.rail(), decision, told(hits)));
      verdict = verdict.and(decision);
    }
    findings.sort(
        Comparator.comparingInt(Finding::start)
            .thenComparing(Finding::rail)
            .thenComparingInt(Finding::end)
            .thenComparing(Finding::kind));
    String text = verdict == Decision.BLOCK ? "" : cuts.applied(request.text());
    return new Verdict(request.id(), verdict, text, findings, trace);
  }

  private static String told(List<Hit> hits) {
    if (hits.isEmpty()) {
      return "Nothing was found.";
    }
    var kinds = new TreeSet<String>();
    hits.forEach(hit -> kinds.add(hit.kind()));
    return "Found %d: %s.".formatted(hits.size(), String.join(", ", kinds));
  }
}
