package io.liftwerk.app.window.bandit;

import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.AnalysisPage;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.experiments.PolicyEvaluationRequest;
import io.liftwerk.experiments.PolicyEvaluationResult;
import java.util.List;
import javafx.scene.Node;

/** What another policy would have brought in place of the logged one. */
public final class EvaluationPage
    extends AnalysisPage<PolicyEvaluationRequest, PolicyEvaluationResult> {
  private final Desk desk;
  private final Messages messages;

  /**
   * @param goToData where tables are loaded
   */
  public EvaluationPage(Desk desk, EvaluationModel model, Runnable goToData) {
    super(
        desk,
        model,
        desk.messages().text("bandit.tab.evaluate"),
        new EvaluationControls(desk.messages(), model),
        goToData);
    this.desk = desk;
    this.messages = desk.messages();
    follow();
  }

  @Override
  protected Words empty() {
    return new Words(messages.text("bandit.log.empty"), messages.text("bandit.log.empty.hint"));
  }

  @Override
  protected Words hint() {
    return new Words(messages.text("bandit.log.hint"), messages.text("bandit.log.hint.more"));
  }

  @Override
  protected Node draw(
      Shown<PolicyEvaluationRequest, PolicyEvaluationResult> shown, Runnable whole) {
    return new EvaluationView(desk, shown.result(), whole);
  }

  @Override
  protected String finding(PolicyEvaluationResult result) {
    return messages.sentence(result.verdict());
  }

  @Override
  protected String stale(
      Shown<PolicyEvaluationRequest, PolicyEvaluationResult> shown, boolean working) {
    return messages.text(
        working ? "ltv.stale.working" : "ltv.stale", shown.run().id(), shown.result().table());
  }

  @Override
  protected List<String> tables(PolicyEvaluationResult result) {
    return List.of(result.table());
  }
}
