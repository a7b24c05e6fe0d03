package io.liftwerk.guardrails;

import java.util.List;

/**
 * What became of a text.
 *
 * @param id the request's
 * @param verdict the strictest decision of all rails
 * @param text what may go on: the original, the original without what was found, or nothing
 * @param findings in the order of the text; rails in their order where they found the same place
 * @param trace one step for each rail that looked, in the order of {@link Rail}
 */
public record Verdict(
    String id, Decision verdict, String text, List<Finding> findings, List<Step> trace) {
  public Verdict {
    findings = List.copyOf(findings);
    trace = List.copyOf(trace);
  }

  /** What {@code rail} found. */
  public List<Finding> of(Rail rail) {
    return findings.stream().filter(finding -> finding.rail() == rail).toList();
  }
}
