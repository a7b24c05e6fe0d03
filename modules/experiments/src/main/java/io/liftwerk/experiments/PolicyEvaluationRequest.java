package io.liftwerk.experiments;

import io.liftwerk.workspace.JobCatalog;
import org.jspecify.annotations.Nullable;

/**
 * Which logged policy to learn from, and which other one to value.
 *
 * @param table table with a row a decision
 * @param action column that says what was done
 * @param reward column that says what it brought, yes and no or a number
 * @param propensity column with the chance with which it was done
 * @param context column whose values the reward depends on, such as a position or a segment; null
 *     for none
 * @param target the policy to value: {@code even} (all actions alike), {@code best} (what the model
 *     thinks best in each context, learned without the row), or the name of an action for always
 *     that
 * @param priorMean reward that the model expects of what was never seen; null for the mean reward
 * @param priorWeight decisions that this counts
 * @param switchAt weight above which Switch-DR trusts the model alone, and at which clipped
 *     weighting cuts
 * @param seed seed of what is drawn
 */
public record PolicyEvaluationRequest(
    String table,
    String action,
    String reward,
    String propensity,
    @Nullable String context,
    String target,
    @Nullable Double priorMean,
    double priorWeight,
    double switchAt,
    long seed)
    implements JobCatalog.OnTable<PolicyEvaluationRequest> {

  /** What an even split would have brought, and nothing else asked. */
  public static PolicyEvaluationRequest of(
      String table, String action, String reward, String propensity) {
    return new PolicyEvaluationRequest(
        table, action, reward, propensity, null, "even", null, 100, 3, 7);
  }

  @Override
  public PolicyEvaluationRequest onTable(String other) {
    return new PolicyEvaluationRequest(
        other, action, reward, propensity, context, target, priorMean, priorWeight, switchAt, seed);
  }
}
