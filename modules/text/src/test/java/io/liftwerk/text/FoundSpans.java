package io.liftwerk.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts findings against labels by spans, as presidio-evaluator's span evaluator does: spans of
 * the same kind with nothing but blanks and signs between are one on both sides (its labels cut
 * "583 Magrethevej 298, Apt. 123" in three), and a finding is right when it is of the same kind and
 * what both cover is at least half of what either covers. Each counts once. Half is enough to see
 * that the same thing is meant, and too much for a finding that takes in a sentence.
 */
final class FoundSpans {
  private static final double ENOUGH = 0.5;

  record Labelled(IdentifierKind kind, int start, int end) {}

  static final class Count {
    int spans;
    int found;
    int wrong;

    double precision() {
      return found / (double) Math.max(1, found + wrong);
    }

    double recall() {
      return found / (double) Math.max(1, spans);
    }

    /** The F measure that counts recall four times (van Rijsbergen, beta 2). */
    double f2() {
      double sum = 4 * precision() + recall();
      return sum == 0 ? 0 : 5 * precision() * recall() / sum;
    }
  }

  private final Map<IdentifierKind, Count> counts = new TreeMap<>();

  void add(String text, List<Labelled> labels, List<Identifier> findings) {
    List<Labelled> gold = joined(text, labels);
    List<Labelled> got =
        joined(
            text,
            findings.stream()
                .map(one -> new Labelled(one.kind(), one.start(), one.end()))
                .toList());
    boolean[] used = new boolean[got.size()];
    for (Labelled label : gold) {
      Count count = of(label.kind());
      count.spans++;
      int best = best(label, got, used);
      if (best >= 0) {
        used[best] = true;
        count.found++;
      }
    }
    for (int i = 0; i < used.length; i++) {
      of(got.get(i).kind()).wrong += used[i] ? 0 : 1;
    }
  }

  private static int best(Labelled label, List<Labelled> got, boolean[] used) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < used.length; i++) {
      double share = share(label, got.get(i));
      if (!used[i] && got.get(i).kind() == label.kind() && share >= ENOUGH && share > most) {
        best = i;
        most = share;
      }
    }
    return best;
  }

  private static double share(Labelled one, Labelled other) {
    int both = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
    int either = Math.max(one.end(), other.end()) - Math.min(one.start(), other.start());
    return both / (double) either;
  }

  private static List<Labelled> joined(String text, List<Labelled> spans) {
    List<Labelled> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingInt(Labelled::start));
    List<Labelled> joined = new ArrayList<>();
    for (Labelled span : sorted) {
      Labelled last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && last.kind() == span.kind() && isGap(text, last.end(), span.start())) {
        int end = Math.max(last.end(), span.end());
        joined.set(joined.size() - 1, new Labelled(span.kind(), last.start(), end));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  private static boolean isGap(String text, int from, int to) {
    return from >= to || text.substring(from, to).chars().noneMatch(Character::isLetterOrDigit);
  }

  Count of(IdentifierKind kind) {
    return counts.computeIfAbsent(kind, any -> new Count());
  }

  Count sum(Set<IdentifierKind> kinds) {
    Count sum = new Count();
    for (Map.Entry<IdentifierKind, Count> entry : counts.entrySet()) {
      if (kinds.contains(entry.getKey())) {
        sum.spans += entry.getValue().spans;
        sum.found += entry.getValue().found;
        sum.wrong += entry.getValue().wrong;
      }
    }
    return sum;
  }

  Count sum() {
    return sum(counts.keySet());
  }

  String table(String title) {
    StringBuilder table = new StringBuilder(title).append('\n');
    counts.forEach((kind, count) -> table.append(line(kind.name(), count)));
    return table.append(line("all", sum())).toString();
  }

  private static String line(String name, Count count) {
    return String.format(
        Locale.ROOT,
        "%-20s %4d spans %4d found %4d wrong  precision %.3f recall %.3f F2 %.3f%n",
        name,
        count.spans,
        count.found,
        count.wrong,
        count.precision(),
        count.recall(),
        count.f2());
  }
}
