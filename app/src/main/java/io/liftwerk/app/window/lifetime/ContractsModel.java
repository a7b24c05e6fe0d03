package io.liftwerk.app.window.lifetime;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Results;
import io.liftwerk.scoring.ChurnTime;
import io.liftwerk.scoring.ChurnTimeRequest;
import io.liftwerk.scoring.ChurnTimeResult;
import io.liftwerk.scoring.ContractColumns;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long contracts run: state that the Churn page and the Lifetime value page share. */
public final class ContractsModel
    extends AnalysisModel<ContractSettings, ChurnTimeRequest, ChurnTimeResult> {

  public ContractsModel(Engine engine, Jobs jobs, Background background) {
    super(engine, jobs, background, ContractSettings.nothing());
  }

  @Override
  protected String job() {
    return ChurnTime.NAME;
  }

  @Override
  protected Job<ChurnTimeResult> work(ChurnTimeRequest request) {
    return engine().following(request);
  }

  @Override
  protected @Nullable Kept<ChurnTimeRequest, ChurnTimeResult> read(RunRecord run) {
    var result = Results.read(run.result(), ChurnTimeResult.class);
    var request = Results.read(run.parameters(), ChurnTimeRequest.class);
    return result == null || request == null ? null : new Kept<>(request, result);
  }

  @Override
  protected ContractSettings settings(Kept<ChurnTimeRequest, ChurnTimeResult> kept) {
    TableInfo table = info(kept.result().table());
    return ContractSettings.of(
        kept.request(),
        kept.result(),
        ContractColumns.guess(table == null ? List.of() : table.columns()));
  }

  @Override
  protected ContractSettings withTable(String table) {
    return settings().withTable(table);
  }

  @Override
  protected boolean isSource(TableInfo table) {
    return !table.ref().schema().equals("gold") && !table.ref().name().endsWith("__rejects");
  }

  /** Contracts that are built, where there are any; else a table that looks like one of them. */
  @Override
  protected @Nullable TableInfo first(List<TableInfo> choice) {
    return fitting(choice, table -> ContractColumns.guess(table.columns()).isComplete());
  }

  @Override
  protected void propose(List<TableInfo.Column> columns) {
    set(settings().withTime(ContractColumns.guess(columns)));
  }
}
