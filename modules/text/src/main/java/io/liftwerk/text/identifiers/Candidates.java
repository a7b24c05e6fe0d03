package io.liftwerk.text.identifiers;

import io.liftwerk.text.Identifier;
import io.liftwerk.text.IdentifierKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** What finders propose; of those that overlap, the surest stays, then the longest. */
public final class Candidates {
  private static final Comparator<Identifier> SUREST =
      Comparator.comparingDouble(Identifier::confidence)
          .reversed()
          .thenComparing(Comparator.comparingInt(Candidates::length).reversed())
          .thenComparingInt(Identifier::start)
          .thenComparing(Identifier::kind);

  /** A bit for each kind that is wanted: asked for at every second word. */
  private final long kinds;

  private final double threshold;
  private final List<Identifier> all = new ArrayList<>();

  /** Takes only {@code kinds} that are at least as sure as {@code threshold}. */
  public Candidates(Set<IdentifierKind> kinds, double threshold) {
    long bits = 0;
    for (IdentifierKind kind : kinds) {
      bits |= bit(kind);
    }
    this.kinds = bits;
    this.threshold = threshold;
  }

  /** Whether any of {@code some} is wanted. */
  boolean wants(IdentifierKind... some) {
    for (IdentifierKind kind : some) {
      if (isWanted(kind)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of {@code kind} and {@code confidence} is wanted; what it is worth may wait. */
  boolean takes(IdentifierKind kind, double confidence) {
    return confidence >= threshold && isWanted(kind);
  }

  public void add(IdentifierKind kind, int start, int end, String value, double confidence) {
    if (takes(kind, confidence)) {
      all.add(new Identifier(kind, start, end, value, confidence));
    }
  }

  /** Those that keep their place, in the order of the text. */
  public List<Identifier> resolved() {
    if (all.size() < 2) {
      return List.copyOf(all);
    }
    List<Identifier> inOrder = new ArrayList<>(all);
    inOrder.sort(Comparator.comparingInt(Identifier::start));
    if (isFree(inOrder)) {
      return List.copyOf(inOrder);
    }
    List<Identifier> ranked = new ArrayList<>(all);
    ranked.sort(SUREST);
    // starts of what is kept, in order, so that a text of a million findings is no square
    NavigableMap<Integer, Identifier> kept = new TreeMap<>();
    for (Identifier one : ranked) {
      var before = kept.floorEntry(one.start());
      var after = kept.ceilingEntry(one.start());
      boolean free =
          (before == null || !before.getValue().overlaps(one))
              && (after == null || !after.getValue().overlaps(one));
      if (free) {
        kept.put(one.start(), one);
      }
    }
    return List.copyOf(kept.values());
  }

  private static boolean isFree(List<Identifier> inOrder) {
    for (int i = 1; i < inOrder.size(); i++) {
      if (inOrder.get(i).start() < inOrder.get(i - 1).end()) {
        return false;
      }
    }
    return true;
  }

  private boolean isWanted(IdentifierKind kind) {
    return (kinds & bit(kind)) != 0;
  }

  private static long bit(IdentifierKind kind) {
    return 1L << kind.ordinal();
  }

  private static int length(Identifier one) {
    return one.end() - one.start();
  }
}
