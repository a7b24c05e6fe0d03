package io.liftwerk.scoring;

import io.liftwerk.scoring.ChurnTimeResult.Group;
import io.liftwerk.scoring.ChurnTimeResult.Hazard;
import io.liftwerk.scoring.ChurnTimeResult.Hazards;
import io.liftwerk.scoring.ChurnTimeResult.LogRankTest;
import io.liftwerk.scoring.ChurnTimeResult.Point;
import io.liftwerk.scoring.ChurnTimeResult.Projected;
import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import io.liftwerk.scoring.evaluation.Normal;
import io.liftwerk.scoring.lifetime.Cox;
import io.liftwerk.scoring.lifetime.Fit;
import io.liftwerk.scoring.lifetime.KaplanMeier;
import io.liftwerk.scoring.lifetime.LogRank;
import io.liftwerk.scoring.lifetime.ShiftedBetaGeometric;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Follows contracts until they end: the share still running after each time (Kaplan-Meier), whether
 * groups differ (log-rank), what goes with an earlier end (Cox), and how many of those that run
 * will go on running (sBG). A contract that runs still counts until the last day it was seen, no
 * further.
 */
public final class ChurnTime implements Job<ChurnTimeResult> {
  /** Name of the job. */
  public static final String NAME = "churn-time";

  private static final double Z = 1.959963984540054;
  private static final int FEWEST = 10;
  private static final int MOST_GROUPS = 12;
  private static final int POINTS = 120;

  private final ChurnTimeRequest request;

  public ChurnTime(ChurnTimeRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ChurnTimeRequest parameters() {
    return request;
  }

  @Override
  public Map<String, Double> metrics(ChurnTimeResult result) {
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put("mean", result.mean());
    Hazards cox = result.cox();
    if (cox != null) {
      metrics.put("concordance", cox.concordance());
    }
    return metrics;
  }

  /**
   * @throws WorkbenchException when the table or a column is unknown, or there is nothing to learn
   */
  @Override
  public ChurnTimeResult run(JobContext context) throws Exception {
    LifetimeValue.checkHorizon(request.months(), request.discount());
    var warnings = new ArrayList<ScoringWarning>();
    context.progress(0.05, "Looking at the table");
    ContractRows rows = ContractRows.read(context, request, warnings);
    long ended = IntStream.range(0, rows.size()).filter(i -> rows.ended[i]).count();
    refuseTooLittle(rows, ended);
    context.progress(0.3, "Following contracts");
    KaplanMeier curve = KaplanMeier.of(rows.time, rows.ended);
    List<String> names = groupNames(rows, warnings);
    List<Group> groups = names.stream().map(name -> group(rows, name)).toList();
    LogRankTest logRank = names.size() < 2 ? null : logRank(rows, names);
    context.progress(0.5, "Weighing what goes with an end");
    Hazards cox = request.columns().isEmpty() ? null : hazards(context, rows, warnings);
    context.progress(0.8, "Projecting contracts");
    Fit<ShiftedBetaGeometric> fit = retention(rows, context::checkCancelled);
    FittedModel model =
        Soundness.record(
            "sbg",
            List.of("alpha", "beta"),
            new double[] {fit.model().alpha(), fit.model().beta()},
            fit,
            Soundness.common(fit));
    warnings.addAll(Soundness.warnings(model));
    boolean sound = model.degenerate().isEmpty();
    Double[] ahead = sound ? ahead(rows, fit.model()) : new Double[] {null, null};
    return new ChurnTimeResult(
        rows.source().table().toString(),
        rows.days ? "month" : "period",
        rows.size(),
        ended,
        points(curve),
        orNull(curve.median()),
        curve.mean(curve.longest()),
        curve.longest(),
        groups,
        logRank,
        cox,
        model,
        sound ? projection(curve, fit.model()) : List.of(),
        request.months(),
        request.discount(),
        ahead[0],
        request.value() == null ? null : ahead[1],
        List.copyOf(warnings));
  }

  private static void refuseTooLittle(ContractRows rows, long ended) {
    String table = rows.source().table().toString();
    if (rows.size() < FEWEST) {
      throw new WorkbenchException(
          "too-few-contracts",
          "%s has %d contracts to look at, too few to learn from.".formatted(table, rows.size()),
          "At least %d are needed, better hundreds.".formatted(FEWEST));
    }
    if (ended == 0) {
      throw new WorkbenchException(
          "no-ends",
          "No contract of %s has ended, so nothing is known of when they end.".formatted(table),
          "Check the columns that say when a contract ends, or whether it did.");
    }
  }

  private static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }

  /** A curve of at most so many points; what ended between two is added up. */
  private static List<Point> points(KaplanMeier curve) {
    double width = Math.max(1, curve.longest() / POINTS);
    var points = new ArrayList<Point>();
    long ended = 0;
    List<KaplanMeier.Step> steps = curve.steps();
    for (int i = 0; i < steps.size(); i++) {
      KaplanMeier.Step step = steps.get(i);
      ended += step.events();
      boolean last = i == steps.size() - 1;
      if (last || Math.ceil(steps.get(i + 1).time() / width) > Math.ceil(step.time() / width)) {
        points.add(
            new Point(step.time(), step.atRisk(), ended, step.survival(), step.low(), step.high()));
        ended = 0;
      }
    }
    return List.copyOf(points);
  }

