package io.liftwerk.app.window.bandit;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.experiments.PolicyEvaluationRequest;
import io.liftwerk.experiments.PolicyEvaluationResult;
import org.jspecify.annotations.Nullable;

/**
 * What is set where a policy is valued by the log of another.
 *
 * @param target {@code even}, {@code best} or the name of an action
 * @param rest what is not set on the page
 */
public record EvaluationSettings(
    @Nullable String table,
    @Nullable String action,
    @Nullable String reward,
    @Nullable String propensity,
    @Nullable String context,
    String target,
    Rest rest)
    implements AnalysisModel.Settings<PolicyEvaluationRequest> {
  private static final Rest USUAL = new Rest(null, 100, 3, 7);

  /** The model's prior, the weight at which estimators switch, and the seed. */
  public record Rest(@Nullable Double priorMean, double priorWeight, double switchAt, long seed) {}

  static EvaluationSettings nothing() {
    return new EvaluationSettings(null, null, null, null, null, "even", USUAL);
  }

  /** What {@code run} used. */
  static EvaluationSettings of(PolicyEvaluationRequest run, PolicyEvaluationResult result) {
    return new EvaluationSettings(
        result.table(),
        run.action(),
        run.reward(),
        run.propensity(),
        run.context(),
        run.target(),
        new Rest(run.priorMean(), run.priorWeight(), run.switchAt(), run.seed()));
  }

  @Override
  public @Nullable PolicyEvaluationRequest request() {
    return table == null || action == null || reward == null || propensity == null
        ? null
        : new PolicyEvaluationRequest(
            table,
            action,
            reward,
            propensity,
            context,
            target,
            rest.priorMean(),
            rest.priorWeight(),
            rest.switchAt(),
            rest.seed());
  }

  public EvaluationSettings withTable(String next) {
    return new EvaluationSettings(next, null, null, null, null, "even", rest);
  }

  /** Another action column; a target that is an action of the former one is given up. */
  public EvaluationSettings withAction(@Nullable String next) {
    String kept = target.equals("best") ? target : "even";
    return new EvaluationSettings(table, next, reward, propensity, context, kept, rest);
  }

  public EvaluationSettings withReward(@Nullable String next) {
    return new EvaluationSettings(table, action, next, propensity, context, target, rest);
  }

  public EvaluationSettings withPropensity(@Nullable String next) {
    return new EvaluationSettings(table, action, reward, next, context, target, rest);
  }

  public EvaluationSettings withContext(@Nullable String next) {
    return new EvaluationSettings(table, action, reward, propensity, next, target, rest);
  }

  public EvaluationSettings withTarget(String next) {
    return new EvaluationSettings(table, action, reward, propensity, context, next, rest);
  }
}
