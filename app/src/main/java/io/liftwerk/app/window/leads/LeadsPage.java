package io.liftwerk.app.window.leads;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Origin;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.warehouse.HeldBack;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** From a table with a yes/no outcome to a ranked list, and what the ranking is worth. */
public final class LeadsPage extends PageView {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Desk desk;
  private final Messages messages;
  private final LeadsModel model;
  private final Runnable goToData;
  private final Consumer<HeldBack> consent;
  private final LeadsText text;
  private final LeadsControls controls;
  private final HBox banner = new HBox(10);
  private final Label bannerText = Ui.paragraph("");
  private final VBox results = new VBox(14);
  private LeadsModel.@Nullable Shown drawn;
  private @Nullable LeadsResult result;

  /**
   * @param goToData where tables are loaded
   * @param consent shows who is held back
   */
  public LeadsPage(Desk desk, LeadsModel model, Runnable goToData, Consumer<HeldBack> consent) {
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    this.goToData = goToData;
    this.consent = consent;
    this.text = new LeadsText(messages);
    model.onProblem(desk.dialogs()::error);
    controls = new LeadsControls(messages, model);
    banner.getStyleClass().add("banner");
    banner.setAlignment(Pos.CENTER_LEFT);
    banner.getChildren().setAll(Ui.icon(Feather.ALERT_CIRCLE), bannerText);
    HBox.setHgrow(bannerText, javafx.scene.layout.Priority.ALWAYS);
    results.getStyleClass().add("results");
    scrolling(messages.text("page.leads"), controls, banner, results);
    model.tables().addListener((ListChangeListener<TableInfo>) change -> content());
    model.loadedProperty().subscribe(loaded -> content());
    model.shownProperty().subscribe(shown -> content());
    model.settingsProperty().subscribe(settings -> state());
    model.trainingProperty().subscribe(training -> state());
    model.replacedByProperty().subscribe(run -> ranking());
    model.heldBackProperty().subscribe(held -> held());
    desk.charts().subscribe(theme -> redraw());
  }

  @Override
  public void entered() {
    model.refresh();
  }

  private void redraw() {
    drawn = null;
    content();
  }

  private void content() {
    if (!model.loadedProperty().get()) {
      return;
    }
    boolean nothing = model.tables().isEmpty();
    Ui.show(controls, !nothing);
    LeadsModel.Shown shown = model.shownProperty().get();
    if (nothing) {
      drawn = null;
      instead(empty());
    } else if (shown == null) {
      drawn = null;
      instead(hint());
    } else if (!shown.equals(drawn)) {
      drawn = shown;
      // the page keeps its length meanwhile, so that it stays scrolled to where it was
      results.setMinHeight(results.getHeight());
      var made =
          new LeadsResult(desk, model, shown, text, () -> results.setMinHeight(USE_COMPUTED_SIZE));
      result = made;
      results.getChildren().setAll(made);
      ranking();
      held();
    }
    state();
  }

  private void instead(VBox words) {
    results.setMinHeight(USE_COMPUTED_SIZE);
    results.getChildren().setAll(words);
  }

  /** The list below the figures is theirs, or says whose is there instead. */
  private void ranking() {
    LeadsResult present = result;
    if (present != null) {
      present.replacedBy(model.replacedByProperty().get());
    }
  }

  private void held() {
    LeadsResult present = result;
    if (present != null) {
      present.held(model.heldBackProperty().get(), consent);
    }
  }

  /** Labels the figures with what they answer, so that none is read for another's. */
  private void state() {
    LeadsModel.Shown shown = model.shownProperty().get();
    boolean stale = model.isStale();
    boolean training = model.trainingProperty().get() != null;
    results.pseudoClassStateChanged(STALE, stale);
    Ui.show(banner, stale);
    if (shown == null || !model.loadedProperty().get()) {
      finding().set("");
      origin().set(null);
      return;
    }
    if (stale) {
      bannerText.setText(
          messages.text(
              training ? "leads.stale.training" : "leads.stale",
              shown.run().id(),
              shown.request().table(),
              shown.request().target()));
      finding().set(messages.text("leads.finding.stale", shown.run().id()));
    } else {
      finding().set(text.finding(shown.result()));
    }
    origin()
        .set(
            new Origin(shown.run(), List.of(shown.result().table(), shown.result().scoresTable())));
  }

  private VBox empty() {
    Button go = Ui.primary(messages.text("leads.empty.go"), goToData);
    return centred(messages.text("leads.empty"), messages.text("leads.empty.hint"), go);
  }

  private VBox hint() {
    return centred(messages.text("leads.hint"), messages.text("leads.hint.more"), null);
  }

  private static VBox centred(String title, String more, @Nullable Button button) {
    var box =
        new VBox(
            10,
            Ui.icon(Feather.TARGET),
            Ui.label(title, "choice-title"),
            Ui.paragraph(more, "muted", "centered"));
    if (button != null) {
      box.getChildren().add(button);
    }
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("empty-state");
    return box;
  }
}
