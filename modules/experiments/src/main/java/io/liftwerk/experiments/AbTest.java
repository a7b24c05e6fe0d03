package io.liftwerk.experiments;

import io.liftwerk.experiments.AbTestResult.Balance;
import io.liftwerk.experiments.AbTestResult.Comparison;
import io.liftwerk.experiments.AbTestResult.Correction;
import io.liftwerk.experiments.AbTestResult.CovariateUse;
import io.liftwerk.experiments.AbTestResult.LeastSquares;
import io.liftwerk.experiments.AbTestResult.Novelty;
import io.liftwerk.experiments.AbTestResult.Point;
import io.liftwerk.experiments.AbTestResult.SampleRatio;
import io.liftwerk.experiments.AbTestResult.Warning;
import io.liftwerk.experiments.AbTestResult.WithoutTop;
import io.liftwerk.experiments.abtest.ChiSquared;
import io.liftwerk.experiments.abtest.MultipleTesting;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares the arms of an experiment: first whether they are as large as planned, then every metric
 * in every arm beside the control, with intervals, chances, corrections for looking often and for
 * looking at much, and a sentence that says what it means.
 */
public final class AbTest implements Job<AbTestResult> {
  /** Name of the job. */
  public static final String NAME = "abtest";

  /** Sizes that differ as much from what was planned by chance once in a thousand experiments. */
  private static final double SIZES = 0.001;

  private static final int MOST_METRICS = 100;

  private final AbTestRequest request;

