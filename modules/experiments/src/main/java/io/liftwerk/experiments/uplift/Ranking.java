package io.liftwerk.experiments.uplift;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * People of an experiment, ordered by a score: the highest first, of equals the later one. Curves
 * have a point only where a score ends, so that equal scores are one group and their order does not
 * matter. Definitions are those of scikit-uplift's {@code sklift.metrics} where not said otherwise.
 */
public final class Ranking {
  private final int[] order;
  private final double[] outcome;
  private final boolean[] treated;
  private final boolean[] ends;

  private Ranking(int[] order, double[] outcome, boolean[] treated, boolean[] ends) {
    this.order = order;
    this.outcome = outcome;
    this.treated = treated;
    this.ends = ends;
  }

  /**
   * @param score per person
   * @param outcome per person
   * @param treated per person
   */
  public static Ranking of(double[] score, double[] outcome, boolean[] treated) {
    int n = score.length;
    int[] order = Places.descending(score);
    var ends = new boolean[n];
    for (int i = 0; i < n; i++) {
      ends[i] = i == n - 1 || score[order[i]] != score[order[i + 1]];
    }
    return new Ranking(order, outcome, treated, ends);
  }

  /** In the order given, no two alike. */
  static Ranking ordered(int[] order, double[] outcome, boolean[] treated) {
    var ends = new boolean[order.length];
    Arrays.fill(ends, true);
    return new Ranking(order, outcome, treated, ends);
  }

  public int size() {
    return order.length;
  }

  /** A point of a curve: the first {@code count} people and what they bring. */
  public record Point(int count, double value) {}

  /** Which height a curve has. */
  public enum Kind {
    QINI,
    UPLIFT
  }

  /** The curve from (0, 0) on, a point wherever a score ends. */
  public Point[] curve(Kind kind) {
    var points = new Point[order.length + 1];
    points[0] = new Point(0, 0);
    int count = 1;
    var sums = new Sums();
    for (int i = 0; i < order.length; i++) {
      sums.add(outcome[order[i]], treated[order[i]]);
      if (ends[i]) {
        points[count++] = new Point(i + 1, sums.height(kind));
      }
    }
    return Arrays.copyOf(points, count);
  }

  /**
   * Area under the curve less that under the straight line to its end.
   *
   * @param among only people it accepts count; null for all
   */
  public double area(Kind kind, @Nullable IntPredicate among) {
    var sums = new Sums();
    double area = 0;
    int last = 0;
    double height = 0;
    for (int i = 0; i < order.length; i++) {
      int person = order[i];
      if (among == null || among.test(person)) {
        sums.add(outcome[person], treated[person]);
      }
      if (ends[i] && sums.count() > last) {
        double now = sums.height(kind);
        area += (sums.count() - last) * (now + height) / 2;
        last = sums.count();
        height = now;
      }
    }
    return area - last * height / 2;
  }

  /**
   * The ranking that knows the outcomes: who responded treated first, who responded untreated last.
   * Of yes/no outcomes scikit-uplift's for the curve of that kind; the uplift curve of other
   * outcomes has none.
   */
  public Ranking perfect(Kind kind) {
    var score = new double[outcome.length];
    if (kind == Kind.QINI) {
      for (int i = 0; i < score.length; i++) {
        score[i] = treated[i] ? outcome[i] : -outcome[i];
      }
      return of(score, outcome, treated);
    }
    int controlYes = 0;
    int treatedNo = 0;
    for (int i = 0; i < score.length; i++) {
      controlYes += !treated[i] && outcome[i] == 1 ? 1 : 0;
      treatedNo += treated[i] && outcome[i] == 0 ? 1 : 0;
    }
    for (int i = 0; i < score.length; i++) {
      double own = treated[i] ? 1 : 0;
      score[i] = (outcome[i] == own ? 2 : 0) + (controlYes > treatedNo ? outcome[i] : own);
    }
    return of(score, outcome, treated);
  }

