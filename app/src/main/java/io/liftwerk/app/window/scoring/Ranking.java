package io.liftwerk.app.window.scoring;

import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.warehouse.HeldBack;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.workspace.TableRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The ranked list behind the result on the screen: whether it is still there, and whom it lacks.
 */
public final class Ranking {
  private final ScoringModel model;
  private final Engine engine;
  private final Background background;
  private final Background.Lane replacing;
  private final Background.Lane consent;
  // held, or what listens to it would hear nothing after a while
  private final ObservableList<Jobs.Entry> running;
  private final ReadOnlyObjectWrapper<@Nullable String> replacedBy = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable HeldBack> held = new ReadOnlyObjectWrapper<>();

  Ranking(ScoringModel model, Engine engine, Jobs jobs, Background background) {
    this.model = model;
    this.engine = engine;
    this.background = background;
    this.replacing = background.lane();
    this.consent = background.lane();
    this.running = jobs.running();
    model
        .shownProperty()
        .subscribe(
            present -> {
              replacedBy.set(null);
              held.set(null);
              check();
              countHeld();
            });
    // whatever ran, here or on another page, may have ranked the same table anew
    running.addListener(
        (ListChangeListener<Jobs.Entry>)
            change -> {
              while (change.next()) {
                if (change.wasRemoved()) {
                  check();
                  countHeld();
                }
              }
            });
  }

  /**
   * The run whose ranking of the same table took the place of the one on the screen: null while the
   * ranking is still there, empty when it is gone altogether.
   */
  public ReadOnlyObjectProperty<@Nullable String> replacedByProperty() {
    return replacedBy.getReadOnlyProperty();
  }

  /**
   * Whom consent holds back from the table that was scored: for scoring when it is one of bronze,
   * which holds everybody, else for analytics, by which silver and gold were built. Null while it
   * is not known.
   */
  public ReadOnlyObjectProperty<@Nullable HeldBack> heldBackProperty() {
    return held.getReadOnlyProperty();
  }

  private void countHeld() {
    Shown<LeadScoringRequest, LeadScoringResult> present = model.shownProperty().get();
    if (present == null) {
      consent.drop();
      return;
    }
    TableRef table = TableRef.parse(present.result().table());
    Use use = table.schema().equals("bronze") ? Use.SCORING : Use.ANALYTICS;
    consent.run(
        () -> engine.heldBack(table, use),
        held::set,
        // the Consent page tells why it cannot be read
        failure -> held.set(null));
  }

  /** Asks anew whether the ranking is still there. */
  void check() {
    Shown<LeadScoringRequest, LeadScoringResult> present = model.shownProperty().get();
    if (present == null) {
      replacing.drop();
      replacedBy.set(null);
      return;
    }
    replacing.run(
        () -> new Replacement(engine.rankingReplacedBy(present.result(), present.run().id())),
        found -> replacedBy.set(found.run()),
        model::problemOf);
  }

  private record Replacement(@Nullable String run) {}

  /** The ranked records of the result on the screen. */
  public @Nullable Rows rows() {
    Shown<LeadScoringRequest, LeadScoringResult> present = model.shownProperty().get();
    return present == null ? null : engine.ranking(present.result(), present.run().id());
  }

  /** Copies the ranked list that the run wrote to {@code target}; its ending says which. */
  public void export(Path target, Runnable done) {
    String ending = ending(target.toString());
    files().stream()
        .filter(file -> ending(file).equals(ending))
        .findFirst()
        .ifPresent(
            file ->
                background.run(
                    () -> {
                      engine.copyOut(file, target);
                      return target;
                    },
                    written -> done.run(),
                    model::problemOf));
  }

  private List<String> files() {
    Shown<LeadScoringRequest, LeadScoringResult> present = model.shownProperty().get();
    return present == null ? List.of() : present.result().files();
  }

  /** Endings of the files that hold the ranked list on the screen, without the dot. */
  public List<String> exports() {
    return files().stream().map(Ranking::ending).toList();
  }

  private static String ending(String file) {
    return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
