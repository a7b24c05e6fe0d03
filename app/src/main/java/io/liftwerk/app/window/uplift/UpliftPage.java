package io.liftwerk.app.window.uplift;

import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.AnalysisPage;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.experiments.UpliftRequest;
import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.experiments.UpliftResult.Treatment;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;

/** Whom a treatment moves, and whether the ranking by that is better than chance. */
public final class UpliftPage extends AnalysisPage<UpliftRequest, UpliftResult> {
  private final Desk desk;
  private final Messages messages;
  private final UpliftModel model;

  /**
   * @param goToData where tables are loaded
   */
  public UpliftPage(Desk desk, UpliftModel model, Runnable goToData) {
    super(
        desk,
        model,
        desk.messages().text("page.uplift"),
        new UpliftControls(desk.messages(), model),
        goToData);
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    follow();
  }

  @Override
  protected Words empty() {
    return new Words(messages.text("uplift.empty"), messages.text("uplift.empty.hint"));
  }

  @Override
  protected Words hint() {
    return new Words(messages.text("uplift.hint"), messages.text("uplift.hint.more"));
  }

  @Override
  protected Node draw(Shown<UpliftRequest, UpliftResult> shown, Runnable whole) {
    return new UpliftView(desk, model, shown.result(), whole);
  }

  /** Each treatment's verdict; that the ranking is no better than chance is said plainly there. */
  @Override
  protected String finding(UpliftResult result) {
    return result.treatments().stream()
        .map(Treatment::verdict)
        .map(messages::sentence)
        .collect(Collectors.joining(" "));
  }

  @Override
  protected String stale(Shown<UpliftRequest, UpliftResult> shown, boolean working) {
    return messages.text(
        working ? "ltv.stale.working" : "ltv.stale", shown.run().id(), shown.result().table());
  }

  @Override
  protected List<String> tables(UpliftResult result) {
    return List.of(result.table(), result.scoresTable());
  }
}
