package io.liftwerk.app.window.lifetime;

import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.AnalysisPage;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.report.LifetimeWords;
import io.liftwerk.scoring.LifetimeValueRequest;
import io.liftwerk.scoring.LifetimeValueResult;
import java.util.List;
import javafx.scene.Node;

/** What customers without a contract will still buy, and what that is worth. */
public final class LifetimePage extends AnalysisPage<LifetimeValueRequest, LifetimeValueResult> {
  private final Desk desk;
  private final Messages messages;
  private final PurchasesModel model;
  private final LifetimeWords text;

  /**
   * @param goToData where tables are loaded
   */
  public LifetimePage(Desk desk, PurchasesModel model, Runnable goToData) {
    super(
        desk,
        model,
        desk.messages().text("page.lifetime"),
        new PurchaseControls(desk.messages(), model),
        goToData);
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    this.text = new LifetimeWords(messages.results());
    follow();
  }

  @Override
  protected Words empty() {
    return new Words(messages.text("ltv.empty"), messages.text("ltv.empty.hint"));
  }

  @Override
  protected Words hint() {
    return new Words(messages.text("ltv.hint"), messages.text("ltv.hint.more"));
  }

  @Override
  protected Node draw(Shown<LifetimeValueRequest, LifetimeValueResult> shown, Runnable whole) {
    return new LifetimeView(desk, model, shown, text, whole);
  }

  @Override
  protected String finding(LifetimeValueResult result) {
    return text.finding(result);
  }

  @Override
  protected String stale(Shown<LifetimeValueRequest, LifetimeValueResult> shown, boolean working) {
    return messages.text(
        working ? "ltv.stale.working" : "ltv.stale", shown.run().id(), shown.result().table());
  }

  @Override
  protected List<String> tables(LifetimeValueResult result) {
    return List.of(result.table(), result.valuesTable());
  }
}
