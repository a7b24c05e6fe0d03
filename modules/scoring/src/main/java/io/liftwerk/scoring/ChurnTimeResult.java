package io.liftwerk.scoring;

import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long contracts run, what makes them end sooner, and what those that run will bring.
 *
 * @param table table the contracts came from, qualified
 * @param unit {@code month} where durations come from days, else {@code period}
 * @param contracts contracts looked at
 * @param ended those that ended
 * @param survival share still running after each time, at most one point per period
 * @param median time after which half have ended; null when more than half run on
 * @param mean mean time, of the first {@code until} periods
 * @param until the longest time seen
 * @param groups one curve each, empty without a group column
 * @param logRank test whether the groups end alike, null without groups
 * @param cox what goes with an earlier end, null without columns or when it cannot be told
 * @param retention the model of contract ends (sBG); null when there are too few periods
 * @param projection share of new contracts running after each period, seen and expected
 * @param horizon periods to look ahead
 * @param discount yearly rate
 * @param expectedPeriods periods that the running contracts will still run within the horizon,
 *     discounted, together; null without a model that can be relied on
 * @param expectedValue what they bring in these; null without a value column
 * @param warnings what a reader must know
 */
public record ChurnTimeResult(
    String table,
    String unit,
    long contracts,
    long ended,
    List<Point> survival,
    @Nullable Double median,
    double mean,
    double until,
    List<Group> groups,
    @Nullable LogRankTest logRank,
    @Nullable Hazards cox,
    @Nullable FittedModel retention,
    List<Projected> projection,
    int horizon,
    double discount,
    @Nullable Double expectedPeriods,
    @Nullable Double expectedValue,
    List<ScoringWarning> warnings) {

  /**
   * @param time periods since the start
   * @param atRisk contracts that ran until then
   * @param ended those that ended then or since the point before
   * @param survival share still running (Kaplan-Meier)
   * @param low 95 % interval (Greenwood, on the logarithm)
   * @param high its upper end
   */
  public record Point(
      double time, long atRisk, long ended, double survival, double low, double high) {}

  /** A value of the group column and how its contracts ended. */
  public record Group(
      String name, long contracts, long ended, @Nullable Double median, List<Point> survival) {}

  /** See {@link io.liftwerk.scoring.lifetime.LogRank}; {@code p} null where it cannot be told. */
  public record LogRankTest(double chiSquare, int degrees, @Nullable Double p) {}

  /**
   * Cox's model with Efron's ties.
   *
   * @param contracts rows with all columns filled
   * @param logLikelihood partial, at the estimates
   * @param logLikelihoodNone without any column
   * @param concordance 0.5 is chance, 1 a perfect order
   * @param converged whether the estimates can be relied on
   */
  public record Hazards(
      long contracts,
      double logLikelihood,
      double logLikelihoodNone,
      double concordance,
      boolean converged,
      List<Hazard> columns) {}

  /**
   * @param name column, with {@code = value} for one level of a text column
   * @param ratio how many times as likely an end is at any time, for one more or for this level
   *     against the most frequent
   * @param low 95 % interval (Wald)
   * @param high its upper end
   * @param coefficient logarithm of the ratio
   * @param standardError of the coefficient
   * @param p chance of one as far from none when there is none
   */
  public record Hazard(
      String name,
      double ratio,
      double low,
      double high,
      double coefficient,
      double standardError,
      double p) {}

  /**
   * @param period number of the period
   * @param actual share running after it (Kaplan-Meier), null beyond what was seen
   * @param expected by the model
   * @param retention share of those running before that stay through it, by the model
   */
  public record Projected(int period, @Nullable Double actual, double expected, double retention) {}
}
