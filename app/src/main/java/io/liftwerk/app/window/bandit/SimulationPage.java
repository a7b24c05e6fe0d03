package io.liftwerk.app.window.bandit;

import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.AnalysisPage;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.experiments.BanditSimulationRequest;
import io.liftwerk.experiments.BanditSimulationResult;
import java.util.List;
import javafx.scene.Node;

/** How long it would take to find the best arm, what that costs, and how to divide what is next. */
public final class SimulationPage
    extends AnalysisPage<BanditSimulationRequest, BanditSimulationResult> {
  private final Desk desk;
  private final Messages messages;
  private final SimulationModel model;

  /**
   * @param goToData where tables are loaded
   */
  public SimulationPage(Desk desk, SimulationModel model, Runnable goToData) {
    super(
        desk,
        model,
        desk.messages().text("bandit.tab.simulate"),
        new SimulationControls(desk.messages(), model),
        goToData);
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    follow();
  }

  @Override
  protected Words empty() {
    return hint();
  }

  @Override
  protected Words hint() {
    return new Words(messages.text("bandit.hint"), messages.text("bandit.hint.more"));
  }

  @Override
  protected Node draw(
      Shown<BanditSimulationRequest, BanditSimulationResult> shown, Runnable whole) {
    return new SimulationView(desk, model, shown.result(), whole);
  }

  @Override
  protected String finding(BanditSimulationResult result) {
    return messages.sentence(result.verdict());
  }

  @Override
  protected String stale(
      Shown<BanditSimulationRequest, BanditSimulationResult> shown, boolean working) {
    return messages.text(working ? "bandit.stale.working" : "bandit.stale", shown.run().id());
  }

  @Override
  protected List<String> tables(BanditSimulationResult result) {
    String table = result.table();
    return table == null ? List.of() : List.of(table);
  }
}