  public AbTest(AbTestRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public AbTestRequest parameters() {
    return request;
  }

  @Override
  public Map<String, Double> metrics(AbTestResult result) {
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put("sampleRatio.p", result.sampleRatio().p());
    for (Comparison one : result.metrics()) {
      String name = one.metric() + "." + one.arm();
      metrics.put("difference." + name, one.difference());
      metrics.put("p." + name, one.p());
    }
    return metrics;
  }

  /** The figures; what was looked at before, and what is planned, may have changed since. */
  @Override
  public Object fingerprint(AbTestResult result) {
    return Json.without(result, "look", "plan", "warnings");
  }

  /**
   * @throws WorkbenchException when a name is unknown, or the data allow no comparison
   */
  @Override
  public AbTestResult run(JobContext context) throws Exception {
    List<AbMetric> metrics = asked();
    MultipleTesting correction = correction();
    if (!(request.alpha() > 0 && request.alpha() < 0.5)) {
      throw new WorkbenchException(
          "alpha",
          "A chance of false alarms of %s is none.".formatted(request.alpha()),
          "Write it as a fraction: 0.05 for 5 %.");
    }
    var warnings = new ArrayList<Warning>();
    context.progress(0.02, "Looking at the table");
    AbTable table = AbTable.find(context, request.table());
    AbCovariate covariate = covariate(table);
    AbRows rows =
        AbRows.read(
            context,
            table,
            request,
            metrics,
            covariate == null ? null : covariate.column(),
            warnings);
    var arms = AbArms.of(rows, request);
    String control = arms.control();
    List<String> others = arms.others();

    context.progress(0.4, "Comparing what was known before");
    var balance = new ArrayList<Balance>();
    CovariateUse use = null;
    if (covariate != null) {
      balance.addAll(covariate.balance(context, rows, control, others));
      use = covariate.use(balance, request.start());
      AbNotes.covariate(use, balance, warnings);
      rows.fill(rows.covariate(covariate.column()));
    }

    context.progress(0.5, "Adding up outcomes");
    boolean adjust = use != null && use.used();
    AbMeasuring measuring =
        AbMeasuring.of(
            context, rows, metrics, adjust && covariate != null ? covariate.column() : null);
    AbNotes.outcomes(context, rows, metrics, arms, warnings);
    Map<String, Long> counts = rows.clustered() ? measuring.clusters() : arms.persons();
    SampleRatio sizes = arms.sampleRatio(counts);
    if (rows.stratified()) {
      balance.addAll(AbNotes.strata(context, rows, control, others));
    }

    context.progress(0.7, "Comparing the arms");
    var measured = new ArrayList<AbMeasured>();
    var keys = new ArrayList<String>();
    for (int i = 0; i < metrics.size(); i++) {
      for (String arm : others) {
        context.checkCancelled();
        measured.add(measuring.measure(i, control, arm));
        keys.add(i + " " + arm);
      }
    }
    Map<String, WithoutTop> withoutTop = measuring.withoutTop(control, others, request.alpha());
    Map<String, LeastSquares> regressions =
        adjust && covariate != null && !rows.clustered()
            ? new AbRegression(context, rows, measuring, rows.covariate(covariate.column()))
                .of(metrics, control, others)
            : Map.of();

    context.progress(0.9, "Judging");
    ExperimentLooks register = ExperimentLooks.of(context, table, request, arms.total());
    List<Long> daily = rows.dated() ? AbSeries.persons(measuring) : List.of();
    AbLooks looks = AbLooks.of(request, register.persons(daily), measured.size());
    Double perDay = daily.isEmpty() ? null : (double) daily.getLast() / daily.size();
    var deciding =
        new AbDeciding(request, looks.deciding(), correction, sizes.ok(), rows.clustered(), perDay);
    List<Comparison> comparisons = deciding.decide(measured, keys, withoutTop, regressions);
    var series = new AbSeries(measuring, metrics, looks);
    List<Point> points = series.points(control, others);
    List<Novelty> novelty = series.novelty(control, others);
    AbNotes.afterwards(request, sizes, comparisons, novelty, warnings);
    register.notes(comparisons, warnings);
    rows.drop();
    var result =
        new AbTestResult(
            table.ref().toString(),
            request.arm(),
            control,
            looks.name(),
            request.alpha(),
            headline(comparisons),
            arms.records(rows.clustered() ? counts : null),
            sizes,
            comparisons,
            new Correction(
                request.correction().toLowerCase(Locale.ROOT),
                comparisons.size(),
                scope(metrics.size(), others.size())),
            use,
            balance,
            points,
            novelty,
            looks.boundaries(),
            register.plan(),
            register.look(),
            warnings);
    register.record(context, result);
    return result;
  }

  private List<AbMetric> asked() {
    if (request.metrics().isEmpty()) {
      throw new WorkbenchException(
          "metric-none",
          "No metric is named.",
          "Name at least one, such as visit:proportion or spend:revenue.");
    }
    if (request.metrics().size() > MOST_METRICS) {
      throw new WorkbenchException(
          "metric-many",
          "%d metrics are more than can be told apart from chance."
              .formatted(request.metrics().size()),
          "Name those that decide, at most %d.".formatted(MOST_METRICS));
    }
    return request.metrics().stream().map(AbMetric::parse).distinct().toList();
  }

  private MultipleTesting correction() {
    return switch (request.correction().toLowerCase(Locale.ROOT)) {
      case "holm" -> MultipleTesting.HOLM;
      case "bonferroni" -> MultipleTesting.BONFERRONI;
      case "sidak" -> MultipleTesting.SIDAK;
      case "holm-sidak" -> MultipleTesting.HOLM_SIDAK;
      case "hochberg" -> MultipleTesting.HOCHBERG;
      case "hommel" -> MultipleTesting.HOMMEL;
      case "bh" -> MultipleTesting.BENJAMINI_HOCHBERG;
      case "by" -> MultipleTesting.BENJAMINI_YEKUTIELI;
      default ->
          throw new WorkbenchException(
              "correction-unknown",
              "'%s' is no correction for several comparisons.".formatted(request.correction()),
              "There are holm, bonferroni, sidak, holm-sidak, hochberg, hommel, bh and by.");
    };
  }

  /** A column may have a colon in its name. */
  private @Nullable AbCovariate covariate(AbTable table) {
    String text = request.covariate();
    if (text != null && table.find(text).isPresent()) {
      return new AbCovariate(text, null, null);
    }
    return AbCovariate.parse(text);
  }

  private static String scope(int metrics, int arms) {
    return "%d metrics in %d arms beside the control".formatted(metrics, arms);
  }

  /** The first metric, in the arm where it says most. */
  private static String headline(List<Comparison> comparisons) {
    String metric = comparisons.getFirst().metric();
    String kind = comparisons.getFirst().kind();
    Comparison best = comparisons.getFirst();
    for (Comparison one : comparisons) {
      boolean same = one.metric().equals(metric) && one.kind().equals(kind);
      boolean clearer =
          one.significant() == best.significant()
              ? one.chanceToWin() > best.chanceToWin()
              : one.significant();
      if (same && clearer) {
        best = one;
      }
    }
    return best.verdict();
  }

  /** The sample-ratio check of arms that hold {@code counts} persons or clusters. */
  static SampleRatio sampleRatio(long[] counts, double[] shares) {
    ChiSquared test = ChiSquared.ofShares(counts, shares);
    return new SampleRatio(test.p(), test.p() >= SIZES, test.statistic(), test.freedom());
  }
}