  /** The values of the group column, the most frequent first. */
  private static List<String> groupNames(ContractRows rows, List<ScoringWarning> warnings) {
    var counts = new TreeMap<String, Integer>();
    for (String group : rows.groups) {
      if (group != null) {
        counts.merge(group, 1, Integer::sum);
      }
    }
    List<String> names =
        counts.entrySet().stream()
            .sorted((a, b) -> Integer.compare(b.getValue(), a.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (names.size() > MOST_GROUPS) {
      warnings.add(
          new ScoringWarning(
              "groups-cut",
              null,
              "There are %d groups; the %d largest are compared."
                  .formatted(names.size(), MOST_GROUPS)));
      return names.subList(0, MOST_GROUPS);
    }
    return names;
  }

  private static Group group(ContractRows rows, String name) {
    int[] members =
        IntStream.range(0, rows.size()).filter(i -> name.equals(rows.groups.get(i))).toArray();
    var ended = new boolean[members.length];
    long count = 0;
    for (int i = 0; i < members.length; i++) {
      ended[i] = rows.ended[members[i]];
      count += ended[i] ? 1 : 0;
    }
    KaplanMeier curve =
        KaplanMeier.of(IntStream.of(members).mapToDouble(i -> rows.time[i]).toArray(), ended);
    return new Group(name, members.length, count, orNull(curve.median()), points(curve));
  }

  private static LogRankTest logRank(ContractRows rows, List<String> names) {
    int[] members =
        IntStream.range(0, rows.size()).filter(i -> names.contains(rows.groups.get(i))).toArray();
    var ended = new boolean[members.length];
    for (int i = 0; i < members.length; i++) {
      ended[i] = rows.ended[members[i]];
    }
    LogRank test =
        LogRank.of(
            IntStream.of(members).mapToDouble(i -> rows.time[i]).toArray(),
            ended,
            IntStream.of(members).map(i -> names.indexOf(rows.groups.get(i))).toArray(),
            names.size());
    return new LogRankTest(test.chiSquare(), test.degrees(), orNull(test.p()));
  }

  private @Nullable Hazards hazards(
      JobContext context, ContractRows rows, List<ScoringWarning> warnings) throws Exception {
    HazardColumns columns = HazardColumns.read(context, rows, request.columns(), warnings);
    double[][] values = columns.values();
    int[] whole =
        IntStream.range(0, rows.size())
            .filter(
                i -> {
                  for (double[] column : values) {
                    if (Double.isNaN(column[i])) {
                      return false;
                    }
                  }
                  return true;
                })
            .toArray();
    if (values.length == 0 || whole.length < FEWEST) {
      return null;
    }
    var ended = new boolean[whole.length];
    var picked = new double[values.length][whole.length];
    for (int i = 0; i < whole.length; i++) {
      ended[i] = rows.ended[whole[i]];
      for (int c = 0; c < values.length; c++) {
        picked[c][i] = values[c][whole[i]];
      }
    }
    Cox cox =
        Cox.fit(
            IntStream.of(whole).mapToDouble(i -> rows.time[i]).toArray(),
            ended,
            picked,
            Cox.Ties.EFRON,
            context::checkCancelled);
    if (cox == null) {
      warnings.add(
          new ScoringWarning(
              "columns-dependent",
              null,
              "One of the columns follows from the others, so their parts in churn cannot be told"
                  + " apart."));
      return null;
    }
    if (!cox.converged()) {
      warnings.add(
          new ScoringWarning(
              "separated",
              null,
              "One of the columns tells all who left from all who stayed, so its part in churn"
                  + " grows without end; the hazard ratios are not to be relied on."));
    }
    return hazards(columns.names(), cox, whole.length);
  }

  private static Hazards hazards(List<String> names, Cox cox, int contracts) {
    var hazards = new ArrayList<Hazard>();
    for (int c = 0; c < names.size(); c++) {
      double coefficient = cox.coefficients()[c];
      double error = cox.standardErrors()[c];
      hazards.add(
          new Hazard(
              names.get(c),
              Math.exp(coefficient),
              Math.exp(coefficient - Z * error),
              Math.exp(coefficient + Z * error),
              coefficient,
              error,
              Normal.twoSided(coefficient / error)));
    }
    return new Hazards(
        contracts,
        cox.logLikelihood(),
        cox.logLikelihoodNone(),
        cox.concordance(),
        cox.converged(),
        List.copyOf(hazards));
  }

  /** Whole periods: one that ended within its third ended in period 3. */
  private static Fit<ShiftedBetaGeometric> retention(ContractRows rows, Runnable check) {
    int periods = 2;
    for (double time : rows.time) {
      periods = Math.max(periods, (int) Math.ceil(time) + 1);
    }
    var left = new double[periods];
    var there = new double[periods];
    for (int i = 0; i < rows.size(); i++) {
      if (rows.ended[i]) {
        left[Math.max(1, (int) Math.ceil(rows.time[i]))]++;
      } else {
        there[(int) Math.floor(rows.time[i])]++;
      }
    }
    return ShiftedBetaGeometric.fit(left, there, check);
  }

  /** Discounted periods and value of all contracts that run. */
  private Double[] ahead(ContractRows rows, ShiftedBetaGeometric model) {
    double discount = Math.pow(1 + request.discount(), 1.0 / 12) - 1;
    double periods = 0;
    double value = 0;
    var known = new TreeMap<Double, Double>();
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.ended[i]) {
        double remaining =
            known.computeIfAbsent(
                Math.floor(rows.time[i]), age -> model.remaining(age, request.months(), discount));
        periods += remaining;
        value += remaining * rows.value[i];
      }
    }
    return new Double[] {periods, value};
  }

  private List<Projected> projection(KaplanMeier curve, ShiftedBetaGeometric model) {
    var projected = new ArrayList<Projected>();
    int last = (int) Math.min(POINTS, Math.ceil(curve.longest()) + request.months());
    for (int period = 1; period <= last; period++) {
      projected.add(
          new Projected(
              period,
              period <= curve.longest() ? Double.valueOf(curve.survival(period)) : null,
              model.survival(period),
              model.retention(period)));
    }
    return List.copyOf(projected);
  }
}
