package io.liftwerk.app.window.control;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A page that asks one analysis: settings above, what came of them below. Figures of other settings
 * than the present ones are dimmed and say whose they are; no finding is claimed for them.
 *
 * @param <Q> what is asked
 * @param <R> what is answered
 */
public abstract class AnalysisPage<Q extends Record, R> extends PageView {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Desk desk;
  private final AnalysisModel<?, Q, R> model;
  private final Runnable goToData;
  private final Node controls;
  private final HBox banner = new HBox(10);
  private final Label bannerText = Ui.paragraph("");
  private final VBox results = new VBox(14);
  private @Nullable Shown<Q, R> drawn;

  /**
   * @param name accessible name of what scrolls
   * @param goToData where tables are loaded
   */
  protected AnalysisPage(
      Desk desk, AnalysisModel<?, Q, R> model, String name, Node controls, Runnable goToData) {
    this.desk = desk;
    this.model = model;
    this.goToData = goToData;
    this.controls = controls;
    model.onProblem(desk.dialogs()::error);
    banner.getStyleClass().add("banner");
    banner.setAlignment(Pos.CENTER_LEFT);
    banner.getChildren().setAll(Ui.icon(Feather.ALERT_CIRCLE), bannerText);
    HBox.setHgrow(bannerText, Priority.ALWAYS);
    results.getStyleClass().add("results");
    scrolling(name, controls, banner, results);
  }

  /** Begins to follow the model; called at the end of a page's constructor. */
  protected final void follow() {
    model.tables().addListener((ListChangeListener<TableInfo>) change -> content());
    model.loadedProperty().subscribe(loaded -> content());
    model.shownProperty().subscribe(shown -> content());
    model.settingsProperty().subscribe(settings -> state());
    model.workingProperty().subscribe(working -> state());
    desk.charts().subscribe(theme -> redraw());
  }

  /** What the page says while there is no table, or no result: a title and more. */
  public record Words(String title, String more) {}

  /** Without any table. */
  protected abstract Words empty();

  /** Without a result. */
  protected abstract Words hint();

  /**
   * Draws a result.
   *
   * @param whole told when all of it is there
   */
  protected abstract Node draw(Shown<Q, R> shown, Runnable whole);

  /** What was found, one sentence. */
  protected abstract String finding(R result);

  /** Says whose the figures are while other settings are set. */
  protected abstract String stale(Shown<Q, R> shown, boolean working);

  /** Tables that it read or wrote. */
  protected abstract List<String> tables(R result);

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
    boolean nothing = !model.isAnythingToAsk();
    Ui.show(controls, !nothing);
    Shown<Q, R> shown = model.shownProperty().get();
    if (nothing) {
      Button go = Ui.primary(desk.messages().text("leads.empty.go"), goToData);
      instead(empty(), go);
    } else if (shown == null) {
      instead(hint(), null);
    } else if (!Objects.equals(shown, drawn)) {
      drawn = shown;
      // the page keeps its length meanwhile, so that it stays scrolled to where it was
      results.setMinHeight(results.getHeight());
      results.getChildren().setAll(draw(shown, () -> results.setMinHeight(USE_COMPUTED_SIZE)));
    }
    state();
  }

  private void instead(Words words, @Nullable Button button) {
    drawn = null;
    results.setMinHeight(USE_COMPUTED_SIZE);
    results
        .getChildren()
        .setAll(
            button == null
                ? new EmptyState(Feather.TARGET, words.title(), words.more())
                : new EmptyState(Feather.TARGET, words.title(), words.more(), button));
  }

  /** Labels the figures with what they answer, so that none is read for another's. */
  private void state() {
    Shown<Q, R> shown = model.shownProperty().get();
    boolean stale = model.isStale();
    results.pseudoClassStateChanged(STALE, stale);
    Ui.show(banner, stale);
    if (shown == null || !model.loadedProperty().get()) {
      finding().set("");
      origin().set(null);
      return;
    }
    if (stale) {
      bannerText.setText(stale(shown, model.workingProperty().get() != null));
      finding().set(desk.messages().text("leads.finding.stale", shown.run().id()));
    } else {
      finding().set(finding(shown.result()));
    }
    origin().set(new Origin(shown.run(), tables(shown.result())));
  }
}
