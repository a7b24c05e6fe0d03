package io.liftwerk.report;

import io.liftwerk.experiments.AbTestResult;
import io.liftwerk.experiments.AbTestResult.Comparison;
import io.liftwerk.experiments.AbTestResult.Point;
import io.liftwerk.experiments.AbTestResult.Rate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the arms of an experiment did to its metrics. There is no figure of arms that do not have
 * the sizes they should have: a picture would claim what cannot be told.
 */
public final class AbTestFigures {
  private static final int EFFECTS = 16;

  /** A wider interval, in per cent, would leave no room for the others. */
  private static final double FARTHEST = 500;

  /** Days whose sequence is wider than this many times the last one's would flatten the rest. */
  private static final double WIDEST = 6;

  private final AbTestResult result;
  private final Locale locale;
  private final ReportTexts texts;
  private final Comparison headline;

  /**
   * @param locale language of the sentences and of the numbers
   */
  public AbTestFigures(AbTestResult result, Locale locale) {
    this.result = result;
    this.locale = locale;
    this.texts = new ReportTexts(locale);
    this.headline = result.headline();
  }

  /** Those figures that the result holds. */
  public List<Figure> all() {
    return result.sampleRatio().ok()
        ? Stream.of(effects(), rates(), sequential(), brought()).flatMap(Optional::stream).toList()
        : List.of();
  }

  /** Lifts with their intervals, by metric and arm. */
  public Optional<Figure> effects() {
    List<Comparison> all =
        result.metrics().stream().filter(one -> one.lift() != null).limit(EFFECTS).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    var sure = new ArrayList<Layer.Interval>();
    var unsure = new ArrayList<Layer.Interval>();
    double least = 0;
    double most = 0;
    for (int i = 0; i < all.size(); i++) {
      Comparison one = all.get(i);
      double lift = percent(one.lift());
      double low = Math.min(lift, percent(one.liftLow()));
      double high = Math.max(lift, percent(one.liftHigh()));
      (one.significant() ? sure : unsure).add(new Layer.Interval(i, lift, low, high));
      least = Math.min(least, low);
      most = Math.max(most, high);
    }
    var layers = new ArrayList<Layer>();
    layers.add(
        new Layer.Baseline(
            texts.text("effects.baseline"),
            List.of(new Layer.Point(-0.6, 0), new Layer.Point(all.size() - 0.4, 0))));
    if (!sure.isEmpty()) {
      layers.add(new Layer.Intervals(texts.text("effects.sure"), sure, Layer.Tone.FIRST));
    }
    if (!unsure.isEmpty()) {
      layers.add(new Layer.Intervals(texts.text("effects.unsure"), unsure, Layer.Tone.SECOND));
    }
    return Optional.of(
        new Figure(
            "effects",
            effectsTitle(),
            texts.text("effects.subtitle", level(), all.size(), result.metrics().size(), persons()),
            Axis.names(
                "", all.stream().map(one -> label(one.metric(), one.kind(), one.arm())).toList()),
            axis(texts.text("effects.x", result.control()), least, most),
            layers,
            locale));
  }

  private String effectsTitle() {
    List<Comparison> sure = result.metrics().stream().filter(Comparison::significant).toList();
    if (sure.isEmpty()) {
      return texts.text("effects.title.none", result.metrics().size());
    }
    Comparison clearest =
        sure.stream()
            .min(
                Comparator.comparingDouble(Comparison::adjustedP)
                    .thenComparingDouble(Comparison::p))
            .orElseThrow();
    return texts.text(
        "effects.title",
        sure.size(),
        result.metrics().size(),
        clearest.metric(),
        clearest.arm(),
        signed(percent(clearest.lift())));
  }

