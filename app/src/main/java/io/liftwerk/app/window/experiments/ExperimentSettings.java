package io.liftwerk.app.window.experiments;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.experiments.AbTestRequest;
import io.liftwerk.experiments.AbTestResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set of a comparison of arms.
 *
 * @param table qualified name, null while none is chosen
 * @param arm column with the arms
 * @param control its value for those who got nothing new
 * @param metrics the first of them decides
 */
public record ExperimentSettings(
    @Nullable String table,
    @Nullable String arm,
    @Nullable String control,
    List<MetricChoice> metrics,
    ExperimentOptions options)
    implements AnalysisModel.Settings<AbTestRequest> {

  public ExperimentSettings {
    metrics = List.copyOf(metrics);
  }

  static ExperimentSettings nothing() {
    return new ExperimentSettings(null, null, null, List.of(), ExperimentOptions.USUAL);
  }

  /** What {@code request} asks, its table and control as they are spelt in {@code result}. */
  static ExperimentSettings of(AbTestRequest request, AbTestResult result) {
    return of(request, result.table(), result.control());
  }

  static ExperimentSettings of(AbTestRequest from, String table, String control) {
    return new ExperimentSettings(
        table,
        from.arm(),
        control,
        from.metrics().stream().map(MetricChoice::parse).toList(),
        new ExperimentOptions(
            from.covariate(),
            from.start(),
            from.person(),
            from.strata(),
            from.cluster(),
            from.date(),
            from.shares(),
            from.alpha(),
            from.looks(),
            from.planned(),
            from.minimum(),
            from.correction(),
            from.plan()));
  }

  @Override
  public @Nullable AbTestRequest request() {
    boolean complete = !metrics.isEmpty() && metrics.stream().allMatch(MetricChoice::isComplete);
    if (table == null || arm == null || control == null || !complete) {
      return null;
    }
    return new AbTestRequest(
        table,
        arm,
        control,
        metrics.stream().map(MetricChoice::text).distinct().toList(),
        options.covariate(),
        options.start(),
        options.person(),
        options.strata(),
        options.cluster(),
        options.date(),
        options.shares(),
        options.alpha(),
        options.looks(),
        options.planned(),
        options.minimum(),
        options.correction(),
        options.plan());
  }

  ExperimentSettings withArm(@Nullable String next, @Nullable String value) {
    return new ExperimentSettings(table, next, value, metrics, options);
  }

  ExperimentSettings withMetrics(List<MetricChoice> next) {
    return new ExperimentSettings(table, arm, control, next, options);
  }

  ExperimentSettings withOptions(ExperimentOptions next) {
    return new ExperimentSettings(table, arm, control, metrics, next);
  }
}
