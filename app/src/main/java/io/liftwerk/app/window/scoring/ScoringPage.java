package io.liftwerk.app.window.scoring;

import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.AnalysisPage;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.report.ScoringSentences;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.warehouse.HeldBack;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * From a table with a yes/no outcome to a ranked list, and what the ranking is worth: leads by
 * their chance of a win, or customers by their risk of leaving.
 */
public final class ScoringPage extends AnalysisPage<LeadScoringRequest, LeadScoringResult> {
  private final Desk desk;
  private final Messages messages;
  private final ScoringModel model;
  private final ScoringControls controls;
  private final Consumer<HeldBack> consent;
  private final ScoringWords words;
  private final ScoringSentences text;
  private @Nullable ScoringView view;

  /**
   * @param goToData where tables are loaded
   * @param consent shows who is held back
   */
  public ScoringPage(Desk desk, ScoringModel model, Runnable goToData, Consumer<HeldBack> consent) {
    this(desk, model, new ScoringControls(desk.messages(), model), goToData, consent);
  }

  private ScoringPage(
      Desk desk,
      ScoringModel model,
      ScoringControls controls,
      Runnable goToData,
      Consumer<HeldBack> consent) {
    super(
        desk,
        model,
        new ScoringWords(desk.messages(), model.purpose()).say("page"),
        controls,
        goToData);
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    this.controls = controls;
    this.consent = consent;
    this.words = new ScoringWords(messages, model.purpose());
    this.text = new ScoringSentences(messages.results(), model.purpose());
    model.ranking().replacedByProperty().subscribe(run -> ranking());
    model.ranking().heldBackProperty().subscribe(held -> held());
    follow();
  }

  @Override
  protected Words empty() {
    return new Words(messages.text("leads.empty"), words.say("empty.hint"));
  }

  @Override
  protected Words hint() {
    return new Words(messages.text("leads.hint"), messages.text("leads.hint.more"));
  }

  @Override
  protected Node draw(Shown<LeadScoringRequest, LeadScoringResult> shown, Runnable whole) {
    var made = new ScoringView(desk, model, shown, text, controls::askForMoney, whole);
    view = made;
    ranking();
    held();
    return made;
  }

  /** The list below the figures is theirs, or says whose is there instead. */
  private void ranking() {
    ScoringView present = view;
    if (present != null) {
      present.ranked().replacedBy(model.ranking().replacedByProperty().get());
    }
  }

  private void held() {
    ScoringView present = view;
    if (present != null) {
      present.held(model.ranking().heldBackProperty().get(), consent);
    }
  }

  @Override
  protected String finding(LeadScoringResult result) {
    return text.finding(result);
  }

  @Override
  protected String stale(Shown<LeadScoringRequest, LeadScoringResult> shown, boolean working) {
    return messages.text(
        working ? "leads.stale.training" : "leads.stale",
        shown.run().id(),
        shown.request().table(),
        shown.request().target());
  }

  @Override
  protected List<String> tables(LeadScoringResult result) {
    return List.of(result.table(), result.scoresTable());
  }
}
