package io.liftwerk.app.window.scoring;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Results;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.OutcomeValues;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** State of the Leads page, and of the Churn page: they differ in what a yes means. */
public final class ScoringModel
    extends AnalysisModel<ScoringSettings, LeadScoringRequest, LeadScoringResult> {
  private final Purpose purpose;
  private final Background.Lane values;
  private final ObservableList<OutcomeValues.Value> targetValues =
      FXCollections.observableArrayList();
  private final Ranking ranking;

  public ScoringModel(Engine engine, Jobs jobs, Background background, Purpose purpose) {
    super(engine, jobs, background, ScoringSettings.nothing(purpose));
    this.purpose = purpose;
    this.values = background.lane();
    this.ranking = new Ranking(this, engine, jobs, background);
  }

  public Purpose purpose() {
    return purpose;
  }

  /** Tells what went wrong with the ranked list. */
  void problemOf(Throwable failure) {
    problem(failure);
  }

  /** The ranked list of the result on the screen. */
  public Ranking ranking() {
    return ranking;
  }

  /** Values of the target with their numbers of rows, most frequent first. */
  public ObservableList<OutcomeValues.Value> targetValues() {
    return targetValues;
  }

  @Override
  protected String job() {
    return purpose == Purpose.LEADS ? LeadScoring.NAME : LeadScoring.CHURN;
  }

  @Override
  protected Job<LeadScoringResult> work(LeadScoringRequest request) {
    return engine().scoring(request);
  }

  @Override
  protected @Nullable Kept<LeadScoringRequest, LeadScoringResult> read(RunRecord run) {
    var result = Results.read(run.result(), LeadScoringResult.class);
    var request = Results.read(run.parameters(), LeadScoringRequest.class);
    return result == null || request == null ? null : new Kept<>(request, result);
  }

  @Override
  protected ScoringSettings settings(Kept<LeadScoringRequest, LeadScoringResult> kept) {
    return ScoringSettings.of(kept.request(), kept.result());
  }

  @Override
  protected ScoringSettings withTable(String table) {
    return settings().withTable(table);
  }

  /** Results of analyses and rejected records are nothing to learn from. */
  @Override
  protected boolean isSource(TableInfo table) {
    return !table.ref().schema().equals("gold") && !table.ref().name().endsWith("__rejects");
  }

  /** One whose columns speak of customers who left, when that is what is asked. */
  @Override
  protected @Nullable TableInfo first(List<TableInfo> choice) {
    return purpose == Purpose.CHURN
        ? fitting(choice, table -> TargetGuess.speaksOfChurn(table.columns()))
        : choice.getFirst();
  }

  @Override
  protected void propose(List<TableInfo.Column> columns) {
    if (settings().target() != null) {
      return;
    }
    String guess = TargetGuess.of(columns, purpose);
    if (guess != null) {
      target(guess);
    } else {
      loadValues(); // those of another table's target are none of this one
    }
  }

  @Override
  protected void broughtBack() {
    loadValues();
  }

  @Override
  protected void listed() {
    ranking.check();
  }

  public void target(String column) {
    if (column.equals(settings().target())) {
      return;
    }
    set(settings().withTarget(column));
    loadValues();
  }

  private void loadValues() {
    String table = settings().table();
    String target = settings().target();
    values.drop();
    targetValues.clear();
    if (table != null && target != null) {
      values.run(
          () -> engine().values(TableRef.parse(table), target),
          targetValues::setAll,
          this::problem);
    }
  }

  /** The value that counts as yes; null to let it be decided. */
  public void positive(@Nullable String value) {
    set(settings().withPositive(value));
  }

  public void exclude(Set<String> columns) {
    set(settings().withExclude(columns));
  }

  /** A column with train and test; null for a split by seed. */
  public void split(@Nullable String column) {
    set(settings().withSplit(column));
  }

  public void seed(long seed) {
    set(settings().withSeed(seed));
  }
}
