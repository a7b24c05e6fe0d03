package io.liftwerk.app.window.uplift;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.ColumnValues;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Results;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.app.window.uplift.UpliftSettings.Arms;
import io.liftwerk.experiments.UpliftModels;
import io.liftwerk.experiments.UpliftRequest;
import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** State of the Uplift page. */
public final class UpliftModel extends AnalysisModel<UpliftSettings, UpliftRequest, UpliftResult> {
  private final Background.Lane listing;
  private final ColumnValues arms;

  public UpliftModel(Engine engine, Jobs jobs, Background background) {
    super(engine, jobs, background, UpliftSettings.nothing());
    listing = background.lane();
    arms = new ColumnValues(engine, background, this::problem);
    settingsProperty()
        .subscribe(settings -> arms.of(settings.table(), settings.arms().treatment()));
    arms.values().addListener((ListChangeListener<String>) change -> proposeArms());
  }

  @Override
  protected String job() {
    return UpliftModels.NAME;
  }

  @Override
  protected Job<UpliftResult> work(UpliftRequest request) {
    return engine().uplift(request);
  }

  @Override
  protected @Nullable Kept<UpliftRequest, UpliftResult> read(RunRecord run) {
    var result = Results.read(run.result(), UpliftResult.class);
    var request = Results.read(run.parameters(), UpliftRequest.class);
    return result == null || request == null ? null : new Kept<>(request, result);
  }

  @Override
  protected UpliftSettings settings(Kept<UpliftRequest, UpliftResult> kept) {
    return UpliftSettings.of(kept.request(), kept.result());
  }

  @Override
  protected UpliftSettings withTable(String table) {
    return settings().withTable(table);
  }

  @Override
  protected boolean isSource(TableInfo table) {
    return !table.ref().schema().equals("gold") && !table.ref().name().endsWith("__rejects");
  }

  /** A table that looks like an experiment. */
  @Override
  protected TableInfo first(List<TableInfo> choice) {
    return choice.stream()
        .filter(table -> table.rows() != 0)
        .filter(table -> UpliftGuess.treatment(table.columns()) != null)
        .filter(table -> UpliftGuess.outcome(table.columns()) != null)
        .findFirst()
        .orElse(choice.getFirst());
  }

  @Override
  protected void propose(List<TableInfo.Column> columns) {
    UpliftSettings present = settings();
    String outcome = present.outcome() == null ? UpliftGuess.outcome(columns) : present.outcome();
    String treatment = present.arms().treatment();
    UpliftSettings proposed =
        present
            .withArms(
                treatment == null
                    ? new Arms(UpliftGuess.treatment(columns), null, List.of())
                    : present.arms())
            .withOutcome(outcome);
    set(
        present.outcome() == null
            ? proposed
                .withExclude(UpliftGuess.outcomes(columns, outcome))
                .withSplit(UpliftGuess.split(columns))
            : proposed);
    proposeArms();
  }

  private void proposeArms() {
    Arms present = settings().arms();
    List<String> values = arms.values();
    if (present.treatment() == null || present.control() != null || values.isEmpty()) {
      return;
    }
    String control = UpliftGuess.control(values);
    set(
        settings()
            .withArms(
                new Arms(
                    present.treatment(),
                    control,
                    values.stream().filter(value -> !value.equals(control)).limit(1).toList())));
  }

  /** Values of the treatment column, most frequent first. */
  ObservableList<String> values() {
    return arms.values();
  }

  /**
   * Fetches the people that the run on the screen ranked.
   *
   * @param found gets none when another run has ranked the same people since
   */
  void people(Consumer<@Nullable Rows> found) {
    Shown<UpliftRequest, UpliftResult> present = shownProperty().get();
    if (present != null) {
      listing.run(
          () -> new Found(engine().upliftScores(present.result(), present.run().id())),
          rows -> found.accept(rows.rows().count() == 0 ? null : rows.rows()),
          this::problem);
    }
  }

  private record Found(Rows rows) {}
}
