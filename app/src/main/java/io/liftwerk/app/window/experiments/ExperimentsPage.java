package io.liftwerk.app.window.experiments;

import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.AnalysisPage;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.TabbedPage;
import io.liftwerk.experiments.AbTestRequest;
import io.liftwerk.experiments.AbTestResult;
import java.util.List;
import javafx.scene.Node;

/** What the arms of an experiment brought, and how sure that is. */
public final class ExperimentsPage extends AnalysisPage<AbTestRequest, AbTestResult> {
  private final Desk desk;
  private final Messages messages;

  private ExperimentsPage(Desk desk, ExperimentModel model, Runnable goToData) {
    super(
        desk,
        model,
        desk.messages().text("abtest.page"),
        new ExperimentControls(desk.messages(), model),
        goToData);
    this.desk = desk;
    this.messages = desk.messages();
    follow();
  }

  /**
   * The page and, behind it, the register of plans.
   *
   * @param goToData where tables are loaded
   */
  public static TabbedPage tabs(Desk desk, ExperimentModel model, Runnable goToData) {
    Messages messages = desk.messages();
    return new TabbedPage(
        List.of(
            new TabbedPage.Tab(
                messages.text("abtest.tab.result"), new ExperimentsPage(desk, model, goToData)),
            new TabbedPage.Tab(messages.text("abtest.tab.plans"), new PlansPage(desk, model))),
        model.tab(),
        model.tab()::set);
  }

  @Override
  protected Words empty() {
    return new Words(messages.text("abtest.empty"), messages.text("abtest.empty.hint"));
  }

  @Override
  protected Words hint() {
    return new Words(messages.text("abtest.hint"), messages.text("abtest.hint.more"));
  }

  @Override
  protected Node draw(Shown<AbTestRequest, AbTestResult> shown, Runnable whole) {
    return new ExperimentView(desk, shown.result(), whole);
  }

  @Override
  protected String finding(AbTestResult result) {
    return messages.sentence(result.verdict());
  }

  @Override
  protected String stale(Shown<AbTestRequest, AbTestResult> shown, boolean working) {
    return messages.text(
        working ? "ltv.stale.working" : "abtest.stale", shown.run().id(), shown.result().table());
  }

  @Override
  protected List<String> tables(AbTestResult result) {
    return List.of(result.table());
  }
}
