package io.liftwerk.experiments;

import io.liftwerk.experiments.AbTestResult.LeastSquares;
import io.liftwerk.experiments.abtest.Moments;
import io.liftwerk.experiments.abtest.Probability;
import io.liftwerk.experiments.abtest.Regression;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Sql;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Least squares with a covariate beside CUPED, with errors that hold when variances differ. */
final class AbRegression {
  /** More comparisons than these would take longer than everything else together. */
  private static final int MOST = 12;

  /** A variance of the size of {@code unit} is told to this part of it. */
  private static final double FINE = 0x1p80;

  private final JobContext context;
  private final AbRows rows;
  private final AbMeasuring measuring;
  private final AbColumn covariate;

  AbRegression(JobContext context, AbRows rows, AbMeasuring measuring, AbColumn covariate) {
    this.context = context;
    this.rows = rows;
    this.measuring = measuring;
    this.covariate = covariate;
  }

  private record Asked(String key, Regression plain, Regression interacted, double unit) {}

  /** By number of metric and arm, for metrics that are means. */
  Map<String, LeastSquares> of(List<AbMetric> metrics, String control, List<String> arms)
      throws Exception {
    var asked = new ArrayList<Asked>();
    var sums = new ArrayList<String>();
    for (int i = 0; i < metrics.size(); i++) {
      if (measuring.shape(i) != AbShape.ADJUSTED) {
        continue;
      }
      AbColumn outcome = rows.outcome(metrics.get(i), metrics.get(i).column());
      for (String arm : arms) {
        Moments a = measuring.moments(i, control);
        Moments b = measuring.moments(i, arm);
        Regression plain = Regression.of(a, b, false);
        Regression interacted = Regression.of(a, b, true);
        double unit = a.covariance(0, 0) / a.n() + b.covariance(0, 0) / b.n();
        if (plain != null && interacted != null && unit > 0) {
          asked.add(new Asked(i + " " + arm, plain, interacted, unit));
          sums.add(sum(plain, outcome, control, arm, unit));
          sums.add(sum(interacted, outcome, control, arm, unit));
        }
      }
    }
    var found = new HashMap<String, LeastSquares>();
    if (asked.isEmpty() || asked.size() > MOST) {
      return found;
    }
    List<Double> variances =
        AbQuery.one(
            context,
            "SELECT " + String.join(", ", sums) + " FROM " + rows.rows(),
            row -> {
              var list = new ArrayList<Double>();
              for (int i = 0; i < sums.size(); i++) {
                var whole = (BigInteger) row.getObject(i + 1);
                list.add(whole.doubleValue() / FINE * asked.get(i / 2).unit());
              }
              return list;
            });
    for (int i = 0; i < asked.size(); i++) {
      Asked one = asked.get(i);
      double error = Math.sqrt(variances.get(2 * i));
      double interactedError = Math.sqrt(variances.get(2 * i + 1));
      found.put(
          one.key(),
          new LeastSquares(
              one.plain().effect(),
              error,
              Probability.twoSided(one.plain().effect() / error),
              one.interacted().effect(),
              interactedError,
              Probability.twoSided(one.interacted().effect() / interactedError)));
    }
    return found;
  }

  private String sum(
      Regression regression, AbColumn outcome, String control, String arm, double unit) {
    return "CAST(coalesce(sum(CASE WHEN arm = %s THEN %s WHEN arm = %s THEN %s END), 0) AS HUGEINT)"
        .formatted(
            Sql.literal(control),
            term(regression, outcome, 0, unit),
            Sql.literal(arm),
            term(regression, outcome, 1, unit));
  }

  /** A row's part in the variance, as a whole number so that the order of rows does not matter. */
  private String term(Regression regression, AbColumn outcome, int arm, double unit) {
    double[] w = regression.weight(arm);
    double[] b = regression.coefficients();
    double constant = b[0] + (arm == 1 ? b[1] : 0);
    double slope = b[2] + (arm == 1 && b.length == 4 ? b[3] : 0);
    String z = "(" + covariate.name() + " - (" + regression.centre() + "))";
    return "CAST(round(pow((%2$s + %3$s * %1$s) * (%9$s - (%4$s + %5$s * %1$s)), 2) / (1 - (%6$s + %7$s * %1$s + %8$s * %1$s * %1$s)) * %10$s) AS HUGEINT)"
        .formatted(
            z,
            number(w[0]),
            number(w[1]),
            number(constant),
            number(slope),
            number(w[2]),
            number(w[3]),
            number(w[4]),
            outcome.name(),
            number(FINE / unit));
  }

  /** With its exponent, so that DuckDB reads a double and not a decimal. */
  private static String number(@Nullable Double value) {
    return "CAST('" + value + "' AS DOUBLE)";
  }
}
