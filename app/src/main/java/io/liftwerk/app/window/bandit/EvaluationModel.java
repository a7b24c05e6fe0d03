package io.liftwerk.app.window.bandit;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.ColumnValues;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Results;
import io.liftwerk.experiments.PolicyEvaluation;
import io.liftwerk.experiments.PolicyEvaluationRequest;
import io.liftwerk.experiments.PolicyEvaluationResult;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** State of the Bandits page where it values a policy by the log of another. */
public final class EvaluationModel
    extends AnalysisModel<EvaluationSettings, PolicyEvaluationRequest, PolicyEvaluationResult> {
  private final ColumnValues actions;

  public EvaluationModel(Engine engine, Jobs jobs, Background background) {
    super(engine, jobs, background, EvaluationSettings.nothing());
    actions = new ColumnValues(engine, background, this::problem);
    settingsProperty().subscribe(settings -> actions.of(settings.table(), settings.action()));
  }

  @Override
  protected String job() {
    return PolicyEvaluation.NAME;
  }

  @Override
  protected Job<PolicyEvaluationResult> work(PolicyEvaluationRequest request) {
    return engine().evaluating(request);
  }

  @Override
  protected @Nullable Kept<PolicyEvaluationRequest, PolicyEvaluationResult> read(RunRecord run) {
    var result = Results.read(run.result(), PolicyEvaluationResult.class);
    var request = Results.read(run.parameters(), PolicyEvaluationRequest.class);
    return result == null || request == null ? null : new Kept<>(request, result);
  }

  @Override
  protected EvaluationSettings settings(
      Kept<PolicyEvaluationRequest, PolicyEvaluationResult> kept) {
    return EvaluationSettings.of(kept.request(), kept.result());
  }

  @Override
  protected EvaluationSettings withTable(String table) {
    return settings().withTable(table);
  }

  @Override
  protected boolean isSource(TableInfo table) {
    return !table.ref().schema().equals("gold") && !table.ref().name().endsWith("__rejects");
  }

  /** A table that says with which chance something was done. */
  @Override
  protected @Nullable TableInfo first(List<TableInfo> choice) {
    return fitting(choice, table -> LogGuess.chance(table.columns()) != null);
  }

  @Override
  protected void propose(List<TableInfo.Column> columns) {
    EvaluationSettings present = settings();
    if (present.action() == null && present.reward() == null && present.propensity() == null) {
      set(
          present
              .withAction(LogGuess.action(columns))
              .withReward(LogGuess.reward(columns))
              .withPropensity(LogGuess.chance(columns))
              .withContext(LogGuess.context(columns)));
    }
  }

  /** Values of the action column, most frequent first. */
  ObservableList<String> actions() {
    return actions.values();
  }
}
