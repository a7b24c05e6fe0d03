package io.liftwerk.scoring;

import io.liftwerk.scoring.ModelComparisonResult.Basis;
import io.liftwerk.scoring.ModelComparisonResult.Difference;
import io.liftwerk.scoring.ModelComparisonResult.Side;
import io.liftwerk.scoring.evaluation.DeLong;
import io.liftwerk.scoring.evaluation.PairedBootstrap;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.models.FittedModel;
import io.liftwerk.scoring.models.ForeignModel;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares two versions of a model, or of two models of the same outcome, on the same rows: AUCs by
 * DeLong's paired test, the other figures by a paired bootstrap.
 *
 * <p>Without a table the rows are those of the table they learned from that lay in neither's
 * training part, and compared are the models that learned from these parts alone; rows that have
 * come since count too. On a table that is named the models that score are compared, which have
 * learned from every row that had an outcome then: how many of the rows these are is said.
 */
public final class ModelComparison implements Job<ModelComparisonResult> {
  /** Name of the job. */
  public static final String NAME = "models-compare";

  private static final long SEED = 7;
  private static final double SIGNIFICANT = 0.05;

  private ModelComparisonRequest request;

  public ModelComparison(ModelComparisonRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** As asked for; once it has run, with the versions that were compared. */
  @Override
  public ModelComparisonRequest parameters() {
    return request;
  }

  @Override
  public Long seed() {
    return SEED;
  }

  @Override
  public Map<String, Double> metrics(ModelComparisonResult result) {
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put("auc.first", result.first().auc());
    metrics.put("auc.second", result.second().auc());
    result
        .differences()
        .forEach(one -> metrics.put("difference." + one.figure(), one.difference()));
    return metrics;
  }

  /** All but the stages, which change without the figures. */
  @Override
  public Object fingerprint(ModelComparisonResult result) {
    return Json.without(result, "stage");
  }

  /**
   * @throws WorkbenchException when a model, version, table or column is unknown or unreadable,
   *     code {@code compare-target} when the two predict different things, {@code compare-table}
   *     when they learned from different tables and none is named, {@code compare-rows} when too
   *     few rows are left
   */
  @Override
  public ModelComparisonResult run(JobContext context) throws Exception {
    ModelRegistry registry = ModelRegistry.in(context);
    context.progress(0.01, "Looking at the models");
    var first = Contender.of(registry, request.first());
    ModelReference other = request.second();
    var second =
        Contender.of(registry, other == null ? challenger(registry, first.listed()) : other);
    String wished = request.table();
    request = new ModelComparisonRequest(first.reference(), second.reference(), request.table());
    check(first.listed(), second.listed(), wished);
    Basis basis = wished == null ? Basis.HOLDOUT : Basis.TABLE;
    SourceTable source =
        SourceTable.snapshot(context, wished == null ? first.listed().facts().table() : wished);
    int rows = source.count(context);
    var warnings = new ArrayList<ScoringWarning>();
    try (var work = new Work(context)) {
      var compared = ComparedRows.of(context, source, rows, basis, first, second);
      compared.warn(first, second, warnings);
      double[] one = compared.pick(scores(context, source, rows, first, basis, work));
      double[] two = compared.pick(scores(context, source, rows, second, basis, work));
      context.progress(0.7, "Comparing the models");
      return result(source, basis, compared, first, second, one, two, warnings, work);
    }
  }

  private static ModelReference challenger(ModelRegistry registry, ModelVersion first) {
    return registry.of(first.name()).stream()
        .filter(one -> one.stage() == ModelStage.CHALLENGER && one.version() != first.version())
        .reduce((earlier, later) -> later)
        .map(one -> new ModelReference(one.name(), one.version()))
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "no-challenger",
                    "The model '" + first.name() + "' has no challenger to compare with.",
                    "Train another version, or name two."));
  }

  private static void check(ModelVersion first, ModelVersion second, @Nullable String table) {
    if (first.name().equals(second.name()) && first.version() == second.version()) {
      throw new WorkbenchException(
          "compare-target",
          "'" + first.reference() + "' would be compared with itself.",
          "Name two versions.");
    }
    ModelFacts one = first.facts();
    ModelFacts two = second.facts();
    if (!one.target().equals(two.target()) || !one.positive().equals(two.positive())) {
      throw new WorkbenchException(
          "compare-target",
          "'%s' predicts '%s = %s' and '%s' predicts '%s = %s', so they cannot be compared."
              .formatted(
                  first.reference(),
                  one.target(),
                  one.positive(),
                  second.reference(),
                  two.target(),
                  two.positive()),
          "Compare models of the same outcome.");
    }
    if (table == null && (one.foreign() || two.foreign())) {
      throw Contender.noHoldout(one.foreign() ? first : second);
    }
    if (table == null && !one.table().equals(two.table())) {
      throw new WorkbenchException(
          "compare-table",
          "'%s' learned from %s and '%s' from %s."
              .formatted(first.reference(), one.table(), second.reference(), two.table()),
          "Name the table to compare them on, with --table.");
    }
  }

  private static double[] scores(
      JobContext context, SourceTable source, int rows, Contender contender, Basis basis, Work work)
      throws Exception {
    String name = contender.listed().reference();
    return switch (contender.model(basis)) {
      case FittedModel model -> scores(context, source, rows, model, name, work);
      case ForeignModel model -> ForeignRows.probabilities(context, source, rows, model, name);
    };
  }

  private static double[] scores(
      JobContext context, SourceTable source, int rows, FittedModel model, String name, Work work)
      throws Exception {
    ModelInput input =
        ModelInput.of(
            context,
            source,
            SourceTable.SNAPSHOT,
            List.of(SourceTable.N + " AS n"),
            model.preparation(),
            name,
            new ArrayList<>());
    return input.probabilities(model, rows, work);
  }

  private static ModelComparisonResult result(
      SourceTable source,
      Basis basis,
      ComparedRows compared,
      Contender first,
      Contender second,
      double[] one,
      double[] two,
      List<ScoringWarning> warnings,
      Work work)
      throws Exception {
    boolean[] yes = compared.yes();
    DeLong.Test test = DeLong.compare(one, two, yes);
    var differences = new ArrayList<Difference>();
    differences.add(new Difference("auc", test.difference(), null, null, test.p()));
    List<PairedBootstrap.Difference> drawn = PairedBootstrap.differences(one, two, yes, SEED, work);
    List<String> names = List.of("averagePrecision", "brier", "logLoss", "top20");
    for (int i = 0; i < names.size(); i++) {
      PairedBootstrap.Difference of = drawn.get(i);
      differences.add(new Difference(names.get(i), of.difference(), of.low(), of.high(), of.p()));
    }
    Side left = side(first, one, yes, compared.seenByFirst());
    Side right = side(second, two, yes, compared.seenBySecond());
    boolean real = test.p() < SIGNIFICANT;
    return new ModelComparisonResult(
        source.table().toString(),
        basis,
        yes.length,
        compared.positives(),
        left,
        right,
        List.copyOf(differences),
        real,
        sentence(left, right, test, real),
        List.copyOf(warnings));
  }

  private static Side side(Contender of, double[] scores, boolean[] yes, long seen) {
    DeLong.Interval auc = DeLong.interval(scores, yes);
    PairedBootstrap.Figures figures = PairedBootstrap.figures(scores, yes);
    return new Side(
        of.listed().name(),
        of.listed().version(),
        of.listed().stage(),
        auc.auc(),
        auc.low(),
        auc.high(),
        figures.averagePrecision(),
        figures.brier(),
        figures.logLoss(),
        figures.top20(),
        seen);
  }

  private static String sentence(Side first, Side second, DeLong.Test test, boolean real) {
    Side better = second.auc() >= first.auc() ? second : first;
    Side worse = Objects.equals(better, second) ? first : second;
    String names = better.model().equals(worse.model()) ? better.model() : "";
    String one = names.isEmpty() ? better.model() + ":" + better.version() : "" + better.version();
    String two = names.isEmpty() ? worse.model() + ":" + worse.version() : "" + worse.version();
    return String.format(
        Locale.ROOT,
        real
            ? "Version %s ranks better than version %s: AUC %.4f against %.4f, more than chance"
                + " explains (%s)."
            : "That version %s ranks better than version %s cannot be told: AUC %.4f against %.4f"
                + " may well be chance (%s).",
        one,
        two,
        better.auc(),
        worse.auc(),
        chance(test.p()));
  }

  private static String chance(double p) {
    return p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
  }
}
