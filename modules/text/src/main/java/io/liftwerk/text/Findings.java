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
  private final double threshold;
  private final List<Span> spans = new ArrayList<>(4);

  /** Spans below {@code threshold} take no place. */
  Findings(String text, double threshold) {
    this.text = text;
    this.threshold = threshold;
  }

  void add(PersonalKind kind, int start, int end, String value, double confidence) {
    if (confidence >= threshold && isFree(start, end)) {
      spans.add(new Span(kind, start, end, value, confidence));
    }
  }

  /** A name; where it overlaps another name, both become one, anything else keeps its place. */
  void addName(int start, int end, double confidence) {
    if (confidence < threshold) {
      return;
    }
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

  /** Finds what was found once elsewhere in the text too, of the surer names also parts. */
  void again(Traits traits) {
    for (Span span : List.copyOf(spans)) {
      if (span.kind() != PersonalKind.NAME) {
        again(span);
      }
    }
    List<String> names = new ArrayList<>(2);
    for (Span span : spans) {
      if (span.kind() == PersonalKind.NAME
          && span.confidence() >= 0.6
          && span.end() - span.start() < text.length() - 2) {
        names.add(text.substring(span.start(), span.end()));
      }
    }
    if (!names.isEmpty()) {
      KnownNames.repeated(names).find(text, traits, this);
    }
  }

  private void again(Span span) {
    String written = text.substring(span.start(), span.end());
    int length = written.length();
    for (int i = text.indexOf(written); i >= 0; i = text.indexOf(written, i + length)) {
      boolean open = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
      int end = i + length;
      boolean closed = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (open && closed) {
        add(span.kind(), i, end, span.value(), span.confidence());
      }
    }
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

  /** What was found, in the order of the text. */
  List<Span> inOrder() {
    if (spans.size() > 1) {
      spans.sort(Comparator.comparingInt(Span::start));
    }
    return List.copyOf(spans);
  }
}