  /**
   * Area between curve and straight line as a share of the perfect ranking's: {@code
   * qini_auc_score} and {@code uplift_auc_score}.
   */
  public double coefficient(Kind kind) {
    double best = perfect(kind).area(kind, null);
    return best == 0 ? 0 : area(kind, null) / best;
  }

  /**
   * {@code qini_auc_score} with {@code negative_effect=False}: the perfect ranking is taken to have
   * nobody whom treatment keeps from responding.
   */
  public double coefficientWithoutHarm() {
    Effect all = effect(0, order.length);
    double extra = all.treated() * (all.treatedMean() - all.controlMean());
    double n = order.length;
    double best = extra * extra / 2 + (n - extra) * extra - n * extra / 2;
    double baseline = n * extra / 2;
    double own = area(Kind.QINI, null) + n * curveEnd() / 2;
    return (own - baseline) / best;
  }

  private double curveEnd() {
    Point[] curve = curve(Kind.QINI);
    return curve[curve.length - 1].value();
  }

  /**
   * Treated and not among some people, and the difference between them. The variance of a mean is
   * that of its outcomes about it, divided by their number: p (1 − p) / n for yes and no.
   *
   * @param treated people treated
   * @param control people not treated
   * @param treatedMean mean outcome; NaN of nobody
   * @param treatedError standard error of it
   */
  public record Effect(
      int treated,
      int control,
      double treatedMean,
      double controlMean,
      double treatedError,
      double controlError) {

    public double difference() {
      return treatedMean - controlMean;
    }

    /** Standard error of the difference. */
    public double error() {
      return Math.hypot(treatedError, controlError);
    }
  }

  /** Of those from place {@code from} (counted from 0) up to and without {@code to}. */
  public Effect effect(int from, int to) {
    return effect(Arrays.copyOfRange(order, from, to));
  }

  /** Of some people. */
  Effect effect(int[] people) {
    int[] count = new int[2];
    double[] sum = new double[2];
    for (int person : people) {
      count[treated[person] ? 1 : 0]++;
      sum[treated[person] ? 1 : 0] += outcome[person];
    }
    double[] mean = {sum[0] / count[0], sum[1] / count[1]};
    double[] squares = new double[2];
    for (int person : people) {
      int arm = treated[person] ? 1 : 0;
      squares[arm] += (outcome[person] - mean[arm]) * (outcome[person] - mean[arm]);
    }
    return new Effect(
        count[1],
        count[0],
        mean[1],
        mean[0],
        Math.sqrt(squares[1] / count[1] / count[1]),
        Math.sqrt(squares[0] / count[0] / count[0]));
  }

  /** Of the first {@code share} of all. */
  public Effect first(double share) {
    return effect(0, (int) (order.length * share));
  }

  /** Of the first {@code share} of the treated and of the untreated, each by itself. */
  public Effect firstOfEach(double share) {
    int all = (int) IntStream.of(order).filter(person -> treated[person]).count();
    int mostTreated = (int) (all * share);
    int mostControl = (int) ((order.length - all) * share);
    var people = new int[mostTreated + mostControl];
    int[] seen = new int[2];
    int next = 0;
    for (int person : order) {
      int arm = treated[person] ? 1 : 0;
      if (seen[arm]++ < (arm == 1 ? mostTreated : mostControl)) {
        people[next++] = person;
      }
    }
    return effect(people);
  }

  /** The ranking cut into parts of equal size, the earlier ones larger by one where it must be. */
  public Effect[] parts(int count) {
    var parts = new Effect[count];
    int from = 0;
    for (int part = 0; part < count; part++) {
      int size = order.length / count + (part < order.length % count ? 1 : 0);
      parts[part] = effect(from, from + size);
      from += size;
    }
    return parts;
  }

  /** Treated and untreated each cut into parts of equal size. */
  public Effect[] partsOfEach(int count) {
    int[][] arms = {arm(false), arm(true)};
    var parts = new Effect[count];
    int[] from = new int[2];
    for (int part = 0; part < count; part++) {
      var people = IntStream.builder();
      for (int arm = 0; arm < 2; arm++) {
        int n = arms[arm].length;
        int size = n / count + (part < n % count ? 1 : 0);
        for (int i = from[arm]; i < from[arm] + size; i++) {
          people.add(arms[arm][i]);
        }
        from[arm] += size;
      }
      parts[part] = effect(people.build().toArray());
    }
    return parts;
  }

