package io.liftwerk.report;

import io.liftwerk.experiments.AbTestResult;
import io.liftwerk.experiments.BanditSimulationResult;
import io.liftwerk.experiments.BanditSimulationResult.PolicyScore;
import io.liftwerk.experiments.PolicyEvaluationResult;
import io.liftwerk.experiments.PolicyEvaluationResult.ActionSummary;
import io.liftwerk.experiments.PolicyEvaluationResult.Estimate;
import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.experiments.UpliftResult.Effect;
import io.liftwerk.experiments.UpliftResult.LearnerScore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Made-up results of experiments: each once with a clear finding, and once with none. */
final class ExperimentResults {
  private static final LocalDate START = LocalDate.of(2025, 3, 3);
  private static final int DAYS = 21;
  private static final int SHARES = 20;

  private ExperimentResults() {}

  /** Rates in two arms beside the control where {@code clear}, else means in one. */
  static AbTestResult comparison(boolean clear) {
    String kind = clear ? "proportion" : "mean";
    var metrics = new ArrayList<AbTestResult.Comparison>();
    metrics.add(compared("visit", kind, "women", clear ? 0.045 : 0.004, clear));
    if (clear) {
      metrics.add(compared("visit", kind, "men", 0.005, false));
      metrics.add(compared("spend", "revenue", "women", 0.4, false));
    }
    return new AbTestResult(
        "bronze.mailing",
        "segment",
        "none",
        "any",
        0.05,
        "women visit",
        IntStream.range(0, clear ? 3 : 2)
            .mapToObj(i -> List.of("none", "women", "men").get(i))
            .map(name -> new AbTestResult.Arm(name, 4000, 1 / 3.0, 1 / 3.0, null))
            .toList(),
        new AbTestResult.SampleRatio(0.4, true, 1.8, 2),
        metrics,
        new AbTestResult.Correction("Holm", metrics.size(), "all metrics in all arms"),
        null,
        List.of(),
        IntStream.range(0, DAYS).mapToObj(day -> upTo(day, clear)).toList(),
        List.of(),
        List.of(),
        null,
        null,
        List.of());
  }

  private static AbTestResult.Comparison compared(
      String metric, String kind, String arm, double difference, boolean significant) {
    double room = significant ? 0.6 * difference : 2 * difference;
    double base = kind.equals("revenue") ? 4 : 0.106;
    return new AbTestResult.Comparison(
        metric,
        kind,
        arm,
        4000,
        4000,
        base + difference,
        base,
        difference / base,
        (difference - room) / base,
        (difference + room) / base,
        difference,
        difference - room,
        difference + room,
        significant ? 0.0001 : 0.3,
        significant ? 0.0003 : 0.6,
        significant ? 0.0003 : 0.4,
        significant ? 0.002 : 1,
        difference - 1.4 * room,
        difference + 1.4 * room,
        significant ? 0.999 : 0.7,
        0.001,
        0.4,
        significant,
        arm + " " + metric,
        room / 2,
        7998,
        null,
        null,
        new AbTestResult.Planning(0.05, null, null, null),
        kind.equals("proportion")
            ? new AbTestResult.Rate(
                base + difference - 0.01,
                base + difference + 0.01,
                base - 0.01,
                base + 0.01,
                difference - room,
                difference + room,
                4.2,
                null)
            : null,
        null);
  }

  private static AbTestResult.Point upTo(int day, boolean clear) {
    double room = 0.09 / Math.sqrt(day + 1.0);
    double difference = clear ? 0.045 + 0.01 * Math.sin(day) : 0.004 * Math.cos(day);
    return new AbTestResult.Point(
        "visit",
        "women",
        START.plusDays(day),
        380L * (day + 1),
        190L * (day + 1),
        difference,
        difference - room,
        difference + room,
        difference - 1.4 * room,
        difference + 1.4 * room,
        0.01);
  }

  /** Yes or no and what it earns where {@code clear}, else numbers that no learner ranks. */
  static UpliftResult uplift(boolean clear) {
    List<String> names = List.of("t-logistic", "x-logistic", "forest", "transformed");
    List<LearnerScore> learners =
        IntStream.range(0, names.size())
            .mapToObj(i -> learner(names.get(i), clear ? 0.066 - 0.01 * i : 0.004 * i, i == 0))
            .toList();
    double height = clear ? 120 : 4;
    List<UpliftResult.Curve> curves =
        names.stream()
            .map(
                name ->
                    new UpliftResult.Curve(
                        name,
                        along(share -> 200 * share + height * share * (1 - share)),
                        along(share -> 400 * share + 2 * height * share * (1 - share))))
            .toList();
    return new UpliftResult(
        "bronze.mailing",
        "segment",
        "none",
        clear ? "visit" : "spend",
        !clear,
        "id",
        12_000,
        0,
        8000,
        4000,
        7,
        "seed",
        List.of("recency", "history"),
        List.of(),
        learners,
        List.of(
            new UpliftResult.Treatment(
                "women",
                2000,
                2000,
                "t-logistic",
                "The ranking is worth it.",
                effect(0.045, clear),
                new UpliftResult.Balance(0.501, 0.6, true, false, List.of()),
                new UpliftResult.Random(
                    0.0,
                    0.012,
                    0.0228,
                    100,
                    IntStream.rangeClosed(0, SHARES)
                        .mapToObj(i -> i / (double) SHARES)
                        .map(
                            share ->
                                new UpliftResult.Band(
                                    share,
                                    200 * share - 60 * share * (1 - share),
                                    200 * share + 60 * share * (1 - share),
                                    400 * share - 90 * share * (1 - share),
                                    400 * share + 90 * share * (1 - share)))
                        .toList()),
                curves,
                IntStream.rangeClosed(1, 10)
                    .mapToObj(
                        part ->
                            new UpliftResult.Decile(
                                part,
                                effect(0.1 - 0.011 * part, clear),
                                0.09 - 0.01 * part,
                                effect(0.07, clear)))
                    .toList(),
                List.of(),
                List.of(),
                clear ? targeting() : null)),
        List.of(),
        List.of(),
        "gold.uplift_scores");
  }

