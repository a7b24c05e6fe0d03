package io.liftwerk.app.window.keywords;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Results;
import io.liftwerk.keywords.KeywordExport;
import io.liftwerk.keywords.KeywordMining;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.KeywordResult.Ngram;
import io.liftwerk.keywords.KeywordTerms;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/** State of the Keywords page. */
public final class KeywordsModel
    extends AnalysisModel<KeywordSettings, KeywordRequest, KeywordResult> {
  /** Terms behind an n-gram that are read; there may be tens of thousands. */
  static final int TERMS = 500;

  /**
   * The n-gram that is looked at.
   *
   * @param terms it occurs in, the costliest first; null while they are read, empty when another
   *     run has replaced them
   */
  public record Chosen(Ngram ngram, @Nullable List<KeywordTerms.Row> terms) {}

  private final Jobs jobs;
  private final Background.Lane reading;
  private final Background.Lane recalling;
  private final NegativeReview review;
  private final IntegerProperty tab = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<@Nullable Chosen> chosen = new ReadOnlyObjectWrapper<>();

  public KeywordsModel(Engine engine, Jobs jobs, Background background) {
    super(engine, jobs, background, KeywordSettings.nothing());
    this.jobs = jobs;
    this.reading = background.lane();
    this.recalling = background.lane();
    this.review = new NegativeReview(engine, jobs, this::problem);
    shownProperty()
        .subscribe(
            shown -> {
              review.show(shown == null ? null : shown.result());
              choose(null); // the terms behind it are another run's
              List<Ngram> all = shown == null ? List.of() : shown.result().ngrams();
              choose(all.isEmpty() ? null : all.getFirst());
            });
  }

  @Override
  public boolean isTableNeeded() {
    return false;
  }

  @Override
  public boolean isAnythingToAsk() {
    return !tables().isEmpty();
  }

  @Override
  protected String job() {
    return KeywordMining.NAME;
  }

  @Override
  protected Job<KeywordResult> work(KeywordRequest request) {
    return engine().mining(request);
  }

  @Override
  protected @Nullable Kept<KeywordRequest, KeywordResult> read(RunRecord run) {
    var result = Results.read(run.result(), KeywordResult.class);
    var request = Results.read(run.parameters(), KeywordRequest.class);
    return result == null || request == null ? null : new Kept<>(request, result);
  }

  @Override
  protected KeywordSettings settings(Kept<KeywordRequest, KeywordResult> kept) {
    return KeywordSettings.of(kept.request());
  }

  @Override
  protected KeywordSettings withTable(String table) {
    return settings().withTable(table);
  }

  @Override
  protected boolean isSource(TableInfo table) {
    return SearchTermTables.holds(table);
  }

  @Override
  protected void propose(List<TableInfo.Column> columns) {
    // the engine knows best what its columns mean
  }

  @Override
  protected void listed() {
    recalling.run(engine()::runs, review::recall, this::problem);
  }

  /** Which part of the report is in front. */
  public IntegerProperty tab() {
    return tab;
  }

  /** What was decided on suggested negatives. */
  public NegativeReview review() {
    return review;
  }

  public ReadOnlyObjectProperty<@Nullable Chosen> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Looks at an n-gram and reads the terms behind it. */
  public void choose(@Nullable Ngram ngram) {
    Shown<KeywordRequest, KeywordResult> shown = shownProperty().get();
    if (ngram == null || shown == null) {
      reading.drop();
      chosen.set(null);
      return;
    }
    Chosen present = chosen.get();
    if (present != null && present.ngram().equals(ngram)) {
      return;
    }
    chosen.set(new Chosen(ngram, null));
    String run = shown.run().id();
    reading.run(
        () -> Objects.requireNonNull(engine().termsBehind(run, ngram.folded(), TERMS)),
        terms -> chosen.set(new Chosen(ngram, terms)),
        this::problem);
  }

  /**
   * Writes what was suggested for a channel's editor, after what was decided so far.
   *
   * @param done told what was written, and where
   */
  public void export(
      String title,
      String reviewTitle,
      KeywordExport.Request request,
      Consumer<KeywordExport.Result> done) {
    review.save(reviewTitle);
    jobs.submit(
        title,
        engine().exportingKeywords(request),
        run -> done.accept(run.result()),
        this::problem);
  }
}
