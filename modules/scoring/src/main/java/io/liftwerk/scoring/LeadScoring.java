package io.liftwerk.scoring;

import io.liftwerk.scoring.LeadScoringResult.Comparison;
import io.liftwerk.scoring.LeadScoringResult.LeftOut;
import io.liftwerk.scoring.LeadScoringResult.RankedLead;
import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
  private String scoresHash = "";

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

  /** All figures and, by their hash, the scores of all rows; not the time, nor the files' names. */
  @Override
  public Object fingerprint(LeadScoringResult result) {
    return List.of(Json.without(result, "trainSeconds", "files"), scoresHash);
  }

  /**
   * @throws WorkbenchException when the table or a column is unknown, or the outcome cannot be
   *     learned
   */
  @Override
  public LeadScoringResult run(JobContext context) throws Exception {
    Quiet.libraries();
    try (var work = new Work(context)) {
      Prepared prepared = prepare(context, work);
      try (var contest =
          new Contest(prepared.data(), prepared.split(), request.seed(), context, work)) {
        contest.train();
        prepared.warnings().addAll(contest.leakage());
        double[] scores = contest.scores();
        scoresHash = hash(scores);
        context.progress(0.9, "Writing the ranked list");
        var table = new ScoreTable(context, prepared.source(), prepared.target(), prepared.id());
        table.write(scores, contest.chosen());
        ids(table, prepared);
        List<Path> files = new LeadFiles(context, prepared.source()).write();
        return result(context, prepared, contest, table.best(), files);
      }
    }
  }

  private static String hash(double[] scores) {
    var digest = Hashes.digest();
    var bytes = ByteBuffer.allocate(8);
    for (double score : scores) {
      digest.update(bytes.clear().putDouble(score).flip());
    }
    return Hashes.hex(digest.digest());
  }

  /** The table made ready to learn from, and what was noticed on the way. */
  private record Prepared(
      SourceTable source,
      Target target,
      @Nullable Field id,
      Dataset data,
      Split split,
      List<LeftOut> leftOut,
      List<ScoringWarning> warnings) {}

  private Prepared prepare(JobContext context, Work work) throws Exception {
    var warnings = new ArrayList<ScoringWarning>();
    context.progress(0.01, "Looking at the table");
    SourceTable source = SourceTable.snapshot(context, request.table());
    int rows = source.count(context);
    Field targetField = source.field("target column", request.target());
    Field splitField =
        request.split() == null ? null : source.field("split column", request.split());
    Target target = Target.decide(context, source, targetField, request.positive(), warnings);
    Profile profile = Profile.of(context, source, target, request);
    context.progress(0.06, "Reading the rows");
    var loaded = new DatasetReader(context, source, target, profile, rows).read(splitField);
    Split split =
        splitField == null
            ? Split.seeded(loaded.data(), request.seed())
            : UserSplit.of(loaded.data(), loaded.split(), splitField.name());
    var leftOut = new ArrayList<>(profile.leftOut());
    Dataset data = Narrowing.keep(loaded.data(), split.train(), request.seed(), work, leftOut);
    warnings.addAll(Suspicion.of(data, split, loaded.hashes()));
    return new Prepared(source, target, profile.id(), data, split, leftOut, warnings);
  }

  private static void ids(ScoreTable table, Prepared prepared) throws Exception {
    Field id = prepared.id();
    long repeated = table.repeatedIds();
    if (id != null && repeated > 0) {
      prepared
          .warnings()
          .add(
              new ScoringWarning(
                  "id-repeated",
                  id.name(),
                  String.format(
                      Locale.ROOT,
                      "%,d rows repeat a value of '%s'; each row is ranked on its own.",
                      repeated,
                      id.name())));
    }
  }

  private LeadScoringResult result(
      JobContext context,
      Prepared prepared,
      Contest contest,
      List<RankedLead> best,
      List<Path> files) {
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
        request.split() == null ? "seed" : request.split(),
        data.columns().stream().map(Column::source).distinct().toList(),
        List.copyOf(prepared.leftOut()),
        contest.rules(),
        contest.evaluations(),
        contest.chosen(),
        contest.comparisons(),
        List.copyOf(prepared.warnings()),
        best,
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
