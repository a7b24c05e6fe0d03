package io.liftwerk.experiments;

import io.liftwerk.scoring.ScoringWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long it would take to find the best arm, and what that would cost, policy by policy.
 *
 * @param table table the rates came from, qualified; null when they were given
 * @param numeric whether rewards are numbers, not yes or no
 * @param arms what is known of each arm
 * @param best name of the arm with the highest mean
 * @param contacts per period, before the cap
 * @param capped contacts over all periods that the cap did not allow
 * @param periods periods played
 * @param plays how often
 * @param policies how each policy did, the even split first
 * @param allocation share of each arm for the next period, by Thompson's rule on the table's rows;
 *     empty when rates were given
 * @param verdict one sentence
 * @param files files written, relative to the workspace
 */
public record BanditSimulationResult(
    @Nullable String table,
    boolean numeric,
    List<Arm> arms,
    String best,
    long contacts,
    long capped,
    int periods,
    int plays,
    double certainty,
    long seed,
    List<PolicyScore> policies,
    List<Allocation> allocation,
    String verdict,
    List<ScoringWarning> warnings,
    List<String> files) {

  /**
   * @param count contacts seen; null when the rate was given
   * @param low lower end of the mean's 95 % interval; null as before
   * @param chanceBest chance of being the best by what was seen; null as before
   */
  public record Arm(
      String name,
      @Nullable Long count,
      double mean,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double chanceBest) {}

  /**
   * How a policy did, in the mean over all plays.
   *
   * @param name {@code even}, {@code thompson}, {@code ucb1}, {@code epsilon-greedy}, {@code
   *     softmax}, {@code linucb} or {@code lints}
   * @param outcomes brought over all periods
   * @param lost outcomes that always playing the best arm would have brought more
   * @param lostLow 5th percentile of the plays
   * @param overEven outcomes more than the even split
   * @param lostValue {@code lost} in money; null without a value
   * @param found share of plays in which an arm was found
   * @param wrong share of plays in which a wrong one was
   * @param medianPeriods periods until then in the middle play; null when most found none
   * @param curve outcomes lost so far, per period
   * @param curveLow 5th percentile of that over the plays; empty in runs of before there were bands
   * @param curveHigh 95th percentile
   * @param bestShare share of contacts that went to the best arm, per period
   */
  public record PolicyScore(
      String name,
      double outcomes,
      double lost,
      double lostLow,
      double lostHigh,
      double overEven,
      @Nullable Double lostValue,
      double found,
      double wrong,
      @Nullable Integer medianPeriods,
      List<Double> curve,
      List<Double> curveLow,
      List<Double> curveHigh,
      List<Double> bestShare) {

    public PolicyScore {
      curve = List.copyOf(curve);
      // runs of before there were bands have none
      curveLow = known(curveLow);
      curveHigh = known(curveHigh);
      bestShare = List.copyOf(bestShare);
    }

    private static List<Double> known(@Nullable List<Double> values) {
      return values == null ? List.of() : List.copyOf(values);
    }
  }

  /**
   * @param contacts of the next period
   */
  public record Allocation(String arm, double share, long contacts) {}
}
