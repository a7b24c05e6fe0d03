package io.liftwerk.experiments;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What arms did to metrics.
 *
 * @param table table, qualified
 * @param arm column with the arms
 * @param control arm the others are compared with
 * @param looks how often one may look: {@code once}, {@code any} or a group-sequential plan
 * @param alpha accepted chance of a false alarm
 * @param verdict the first metric in one sentence
 * @param arms all arms, the control first
 * @param sampleRatio whether the arms are as large as planned
 * @param metrics every metric in every arm but the control
 * @param correction how p-values were adjusted for being several
 * @param covariate what was done with it; null without one
 * @param balance of what was known before, between the arms
 * @param series every metric and arm by day, all days up to it together; empty without a date
 * @param novelty whether effects wear off; empty without a date
 * @param boundaries of group-sequential looks; empty for other plans
 * @param plan id of the registered plan; null without one
 * @param look number of this look at the plan's data; null without a plan
 * @param warnings what a reader must know
 */
public record AbTestResult(
    String table,
    String arm,
    String control,
    String looks,
    double alpha,
    String verdict,
    List<Arm> arms,
    SampleRatio sampleRatio,
    List<Comparison> metrics,
    Correction correction,
    @Nullable CovariateUse covariate,
    List<Balance> balance,
    List<Point> series,
    List<Novelty> novelty,
    List<Boundary> boundaries,
    @Nullable String plan,
    @Nullable Integer look,
    List<Warning> warnings) {

  /**
   * An arm.
   *
   * @param persons in it
   * @param share of all persons
   * @param expected share that was planned
   * @param clusters where those were assigned; null otherwise
   */
  public record Arm(
      String name, long persons, double share, double expected, @Nullable Long clusters) {}

  /**
   * Chi-squared test of the arms' sizes.
   *
   * @param p chance of sizes at least as far from the planned ones
   * @param ok whether p is at least 0.001
   */
  public record SampleRatio(double p, boolean ok, double chiSquared, int freedom) {}

  /**
   * A metric in an arm beside the control. Figures are adjusted by covariate and strata where there
   * are any; {@code low} and {@code high} are the interval that decides under the plan of looks.
   *
   * @param metric column, or numerator/denominator
   * @param kind proportion, mean, revenue, ratio, median, p90 …
   * @param n persons with a value (clusters where those were assigned)
   * @param controlN the same of the control
   * @param value figure of the arm, as seen
   * @param controlValue figure of the control, as seen
   * @param lift difference as a share of the control's figure; null where that may as well be 0
   * @param liftLow lower end of its interval (delta method)
   * @param liftHigh upper end
   * @param difference arm minus control
   * @param low lower end of its interval
   * @param high upper end
   * @param p of no difference, for one look (Welch)
   * @param adjustedP corrected for the number of comparisons; of always-valid p where any look goes
   * @param falseDiscovery p by Benjamini and Hochberg
   * @param alwaysValidP of no difference, however often one looks
   * @param sequentialLow lower end of the confidence sequence of the difference
   * @param sequentialHigh upper end
   * @param chanceToWin chance that the arm is better (flat prior on the lift)
   * @param expectedLoss lift lost on average by choosing the arm
   * @param controlLoss lift lost on average by keeping the control
   * @param significant whether the plan of looks says so; never while an interval holds 0
   * @param verdict one sentence
   * @param standardError of the difference
   * @param freedom degrees of freedom
   * @param unadjusted without covariate and strata; null where nothing was adjusted
   * @param withoutTop without the largest 0.1 % of values; null for rates, ratios and quantiles
   * @param planning what can be seen, and what is missing
   * @param rate intervals for rates; null for other kinds
   * @param regression least squares with the covariate; null without one
   */
  public record Comparison(
      String metric,
      String kind,
      String arm,
      long n,
      long controlN,
      double value,
      double controlValue,
      @Nullable Double lift,
      @Nullable Double liftLow,
      @Nullable Double liftHigh,
      double difference,
      double low,
      double high,
      double p,
      double adjustedP,
      double falseDiscovery,
      double alwaysValidP,
      double sequentialLow,
      double sequentialHigh,
      double chanceToWin,
      double expectedLoss,
      double controlLoss,
      boolean significant,
      String verdict,
      double standardError,
      double freedom,
      @Nullable Unadjusted unadjusted,
      @Nullable WithoutTop withoutTop,
      Planning planning,
      @Nullable Rate rate,
      @Nullable LeastSquares regression) {}

  /**
   * A difference as it was seen.
   *
   * @param varianceReduction share of the variance of the difference that the adjustment took away
   */
  public record Unadjusted(
      double difference,
      double low,
      double high,
      double p,
      double standardError,
      double varianceReduction) {}

  /**
   * The difference without the persons with the largest values.
   *
   * @param above values above this one were left out
   * @param persons how many that were, both arms together
   */
  public record WithoutTop(
      double above, long persons, double difference, double low, double high, double p) {}

  /**
   * What the data can show.
   *
   * @param smallestLift the lift that would be seen with a chance of 80 % in data like these
   * @param power chance to see the smallest lift that matters; null where none was named
   * @param persons still needed for a chance of 80 %, both arms together; null where none was
   *     named, or where no number is enough
   * @param days until then, at the pace so far; null without a date
   */
  public record Planning(
      @Nullable Double smallestLift,
      @Nullable Double power,
      @Nullable Long persons,
      @Nullable Long days) {}

  /**
   * What rates have besides.
   *
   * @param low Wilson's interval of the arm's rate
   * @param controlLow of the control's
   * @param differenceLow Newcombe's interval of the difference
   * @param z of no difference, with the variance of both together
   * @param exactP Fisher's p; null where counts are large
   */
  public record Rate(
      double low,
      double high,
      double controlLow,
      double controlHigh,
      double differenceLow,
      double differenceHigh,
      @Nullable Double z,
      @Nullable Double exactP) {}

  /**
   * The effect by least squares with robust errors (HC2), for comparison.
   *
   * @param effect beside the covariate
   * @param interacted with a slope of its own in either arm (Lin 2013)
   */
  public record LeastSquares(
      double effect,
      double standardError,
      double p,
      double interacted,
      double interactedError,
      double interactedP) {}

  /**
   * @param method name of the correction
   * @param comparisons how many it counts
   * @param scope which, in words
   */
  public record Correction(String method, int comparisons, String scope) {}

  /**
   * @param used whether metrics are adjusted by it
   * @param refused why not, one sentence; null when used
   */
  public record CovariateUse(String column, boolean used, @Nullable String refused) {}

  /**
   * Whether the arms were alike before.
   *
   * @param column covariate or strata
   * @param p of no difference (Welch; chi-squared for strata)
   * @param difference in standard deviations; null for strata
   */
  public record Balance(
      String column, String arm, double p, @Nullable Double difference, boolean ok) {}

  /**
   * A metric in an arm up to and including a day.
   *
   * @param n persons with a value, arm and control together (clusters where those were assigned)
   * @param armN of them in the arm
   * @param low interval for one look
   * @param sequentialLow interval for looking every day
   */
  public record Point(
      String metric,
      String arm,
      LocalDate day,
      long n,
      long armN,
      double difference,
      double low,
      double high,
      double sequentialLow,
      double sequentialHigh,
      double alwaysValidP) {}

  /**
   * The effect on those who came in the first and in the last half of the days.
   *
   * @param p of no change between the two
   */
  public record Novelty(
      String metric, String arm, double early, double late, double p, boolean wearsOff) {}

  /**
   * A look of a group-sequential plan.
   *
   * @param fraction of the planned persons that had come
   * @param bound which |z| must pass
   */
  public record Boundary(int look, long persons, double fraction, double bound) {}

  /**
   * @param code stable
   * @param message one sentence
   */
  public record Warning(String code, String message) {}

  public AbTestResult {
    arms = List.copyOf(arms);
    metrics = List.copyOf(metrics);
    balance = List.copyOf(balance);
    series = List.copyOf(series);
    novelty = List.copyOf(novelty);
    boundaries = List.copyOf(boundaries);
    warnings = List.copyOf(warnings);
  }

  /** The comparison that {@link #verdict} speaks of. */
  public Comparison headline() {
    return metrics.stream()
        .filter(one -> one.verdict().equals(verdict))
        .findFirst()
        .orElse(metrics.getFirst());
  }
}
