package io.liftwerk.report;

import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ModelEvaluation;
import io.liftwerk.scoring.ScoringDetails;
import io.liftwerk.scoring.ScoringDetails.Profit;
import io.liftwerk.scoring.ScoringDetails.Validation;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a ranking of leads, or of customers by their risk of leaving, is worth. */
public final class LeadFigures {
  private final LeadScoringResult result;
  private final ModelEvaluation chosen;
  private final Locale locale;
  private final ScoringTexts texts;

  /**
   * @param locale language of the sentences and of the numbers
   */
  public LeadFigures(LeadScoringResult result, Locale locale) {
    this.result = result;
    this.chosen = result.chosenModel();
    this.locale = locale;
    this.texts = new ScoringTexts(locale, purpose(result));
  }

  /** What a yes means; results of earlier versions are of leads. */
  static Purpose purpose(LeadScoringResult result) {
    ScoringDetails details = result.details();
    return details == null ? Purpose.LEADS : details.purpose();
  }

  /** ROC, precision and recall, gains, lift, calibration, profit: those that the result holds. */
  public List<Figure> all() {
    return Stream.of(
            Optional.of(roc()),
            precisionRecall(),
            Optional.of(gains()),
            Optional.of(lift()),
            Optional.of(calibration()),
            profit())
        .flatMap(Optional::stream)
        .toList();
  }

  /** Share of all yes reached by calling the best x per cent, with the random diagonal. */
  public Figure gains() {
    var points = new ArrayList<Layer.Point>();
    points.add(new Layer.Point(0, 0));
    for (ModelEvaluation.Decile decile : chosen.deciles()) {
      points.add(new Layer.Point(decile.decile() / 10.0, decile.gain()));
    }
    double fifth = gainAt(chosen, 2);
    return new Figure(
        "gains",
        texts.say("gains.title", texts.percent(0.2), texts.percent(fifth)),
        texts.text("gains.subtitle", model(chosen.name()), holdout()),
        Axis.share(texts.say("gains.x")),
        Axis.share(texts.say("gains.y")),
        List.of(
            diagonal(texts.text("random")),
            new Layer.Line(model(chosen.name()), points, Layer.Tone.FIRST, true),
            new Layer.Mark(texts.percent(fifth), new Layer.Point(0.2, fifth))),
        locale);
  }

  /** Lift of each tenth over calling at random. */
  public Figure lift() {
    List<Layer.Point> points =
        chosen.deciles().stream()
            .map(decile -> new Layer.Point(decile.decile(), decile.lift()))
            .toList();
    double top = points.stream().mapToDouble(Layer.Point::y).max().orElse(1);
    double high = Math.max(2, Math.ceil(top * 1.15));
    return new Figure(
        "lift",
        texts.say("lift.title", texts.decimal(points.getFirst().y(), 1)),
        texts.text("lift.subtitle", model(chosen.name()), holdout()),
        new Axis(texts.say("lift.x"), 0.4, 10.6, 1, Axis.Scale.COUNT),
        new Axis(texts.text("lift.y"), 0, high, high > 5 ? 2 : 1, Axis.Scale.DECIMAL),
        List.of(
            new Layer.Bars(texts.text("lift.series"), points, Layer.Tone.FIRST, 0.7),
            new Layer.Baseline(
                texts.text("lift.baseline"),
                List.of(new Layer.Point(0.4, 1), new Layer.Point(10.6, 1)))),
        locale);
  }

  /** Predicted against observed share of yes. */
  public Figure calibration() {
    List<Layer.Point> points =
        chosen.calibration().stream()
            .map(bin -> new Layer.Point(bin.predicted(), bin.observed()))
            .toList();
    double top =
        points.stream().mapToDouble(point -> Math.max(point.x(), point.y())).max().orElse(1);
    double high = Math.min(1, Math.ceil(top * 10.5) / 10);
    double step = high > 0.5 ? 0.2 : 0.1;
    return new Figure(
        "calibration",
        calibrationTitle(),
        texts.text("calibration.subtitle", model(chosen.name()), holdout()),
        new Axis(texts.text("calibration.x"), 0, high, step, Axis.Scale.SHARE),
        new Axis(texts.say("calibration.y"), 0, high, step, Axis.Scale.SHARE),
        List.of(
            new Layer.Baseline(
                texts.text("calibration.baseline"),
                List.of(new Layer.Point(0, 0), new Layer.Point(high, high))),
            new Layer.Line(model(chosen.name()), points, Layer.Tone.FIRST, true)),
        locale);
  }

