package io.liftwerk.keywords.negatives;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;

/**
 * The greedy cover of weighted elements: time after time the set that adds most, until nothing is
 * worth adding; then whatever the later ones have made superfluous is dropped. The optimum is
 * NP-hard, greedy is within ln n of it (Chvátal 1979). Ties go to the earlier set, so the order in
 * which sets are handed in decides and the result is the same every time.
 */
final class Cover {
  private final List<int[]> sets;
  private final IntFunction<BigDecimal> weight;
  private final BigDecimal least;

  /** What a set added when it was last looked at; it can only have become less since. */
  private record Bid(int set, BigDecimal adds) {}

  /**
   * @param sets elements, in rising order, of each set
   * @param weight what an element is worth; elements worth nothing need no cover
   * @param least what a set must add; one that adds nothing is never taken
   */
  Cover(List<int[]> sets, IntFunction<BigDecimal> weight, BigDecimal least) {
    this.sets = sets;
    this.weight = weight;
    this.least = least;
  }

  /** The places of the sets to take, in the order they were taken. */
  List<Integer> take() {
    var queue =
        new PriorityQueue<Bid>(
            Comparator.comparing(Bid::adds).reversed().thenComparingInt(Bid::set));
    var covered = new BitSet();
    for (int i = 0; i < sets.size(); i++) {
      offer(queue, i, covered);
    }
    var taken = new ArrayList<Integer>();
    while (!queue.isEmpty()) {
      Bid best = queue.remove();
      BigDecimal adds = adds(best.set(), covered);
      if (adds.compareTo(best.adds()) < 0) {
        offer(queue, best.set(), covered);
        continue;
      }
      taken.add(best.set());
      for (int element : sets.get(best.set())) {
        covered.set(element);
      }
    }
    return needed(taken);
  }

  private void offer(PriorityQueue<Bid> queue, int set, BitSet covered) {
    BigDecimal adds = adds(set, covered);
    if (adds.signum() > 0 && adds.compareTo(least) >= 0) {
      queue.add(new Bid(set, adds));
    }
  }

  private BigDecimal adds(int set, BitSet covered) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int element : sets.get(set)) {
      if (!covered.get(element)) {
        sum = sum.add(weight.apply(element));
      }
    }
    return sum;
  }

  /** Without those all of whose elements that are worth something others have too. */
  private List<Integer> needed(List<Integer> taken) {
    int elements = taken.stream().mapToInt(set -> last(sets.get(set)) + 1).max().orElse(0);
    var times = new int[elements];
    taken.forEach(set -> count(sets.get(set), times, 1));
    var kept = new ArrayList<>(taken);
    for (int i = taken.size() - 1; i >= 0; i--) {
      int[] set = sets.get(taken.get(i));
      if (isSuperfluous(set, times)) {
        count(set, times, -1);
        kept.remove(taken.get(i));
      }
    }
    return kept;
  }

  private boolean isSuperfluous(int[] set, int[] times) {
    for (int element : set) {
      if (times[element] < 2 && weight.apply(element).signum() > 0) {
        return false;
      }
    }
    return true;
  }

  private static void count(int[] set, int[] times, int by) {
    for (int element : set) {
      times[element] += by;
    }
  }

  private static int last(int[] set) {
    return set.length == 0 ? -1 : set[set.length - 1];
  }
}