  private static LearnerScore learner(String name, double qini, boolean chosen) {
    return new LearnerScore(
        name,
        "women",
        qini,
        qini - 0.03,
        qini + 0.03,
        qini / 2,
        0.09,
        0.07,
        0.01,
        0.06,
        0.0228,
        qini > 0.0228,
        0.02,
        0.01,
        0.03,
        0.04,
        200,
        0.06,
        chosen,
        1.5);
  }

  /** An effect; of the last tenth, where there is none, nothing is known. */
  private static Effect effect(double difference, boolean clear) {
    return !clear && difference < 0
        ? new Effect(0, 20, null, 0.1, null, null, null, null)
        : new Effect(
            200,
            200,
            0.1 + difference,
            0.1,
            difference,
            0.02,
            difference - 0.04,
            difference + 0.04);
  }

  private static List<Double> along(DoubleUnaryOperator height) {
    return IntStream.rangeClosed(0, SHARES)
        .mapToObj(i -> height.applyAsDouble(i / (double) SHARES))
        .toList();
  }

  private static UpliftResult.Targeting targeting() {
    List<UpliftResult.ProfitPoint> points =
        IntStream.rangeClosed(0, SHARES)
            .mapToObj(
                i -> {
                  double share = i / (double) SHARES;
                  double profit = 9000 * share * (1.2 - share);
                  return new UpliftResult.ProfitPoint(
                      share, 600L * i, profit, profit - 2000 * share, profit + 2000 * share);
                })
            .toList();
    UpliftResult.ProfitPoint at = points.get(12);
    return new UpliftResult.Targeting(
        20,
        0.5,
        null,
        12_000,
        null,
        at.contacts(),
        at.share(),
        "training",
        500,
        at.profit(),
        at.low(),
        at.high(),
        1800,
        -200,
        3800,
        points);
  }

  /** Policies that lose less than the even split where {@code clear}, else more. */
  static BanditSimulationResult simulation(boolean clear) {
    List<PolicyScore> policies =
        List.of(
            policy("even", 100),
            policy("thompson", clear ? 30 : 130),
            policy("ucb1", clear ? 60 : 140),
            policy("epsilon-greedy", clear ? 70 : 150));
    return new BanditSimulationResult(
        null,
        false,
        List.of(
            new BanditSimulationResult.Arm("A", null, 0.02, null, null, null),
            new BanditSimulationResult.Arm("B", null, 0.03, null, null, null)),
        "B",
        500,
        0,
        SHARES,
        200,
        0.95,
        7,
        policies,
        List.of(),
        "Thompson loses least.",
        List.of(),
        List.of());
  }

  private static PolicyScore policy(String name, double lost) {
    List<Double> curve = along(share -> lost * Math.sqrt(share)).subList(1, SHARES + 1);
    return new PolicyScore(
        name,
        250 - lost,
        lost,
        lost / 2,
        lost * 1.5,
        100 - lost,
        null,
        0.9,
        0.02,
        12,
        curve,
        curve.stream().map(each -> each / 2).toList(),
        curve.stream().map(each -> each * 1.5).toList(),
        along(share -> lost > 90 ? 0.5 : 0.5 + 0.4 * share).subList(1, SHARES + 1));
  }

  /**
   * @param gain of the other policy: above 0, below, or about it
   */
  static PolicyEvaluationResult evaluation(double gain) {
    return new PolicyEvaluationResult(
        "bronze.decisions",
        "best-seen",
        10_000,
        3,
        1,
        estimate("logged", 0.004),
        List.of(
            estimate("ipw", 0.004 + gain),
            estimate("dr", 0.0041 + gain),
            estimate("switch-dr", 0.0042 + gain)),
        estimate("gain", gain),
        new PolicyEvaluationResult.Overlap(2300, 0.23, 1.01, 0, 30, 0),
        List.of(
            new ActionSummary("7", 5000, 0.004, 0.5, 0.1),
            new ActionSummary("11", 4000, 0.005, 0.4, 0.9),
            new ActionSummary("12", 1000, 0.001, 0.1, 0)),
        "It would have brought more.",
        List.of());
  }

  private static Estimate estimate(String name, double value) {
    return new Estimate(name, value, 0.0005, value - 0.001, value + 0.001);
  }
}
