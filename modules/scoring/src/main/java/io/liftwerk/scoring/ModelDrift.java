package io.liftwerk.scoring;

import io.liftwerk.scoring.DecayFigures.Known;
import io.liftwerk.scoring.ModelDriftResult.Advice;
import io.liftwerk.scoring.ModelDriftResult.Decay;
import io.liftwerk.scoring.ModelDriftResult.FeatureDrift;
import io.liftwerk.scoring.ModelDriftResult.Promise;
import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.models.FittedModel;
import io.liftwerk.scoring.registry.Baseline;
import io.liftwerk.scoring.registry.VersionFile;
import io.liftwerk.warehouse.drift.Verdict;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says whether the rows a model scores still look like those it learned from and, where outcomes
 * have arrived, whether it still ranks and predicts as it did on the holdout. Suggests training it
 * again, and never does so by itself.
 */
public final class ModelDrift implements Job<ModelDriftResult> {
  /** Name of the job. */
  public static final String NAME = "model-drift";

  private ModelDriftRequest request;
  private final Lookup lookup;

  /** Looks at a version of the registry. */
  public ModelDrift(ModelDriftRequest request) {
    this(request, ModelDrift::registered);
  }

  /**
   * @param lookup finds the version that the request names
   */
  ModelDrift(ModelDriftRequest request, Lookup lookup) {
    this.request = request;
    this.lookup = lookup;
  }

  /** Where versions of models come from. */
  @FunctionalInterface
  interface Lookup {
    Subject find(JobContext context, ModelDriftRequest request) throws Exception;
  }

  /**
   * A version of a model.
   *
   * @param baseline what its data looked like; null when nobody kept that
   * @param holdout what it promised; null when it was not judged
   */
  record Subject(
      String name,
      int version,
      FittedModel model,
      @Nullable Baseline baseline,
      @Nullable Promise holdout,
      String target,
      String positive,
      @Nullable String id) {}

  private static Subject registered(JobContext context, ModelDriftRequest request) {
    ModelRegistry registry = ModelRegistry.in(context);
    ModelVersion version = registry.get(new ModelReference(request.model(), request.version()));
    VersionFile file = registry.load(version);
    if (!(file.model() instanceof FittedModel model)) {
      throw noBaseline(version.reference());
    }
    context.input(version.file(), version.sha256(), 1);
    ModelFacts facts = version.facts();
    return new Subject(
        version.name(),
        version.version(),
        model,
        file.baseline(),
        Promise.of(facts.metrics()),
        facts.target(),
        facts.positive(),
        facts.id());
  }

  @Override
  public String name() {
    return NAME;
  }

  /** As asked for; once it has run, with the version looked at. */
  @Override
  public ModelDriftRequest parameters() {
    return request;
  }

  @Override
  public Map<String, Double> metrics(ModelDriftResult result) {
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put("psi.score", result.score().psi());
    result.features().forEach(feature -> metrics.put("psi." + feature.feature(), feature.psi()));
    Decay overall = result.overall();
    if (overall != null && overall.auc() != null) {
      metrics.put("auc", overall.auc());
    }
    return metrics;
  }

  /**
   * @throws WorkbenchException code {@code model-baseline} for a model whose training data nobody
   *     has kept in mind, {@code model-columns}, {@code table-unknown}, {@code column-unknown}, or
   *     {@code outcomes-id} when nothing tells which outcome is whose
   */
  @Override
  public ModelDriftResult run(JobContext context) throws Exception {
    Subject subject = lookup.find(context, request);
    request =
        new ModelDriftRequest(
            subject.name(),
            subject.version(),
            request.table(),
            request.outcomes(),
            request.id(),
            request.date());
    Baseline baseline = subject.baseline();
    if (baseline == null) {
      throw noBaseline(subject.name());
    }
    context.progress(0.05, "Looking at the table");
    SourceTable source = SourceTable.snapshot(context, request.table());
    int rows = source.count(context);
    String date = request.date();
    Field day = date == null ? null : source.field("date column", date);
    byte[] outcome = outcomes(context, source, subject, rows);
    context.progress(0.2, "Reading the rows");
    Dataset data = new DatasetReader(context, source, subject.model().preparation()).read(outcome);
    var counter = new DriftCounter(baseline);
    double[] scores;
    try (var work = new Work(context)) {
      context.progress(0.6, "Scoring the rows");
      scores =
          work.one(
              () -> subject.model().probabilities(data, IntStream.range(0, rows).toArray(), work));
    }
    counter.add(data, scores);
    context.progress(0.9, "Comparing with training");
    List<FeatureDrift> drifts = counter.drifts();
    var figures = new DecayFigures(subject.holdout());
    List<Known> known = known(context, outcome, scores, day);
    Decay overall = known.isEmpty() ? null : figures.overall(known);
    List<Decay> windows = figures.windows(known);
    List<FeatureDrift> features = drifts.subList(1, drifts.size());
    Suggestion suggestion =
        Suggestion.of(subject.holdout(), drifts.getFirst(), features, overall, windows);
    return new ModelDriftResult(
        subject.name(),
        subject.version(),
        source.table().toString(),
        baseline.rows(),
        rows,
        drifts.getFirst(),
        List.copyOf(features),
        subject.holdout(),
        overall,
        windows,
        suggestion.advice(),
        suggestion.sentence());
  }

  private static WorkbenchException noBaseline(String model) {
    return new WorkbenchException(
        "model-baseline",
        "What the training data of %s looked like was not kept, so nothing can be held against"
                .formatted(model)
            + " it.",
        "Train the model here, or compare two tables with drift.");
  }