  /** The rates of the first metric in every arm, with Wilson's intervals. */
  public Optional<Figure> rates() {
    List<Comparison> arms =
        result.metrics().stream()
            .filter(one -> one.metric().equals(headline.metric()))
            .filter(one -> one.kind().equals(headline.kind()))
            .toList();
    Rate first = arms.getFirst().rate();
    if (first == null) {
      return Optional.empty();
    }
    var names = new ArrayList<String>();
    var dots = new ArrayList<Layer.Interval>();
    names.add(result.control());
    dots.add(interval(0, headline.controlValue(), first.controlLow(), first.controlHigh()));
    for (Comparison one : arms) {
      Rate rate = one.rate();
      if (rate != null) {
        dots.add(interval(names.size(), one.value(), rate.low(), rate.high()));
        names.add(one.arm());
      }
    }
    double least = dots.stream().mapToDouble(Layer.Interval::low).min().orElse(0);
    double most = dots.stream().mapToDouble(Layer.Interval::high).max().orElse(0);
    return Optional.of(
        new Figure(
            "rates",
            texts.text(
                "rates.title",
                headline.metric(),
                written(headline.value() * 100),
                headline.arm(),
                written(headline.controlValue() * 100),
                result.control()),
            texts.text("rates.subtitle", level(), persons()),
            Axis.names("", names),
            axis(texts.text("rates.x", headline.metric()), least, most),
            List.of(new Layer.Intervals(headline.metric(), dots, Layer.Tone.FIRST)),
            locale));
  }

  private static Layer.Interval interval(int place, double value, double low, double high) {
    return new Layer.Interval(place, value * 100, low * 100, high * 100);
  }

  /** The effect on the first metric up to each day, with the room that looking daily leaves it. */
  public Optional<Figure> sequential() {
    List<Point> points = days(headline);
    if (points.size() < 3) {
      return Optional.empty();
    }
    double scale = scale(headline);
    Point last = points.getLast();
    double widest = WIDEST * (last.sequentialHigh() - last.sequentialLow());
    List<Point> shown =
        points.stream()
            .dropWhile(one -> one.sequentialHigh() - one.sequentialLow() > widest)
            .toList();
    var layers = new ArrayList<Layer>();
    layers.add(
        new Layer.Band(
            texts.text("sequential.band"),
            line(shown, one -> one.sequentialLow() * scale),
            line(shown, one -> one.sequentialHigh() * scale),
            Layer.Tone.FIRST));
    layers.add(zero(shown));
    layers.add(
        new Layer.Line("", line(shown, one -> one.difference() * scale), Layer.Tone.FIRST, false));
    return Optional.of(
        new Figure(
            "sequential",
            sequentialTitle(points),
            texts.text(
                "sequential.subtitle", level(), headline.metric(), headline.arm(), shown.size()),
            Axis.days(texts.text("by.day"), shown.getFirst().day(), last.day()),
            axis(
                unit("sequential.y", headline),
                least(shown, one -> one.sequentialLow() * scale),
                most(shown, one -> one.sequentialHigh() * scale)),
            layers,
            locale));
  }

  private String sequentialTitle(List<Point> points) {
    Point last = points.getLast();
    if (!apart(last.sequentialLow(), last.sequentialHigh())) {
      return texts.text("sequential.title.open", points.size(), headline.metric());
    }
    Point since = last;
    for (Point one : points.reversed()) {
      if (!apart(one.sequentialLow(), one.sequentialHigh())) {
        break;
      }
      since = one;
    }
    return texts.text("sequential.title", day(since), headline.metric());
  }

  /** What the arm brought in all up to each day: the effect on one times the persons in the arm. */
  public Optional<Figure> brought() {
    List<Point> points = days(headline);
    boolean sums = List.of("proportion", "mean", "revenue").contains(headline.kind());
    boolean clustered = result.arms().stream().anyMatch(arm -> arm.clusters() != null);
    if (points.size() < 3 || !sums || clustered || points.getLast().armN() == 0) {
      return Optional.empty();
    }
    Point last = points.getLast();
    var layers = new ArrayList<Layer>();
    layers.add(
        new Layer.Band(
            texts.text("brought.band"),
            line(points, one -> one.low() * one.armN()),
            line(points, one -> one.high() * one.armN()),
            Layer.Tone.SECOND));
    layers.add(zero(points));
    layers.add(
        new Layer.Line(
            "", line(points, one -> one.difference() * one.armN()), Layer.Tone.SECOND, false));
    return Optional.of(
        new Figure(
            "brought",
            texts.text(
                headline.significant() && apart(last.low(), last.high())
                    ? "brought.title"
                    : "brought.title.open",
                headline.arm(),
                headline.metric(),
                total(last.difference() * last.armN()),
                total(last.low() * last.armN()),
                total(last.high() * last.armN())),
            texts.text("brought.subtitle", level(), last.armN()),
            Axis.days(texts.text("by.day"), points.getFirst().day(), last.day()),
            axis(
                texts.text("brought.y", headline.metric()),
                least(points, one -> one.low() * one.armN()),
                most(points, one -> one.high() * one.armN())),
            layers,
            locale));
  }

