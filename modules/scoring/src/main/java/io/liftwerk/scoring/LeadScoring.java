package io.liftwerk.scoring;

import io.liftwerk.scoring.LeadScoringResult.Comparison;
import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ranks leads by their chance of a yes: learns from the rows whose outcome is known, judges three
 * models on a holdout, and scores every row, those still open first of all.
 *
 * <p>The chosen model is the simplest (heuristic, logistic, boosted, in this order) whose AUC on
 * the holdout is not significantly below the best one's (DeLong's paired test, 5 %). The choice
 * among three looks at the same holdout as the figures shown, which flatters the chosen one
 * slightly: by less than the width of its interval, and least where the choice was clear. Settings
 * within a model (rules, regularisation, rounds) never see the holdout.
 *
 * <p>Open rows are then scored by the chosen model learned again, with the same settings, from all
 * rows with an outcome. Rows with an outcome get out-of-fold scores (five folds), so that a lead's
 * own outcome never helped its score. Everything depends on the rows and the seed alone.
 */
public final class LeadScoring implements Job<LeadScoringResult> {
  /** Name of the job. */
  public static final String NAME = "leads";

  private static final double SIGNIFICANT = 0.05;

  private final LeadScoringRequest request;

  public LeadScoring(LeadScoringRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LeadScoringRequest parameters() {
    return request;
  }

  @Override
  public Long seed() {
    return request.seed();
  }

  @Override
  public Map<String, Double> metrics(LeadScoringResult result) {
    var metrics = new LinkedHashMap<String, Double>();
    for (ModelEvaluation model : result.models()) {
      metrics.put("auc." + model.name(), model.auc());
    }
    ModelEvaluation chosen = result.chosenModel();
    metrics.put("auc", chosen.auc());
    metrics.put("averagePrecision", chosen.averagePrecision());
    metrics.put("logLoss", chosen.logLoss());
    metrics.put("brier", chosen.brier());
    metrics.put("lift10", chosen.lift10());
    return metrics;
  }

  /**
   * @throws WorkbenchException when the table or a column is unknown, or the outcome cannot be
   *     learned
   */
  @Override
  public LeadScoringResult run(JobContext context) throws Exception {
    Quiet.libraries();
    var warnings = new ArrayList<ScoringWarning>();
    context.progress(0.01, "Looking at the table");
    SourceTable source = SourceTable.snapshot(context, request.table());
    int rows = source.count(context);
    Field targetField = source.field("target", request.target());
    Field splitField = request.split() == null ? null : source.field("split", request.split());
    Target target = Target.decide(context, source, targetField, request.positive(), warnings);
    Profile profile = Profile.of(context, source, target, request);
    context.progress(0.06, "Reading the rows");
    var loaded = new DatasetReader(context, source, target, profile, rows).read(splitField);
    Dataset data = loaded.data();
    Split split =
        splitField == null
            ? Split.seeded(data, request.seed())
            : UserSplit.of(data, loaded.split(), splitField.name());
    warnings.addAll(Suspicion.of(data, split, loaded.hashes()));
    try (var work = new Work(context);
        var contest = new Contest(data, split, request.seed(), context, work)) {
      contest.train();
      warnings.addAll(contest.leakage());
      double[] scores = contest.scores();
      context.progress(0.9, "Writing the ranked list");
      var table = new ScoreTable(context, source, target, profile.id());
      table.write(scores, contest.chosen());
      ids(table, profile.id(), warnings);
      List<Path> files = new LeadFiles(context, source).write();
      files.forEach(context::artefact);
      return result(source, target, profile, data, split, contest, warnings, table, files);
    }
  }

  private static void ids(ScoreTable table, @Nullable Field id, List<ScoringWarning> warnings)
      throws Exception {
    long repeated = table.repeatedIds();
    if (id != null && repeated > 0) {
      warnings.add(
          new ScoringWarning(
              "id-repeated",
              id.name(),
              "%,d rows repeat a value of '%s'; each row is ranked on its own."
                  .formatted(repeated, id.name())));
    }
  }

  private LeadScoringResult result(
      SourceTable source,
      Target target,
      Profile profile,
      Dataset data,
      Split split,
      Contest contest,
      List<ScoringWarning> warnings,
      ScoreTable table,
      List<Path> files)
      throws Exception {
    Path folder = contest.workspaceFolder();
    return new LeadScoringResult(
        source.table().toString(),
        target.field().name(),
        target.positive(),
        profile.id() == null ? null : profile.id().name(),
        data.labelled().length,
        data.open().length,
        split.train().length,
        split.test().length,
        data.positives(data.labelled()),
        request.seed(),
        request.split() == null ? "seed" : request.split(),
        profile.uses().stream().map(use -> use.field().name()).toList(),
        profile.leftOut(),
        contest.rules(),
        contest.evaluations(),
        contest.chosen(),
        contest.comparisons(),
        List.copyOf(warnings),
        table.best(),
        ScoreTable.NAME,
        files.stream()
            .map(file -> folder.relativize(file.toAbsolutePath()).toString().replace('\\', '/'))
            .toList());
  }

  /** The simplest model not significantly worse than the best, by the paired tests. */
  static String choose(List<Comparison> comparisons, String best) {
    return comparisons.stream()
        .filter(comparison -> comparison.p() >= SIGNIFICANT)
        .map(Comparison::model)
        .findFirst()
        .orElse(best);
  }
}
