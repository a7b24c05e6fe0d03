package io.liftwerk.report;

import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.experiments.UpliftResult.Band;
import io.liftwerk.experiments.UpliftResult.Curve;
import io.liftwerk.experiments.UpliftResult.Decile;
import io.liftwerk.experiments.UpliftResult.Effect;
import io.liftwerk.experiments.UpliftResult.LearnerScore;
import io.liftwerk.experiments.UpliftResult.ProfitPoint;
import io.liftwerk.experiments.UpliftResult.Targeting;
import io.liftwerk.experiments.UpliftResult.Treatment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a ranking by uplift is worth on people held out, beside rankings by chance. */
public final class UpliftFigures {
  /** Curves that can be told apart, beside the band. */
  private static final int CURVES = 3;

  private static final List<Layer.Tone> TONES =
      List.of(Layer.Tone.FIRST, Layer.Tone.SECOND, Layer.Tone.THIRD);

  private final UpliftResult result;
  private final Treatment treatment;
  private final Locale locale;
  private final ReportTexts texts;
  private final List<LearnerScore> learners;
  private final LearnerScore chosen;

  /**
   * @param treatment one of the result's
   * @param locale language of the sentences and of the numbers
   */
  public UpliftFigures(UpliftResult result, Treatment treatment, Locale locale) {
    this.result = result;
    this.treatment = treatment;
    this.locale = locale;
    this.texts = new ReportTexts(locale);
    this.learners =
        result.learners().stream()
            .filter(score -> score.treated().equals(treatment.treated()))
            .sorted(Comparator.comparingDouble(LearnerScore::qini).reversed())
            .toList();
    this.chosen = learners.stream().filter(LearnerScore::chosen).findFirst().orElseThrow();
  }

