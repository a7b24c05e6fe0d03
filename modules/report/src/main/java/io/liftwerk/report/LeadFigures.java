package io.liftwerk.report;

import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ModelEvaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a lead scoring is worth, in four figures. */
public final class LeadFigures {
  private final LeadScoringResult result;
  private final ModelEvaluation chosen;
  private final Locale locale;
  private final ReportTexts texts;

  /**
   * @param locale language of the sentences and of the numbers
   */
  public LeadFigures(LeadScoringResult result, Locale locale) {
    this.result = result;
    this.chosen = result.chosenModel();
    this.locale = locale;
    this.texts = new ReportTexts(locale);
  }

  /** Gains, lift, calibration, ROC. */
  public List<Figure> all() {
    return List.of(gains(), lift(), calibration(), roc());
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
        texts.text("gains.title", texts.percent(0.2), texts.percent(fifth)),
        texts.text("gains.subtitle", model(chosen.name()), holdout()),
        Axis.share(texts.text("gains.x")),
        Axis.share(texts.text("gains.y")),
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
        texts.text("lift.title", texts.decimal(points.getFirst().y(), 1)),
        texts.text("lift.subtitle", model(chosen.name()), holdout()),
        new Axis(texts.text("lift.x"), 0.4, 10.6, 1, Axis.Scale.COUNT),
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
        new Axis(texts.text("calibration.y"), 0, high, step, Axis.Scale.SHARE),
        List.of(
            new Layer.Baseline(
                texts.text("calibration.baseline"),
                List.of(new Layer.Point(0, 0), new Layer.Point(high, high))),
            new Layer.Line(model(chosen.name()), points, Layer.Tone.FIRST, true)),
        locale);
  }

  /** The chosen model, the simple rules, and the best of the others: three can be told apart. */
  private List<ModelEvaluation> drawn() {
    List<ModelEvaluation> others =
        result.models().stream()
            .filter(model -> !model.name().equals(chosen.name()))
            .sorted(
                Comparator.comparing((ModelEvaluation model) -> !model.name().equals("heuristic"))
                    .thenComparing(ModelEvaluation::auc, Comparator.reverseOrder()))
            .limit(2)
            .toList();
    return result.models().stream()
        .filter(model -> model.name().equals(chosen.name()) || others.contains(model))
        .toList();
  }

  /** ROC curves of the chosen model and of two to compare it with. */
  public Figure roc() {
    var layers = new ArrayList<Layer>();
    layers.add(diagonal(texts.text("random")));
    List<ModelEvaluation> models = drawn();
    var others = new ArrayList<>(List.of(Layer.Tone.SECOND, Layer.Tone.THIRD));
    for (ModelEvaluation model : models) {
      Layer.Tone tone =
          model.name().equals(chosen.name()) || others.isEmpty()
              ? Layer.Tone.FIRST
              : others.removeFirst();
      layers.add(
          new Layer.Line(
              model(model.name()) + "  " + texts.decimal(model.auc(), 3),
              model.roc().stream().map(p -> new Layer.Point(p.x(), p.y())).toList(),
              tone,
              false));
    }
    return new Figure(
        "roc",
        texts.text("roc.title", model(chosen.name()), texts.percent(chosen.auc())),
        texts.text("roc.subtitle", holdout()),
        Axis.share(texts.text("roc.x")),
        Axis.share(texts.text("roc.y")),
        List.copyOf(layers),
        locale);
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

  private String model(String name) {
    return switch (name) {
      case "heuristic", "logistic", "boosted" -> texts.text("model." + name);
      default -> name;
    };
  }

  private String holdout() {
    return texts.text("holdout", result.holdoutRows());
  }

  private static Layer diagonal(String name) {
    return new Layer.Baseline(name, List.of(new Layer.Point(0, 0), new Layer.Point(1, 1)));
  }
}
