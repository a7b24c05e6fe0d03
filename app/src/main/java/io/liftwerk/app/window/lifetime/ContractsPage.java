package io.liftwerk.app.window.lifetime;

import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.AnalysisPage;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.report.LifetimeWords;
import io.liftwerk.scoring.ChurnTimeRequest;
import io.liftwerk.scoring.ChurnTimeResult;
import java.util.List;
import javafx.scene.Node;

/** How long contracts run, what makes them end sooner, and what those that run will bring. */
public final class ContractsPage extends AnalysisPage<ChurnTimeRequest, ChurnTimeResult> {
  private final Desk desk;
  private final Messages messages;

  /**
   * @param goToData where tables are loaded
   */
  public ContractsPage(Desk desk, ContractsModel model, Runnable goToData) {
    super(
        desk,
        model,
        desk.messages().text("contracts.page"),
        new ContractControls(desk.messages(), model),
        goToData);
    this.desk = desk;
    this.messages = desk.messages();
    follow();
  }

  @Override
  protected Words empty() {
    return new Words(messages.text("contracts.empty"), messages.text("contracts.empty.hint"));
  }

  @Override
  protected Words hint() {
    return new Words(messages.text("contracts.hint"), messages.text("contracts.hint.more"));
  }

  @Override
  protected Node draw(Shown<ChurnTimeRequest, ChurnTimeResult> shown, Runnable whole) {
    return new ContractsView(desk, shown.result(), whole);
  }

  @Override
  protected String finding(ChurnTimeResult result) {
    return new LifetimeWords(messages.results()).finding(result);
  }

  @Override
  protected String stale(Shown<ChurnTimeRequest, ChurnTimeResult> shown, boolean working) {
    return messages.text(
        working ? "ltv.stale.working" : "ltv.stale", shown.run().id(), shown.result().table());
  }

  @Override
  protected List<String> tables(ChurnTimeResult result) {
    return List.of(result.table());
  }
}