  private int[] arm(boolean wanted) {
    return IntStream.of(order).filter(person -> treated[person] == wanted).toArray();
  }

  /** Uplift of the parts, each by the number of its treated. */
  public static double weightedAverage(Effect[] parts) {
    double sum = 0;
    double count = 0;
    for (Effect part : parts) {
      if (part.treated() > 0 && part.control() > 0) {
        sum += part.treated() * part.difference();
        count += part.treated();
      }
    }
    return sum / count;
  }

  /** Share of treated among each {@code window} people in a row: flat in a fair experiment. */
  public double[] balance(int window) {
    var balance = new double[order.length - window + 1];
    int count = 0;
    for (int i = 0; i < order.length; i++) {
      count += treated[order[i]] ? 1 : 0;
      if (i >= window) {
        count -= treated[order[i - window]] ? 1 : 0;
      }
      if (i >= window - 1) {
        balance[i - window + 1] = count / (double) window;
      }
    }
    return balance;
  }

  /**
   * Weighted mean of the targeting operator characteristic, TOC(q) = effect among the first q less
   * the effect among all (Yadlowsky et al. 2021, Evaluating treatment prioritization rules via
   * rank-weighted average treatment effects), by the midpoints of its n steps; 0 while one arm is
   * empty. Weight 1 is AUTOC, weight q the paper's Qini.
   *
   * @param among only people it accepts count; null for all
   */
  public double rate(DoubleUnaryOperator weight, @Nullable IntPredicate among) {
    int n = 0;
    var all = new Sums();
    for (int person : order) {
      if (among == null || among.test(person)) {
        all.add(outcome[person], treated[person]);
        n++;
      }
    }
    double overall = all.gain() / n;
    var sums = new Sums();
    double total = 0;
    double weights = 0;
    double before = 0;
    int last = 0;
    for (int i = 0; i < order.length; i++) {
      int person = order[i];
      if (among == null || among.test(person)) {
        sums.add(outcome[person], treated[person]);
      }
      if (ends[i] && sums.count() > last) {
        double toc = sums.both() ? sums.gain() / sums.count() - overall : 0;
        int steps = sums.count() - last;
        for (int step = 0; step < steps; step++) {
          double w = weight.applyAsDouble((last + step + 0.5) / n);
          total += w * (before + (toc - before) * (step + 0.5) / steps);
          weights += w;
        }
        before = toc;
        last = sums.count();
      }
    }
    return total / weights;
  }

  /**
   * Heights of a curve at evenly spaced shares of all people, from nobody to everybody; between two
   * points the line is straight.
   *
   * @param count number of steps
   */
  public double[] heights(Kind kind, int count) {
    var heights = new double[count + 1];
    var sums = new Sums();
    int last = 0;
    double before = 0;
    int step = 0;
    for (int i = 0; i < order.length; i++) {
      sums.add(outcome[order[i]], treated[order[i]]);
      if (ends[i]) {
        double now = sums.height(kind);
        double wanted = (double) step * order.length / count;
        while (step <= count && wanted <= i + 1) {
          heights[step] = before + (wanted - last) / (i + 1 - last) * (now - before);
          step++;
          wanted = (double) step * order.length / count;
        }
        last = i + 1;
        before = now;
      }
    }
    return heights;
  }

  /** Each height of the curve by head, without regard to ties; see {@link GainHeights}. */
  GainHeights heights(Kind kind) {
    var sums = new Sums();
    var heights = new double[order.length];
    int first = order.length;
    for (int i = 0; i < order.length; i++) {
      sums.add(outcome[order[i]], treated[order[i]]);
      heights[i] = sums.height(kind);
      boolean defined = kind == Kind.QINI ? sums.control > 0 : sums.both();
      first = defined ? Math.min(first, i) : first;
    }
    return new GainHeights(kind, heights, first);
  }
}
