package io.liftwerk.experiments;

import io.liftwerk.scoring.ScoringWarning;
import java.util.List;

/**
 * What a policy would have brought in place of the logged one.
 *
 * @param table table of decisions, qualified
 * @param target the policy valued
 * @param decisions how many were logged
 * @param actions how many different ones
 * @param contexts how many different ones
 * @param logged what the logged policy brought a decision
 * @param estimates what the other would have brought, by every estimator
 * @param gain doubly robust: how much more a decision
 * @param overlap whether the log can tell
 * @param perAction what was seen of each action
 * @param verdict one sentence
 */
public record PolicyEvaluationResult(
    String table,
    String target,
    long decisions,
    int actions,
    int contexts,
    Estimate logged,
    List<Estimate> estimates,
    Estimate gain,
    Overlap overlap,
    List<ActionSummary> perAction,
    String verdict,
    List<ScoringWarning> warnings) {

  /**
   * A value a decision with a 95 % interval.
   *
   * @param name {@code logged}, {@code ipw}, {@code ipw-clipped}, {@code snipw}, {@code dm}, {@code
   *     dr}, {@code sndr}, {@code switch-dr}, {@code dr-shrunk} or {@code gain}
   */
  public record Estimate(String name, double value, double error, double low, double high) {}

  /**
   * Whether the logged policy did what the other would do.
   *
   * @param effectiveSize decisions that the log is worth for the other policy
   * @param share of all decisions
   * @param meanWeight 1 where the logged chances are right
   * @param unsupported share of the other policy's decisions that the log has no example of
   */
  public record Overlap(
      double effectiveSize,
      double share,
      double meanWeight,
      double smallestWeight,
      double largestWeight,
      double unsupported) {}

  /**
   * @param targetShare share of it under the policy valued
   */
  public record ActionSummary(
      String action, long decisions, double reward, double share, double targetShare) {}
}
