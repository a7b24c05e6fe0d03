package io.liftwerk.app.window.bandit;

import io.liftwerk.app.window.bandit.SimulationSettings.Source;
import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Results;
import io.liftwerk.experiments.BanditSimulation;
import io.liftwerk.experiments.BanditSimulationRequest;
import io.liftwerk.experiments.BanditSimulationResult;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** State of the Bandits page where it plays policies on rates, typed or a table's. */
public final class SimulationModel
    extends AnalysisModel<SimulationSettings, BanditSimulationRequest, BanditSimulationResult> {

  public SimulationModel(Engine engine, Jobs jobs, Background background) {
    super(engine, jobs, background, SimulationSettings.nothing());
  }

  @Override
  public boolean isTableNeeded() {
    return false;
  }

  @Override
  protected String job() {
    return BanditSimulation.NAME;
  }

  @Override
  protected Job<BanditSimulationResult> work(BanditSimulationRequest request) {
    return engine().simulating(request);
  }

  @Override
  protected @Nullable Kept<BanditSimulationRequest, BanditSimulationResult> read(RunRecord run) {
    var result = Results.read(run.result(), BanditSimulationResult.class);
    var request = Results.read(run.parameters(), BanditSimulationRequest.class);
    return result == null || request == null ? null : new Kept<>(request, result);
  }

  @Override
  protected SimulationSettings settings(
      Kept<BanditSimulationRequest, BanditSimulationResult> kept) {
    return SimulationSettings.of(kept.request(), kept.result());
  }

  @Override
  protected SimulationSettings withTable(String table) {
    return settings().withTable(table);
  }

  @Override
  protected boolean isSource(TableInfo table) {
    return !table.ref().schema().equals("gold") && !table.ref().name().endsWith("__rejects");
  }

  @Override
  protected void propose(List<TableInfo.Column> columns) {
    if (settings().table() != null && settings().source().arm() == null) {
      set(
          settings()
              .withSource(new Source(LogGuess.action(columns), LogGuess.reward(columns), null)));
    }
  }

  /** Copies the allocation of the result on the screen. */
  void save(String file, Path target, Runnable done) {
    background()
        .run(
            () -> {
              engine().copyOut(file, target);
              return target;
            },
            written -> done.run(),
            this::problem);
  }
}
