package io.liftwerk.scoring;

import io.liftwerk.scoring.BatchScoringResult.Tenth;
import io.liftwerk.scoring.ScoringDetails.Reason;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.models.FittedModel;
import io.liftwerk.scoring.models.ForeignModel;
import io.liftwerk.scoring.registry.Baseline;
import io.liftwerk.scoring.registry.VersionFile;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores any table that has a registered model's columns, in chunks, and ranks it into {@code
 * gold.MODEL_scores}. The run records which version scored, so that its repetition uses the same
 * whoever is champion by then.
 */
public final class BatchScoring implements Job<BatchScoringResult> {
  /** Name of the job. */
  public static final String NAME = "score";

  private BatchScoringRequest request;
  private String scoresHash = "";

  public BatchScoring(BatchScoringRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** As asked for; once it has run, with the version that scored. */
  @Override
  public BatchScoringRequest parameters() {
    return request;
  }

  @Override
  public Map<String, Double> metrics(BatchScoringResult result) {
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put("rows", (double) result.rows());
    metrics.put("meanScore", result.mean());
    if (result.contacts() != null) {
      metrics.put("contacts", (double) result.contacts());
    }
    return metrics;
  }

  /** All figures and, by their hash, the scores of all rows. */
  @Override
  public Object fingerprint(BatchScoringResult result) {
    // whether the version is retired by now changes no score
    // and what the rows are held against was kept with the version, so it adds nothing
    return List.of(Json.without(result, "warnings", "drift"), scoresHash);
  }

  /**
   * @throws WorkbenchException when model, version, table or column is unknown, the model's file is
   *     not the one that was written, or the table does not have what the model needs
   */
  @Override
  public BatchScoringResult run(JobContext context) throws Exception {
    ModelRegistry registry = ModelRegistry.in(context);
    context.progress(0.01, "Looking at model and table");
    ModelVersion version = registry.get(request.reference());
    request =
        new BatchScoringRequest(version.name(), version.version(), request.table(), request.id());
    VersionFile file = registry.load(version);
    var warnings = new ArrayList<ScoringWarning>();
    retired(version, warnings);
    return switch (file.model()) {
      case FittedModel model -> own(context, version, file, model, warnings);
      case ForeignModel model -> foreign(context, version, model, warnings);
    };
  }

  private BatchScoringResult foreign(
      JobContext context, ModelVersion version, ForeignModel model, List<ScoringWarning> warnings)
      throws Exception {
    context.progress(0.05, "Looking at the table");
    SourceTable source = SourceTable.snapshot(context, request.table());
    SourceTable.Field id = id(source, version.facts());
    int rows = source.count(context);
    context.input(version.file(), version.sha256(), 1);
    context.execute(
        "CREATE OR REPLACE TEMP TABLE liftwerk_model_input AS SELECT %s AS n, %s FROM %s"
            .formatted(
                SourceTable.N,
                String.join(", ", BatchTable.keys(context, source, version.facts(), id)),
                SourceTable.SNAPSHOT));
    context.progress(0.3, "Scoring the rows");
    var table = new BatchTable(context, version, source);
    table.rank(ForeignRows.probabilities(context, source, rows, model, version.reference()));
    warnings.add(
        new ScoringWarning(
            "no-reasons",
            null,
            "'%s' was not trained here, so no score has reasons and drift cannot be told."
                .formatted(version.reference())));
    scoresHash = table.write(List.of());
    RankedIds.warn(id, table.repeatedIds(), warnings);
    return result(version, source, rows, null, table, List.of(), warnings, null);
  }

  private BatchScoringResult own(
      JobContext context,
      ModelVersion version,
      VersionFile file,
      FittedModel model,
      List<ScoringWarning> warnings)
      throws Exception {
    SourceTable source = SourceTable.find(context, request.table());
    ModelFacts facts = version.facts();
    SourceTable.Field id = id(source, facts);
    ModelInput input =
        ModelInput.of(
            context,
            source,
            source.table().sql(),
            BatchTable.keys(context, source, facts, id),
            model.preparation(),
            version.reference(),
            warnings);
    int rows = input.count(source);
    context.input(version.file(), version.sha256(), 1);
    var table = new BatchTable(context, version, source);
    try (var work = new Work(context)) {
      DriftCounter counter = counter(version, file, source);
      table.rank(input.probabilities(model, rows, counter, work));
      context.progress(0.8, "Explaining the scores");
      int most = Math.min(rows, Reasons.most(model.predictor().effort()));
      Dataset best = table.first(input, most);
      List<List<Reason>> reasons = Reasons.all(best, row -> model.contributions(best, row), work);
      scoresHash = table.write(reasons);
      RankedIds.warn(id, table.repeatedIds(), warnings);
      return result(
          version,
          source,
          rows,
          model.threshold(),
          table,
          reasons,
          warnings,
          counter == null ? null : counter.summary());
    }
  }

  /** Rows that a model learned from are no news to it, and scored the surer for it. */
  private static @Nullable DriftCounter counter(
      ModelVersion version, VersionFile file, SourceTable source) {
    Baseline baseline = file.baseline();
    boolean own = source.table().toString().equals(version.facts().table());
    return baseline == null || own ? null : new DriftCounter(baseline);
  }

  private SourceTable.@Nullable Field id(SourceTable source, ModelFacts facts) {
    String named = request.id();
    if (named != null) {
      return source.field("id column", named);
    }
    return facts.id() == null ? null : source.find(facts.id()).orElse(null);
  }

  private static void retired(ModelVersion version, List<ScoringWarning> warnings) {
    if (version.stage() == ModelStage.RETIRED) {
      warnings.add(
          new ScoringWarning(
              "retired",
              null,
              "Version %d of %s is retired; score by it only to look back."
                  .formatted(version.version(), version.name())));
    }
  }

  private static BatchScoringResult result(
      ModelVersion version,
      SourceTable source,
      int rows,
      @Nullable Double threshold,
      BatchTable table,
      List<List<Reason>> reasons,
      List<ScoringWarning> warnings,
      BatchScoringResult.@Nullable Drift drift)
      throws Exception {
    List<Tenth> tenths = table.tenths();
    long first = tenths.stream().mapToLong(Tenth::rows).sum();
    double sum = tenths.stream().mapToDouble(tenth -> tenth.rows() * tenth.mean()).sum();
    return new BatchScoringResult(
        version.name(),
        version.version(),
        version.facts().purpose(),
        source.table().toString(),
        version.facts().target(),
        version.facts().positive(),
        rows,
        first,
        first == 0 ? 0 : sum / first,
        threshold,
        threshold == null ? null : table.reach(threshold),
        tenths,
        List.copyOf(warnings),
        drift,
        table.best(reasons),
        table.table().toString());
  }
}