  private List<Point> days(Comparison of) {
    return of.kind().matches("median|p\\d.*")
        ? List.of()
        : result.series().stream()
            .filter(one -> one.metric().equals(of.metric()) && one.arm().equals(of.arm()))
            .toList();
  }

  private Layer.Baseline zero(List<Point> points) {
    return new Layer.Baseline(
        texts.text("effects.baseline"),
        List.of(
            new Layer.Point(points.getFirst().day().toEpochDay(), 0),
            new Layer.Point(points.getLast().day().toEpochDay(), 0)));
  }

  private static List<Layer.Point> line(List<Point> points, ToDoubleFunction<Point> of) {
    return points.stream()
        .map(one -> new Layer.Point(one.day().toEpochDay(), of.applyAsDouble(one)))
        .toList();
  }

  private static double least(List<Point> points, ToDoubleFunction<Point> of) {
    return Math.min(0, points.stream().mapToDouble(of).min().orElse(0));
  }

  private static double most(List<Point> points, ToDoubleFunction<Point> of) {
    return Math.max(0, points.stream().mapToDouble(of).max().orElse(0));
  }

  private static boolean apart(double low, double high) {
    return low > 0 || high < 0;
  }

  /** Rates are drawn in percentage points. */
  private static double scale(Comparison one) {
    return one.kind().equals("proportion") ? 100 : 1;
  }

  private String unit(String key, Comparison one) {
    return texts.text(one.kind().equals("proportion") ? key + ".points" : key, one.metric());
  }

  /** An axis whose numbers have as many digits as its steps need. */
  private static Axis axis(String label, double least, double most) {
    Axis coarse = Axis.between(label, least, most, Axis.Scale.DECIMAL);
    if (coarse.step() >= 1 && coarse.step() == Math.rint(coarse.step())) {
      return new Axis(label, coarse.low(), coarse.high(), coarse.step(), Axis.Scale.COUNT);
    }
    Axis.Scale scale =
        coarse.step() >= 0.1
            ? coarse.step() == 0.25 ? Axis.Scale.FINE : Axis.Scale.DECIMAL
            : coarse.step() >= 0.01 ? Axis.Scale.FINE : Axis.Scale.FINEST;
    return new Axis(label, coarse.low(), coarse.high(), coarse.step(), scale);
  }

  private static double percent(@Nullable Double lift) {
    return lift == null ? 0 : Math.clamp(lift * 100, -FARTHEST, FARTHEST);
  }

  private String signed(double percent) {
    return (percent > 0 ? "+" : "") + texts.decimal(percent, 1) + "\u00a0%";
  }

  private String written(double percent) {
    return texts.decimal(percent, percent < 10 ? 2 : 1) + "\u00a0%";
  }

  private String total(double value) {
    return texts.decimal(value, Math.abs(value) < 10 ? 1 : 0);
  }

  private String day(Point point) {
    return AxisFormats.of(Axis.Scale.DAY, locale).format(point.day().toEpochDay());
  }

  private String level() {
    return texts.decimal((1 - result.alpha()) * 100, result.alpha() * 100 % 1 == 0 ? 0 : 1)
        + "\u00a0%";
  }

  private long persons() {
    return result.arms().stream().mapToLong(AbTestResult.Arm::persons).sum();
  }

  private static String label(String metric, String kind, String arm) {
    return (kind.equals("proportion") || kind.equals("ratio") || kind.equals("revenue")
            ? metric
            : metric + " (" + kind + ")")
        + " · "
        + arm;
  }
}
