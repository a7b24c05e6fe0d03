package io.liftwerk.app.window.briefs;

import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.AnalysisPage;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.briefs.BriefRequest;
import io.liftwerk.briefs.BriefResult;
import java.util.List;
import javafx.scene.Node;

/** What competitors have on a topic, what is to be written, and a draft of cited sentences. */
public final class BriefsPage extends AnalysisPage<BriefRequest, BriefResult> {
  private final Desk desk;
  private final Messages messages;
  private final BriefsModel model;

  /**
   * @param goToData where sources are loaded
   */
  public BriefsPage(Desk desk, BriefsModel model, Runnable goToData) {
    super(
        desk,
        model,
        desk.messages().text("page.briefs"),
        new BriefControls(desk.messages(), model),
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
    return new Words(messages.text("briefs.start"), messages.text("briefs.start.hint"));
  }

  @Override
  protected Node draw(Shown<BriefRequest, BriefResult> shown, Runnable whole) {
    return new BriefsView(desk, model, shown, whole);
  }

  @Override
  protected String finding(BriefResult result) {
    return messages.sentence(result.verdict());
  }

  @Override
  protected String stale(Shown<BriefRequest, BriefResult> shown, boolean working) {
    return messages.text(working ? "briefs.stale.working" : "briefs.stale", shown.run().id());
  }

  @Override
  protected List<String> tables(BriefResult result) {
    return List.of("gold.briefs", "gold.brief_terms");
  }
}