  /** Those figures that the result holds, the ranking's trial first. */
  public List<Figure> all() {
    return Stream.of(
            Optional.of(qini()),
            Optional.of(deciles()),
            Optional.of(gain()),
            profit(),
            Optional.of(contest()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Outcomes brought among the treated of the first people, by the chosen learner and the next. */
  public Figure qini() {
    var shown = new ArrayList<LearnerScore>();
    shown.add(chosen);
    learners.stream().filter(score -> score != chosen).limit(CURVES - 1).forEach(shown::add);
    var layers = new ArrayList<Layer>();
    List<Band> band = treatment.random().band();
    layers.add(
        new Layer.Band(
            texts.text("uplift.random"),
            band.stream().map(each -> new Layer.Point(each.share(), each.qiniLow())).toList(),
            band.stream().map(each -> new Layer.Point(each.share(), each.qiniHigh())).toList(),
            Layer.Tone.FOURTH));
    double end = of(chosen.name()).qini().getLast();
    layers.add(chance(end));
    for (int i = shown.size() - 1; i >= 0; i--) {
      layers.add(
          new Layer.Line(
              shown.get(i).name(), points(of(shown.get(i).name()).qini()), TONES.get(i), false));
    }
    return curves("uplift-qini", "uplift.qini", layers);
  }

  /** Outcomes that treating all of the first people brings, by the chosen learner. */
  public Figure gain() {
    List<Double> gain = of(chosen.name()).gain();
    List<Band> band = treatment.random().band();
    return curves(
        "uplift-gain",
        "uplift.gain",
        List.of(
            new Layer.Band(
                texts.text("uplift.random"),
                band.stream().map(each -> new Layer.Point(each.share(), each.gainLow())).toList(),
                band.stream().map(each -> new Layer.Point(each.share(), each.gainHigh())).toList(),
                Layer.Tone.FOURTH),
            chance(gain.getLast()),
            new Layer.Line(chosen.name(), points(gain), Layer.Tone.FIRST, false)));
  }

  private Figure curves(String name, String key, List<Layer> layers) {
    List<Double> gain = of(chosen.name()).gain();
    double third = gain.get((int) Math.round(0.3 * (gain.size() - 1)));
    String title =
        key.equals("uplift.gain")
            ? texts.text("uplift.gain.title", texts.decimal(third, 0), treatment.treated())
            : texts.text(
                chosen.beatsRandom() ? "uplift.qini.title" : "uplift.qini.title.chance",
                chosen.name(),
                texts.decimal(chosen.qini(), 3),
                texts.decimal(chosen.randomP95(), 3));
    return new Figure(
        name,
        title,
        texts.text(key + ".subtitle", result.testRows(), treatment.random().rankings()),
        Axis.share(texts.text("uplift.x")),
        between(texts.text(key + ".y"), layers, Axis.Scale.COUNT),
        layers,
        locale);
  }

  private Curve of(String learner) {
    return treatment.curves().stream()
        .filter(curve -> curve.learner().equals(learner))
        .findFirst()
        .orElseThrow();
  }

  private Layer.Baseline chance(double end) {
    return new Layer.Baseline(
        texts.text("uplift.chance"), List.of(new Layer.Point(0, 0), new Layer.Point(1, end)));
  }

  private static List<Layer.Point> points(List<Double> heights) {
    return IntStream.range(0, heights.size())
        .mapToObj(i -> new Layer.Point(i / (double) (heights.size() - 1), heights.get(i)))
        .toList();
  }

  /** What treatment made of each tenth of the ranking, beside what was predicted. */
  public Figure deciles() {
    double unit = result.numeric() ? 1 : 100;
    var seen = new ArrayList<Layer.Interval>();
    var predicted = new ArrayList<Layer.Point>();
    for (Decile decile : treatment.deciles()) {
      Effect effect = decile.effect();
      Double difference = effect.difference();
      Double low = effect.low();
      Double high = effect.high();
      if (difference != null && low != null && high != null) {
        seen.add(
            new Layer.Interval(
                decile.part(),
                difference * unit,
                known(low, difference) * unit,
                known(high, difference) * unit));
      }
      predicted.add(new Layer.Point(decile.part(), decile.predicted() * unit));
    }
    var layers = new ArrayList<Layer>();
    Double all = treatment.effect().difference();
    if (all != null) {
      layers.add(
          new Layer.Baseline(
              texts.text("uplift.deciles.all"),
              List.of(new Layer.Point(0.4, all * unit), new Layer.Point(10.6, all * unit))));
    }
    layers.add(new Layer.Line(texts.text("uplift.predicted"), predicted, Layer.Tone.SECOND, false));
    layers.add(new Layer.Intervals(texts.text("uplift.seen"), seen, Layer.Tone.FIRST));
    String title =
        seen.isEmpty()
            ? texts.text("uplift.deciles.title.none")
            : texts.text(
                result.numeric() ? "uplift.deciles.title" : "uplift.deciles.title.points",
                texts.decimal(seen.getFirst().y(), result.numeric() ? 2 : 1),
                texts.decimal(seen.getLast().y(), result.numeric() ? 2 : 1));
    return new Figure(
        "uplift-deciles",
        title,
        texts.text("uplift.deciles.subtitle", result.testRows()),
        new Axis(texts.text("uplift.deciles.x"), 0.4, 10.6, 1, Axis.Scale.COUNT),
        between(
            texts.text(result.numeric() ? "uplift.deciles.y" : "uplift.deciles.y.points"),
            layers,
            result.numeric() ? Axis.Scale.FINE : Axis.Scale.DECIMAL),
        layers,
        locale);
  }

  private static double known(double value, double otherwise) {
    return Double.isFinite(value) ? value : otherwise;
  }

  /** What treating the first people earns, and where to stop. */
  public Optional<Figure> profit() {
    Targeting targeting = treatment.targeting();
    if (targeting == null) {
      return Optional.empty();
    }
    List<ProfitPoint> points = targeting.points();
    var layers = new ArrayList<Layer>();
    layers.add(
        new Layer.Band(
            texts.text("interval"),
            points.stream().map(each -> new Layer.Point(each.share(), each.low())).toList(),
            points.stream().map(each -> new Layer.Point(each.share(), each.high())).toList(),
            Layer.Tone.FIRST));
    layers.add(
        new Layer.Line(
            "",
            points.stream().map(each -> new Layer.Point(each.share(), each.profit())).toList(),
            Layer.Tone.FIRST,
            false));
    layers.add(
        new Layer.Mark(
            texts.percent(targeting.share()),
            new Layer.Point(targeting.share(), targeting.profit())));
    return Optional.of(
        new Figure(
            "uplift-profit",
            targeting.contacts() == 0
                ? texts.text("uplift.profit.title.nobody")
                : texts.text(
                    "uplift.profit.title",
                    texts.percent(targeting.share()),
                    texts.decimal(targeting.profit(), 0),
                    texts.decimal(targeting.profitLow(), 0),
                    texts.decimal(targeting.profitHigh(), 0)),
            texts.text(
                "uplift.profit.subtitle",
                texts.decimal(targeting.value(), 2),
                texts.decimal(targeting.cost(), 2),
                targeting.people()),
            Axis.share(texts.text("uplift.x")),
            between(texts.text("uplift.profit.y"), layers, Axis.Scale.COUNT),
            layers,
            locale));
  }

  /** Qini coefficients of all learners beside what chance reaches. */
  public Figure contest() {
    var dots = new ArrayList<Layer.Interval>();
    for (int i = 0; i < learners.size(); i++) {
      LearnerScore score = learners.get(i);
      dots.add(
          new Layer.Interval(
              i,
              score.qini(),
              known(score.qiniLow(), score.qini()),
              known(score.qiniHigh(), score.qini())));
    }
    double most = chosen.randomP95();
    List<Layer> layers =
        List.of(
            new Layer.Baseline(
                texts.text("uplift.contest.chance"),
                List.of(new Layer.Point(-0.6, most), new Layer.Point(learners.size() - 0.4, most))),
            new Layer.Intervals(texts.text("uplift.contest.series"), dots, Layer.Tone.FIRST));
    long better = learners.stream().filter(LearnerScore::beatsRandom).count();
    return new Figure(
        "uplift-learners",
        texts.text("uplift.contest.title", better, learners.size()),
        texts.text("uplift.contest.subtitle", result.testRows()),
        Axis.names("", learners.stream().map(LearnerScore::name).toList()),
        between(texts.text("uplift.contest.x"), layers, Axis.Scale.FINE),
        layers,
        locale);
  }

  /** An axis with room for 0 and for all that is drawn, intervals included. */
  static Axis between(String label, List<Layer> layers, Axis.Scale scale) {
    double least = 0;
    double most = 0;
    for (Layer layer : layers) {
      for (double each : heights(layer)) {
        least = Math.min(least, each);
        most = Math.max(most, each);
      }
    }
    return Axis.between(label, least, most, scale);
  }

  private static double[] heights(Layer layer) {
    return switch (layer) {
      case Layer.Intervals several ->
          several.intervals().stream()
              .flatMapToDouble(each -> java.util.stream.DoubleStream.of(each.low(), each.high()))
              .toArray();
      default -> layer.points().stream().mapToDouble(Layer.Point::y).toArray();
    };
  }
}
