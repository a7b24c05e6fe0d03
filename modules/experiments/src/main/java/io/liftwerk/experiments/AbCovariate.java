package io.liftwerk.experiments;

import io.liftwerk.experiments.AbSums.Tuple;
import io.liftwerk.experiments.AbTestResult.Balance;
import io.liftwerk.experiments.AbTestResult.CovariateUse;
import io.liftwerk.experiments.abtest.Effect;
import io.liftwerk.experiments.abtest.Measure.Mean;
import io.liftwerk.experiments.abtest.Moments;
import io.liftwerk.workspace.JobContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that is to take chance out of the outcomes, and of when it is. One that the treatment
 * could have changed would take a part of the effect with it, so it is not used.
 *
 * @param column its name
 * @param after whether the user says that it was measured after the treatment began; null when
 *     nothing is said
 * @param day last day it looks at; null when no day is named
 */
record AbCovariate(String column, @Nullable Boolean after, @Nullable LocalDate day) {
  /** Arms that differ as much by chance once in a thousand experiments. */
  static final double UNLIKE = 0.001;

  /** Reads {@code COL}, {@code COL:before}, {@code COL:after} or {@code COL:2026-03-31}. */
  static @Nullable AbCovariate parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int colon = text.lastIndexOf(':');
    String word = text.substring(colon + 1).strip();
    String column = colon < 1 ? text : text.substring(0, colon).strip();
    if (colon > 0 && word.equalsIgnoreCase("before")) {
      return new AbCovariate(column, false, null);
    }
    if (colon > 0 && word.equalsIgnoreCase("after")) {
      return new AbCovariate(column, true, null);
    }
    if (colon > 0) {
      try {
        return new AbCovariate(column, null, LocalDate.parse(word));
      } catch (DateTimeException e) {
        return new AbCovariate(text, null, null);
      }
    }
    return new AbCovariate(text, null, null);
  }

  /** Its balance between the control and every arm. */
  List<Balance> balance(JobContext context, AbRows rows, String control, List<String> arms)
      throws Exception {
    AbSums sums =
        AbSums.of(
            context, rows.rows(), List.of(new Tuple(List.of(rows.covariate(column)), null)), false);
    Moments a = sums.of(0, 1, group -> group.arm().equals(control));
    var list = new ArrayList<Balance>();
    for (String arm : arms) {
      Moments b = sums.of(0, 1, group -> group.arm().equals(arm));
      Effect effect = Effect.absolute(new Mean(a), new Mean(b));
      double spread = Math.sqrt((a.covariance(0, 0) + b.covariance(0, 0)) / 2);
      double p = effect.p();
      Double apart = spread > 0 ? (b.mean()[0] - a.mean()[0]) / spread : null;
      list.add(new Balance(column, arm, p, apart, p >= UNLIKE));
    }
    return list;
  }

  /**
   * Whether it may be used.
   *
   * @param start first day of the treatment, if it is known
   */
  CovariateUse use(List<Balance> balance, @Nullable LocalDate start) {
    String why = null;
    LocalDate until = day;
    if (Boolean.TRUE.equals(after)) {
      why =
          ("The covariate '%s' was measured after the treatment began, which may have changed it,"
                  + " so nothing is adjusted by it.")
              .formatted(column);
    } else if (until != null && start != null && !until.isBefore(start)) {
      why =
          ("The covariate '%s' looks at days after the treatment began, which may have changed it,"
                  + " so nothing is adjusted by it.")
              .formatted(column);
    } else if (after == null
        && (until == null || start == null)
        && balance.stream().anyMatch(one -> !one.ok())) {
      why =
          ("Nobody says that the covariate '%s' is of the time before, and the arms differ in it (p"
                  + " below 0.001), so nothing is adjusted by it.")
              .formatted(column);
    }
    return new CovariateUse(column, why == null, why);
  }
}
