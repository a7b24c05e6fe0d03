package io.liftwerk.scoring;

import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.models.FittedModel;
import io.liftwerk.scoring.registry.Baseline;
import io.liftwerk.scoring.registry.SeenRows;
import io.liftwerk.scoring.registry.VersionFile;
import io.liftwerk.scoring.registry.Versions;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.ResultFile;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Enters a trained model in the registry: its file is written as a draft of the run, and its line
 * is part of the run's transaction, so both are there with the run or not at all.
 */
final class Registration {
  private static final int LONGEST_NAME = 60;

  private final JobContext context;
  private final LeadScoringRequest request;
  private final Prepared prepared;

  Registration(JobContext context, LeadScoringRequest request, Prepared prepared) {
    this.context = context;
    this.request = request;
    this.prepared = prepared;
  }

  /**
   * Looks before the training whether the model may have the name that the user chose.
   *
   * @throws WorkbenchException code {@code model-name}, or {@code model-other-target} when the
   *     model of that name predicts something else
   */
  void check() throws SQLException {
    name();
  }

  private ModelLabel label() {
    ModelLabel label = request.model();
    return label == null ? ModelLabel.NONE : label;
  }

  /** The user's, else one of purpose and table, and of the target where that means another one. */
  private String name() throws SQLException {
    Versions versions = new Versions(context.connection());
    String wished = label().name();
    if (wished != null) {
      checkName(wished);
      String name = Names.match(wished, versions.names()).orElse(wished);
      ModelVersion other = other(versions.of(name));
      if (other != null) {
        throw new WorkbenchException(
            "model-other-target",
            "The model '%s' predicts '%s = %s', and this run would predict '%s = %s'."
                .formatted(
                    name,
                    other.facts().target(),
                    other.facts().positive(),
                    prepared.target().field().name(),
                    prepared.target().positive()),
            "Choose another name with --model-name.");
      }
      return name;
    }
    String plain = plain(purpose() + "-" + prepared.source().table().name());
    if (other(versions.of(plain)) == null) {
      return plain;
    }
    String longer = plain(plain + "-" + prepared.target().field().name());
    String name = longer;
    for (int i = 2; other(versions.of(name)) != null; i++) {
      name = longer + "-" + i;
    }
    return name;
  }

  private String purpose() {
    return request.options().purpose().name().toLowerCase(Locale.ROOT);
  }

  /** A version that predicts something else than this run; null when none does. */
  private @Nullable ModelVersion other(List<ModelVersion> versions) {
    Purpose purpose = request.options().purpose();
    return versions.stream()
        .filter(
            version ->
                version.facts().purpose() != purpose
                    || !version.facts().target().equals(prepared.target().field().name())
                    || !version.facts().positive().equals(prepared.target().positive()))
        .findFirst()
        .orElse(null);
  }

  static String plain(String text) {
    String name =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}._-]+", "-")
            .replaceAll("^[-.]+|[-.]+$", "");
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  /**
   * @throws WorkbenchException code {@code model-name}
   */
  static void checkName(String name) {
    if (!name.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]{0,%d}".formatted(LONGEST_NAME - 1))) {
      throw new WorkbenchException(
          "model-name",
          "'" + name + "' cannot be the name of a model.",
          "Use letters, digits, dots, hyphens and underscores, at most 60, a letter or digit"
              + " first.");
    }
  }

  /**
   * @param model what scores
   * @param scores calibrated probability of every row, out of fold where it has an outcome
   */
  RegisteredModel register(Contest contest, FittedModel model, double[] scores) throws Exception {
    Versions versions = new Versions(context.connection());
    String name = name();
    Contest.Entry chosen = contest.chosen();
    var judged =
        new FittedModel(
            FittedModel.VERSION,
            model.learner(),
            model.settings(),
            model.preparation(),
            chosen.model().predictor(),
            chosen.calibration(),
            model.threshold());
    Dataset data = prepared.data();
    int[] labelled = data.labelled();
    var known = new double[labelled.length];
    for (int i = 0; i < known.length; i++) {
      known[i] = scores[labelled[i]];
    }
    ModelLabel label = label();
    ModelFacts facts = facts(contest, model);
    var file =
        new VersionFile(
            VersionFile.FORMAT,
            name,
            0,
            "",
            Instant.now(),
            label.owner(),
            label.note(),
            facts,
            request,
            model,
            judged,
            seen(facts.features()),
            Baseline.of(data, labelled, known));
    ModelStage stage =
        versions.champion(name).isPresent() ? ModelStage.CHALLENGER : ModelStage.CHAMPION;
    ModelVersion version = enter(context, versions, file, stage);
    return new RegisteredModel(
        version.name(), version.version(), stage, version.file(), version.sha256());
  }

  /** Enters what {@code draft} holds as the next version of its model. */
  static ModelVersion enter(
      JobContext context, Versions versions, VersionFile draft, ModelStage stage) throws Exception {
    List<ModelVersion> before = versions.of(draft.name());
    int number = before.isEmpty() ? 1 : before.getLast().version() + 1;
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    VersionFile file = draft.as(number, context.run(), now);
    ResultFile place = context.modelFile(file.name(), "json");
    String sha256 = write(place, file);
    var version =
        new ModelVersion(
            file.name(),
            number,
            stage,
            now,
            context.run(),
            file.owner(),
            file.note(),
            context.workspace().relative(place.place()),
            sha256,
            Hashes.sha256(file.model().json()),
            file.facts());
    versions.add(version);
    return version;
  }

  private static String write(ResultFile place, VersionFile file) throws IOException {
    String text = Json.write(file);
    Files.writeString(place.draft(), text, StandardCharsets.UTF_8);
    return Hashes.sha256(text);
  }

  private ModelFacts facts(Contest contest, FittedModel model) {
    SourceTable.Field id = prepared.id();
    Dataset data = prepared.data();
    return new ModelFacts(
        request.options().purpose(),
        prepared.source().table().toString(),
        prepared.source().contentHash(),
        data.labelled().length,
        prepared.target().field().name(),
        prepared.target().positive(),
        id == null ? null : id.name(),
        data.columns().stream().map(Column::source).distinct().toList(),
        model.learner(),
        model.settings(),
        model.threshold(),
        request.seed(),
        metrics(contest.chosen()),
        Workspace.SOFTWARE);
  }

  private static Map<String, Double> metrics(Contest.Entry chosen) {
    ModelEvaluation evaluation = chosen.evaluation();
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put("auc", evaluation.auc());
    metrics.put("aucLow", evaluation.aucLow());
    metrics.put("aucHigh", evaluation.aucHigh());
    metrics.put("averagePrecision", evaluation.averagePrecision());
    metrics.put("brier", evaluation.brier());
    metrics.put("logLoss", evaluation.logLoss());
    metrics.put("lift10", evaluation.lift10());
    if (evaluation.deciles().size() > 1) {
      metrics.put("top20", evaluation.deciles().get(1).gain());
    }
    metrics.put("calibrationError", chosen.check().errorAfter());
    return metrics;
  }

  private SeenRows seen(List<String> features) throws Exception {
    RowKeys by = RowKeys.of(prepared.id(), features);
    long[] keys =
        Objects.requireNonNull(
            by.read(context, prepared.source(), prepared.data().rows()).orElse(null));
    return new SeenRows(
        by.columns(),
        by.numbered(),
        SeenRows.Filter.of(keys, prepared.split().train()),
        SeenRows.Filter.of(keys, prepared.split().test()));
  }
}
