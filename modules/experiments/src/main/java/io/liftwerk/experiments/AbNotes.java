package io.liftwerk.experiments;

import io.liftwerk.experiments.AbTestResult.Balance;
import io.liftwerk.experiments.AbTestResult.Comparison;
import io.liftwerk.experiments.AbTestResult.CovariateUse;
import io.liftwerk.experiments.AbTestResult.Novelty;
import io.liftwerk.experiments.AbTestResult.SampleRatio;
import io.liftwerk.experiments.AbTestResult.Warning;
import io.liftwerk.experiments.AbTestResult.WithoutTop;
import io.liftwerk.experiments.abtest.ChiSquared;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a reader of the figures must know, and what forbids figures altogether. */
final class AbNotes {
  private static final double UNLIKE = 0.001;
  private static final int MANY = 10;

  private AbNotes() {}

  private static void add(List<Warning> warnings, String code, String message) {
    warnings.add(new Warning(code, message));
  }

  static void covariate(CovariateUse use, List<Balance> balance, List<Warning> warnings) {
    String refused = use.refused();
    if (refused != null) {
      add(warnings, "covariate-refused", refused);
      return;
    }
    for (Balance one : balance) {
      if (!one.ok()) {
        add(
            warnings,
            "unbalanced",
            "The arm '%s' and the control differed in '%s' before the treatment (p below 0.001): look at how persons were assigned."
                .formatted(one.arm(), one.column()));
      }
    }
  }

  /**
   * @throws WorkbenchException code {@code metric-not-yes-no}, {@code outcome-missing} or {@code
   *     ratio-zero}
   */
  static void outcomes(
      JobContext context, AbRows rows, List<AbMetric> metrics, AbArms arms, List<Warning> warnings)
      throws Exception {
    for (AbMetric metric : metrics) {
      for (String name : metric.columns()) {
        AbColumn column = rows.outcome(metric, name);
        refuseUnfit(rows, metric, column);
        if (column.missing() > 0) {
          missing(context, rows, column, arms, warnings);
        }
      }
      if (metric.kind() == AbMetric.Kind.REVENUE
          && rows.outcome(metric, metric.column()).least() < 0) {
        add(
            warnings,
            "negative",
            "The revenue '%s' holds negative values, which count as refunds."
                .formatted(metric.name()));
      }
      if (metric.kind() == AbMetric.Kind.RATIO) {
        denominators(context, rows, metric, arms);
      }
    }
  }

  private static void refuseUnfit(AbRows rows, AbMetric metric, AbColumn column) {
    if (metric.kind() == AbMetric.Kind.PROPORTION && !column.yesNo()) {
      throw new WorkbenchException(
          "metric-not-yes-no",
          "The column '%s' of %s holds other values than yes and no, so it is no proportion."
              .formatted(column.source(), rows.table().ref()),
          "Compare it as a mean or as revenue, or name a column with 0 and 1.");
    }
  }

  private static void missing(
      JobContext context, AbRows rows, AbColumn column, AbArms arms, List<Warning> warnings)
      throws Exception {
    var with = new LinkedHashMap<String, Long>();
    AbQuery.list(
        context,
        "SELECT arm, count(%s) FROM %s GROUP BY arm ORDER BY arm"
            .formatted(column.name(), rows.rows()),
        row -> with.put(row.getString(1), row.getLong(2)));
    var table = new long[with.size()][2];
    int i = 0;
    for (Map.Entry<String, Long> arm : with.entrySet()) {
      long persons = arms.persons().getOrDefault(arm.getKey(), 0L);
      if (arm.getValue() < 2) {
        throw new WorkbenchException(
            "outcome-missing",
            "The column '%s' of %s has no values for the arm '%s'."
                .formatted(column.source(), rows.table().ref(), arm.getKey()),
            "Its outcomes may not be in this export yet; leave the metric or the arm out.");
      }
      table[i++] = new long[] {arm.getValue(), persons - arm.getValue()};
    }
    boolean uneven = ChiSquared.ofTable(table).p() < UNLIKE;
    add(
        warnings,
        uneven ? "missing-unevenly" : "missing",
        String.format(
            Locale.ROOT,
            uneven
                ? "%,d persons have no value in '%s', more in one arm than in another, so what is"
                    + " left may not be alike."
                : "%,d persons have no value in '%s' and are left out of it.",
            column.missing(),
            column.source()));
  }

