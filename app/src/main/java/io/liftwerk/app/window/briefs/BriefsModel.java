package io.liftwerk.app.window.briefs;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Results;
import io.liftwerk.briefs.BriefEdit;
import io.liftwerk.briefs.BriefExport;
import io.liftwerk.briefs.BriefRequest;
import io.liftwerk.briefs.BriefResult;
import io.liftwerk.briefs.BriefReview;
import io.liftwerk.briefs.BriefThumb;
import io.liftwerk.briefs.ContentBriefs;
import io.liftwerk.briefs.Filing;
import io.liftwerk.briefs.StoredBriefs.Stored;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** State of the Briefs page: what is asked, what is shown, and what people did to the draft. */
public final class BriefsModel extends AnalysisModel<BriefSettings, BriefRequest, BriefResult> {
  private final Jobs jobs;
  private final Background.Lane reading;
  private final Background.Lane naming;
  private final IntegerProperty tab = new SimpleIntegerProperty();
  private final ObservableList<String> clusters = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Stored> stored = new ReadOnlyObjectWrapper<>();

  public BriefsModel(Engine engine, Jobs jobs, Background background) {
    super(engine, jobs, background, BriefSettings.nothing());
    this.jobs = jobs;
    this.reading = background.lane();
    this.naming = background.lane();
    shownProperty().subscribe(shown -> look());
  }

  @Override
  public boolean isTableNeeded() {
    return false;
  }

  @Override
  protected String job() {
    return ContentBriefs.NAME;
  }

  @Override
  protected Job<BriefResult> work(BriefRequest request) {
    return engine().briefing(request);
  }

  @Override
  protected @Nullable Kept<BriefRequest, BriefResult> read(RunRecord run) {
    var result = Results.read(run.result(), BriefResult.class);
    var request = Results.read(run.parameters(), BriefRequest.class);
    return result == null || request == null ? null : new Kept<>(request, result);
  }

  @Override
  protected BriefSettings settings(Kept<BriefRequest, BriefResult> kept) {
    return BriefSettings.of(kept.request());
  }

  @Override
  protected BriefSettings withTable(String table) {
    return settings();
  }

  @Override
  protected boolean isSource(TableInfo table) {
    return false;
  }

  @Override
  protected void propose(List<TableInfo.Column> columns) {
    // a brief is asked of the index, not of a table
  }

  @Override
  protected void listed() {
    naming.run(
        engine()::keywordClusters,
        names -> {
          if (!clusters.equals(names)) {
            clusters.setAll(names);
          }
        },
        this::problem);
  }

  /** Which part is in front: gap, outline, draft. */
  public IntegerProperty tab() {
    return tab;
  }

  /** Clusters of the last run on keywords, the most clicked first. */
  public ObservableList<String> clusters() {
    return clusters;
  }

  /**
   * The shown brief with what people did to it; null while it is read, and where a newer run has
   * replaced the brief: then nothing can be done to the old one.
   */
  public ReadOnlyObjectProperty<@Nullable Stored> storedProperty() {
    return stored.getReadOnlyProperty();
  }

  /** Reads the edits and thumbs of the brief on the screen. */
  private void look() {
    Shown<BriefRequest, BriefResult> shown = shownProperty().get();
    stored.set(null);
    if (shown == null) {
      reading.drop();
      return;
    }
    String id = shown.result().document().id();
    String run = shown.run().id();
    reading.run(
        () -> engine().brief(id),
        found -> stored.set(found.run().equals(run) ? found : null),
        failure -> {
          // a result that is shown from an older ledger may have no row of its own any more
          if (!(failure instanceof WorkbenchException known)
              || !known.code().equals("brief-unknown")) {
            problem(failure);
          }
        });
  }

  /** Changes a sentence, removes it or adds one behind it; null takes back what was done. */
  public void edit(String title, BriefEdit edit) {
    review(title, List.of(edit), List.of());
  }

  /** A thumb for a sentence or section; the same one again takes it back. */
  public void thumb(String title, String part, String verdict) {
    Stored present = stored.get();
    boolean again =
        present != null
            && present.thumbs().stream()
                .anyMatch(one -> one.part().equals(part) && verdict.equals(one.verdict()));
    review(title, List.of(), List.of(new BriefThumb(part, again ? null : verdict, null)));
  }

  private void review(String title, List<BriefEdit> edits, List<BriefThumb> thumbs) {
    Stored present = stored.get();
    if (present == null) {
      return;
    }
    Job<BriefReview.Result> job;
    try {
      job =
          engine()
              .reviewingBrief(
                  new BriefReview.Request(present.result().document().id(), edits, thumbs));
    } catch (WorkbenchException e) {
      problem(e); // what names a person is refused before there is a job
      return;
    }
    jobs.submit(title, job, run -> look(), this::problem);
  }

  /**
   * Writes the brief, or its draft for a CMS.
   *
   * @param done told what was written, and where
   */
  public void export(String title, String form, Consumer<BriefExport.Result> done) {
    Shown<BriefRequest, BriefResult> shown = shownProperty().get();
    if (shown != null) {
      var request = new BriefExport.Request(shown.result().document().id(), form, Filing.NONE);
      jobs.submit(
          title, engine().exportingBrief(request), run -> done.accept(run.result()), this::problem);
    }
  }
}
