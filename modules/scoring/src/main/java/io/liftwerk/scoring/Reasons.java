package io.liftwerk.scoring;

import io.liftwerk.scoring.LeadScoringResult.RankedLead;
import io.liftwerk.scoring.ScoringDetails.Reason;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Why the first rows of the ranking stand there: as many of them are explained as a few seconds
 * allow, the first leads always.
 */
final class Reasons {
  private static final int MOST = 3;
  private static final int ALWAYS = 100;
  private static final int ROWS = 50_000;
  private static final long STEPS = 150_000_000;

  private final int[] rows;
  private final List<List<Reason>> reasons;

  private Reasons(int[] rows, List<List<Reason>> reasons) {
    this.rows = rows;
    this.reasons = reasons;
  }

  /**
   * @param first whether a row comes before all those of which this is false
   */
  static Reasons of(
      Dataset data, FinalScores scores, double[] probabilities, boolean[] first, Work work)
      throws Exception {
    int most = most(scores.effort());
    int[] rows = best(probabilities, first, Math.min(most, data.rows()));
    int part = Math.max(1, rows.length / 16);
    List<Callable<List<List<Reason>>>> tasks = new ArrayList<>();
    for (int from = 0; from < rows.length; from += part) {
      int[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + part));
      tasks.add(
          () -> {
            var found = new ArrayList<List<Reason>>();
            for (int row : some) {
              work.check();
              found.add(scores.reasons(row));
            }
            return found;
          });
    }
    var reasons = new ArrayList<List<Reason>>();
    work.all(tasks).forEach(reasons::addAll);
    return new Reasons(rows, reasons);
  }

  /** The rows that come first, in the order of {@link ScoreTable}. */
  private static int[] best(double[] probabilities, boolean[] first, int most) {
    return IntStream.range(0, probabilities.length)
        .boxed()
        .sorted(
            (a, b) ->
                first[a] != first[b]
                    ? (first[a] ? -1 : 1)
                    : probabilities[a] != probabilities[b]
                        ? Double.compare(probabilities[b], probabilities[a])
                        : Integer.compare(a, b))
        .limit(most)
        .mapToInt(row -> row)
        .toArray();
  }

  /** How many rows can be explained in a few seconds, of a model whose rows take {@code effort}. */
  static int most(long effort) {
    return Math.clamp(STEPS / Math.max(1, effort), ALWAYS, ROWS);
  }

  /**
   * The reasons of every row of {@code data}.
   *
   * @param explained what each column adds to a row
   */
  static List<List<Reason>> all(Dataset data, IntFunction<double[]> explained, Work work)
      throws Exception {
    int part = Math.max(1, data.rows() / 16);
    List<Callable<List<List<Reason>>>> tasks = new ArrayList<>();
    for (int from = 0; from < data.rows(); from += part) {
      int first = from;
      int last = Math.min(data.rows(), from + part);
      tasks.add(
          () -> {
            var found = new ArrayList<List<Reason>>();
            for (int row = first; row < last; row++) {
              work.check();
              found.add(strongest(data, row, explained.apply(row)));
            }
            return found;
          });
    }
    var reasons = new ArrayList<List<Reason>>();
    work.all(tasks).forEach(reasons::addAll);
    return reasons;
  }

  /** The most that moved a row's score, strongest first; nothing that hardly did. */
  static List<Reason> strongest(Dataset data, int row, double[] effects) {
    return IntStream.range(0, effects.length)
        .boxed()
        .filter(c -> Math.abs(effects[c]) >= 0.01)
        .sorted(Comparator.comparingDouble((Integer c) -> -Math.abs(effects[c])))
        .limit(MOST)
        .map(c -> new Reason(data.columns().get(c).says(row), effects[c]))
        .toList();
  }

  /** The reasons of a row in one text. */
  static String text(List<Reason> reasons) {
    return reasons.stream()
        .map(reason -> (reason.effect() > 0 ? "↑ " : "↓ ") + reason.words())
        .collect(Collectors.joining("; "));
  }

  /** Per row of the snapshot, its reasons in one text; null where none were sought. */
  @Nullable String[] texts(int all) {
    @Nullable String[] texts = new String[all];
    for (int i = 0; i < rows.length; i++) {
      texts[rows[i]] = text(reasons.get(i));
    }
    return texts;
  }

  /** The first leads with their reasons. */
  List<RankedLead> with(List<RankedLead> leads) {
    var explained = new ArrayList<RankedLead>();
    for (int i = 0; i < leads.size(); i++) {
      RankedLead lead = leads.get(i);
      explained.add(
          i < reasons.size()
              ? new RankedLead(lead.rank(), lead.id(), lead.score(), lead.open(), reasons.get(i))
              : lead);
    }
    return explained;
  }
}
