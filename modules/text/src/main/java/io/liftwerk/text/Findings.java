package io.liftwerk.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects spans that do not overlap: who comes first keeps the place, and names that touch each
 * other's characters become one.
 */
final class Findings {
  private final String text;
  private final List<Span> spans = new ArrayList<>(4);

  Findings(String text) {
    this.text = text;
  }

  void add(PersonalKind kind, int start, int end, String value, double confidence) {
    if (isFree(start, end)) {
      spans.add(new Span(kind, start, end, value, confidence));
    }
  }

  /** A name; where it overlaps another name, both become one, anything else keeps its place. */
  void addName(int start, int end, double confidence) {
    int from = start;
    int to = end;
    double best = confidence;
    for (Span span : spans) {
      if (span.overlaps(from, to)) {
        if (span.kind() != PersonalKind.NAME) {
          return;
        }
        from = Math.min(from, span.start());
        to = Math.max(to, span.end());
        best = Math.max(best, span.confidence());
      }
    }
    int first = from;
    int last = to;
    spans.removeIf(span -> span.overlaps(first, last));
    spans.add(
        new Span(
            PersonalKind.NAME, first, last, Normalised.name(text.substring(first, last)), best));
  }

  boolean isFree(int start, int end) {
    for (Span span : spans) {
      if (span.overlaps(start, end)) {
        return false;
      }
    }
    return true;
  }

  int count() {
    return spans.size();
  }

  /** Those of at least {@code confidence}, in the order of the text. */
  List<Span> atLeast(double confidence) {
    spans.removeIf(span -> span.confidence() < confidence);
    if (spans.size() > 1) {
      spans.sort(Comparator.comparingInt(Span::start));
    }
    return List.copyOf(spans);
  }
}
