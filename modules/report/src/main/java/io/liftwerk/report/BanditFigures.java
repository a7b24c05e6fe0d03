package io.liftwerk.report;

import io.liftwerk.experiments.BanditSimulationResult;
import io.liftwerk.experiments.BanditSimulationResult.PolicyScore;
import io.liftwerk.experiments.PolicyEvaluationResult;
import io.liftwerk.experiments.PolicyEvaluationResult.ActionSummary;
import io.liftwerk.experiments.PolicyEvaluationResult.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What finding the best arm costs, and what another policy would have brought. */
public final class BanditFigures {
  private static final int ACTIONS = 12;

  private final Locale locale;
  private final ReportTexts texts;

  /**
   * @param locale language of the sentences and of the numbers
   */
  public BanditFigures(Locale locale) {
    this.locale = locale;
    this.texts = new ReportTexts(locale);
  }

  /** The figures of a simulation. */
  public List<Figure> of(BanditSimulationResult result) {
    return List.of(lost(result), best(result), ends(result));
  }

  /** The figures of an evaluation. */
  public List<Figure> of(PolicyEvaluationResult result) {
    return List.of(estimates(result), shares(result));
  }

  /** The even split, the policy that loses least, and the next. */
  private static List<PolicyScore> shown(BanditSimulationResult result) {
    var shown = new ArrayList<PolicyScore>();
    shown.add(result.policies().getFirst());
    result.policies().stream()
        .skip(1)
        .sorted(Comparator.comparingDouble(PolicyScore::lost))
        .limit(2)
        .forEach(shown::add);
    return shown;
  }

  /** Outcomes lost so far, with what nine of ten plays lose. */
  private Figure lost(BanditSimulationResult result) {
    List<PolicyScore> shown = shown(result);
    var layers = new ArrayList<Layer>();
    for (int i = Math.min(1, shown.size() - 1); i >= 0; i--) {
      PolicyScore policy = shown.get(i);
      if (!policy.curveLow().isEmpty()) {
        layers.add(
            new Layer.Band(
                policy(policy), points(policy.curveLow()), points(policy.curveHigh()), tone(i)));
      }
    }
    layers.addAll(lines(shown, PolicyScore::curve));
    PolicyScore even = shown.getFirst();
    PolicyScore least =
        shown.stream().min(Comparator.comparingDouble(PolicyScore::lost)).orElseThrow();
    return new Figure(
        "bandit-lost",
        least == even
            ? texts.text("bandit.lost.title.even", texts.decimal(even.lost(), 0))
            : texts.text(
                "bandit.lost.title",
                policy(least),
                texts.decimal(least.lost(), 0),
                texts.decimal(even.lost(), 0)),
        texts.text("bandit.lost.subtitle", result.plays(), result.contacts()),
        periods(result),
        UpliftFigures.between(texts.text("bandit.lost.y"), layers, Axis.Scale.COUNT),
        layers,
        locale);
  }

  /** Share of contacts that the best arm gets. */
  private Figure best(BanditSimulationResult result) {
    List<PolicyScore> shown = shown(result);
    PolicyScore first =
        shown.stream()
            .max(Comparator.comparingDouble(score -> score.bestShare().getLast()))
            .orElseThrow();
    return new Figure(
        "bandit-best",
        texts.text(
            "bandit.best.title",
            policy(first),
            texts.percent(first.bestShare().getLast()),
            result.best()),
        texts.text("bandit.best.subtitle", result.plays()),
        periods(result),
        Axis.share(texts.text("bandit.best.y")),
        lines(shown, PolicyScore::bestShare),
        locale);
  }

  /** What every policy has lost at the end. */
  private Figure ends(BanditSimulationResult result) {
    List<PolicyScore> policies = result.policies();
    List<Layer> layers =
        List.of(
            new Layer.Intervals(
                texts.text("bandit.lost.y"),
                IntStream.range(0, policies.size())
                    .mapToObj(
                        i ->
                            new Layer.Interval(
                                i,
                                policies.get(i).lost(),
                                policies.get(i).lostLow(),
                                policies.get(i).lostHigh()))
                    .toList(),
                Layer.Tone.FIRST));
    long better =
        policies.stream()
            .skip(1)
            .filter(score -> score.lost() < policies.getFirst().lost())
            .count();
    return new Figure(
        "bandit-policies",
        texts.text("bandit.policies.title", better, policies.size() - 1),
        texts.text("bandit.policies.subtitle", result.periods(), result.plays()),
        Axis.names("", policies.stream().map(this::policy).toList()),
        UpliftFigures.between(texts.text("bandit.policies.x"), layers, Axis.Scale.COUNT),
        layers,
        locale);
  }