  private static void denominators(JobContext context, AbRows rows, AbMetric metric, AbArms arms)
      throws Exception {
    String below = metric.below() == null ? metric.column() : metric.below();
    AbColumn column = rows.outcome(metric, below);
    var sums = new LinkedHashMap<String, Double>();
    AbQuery.list(
        context,
        "SELECT arm, CAST(coalesce(sum(%s), 0) AS DOUBLE) FROM %s GROUP BY arm ORDER BY arm"
            .formatted(column.whole(), rows.rows()),
        row -> sums.put(row.getString(1), row.getDouble(2)));
    for (Map.Entry<String, Double> arm : sums.entrySet()) {
      if (!(arm.getValue() > 0)) {
        throw new WorkbenchException(
            "ratio-zero",
            "The denominator '%s' of %s adds up to %s in the arm '%s', so there is no ratio."
                .formatted(
                    below,
                    rows.table().ref(),
                    arm.getValue() == 0 ? "0" : "less than 0",
                    arm.getKey()),
            "Choose another denominator, or wait until there is something to divide by.");
      }
    }
  }

  /** Whether strata are spread alike over the arms. */
  static List<Balance> strata(JobContext context, AbRows rows, String control, List<String> others)
      throws Exception {
    var counts = new LinkedHashMap<String, Map<String, Long>>();
    AbQuery.list(
        context,
        "SELECT stratum, arm, count(*) FROM %s GROUP BY stratum, arm ORDER BY stratum, arm"
            .formatted(rows.rows()),
        row ->
            counts
                .computeIfAbsent(row.getString(1), key -> new LinkedHashMap<>())
                .put(row.getString(2), row.getLong(3)));
    var list = new ArrayList<Balance>();
    for (String arm : others) {
      var table = new long[counts.size()][2];
      int i = 0;
      for (Map<String, Long> one : counts.values()) {
        table[i++] = new long[] {one.getOrDefault(control, 0L), one.getOrDefault(arm, 0L)};
      }
      double p = ChiSquared.ofTable(table).p();
      list.add(new Balance(rows.strataName(), arm, p, null, p >= UNLIKE));
    }
    return list;
  }

  static void afterwards(
      AbTestRequest request,
      SampleRatio sizes,
      List<Comparison> comparisons,
      List<Novelty> novelty,
      List<Warning> warnings) {
    if (!sizes.ok()) {
      add(
          warnings,
          "sample-ratio",
          request.shares().isEmpty()
              ? "The arms are not equally large (p below 0.001); if other shares were planned, name"
                  + " them with --shares, else no figure here can be trusted."
              : "The arms do not have the shares that were planned (p below 0.001), so no figure"
                  + " here can be trusted.");
    }
    if (comparisons.size() >= MANY) {
      add(
          warnings,
          "many-comparisons",
          "Of %d comparisons some look remarkable by chance; only the corrected p counts."
              .formatted(comparisons.size()));
    }
    for (Comparison one : comparisons) {
      WithoutTop without = one.withoutTop();
      if (without != null && one.significant() && !(without.p() <= request.alpha())) {
        add(
            warnings,
            "outliers",
            "What '%s' did to %s rests on the largest 0.1 %% of values: without them it may be chance."
                .formatted(one.arm(), one.metric()));
      }
    }
    comparisons.stream()
        .filter(one -> one.lift() == null)
        .map(Comparison::metric)
        .distinct()
        .forEach(
            metric ->
                add(
                    warnings,
                    "lift-none",
                    "No lift of %s can be stated: the control's figure may as well be 0, and a share of it would be any number; see the difference itself."
                        .formatted(metric)));
    for (Novelty one : novelty) {
      if (one.wearsOff()) {
        add(
            warnings,
            "novelty",
            "What '%s' does to %s is smaller for those who came later: it may wear off."
                .formatted(one.arm(), one.metric()));
      }
    }
  }
}