  /** ROC curves of all models. */
  public Figure roc() {
    var layers = new ArrayList<Layer>();
    layers.add(diagonal(texts.text("random")));
    for (ModelEvaluation model : result.models()) {
      layers.add(
          new Layer.Line(
              model(model.name()) + "  " + texts.decimal(model.auc(), 3),
              points(model.roc()),
              tone(model.name()),
              false));
    }
    return new Figure(
        "roc",
        texts.say("roc.title", model(chosen.name()), texts.percent(chosen.auc())),
        texts.text("roc.subtitle", holdout()),
        Axis.share(texts.say("roc.x")),
        Axis.share(texts.say("roc.y")),
        List.copyOf(layers),
        locale);
  }

  /** How many of those called are a yes, by how many of the yes are found; empty in old results. */
  public Optional<Figure> precisionRecall() {
    ModelEvaluation.Details details = chosen.details();
    if (details == null) {
      return Optional.empty();
    }
    double share =
        chosen.deciles().stream().mapToDouble(ModelEvaluation.Decile::positives).sum()
            / chosen.deciles().stream().mapToDouble(ModelEvaluation.Decile::rows).sum();
    var layers = new ArrayList<Layer>();
    layers.add(
        new Layer.Baseline(
            texts.text("random"), List.of(new Layer.Point(0, share), new Layer.Point(1, share))));
    for (ModelEvaluation model : result.models()) {
      ModelEvaluation.Details each = model.details();
      if (each != null) {
        layers.add(
            new Layer.Line(
                model(model.name()) + "  " + texts.decimal(model.averagePrecision(), 3),
                points(each.precisionRecall()),
                tone(model.name()),
                false));
      }
    }
    double half =
        details.precisionRecall().stream()
            .filter(point -> point.x() >= 0.5)
            .mapToDouble(ModelEvaluation.Point::y)
            .findFirst()
            .orElse(share);
    layers.add(new Layer.Mark(texts.percent(half), new Layer.Point(0.5, half)));
    return Optional.of(
        new Figure(
            "precision-recall",
            texts.say("precision.title", texts.percent(half), texts.percent(share)),
            texts.text("precision.subtitle", holdout()),
            Axis.share(texts.say("roc.y")),
            Axis.share(texts.say("precision.y")),
            List.copyOf(layers),
            locale));
  }

  /** What contacting the best earns, with the share chosen; empty where no value was given. */
  public Optional<Figure> profit() {
    ScoringDetails details = result.details();
    Profit profit = details == null ? null : details.profit();
    if (profit == null) {
      return Optional.empty();
    }
    List<Layer.Point> curve = points(profit.curve());
    List<Layer.Point> rules = points(profit.heuristicCurve());
    double least = least(curve, rules, Math.min(0, profit.everybody()));
    double most =
        Stream.of(curve, rules).flatMap(List::stream).mapToDouble(Layer.Point::y).max().orElse(1);
    var layers = new ArrayList<Layer>();
    layers.add(
        new Layer.Baseline(
            texts.text("profit.random"),
            List.of(new Layer.Point(0, 0), new Layer.Point(1, curve.getLast().y()))));
    if (!chosen.name().equals("heuristic")) {
      layers.add(new Layer.Line(model("heuristic"), rules, Layer.Tone.THIRD, false));
    }
    layers.add(new Layer.Line(model(chosen.name()), curve, Layer.Tone.FIRST, false));
    layers.add(
        new Layer.Mark(
            texts.text("profit.mark", texts.percent(profit.threshold())),
            new Layer.Point(profit.contacted(), profit.model())));
    return Optional.of(
        new Figure(
            "profit",
            profit.contacted() > 0
                ? texts.say(
                    "profit.title",
                    texts.percent(profit.contacted()),
                    texts.decimal(profit.model(), 0),
                    texts.decimal(profit.everybody(), 0))
                : texts.say("profit.title.nobody"),
            texts.say(
                profit.mostShare() < 1 ? "profit.subtitle.most" : "profit.subtitle",
                texts.decimal(profit.value(), 2),
                texts.decimal(profit.cost(), 2),
                texts.percent(profit.mostShare()),
                holdout()),
            Axis.share(texts.say("profit.x")),
            Axis.between(texts.say("profit.y"), least, most * 1.05, Axis.Scale.COUNT),
            List.copyOf(layers),
            locale));
  }