  private List<Layer> lines(List<PolicyScore> shown, Function<PolicyScore, List<Double>> heights) {
    var lines = new ArrayList<Layer>();
    for (int i = shown.size() - 1; i >= 0; i--) {
      lines.add(
          new Layer.Line(
              policy(shown.get(i)), points(heights.apply(shown.get(i))), tone(i), false));
    }
    return lines;
  }

  /** The even split is what the others are to be read beside. */
  private static Layer.Tone tone(int place) {
    return switch (place) {
      case 0 -> Layer.Tone.SECOND;
      case 1 -> Layer.Tone.FIRST;
      default -> Layer.Tone.THIRD;
    };
  }

  private static List<Layer.Point> points(List<Double> heights) {
    return IntStream.range(0, heights.size())
        .mapToObj(i -> new Layer.Point(i + 1.0, heights.get(i)))
        .toList();
  }

  private Axis periods(BanditSimulationResult result) {
    Axis axis = Axis.upTo(texts.text("bandit.x"), Math.max(2, result.periods()), Axis.Scale.COUNT);
    return new Axis(axis.label(), 0, Math.max(2, result.periods()), axis.step(), axis.scale());
  }

  private String policy(PolicyScore score) {
    String key = "policy." + score.name();
    return texts.has(key) ? texts.text(key) : score.name();
  }

  /** What the policy would bring a decision, by every estimator, beside what was logged. */
  private Figure estimates(PolicyEvaluationResult result) {
    List<Estimate> all = result.estimates();
    double logged = result.logged().value();
    double largest = all.stream().mapToDouble(Estimate::high).map(Math::abs).max().orElse(1);
    // small rates are read as so many in a thousand decisions
    double unit = largest < 0.2 ? 1000 : 1;
    List<Layer> layers =
        List.of(
            new Layer.Baseline(
                texts.text("bandit.logged"),
                List.of(
                    new Layer.Point(-0.6, logged * unit),
                    new Layer.Point(all.size() - 0.4, logged * unit))),
            new Layer.Intervals(
                texts.text("interval"),
                IntStream.range(0, all.size())
                    .mapToObj(
                        i ->
                            new Layer.Interval(
                                i,
                                all.get(i).value() * unit,
                                all.get(i).low() * unit,
                                all.get(i).high() * unit))
                    .toList(),
                Layer.Tone.FIRST));
    String key =
        result.gain().low() > 0
            ? "bandit.estimates.title.more"
            : result.gain().high() < 0
                ? "bandit.estimates.title.less"
                : "bandit.estimates.title.same";
    return new Figure(
        "bandit-estimates",
        texts.text(key, result.target()),
        texts.text("bandit.estimates.subtitle", result.decisions()),
        Axis.names("", all.stream().map(this::estimator).toList()),
        UpliftFigures.between(
            texts.text(unit > 1 ? "bandit.estimates.x.thousand" : "bandit.estimates.x"),
            layers,
            unit > 1 ? Axis.Scale.DECIMAL : Axis.Scale.FINE),
        layers,
        locale);
  }

  private String estimator(Estimate estimate) {
    String key = "estimator." + estimate.name();
    return texts.has(key) ? texts.text(key) : estimate.name();
  }

  /** How often each action was taken, and would be. */
  private Figure shares(PolicyEvaluationResult result) {
    List<ActionSummary> actions =
        result.perAction().stream()
            .sorted(
                Comparator.comparingDouble(
                    (ActionSummary one) -> -Math.max(one.share(), one.targetShare())))
            .limit(ACTIONS)
            .toList();
    var logged = new ArrayList<Layer.Interval>();
    var target = new ArrayList<Layer.Interval>();
    double most = 0;
    for (int i = 0; i < actions.size(); i++) {
      ActionSummary one = actions.get(i);
      logged.add(new Layer.Interval(i, one.share(), one.share(), one.share()));
      target.add(new Layer.Interval(i, one.targetShare(), one.targetShare(), one.targetShare()));
      most = Math.max(most, Math.max(one.share(), one.targetShare()));
    }
    return new Figure(
        "bandit-shares",
        texts.text(
            "bandit.shares.title",
            texts.decimal(result.overlap().effectiveSize(), 0),
            texts.decimal(result.decisions(), 0)),
        texts.text("bandit.shares.subtitle", actions.size(), result.actions()),
        Axis.names("", actions.stream().map(ActionSummary::action).toList()),
        Axis.upTo(texts.text("bandit.shares.x"), most, Axis.Scale.SHARE),
        List.of(
            new Layer.Intervals(texts.text("bandit.shares.logged"), logged, Layer.Tone.SECOND),
            new Layer.Intervals(texts.text("bandit.shares.target"), target, Layer.Tone.FIRST)),
        locale);
  }
}
