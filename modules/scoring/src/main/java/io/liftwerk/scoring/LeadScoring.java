package io.liftwerk.scoring;

import io.liftwerk.scoring.LeadScoringResult.Comparison;
import io.liftwerk.scoring.LeadScoringResult.RankedLead;
import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.scoring.evaluation.Calibration;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.insight.ColumnChecks;
import io.liftwerk.scoring.insight.Leakage;
import io.liftwerk.scoring.models.FittedModel;
import io.liftwerk.warehouse.Impersonal;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ranks leads by their chance of a yes, or customers by their risk of leaving: learns from the rows
 * whose outcome is known, chooses among four kinds of model, judges them on a holdout, and scores
 * every row, those still open first of all.
 *
 * <p>The chosen model is the simplest (heuristic, logistic, forest, boosted, in this order) whose
 * AUC in repeated cross-validation of the training part is not significantly below the best one's
 * (DeLong's paired test of the out-of-fold scores, 5 %). Neither that choice nor anything learned
 * ever sees the holdout.
 *
 * <p>Open rows are then scored by the chosen model learned again, with the same settings, from all
 * rows with an outcome. Rows with an outcome get out-of-fold scores (five folds), so that a lead's
 * own outcome never helped its score. Everything depends on the rows and the seed alone.
 */
public final class LeadScoring implements Job<LeadScoringResult> {
  /** Name of the job when a yes is a win. */
  public static final String NAME = "leads";

  /** Name of the job when a yes is a customer lost. */
  public static final String CHURN = "churn";

  private static final double SIGNIFICANT = 0.05;

  private final LeadScoringRequest request;
  private String scoresHash = "";
  private @Nullable FittedModel model;
  private @Nullable RegisteredModel registered;

  /**
   * @throws WorkbenchException code {@code personal-text} when owner or note of the model holds an
   *     identifier
   */
  public LeadScoring(LeadScoringRequest request) {
    ModelLabel label = request.model();
    if (label != null) {
      Impersonal.check(label.owner(), label.note());
    }
    this.request = request;
  }

  @Override
  public String name() {
    return switch (request.options().purpose()) {
      case LEADS -> NAME;
      case CHURN -> CHURN;
    };
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
    for (ModelEvaluation evaluation : result.models()) {
      metrics.put("auc." + evaluation.name(), evaluation.auc());
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
   * All figures and, by their hash, the scores of all rows and the model; not the time, nor the
   * files' names, nor which version the model became.
   */
  @Override
  public Object fingerprint(LeadScoringResult result) {
    FittedModel fitted = model;
    return List.of(
        Json.without(result, "trainSeconds", "files", "registered"),
        scoresHash,
        fitted == null ? "" : Hashes.sha256(fitted.json()));
  }

  /** The model that scored the open rows, once the job has run. */
  @Nullable FittedModel model() {
    return model;
  }

  /**
   * @throws WorkbenchException when the table or a column is unknown, or the outcome cannot be
   *     learned
   */
  @Override
  public LeadScoringResult run(JobContext context) throws Exception {
    Quiet.libraries();
    try (var work = new Work(context::checkCancelled)) {
      Prepared prepared = Prepared.of(context, request, work);
      var registration = new Registration(context, request, prepared);
      registration.check();
      Dataset data = prepared.data();
      var contest = new Contest(data, prepared.split(), request, context, work);
      contest.run();
      context.progress(0.5, "Looking for columns that know the outcome");
      prepared
          .warnings()
          .addAll(new Leakage(data, data.labelled(), contest.rounds(), request.seed()).check(work));
      var checks = ColumnChecks.of(data, request.seed(), work);
      prepared.warn(ColumnChecks.warnings(checks, prepared.base(), data.open().length));
      context.progress(0.65, "Scoring all rows");
      Contest.Entry chosen = contest.chosen();
      Calibration.Kind kind = chosen.calibration().kind();
      var finals = FinalScores.of(data, chosen.model(), kind, request.seed(), work);
      double[] scores = finals.probabilities();
      scoresHash = hash(scores);
      boolean[] first = first(prepared);
      context.progress(0.75, "Explaining the scores");
      Reasons reasons = Reasons.of(data, finals, scores, first, work);
      var insights = new Insights(prepared, contest, request, work);
      ScoringDetails details = insights.details(context, checks, candidates(scores, first));
      FittedModel fitted = fitted(prepared, chosen, finals, details);
      model = fitted;
      context.progress(0.9, "Registering the model");
      registered = registration.register(contest, fitted, scores);
      context.progress(0.92, "Writing the ranked list");
      var purpose = request.options().purpose();
      var table =
          new ScoreTable(context, prepared.source(), prepared.target(), prepared.id(), purpose);
      table.write(scores, reasons.texts(data.rows()), chosen.name());
      RankedIds.warn(prepared.id(), table.repeatedIds(), prepared.warnings());
      List<Path> files = new LeadFiles(context, prepared.source(), purpose).write();
      return result(context, prepared, contest, reasons.with(table.best()), files, details);
    }
  }

  private static FittedModel fitted(
      Prepared prepared, Contest.Entry chosen, FinalScores finals, ScoringDetails details) {
    var profit = details.profit();
    return new FittedModel(
        FittedModel.VERSION,
        chosen.name(),
        chosen.model().settings(),
        prepared.preparation(),
        finals.predictor(),
        finals.calibration(),
        profit == null ? null : profit.threshold());
  }

  /** Per row, whether it is among those to act upon. */
  private boolean[] first(Prepared prepared) {
    byte[] outcome = prepared.facts().outcome();
    var first = new boolean[outcome.length];
    for (int row = 0; row < first.length; row++) {
      first[row] = ScoreTable.first(request.options().purpose(), outcome[row]);
    }
    return first;
  }

  private static double[] candidates(double[] scores, boolean[] first) {
    return IntStream.range(0, scores.length)
        .filter(row -> first[row])
        .mapToDouble(row -> scores[row])
        .toArray();
  }

  private static String hash(double[] scores) {
    var digest = Hashes.digest();
    var bytes = ByteBuffer.allocate(8);
    for (double score : scores) {
      digest.update(bytes.clear().putDouble(score).flip());
    }
    return Hashes.hex(digest.digest());
  }

  private LeadScoringResult result(
      JobContext context,
      Prepared prepared,
      Contest contest,
      List<RankedLead> best,
      List<Path> files,
      ScoringDetails details) {
    Path folder = context.workspace().folder().toAbsolutePath();
    Dataset data = prepared.data();
    Field id = prepared.id();
    return new LeadScoringResult(
        prepared.source().table().toString(),
        prepared.target().field().name(),
        prepared.target().positive(),
        id == null ? null : id.name(),
        data.labelled().length,
        data.open().length,
        prepared.split().train().length,
        prepared.split().test().length,
        data.positives(data.labelled()),
        request.seed(),
        prepared.splitBy(),
        data.columns().stream().map(Column::source).distinct().toList(),
        List.copyOf(prepared.leftOut()),
        contest.rules(),
        contest.evaluations(),
        contest.chosen().name(),
        contest.holdoutComparisons(),
        List.copyOf(prepared.warnings()),
        best,
        ScoreTable.name(request.options().purpose()),
        files.stream()
            .map(file -> folder.relativize(file.toAbsolutePath()).toString().replace('\\', '/'))
            .toList(),
        details,
        registered);
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
