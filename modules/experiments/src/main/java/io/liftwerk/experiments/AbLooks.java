package io.liftwerk.experiments;

import io.liftwerk.experiments.AbTestResult.Boundary;
import io.liftwerk.experiments.abtest.AlwaysValid;
import io.liftwerk.experiments.abtest.Effect;
import io.liftwerk.experiments.abtest.Effect.Interval;
import io.liftwerk.experiments.abtest.GroupSequential;
import io.liftwerk.experiments.abtest.Probability;
import io.liftwerk.experiments.abtest.Spending;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How often one may look, and what that asks of a difference.
 *
 * @param name {@code once}, {@code any} or a group-sequential plan
 * @param alpha accepted chance of a false alarm
 * @param tuning persons at which intervals for any look are narrowest
 * @param spending of a group-sequential plan; null for other plans
 * @param fractions of the planned persons at all looks so far, this one last
 * @param persons at those looks
 * @param comparisons among which a group-sequential plan divides alpha
 */
record AbLooks(
    String name,
    double alpha,
    double tuning,
    @Nullable Spending spending,
    List<Double> fractions,
    List<Long> persons,
    int comparisons) {

  private static final List<String> NAMES =
      List.of("once", "any", "obrien-fleming", "pocock", "power");

  /**
   * @param persons at every look so far, this one last, rising
   * @throws WorkbenchException code {@code looks-unknown} or {@code looks-planned}
   */
  static AbLooks of(AbTestRequest request, List<Long> persons, int comparisons) {
    String name = request.looks().toLowerCase(Locale.ROOT);
    if (!NAMES.contains(name)) {
      throw new WorkbenchException(
          "looks-unknown",
          "'%s' is no plan of looks.".formatted(request.looks()),
          "There are once, any, obrien-fleming, pocock and power.");
    }
    Long planned = request.planned();
    double tuning = planned == null ? AlwaysValid.TUNING : planned;
    Spending spending =
        switch (name) {
          case "obrien-fleming" -> Spending.OBRIEN_FLEMING;
          case "pocock" -> Spending.POCOCK;
          case "power" -> Spending.POWER;
          default -> null;
        };
    if (spending == null) {
      return new AbLooks(name, request.alpha(), tuning, null, List.of(), List.of(), comparisons);
    }
    if (planned == null) {
      throw new WorkbenchException(
          "looks-planned",
          "The plan of looks '%s' needs the number of persons that was planned.".formatted(name),
          "Name it with --planned, or choose any, which needs none.");
    }
    var rising = new ArrayList<Long>();
    for (long count : persons) {
      if (count > 0 && (rising.isEmpty() || count > rising.getLast())) {
        rising.add(count);
      }
    }
    double whole = Math.max(planned, rising.getLast());
    List<Double> fractions = rising.stream().map(count -> count / whole).toList();
    return new AbLooks(name, request.alpha(), tuning, spending, fractions, rising, comparisons);
  }

  boolean any() {
    return name.equals("any");
  }

  private double bound() {
    if (spending == null) {
      throw new IllegalStateException(name);
    }
    return bounds(alpha / comparisons, spending)[fractions.size() - 1];
  }

  private double[] bounds(double level, Spending by) {
    return GroupSequential.bounds(fractions, level, by);
  }

  /** Every look so far and its bound, all of alpha going to one comparison. */
  List<Boundary> boundaries() {
    var list = new ArrayList<Boundary>();
    if (spending != null) {
      double[] bounds = bounds(alpha, spending);
      for (int i = 0; i < bounds.length; i++) {
        list.add(new Boundary(i + 1, persons.get(i), fractions.get(i), bounds[i]));
      }
    }
    return list;
  }

  /** The same plan with its bound worked out once. */
  Deciding deciding() {
    return new Deciding(this, spending == null ? 0 : bound());
  }

  /** A plan of looks at one look. */
  record Deciding(AbLooks looks, double bound) {

    /** The interval that decides. */
    Interval interval(Effect effect) {
      if (!effect.known()) {
        return new Interval(0, 0);
      }
      if (looks.any()) {
        return AlwaysValid.interval(effect, looks.alpha(), looks.tuning());
      }
      return looks.spending() == null
          ? effect.interval(looks.alpha())
          : effect.around(bound * effect.error());
    }

    /**
     * The p that the family's correction is given. Under a group-sequential plan it is scaled so
     * that alpha lies at the bound, which has its correction already.
     */
    double p(Effect effect) {
      if (looks.any()) {
        return AlwaysValid.p(effect, looks.alpha(), looks.tuning());
      }
      if (looks.spending() == null || !effect.known()) {
        return effect.p();
      }
      double p = Probability.twoSided(effect.estimate() / effect.error());
      return Math.min(1, p / Probability.twoSided(bound) * looks.alpha());
    }

    boolean corrected() {
      return looks.spending() != null;
    }
  }
}