  /** Outcome of each row of the snapshot, {@link Dataset#OPEN} where it has none yet. */
  private byte[] outcomes(JobContext context, SourceTable source, Subject subject, int rows)
      throws Exception {
    var outcome = new byte[rows];
    Arrays.fill(outcome, Dataset.OPEN);
    String other = request.outcomes();
    if (other == null) {
      Field target = source.find(subject.target()).orElse(null);
      if (target != null) {
        Query.each(
            context,
            "SELECT %s, %s FROM %s"
                .formatted(
                    SourceTable.N,
                    new Target(target, subject.positive()).outcome(),
                    SourceTable.SNAPSHOT),
            row -> outcome[(int) row.getLong(1)] = (byte) row.getInt(2));
      }
      return outcome;
    }
    String id = request.id() != null ? request.id() : subject.id();
    if (id == null) {
      throw new WorkbenchException(
          "outcomes-id",
          "Nothing tells which outcome of %s belongs to which row of %s."
              .formatted(other, source.table()),
          "Name the column that identifies a record in both tables.");
    }
    SourceTable later = SourceTable.find(context, other);
    Field key = source.field("id column", id);
    Field same = later.field("id column", id);
    Field target = later.field("target column", subject.target());
    Query.each(
        context,
        """
        SELECT s.%1$s, max(o.outcome) FROM (SELECT %1$s, %2$s AS key FROM %3$s) s
        JOIN (SELECT %4$s AS key, %5$s AS outcome FROM %6$s) o ON s.key = o.key GROUP BY 1
        """
            .formatted(
                SourceTable.N,
                key.text(),
                SourceTable.SNAPSHOT,
                same.text(),
                new Target(target, subject.positive()).outcome(),
                later.table().sql()),
        row -> outcome[(int) row.getLong(1)] = (byte) row.getInt(2));
    return outcome;
  }

  private static List<Known> known(
      JobContext context, byte[] outcome, double[] scores, @Nullable Field day) throws Exception {
    var month = new @Nullable String[outcome.length];
    if (day != null) {
      Query.each(
          context,
          "SELECT %s, %s FROM %s"
              .formatted(SourceTable.N, DatasetReader.day(day), SourceTable.SNAPSHOT),
          row -> {
            double days = row.getDouble(2);
            if (!row.wasNull()) {
              LocalDate date = LocalDate.ofEpochDay((long) Math.floor(days));
              month[(int) row.getLong(1)] = YearMonth.from(date).toString().intern();
            }
          });
    }
    var known = new ArrayList<Known>();
    for (int row = 0; row < outcome.length; row++) {
      if (outcome[row] != Dataset.OPEN) {
        known.add(new Known(scores[row], outcome[row] == 1, month[row]));
      }
    }
    return known;
  }

  /** What to do, and why, in one sentence. */
  private record Suggestion(Advice advice, String sentence) {

    static Suggestion of(
        @Nullable Promise holdout,
        FeatureDrift score,
        List<FeatureDrift> features,
        @Nullable Decay overall,
        List<Decay> windows) {
      List<FeatureDrift> shifted =
          features.stream()
              .filter(one -> one.verdict() == Verdict.MAJOR || one.verdict() == Verdict.MODERATE)
              .toList();
      Decay worst = worst(overall, windows);
      if (worst != null && worst.ranksWorse() && holdout != null) {
        return new Suggestion(
            Advice.RETRAIN,
            String.format(
                Locale.ROOT,
                "Train it again: it ranks worse than it did, AUC %.3f instead of %.3f.",
                worst.auc(),
                holdout.auc()));
      }
      if (worst != null && worst.offScale()) {
        return new Suggestion(
            Advice.RETRAIN,
            String.format(
                Locale.ROOT,
                "Train it again: it predicted %.1f %% of yes, and %.1f %% came.",
                100 * worst.predicted(),
                100 * worst.observed()));
      }
      if (overall != null && overall.auc() != null && holdout != null) {
        return shifted.isEmpty()
            ? new Suggestion(
                Advice.KEEP, "It ranks as it did, and the data look as they did: keep it.")
            : new Suggestion(
                Advice.WATCH,
                String.format(
                    Locale.ROOT,
                    "Features have shifted (%d, '%s' the most), but it ranks as it did: look again"
                        + " soon.",
                    shifted.size(),
                    shifted.getFirst().feature()));
      }
      if (score.verdict() == Verdict.MAJOR
          || !shifted.isEmpty() && shifted.getFirst().verdict() == Verdict.MAJOR) {
        return new Suggestion(
            Advice.RETRAIN,
            shifted.isEmpty()
                ? "Consider training it again: its scores are spread otherwise than at training."
                : String.format(
                    Locale.ROOT,
                    "Consider training it again: features have shifted (%d, '%s' the most), and no"
                        + " outcomes tell yet what that does.",
                    shifted.size(),
                    shifted.getFirst().feature()));
      }
      if (!shifted.isEmpty() || score.verdict() == Verdict.MODERATE) {
        return new Suggestion(
            Advice.WATCH, "The data have shifted a little: look again when outcomes have arrived.");
      }
      return new Suggestion(Advice.KEEP, "The data look as they did at training: keep it.");
    }

    /** All rows where they tell of decay, else the latest month that does. */
    private static @Nullable Decay worst(@Nullable Decay overall, List<Decay> windows) {
      if (overall == null || overall.ranksWorse() || overall.offScale()) {
        return overall;
      }
      Decay last = windows.isEmpty() ? null : windows.getLast();
      return last != null && (last.ranksWorse() || last.offScale()) ? last : null;
    }
  }
}
