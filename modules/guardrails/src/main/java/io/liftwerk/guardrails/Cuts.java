package io.liftwerk.guardrails;

import io.liftwerk.guardrails.plain.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes out of a text what its rails redact. Where cuts overlap, the one that begins first wins.
 */
final class Cuts {
  private final List<Hit> cuts = new ArrayList<>();

  void add(Hit hit) {
    if (hit.decision() == Decision.REDACT && hit.cutTo() > hit.cutFrom()) {
      cuts.add(hit);
    }
  }

  String applied(String text) {
    if (cuts.isEmpty()) {
      return text;
    }
    cuts.sort(Comparator.comparingInt(Hit::cutFrom).thenComparing(hit -> -hit.cutTo()));
    var kept = new StringBuilder(text.length());
    int done = 0;
    for (Hit cut : cuts) {
      if (cut.cutFrom() >= done) {
        kept.append(text, done, cut.cutFrom()).append(cut.instead());
      }
      done = Math.max(done, cut.cutTo());
    }
    return kept.append(text, done, text.length()).toString();
  }
}