  private static double least(List<Layer.Point> curve, List<Layer.Point> rules, double otherwise) {
    return Stream.of(curve, rules)
        .flatMap(List::stream)
        .mapToDouble(Layer.Point::y)
        .reduce(otherwise, Math::min);
  }

  /** Every model in cross-validation and on the holdout, with intervals; empty in old results. */
  public Optional<Figure> validation() {
    ScoringDetails details = result.details();
    if (details == null || details.validation().isEmpty()) {
      return Optional.empty();
    }
    var names = new ArrayList<String>();
    var inside = new ArrayList<Layer.Interval>();
    var outside = new ArrayList<Layer.Interval>();
    for (ModelEvaluation model : result.models()) {
      int place = names.size();
      names.add(model(model.name()));
      outside.add(new Layer.Interval(place + 0.14, model.auc(), model.aucLow(), model.aucHigh()));
      details.validation().stream()
          .filter(one -> one.model().equals(model.name()))
          .forEach(
              one ->
                  inside.add(
                      new Layer.Interval(place - 0.14, one.auc(), one.aucLow(), one.aucHigh())));
    }
    double least =
        Stream.of(inside, outside)
            .flatMap(List::stream)
            .mapToDouble(Layer.Interval::low)
            .min()
            .orElse(0.5);
    return Optional.of(
        new Figure(
            "validation",
            validationTitle(details),
            validationSubtitle(details),
            Axis.names("", names),
            Axis.between(texts.text("validation.y"), least, 1, Axis.Scale.FINE),
            List.of(
                new Layer.Intervals(texts.text("validation.inside"), inside, Layer.Tone.FIRST),
                new Layer.Intervals(texts.text("validation.holdout"), outside, Layer.Tone.SECOND)),
            locale));
  }

  private String validationTitle(ScoringDetails details) {
    double inside =
        details.validation().stream()
            .filter(one -> one.model().equals(chosen.name()))
            .mapToDouble(Validation::auc)
            .findFirst()
            .orElse(Double.NaN);
    String key =
        inside > chosen.aucHigh()
            ? "validation.title.below"
            : inside < chosen.aucLow() ? "validation.title.above" : "validation.title";
    return texts.text(key, texts.decimal(chosen.auc(), 3), texts.decimal(inside, 3));
  }

  private String validationSubtitle(ScoringDetails details) {
    Validation first = details.validation().getFirst();
    return texts.text(
        "validation.subtitle", first.folds(), first.repeats(), first.rows(), holdout());
  }

  /** Mean distance of prediction and observation, weighted by rows. */
  private String calibrationTitle() {
    long rows = chosen.calibration().stream().mapToLong(ModelEvaluation.CalibrationBin::rows).sum();
    double off =
        chosen.calibration().stream()
                .mapToDouble(bin -> Math.abs(bin.predicted() - bin.observed()) * bin.rows())
                .sum()
            / Math.max(1, rows);
    return texts.text("calibration.title", texts.decimal(off * 100, 1));
  }

  private static double gainAt(ModelEvaluation model, int decile) {
    return model.deciles().stream()
        .filter(d -> d.decile() == decile)
        .mapToDouble(ModelEvaluation.Decile::gain)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** The chosen model has the first colour, the others theirs in their order. */
  private Layer.Tone tone(String name) {
    if (name.equals(chosen.name())) {
      return Layer.Tone.FIRST;
    }
    List<String> others =
        result.models().stream()
            .map(ModelEvaluation::name)
            .filter(other -> !other.equals(chosen.name()))
            .toList();
    return switch (others.indexOf(name)) {
      case 0 -> Layer.Tone.SECOND;
      case 1 -> Layer.Tone.THIRD;
      default -> Layer.Tone.FOURTH;
    };
  }

  private static List<Layer.Point> points(List<ModelEvaluation.Point> points) {
    return points.stream().map(point -> new Layer.Point(point.x(), point.y())).toList();
  }

  private String model(String name) {
    return texts.model(name);
  }

  private String holdout() {
    return texts.text("holdout", result.holdoutRows());
  }

  private static Layer diagonal(String name) {
    return new Layer.Baseline(name, List.of(new Layer.Point(0, 0), new Layer.Point(1, 1)));
  }
}
