package io.liftwerk.report;

import io.liftwerk.scoring.LifetimeValueResult;
import io.liftwerk.scoring.LifetimeValueResult.Contender;
import io.liftwerk.scoring.LifetimeValueResult.Frequency;
import io.liftwerk.scoring.LifetimeValueResult.Holdout;
import io.liftwerk.scoring.LifetimeValueResult.Spread;
import io.liftwerk.scoring.LifetimeValueResult.Tenth;
import io.liftwerk.scoring.LifetimeValueResult.TrackingPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What customers will bring, and how far the forecast can be believed. */
public final class LifetimeFigures {
  private final LifetimeValueResult result;
  private final Locale locale;
  private final ReportTexts texts;

  /**
   * @param locale language of the sentences and of the numbers
   */
  public LifetimeFigures(LifetimeValueResult result, Locale locale) {
    this.result = result;
    this.locale = locale;
    this.texts = new ReportTexts(locale);
  }

  /** Those figures that the result holds, the forecast's trial first. */
  public List<Figure> all() {
    return Stream.of(tracking(), increments(), frequencies(), contenders(), value(), alive())
        .flatMap(Optional::stream)
        .toList();
  }

  /** Repeat purchases added up, as they were and as expected. */
  public Optional<Figure> tracking() {
    List<TrackingPoint> points = result.tracking();
    if (points.size() < 2) {
      return Optional.empty();
    }
    TrackingPoint last = points.getLast();
    double off = last.expected() / Math.max(1e-9, last.actual()) - 1;
    String key =
        Math.abs(off) < 0.005
            ? "tracking.title.same"
            : off > 0 ? "tracking.title.more" : "tracking.title.less";
    return Optional.of(
        series(
            "tracking",
            texts.text(
                key,
                texts.decimal(last.actual(), 0),
                texts.decimal(last.expected(), 0),
                texts.percent(Math.abs(off))),
            "tracking",
            points.stream().map(p -> point(p, p.actual())).toList(),
            points.stream().map(p -> point(p, p.expected())).toList()));
  }

  /** The same step by step. */
  public Optional<Figure> increments() {
    List<TrackingPoint> points = result.tracking();
    if (points.size() < 4) {
      return Optional.empty();
    }
    var actual = new ArrayList<Layer.Point>();
    var expected = new ArrayList<Layer.Point>();
    double came = 0;
    double were = 0;
    // the last step may be shorter than the others and would look like a fall
    boolean whole = days(points, points.size() - 1) == days(points, points.size() - 2);
    int end = whole ? points.size() : points.size() - 1;
    for (int i = 1; i < end; i++) {
      double a = points.get(i).actual() - points.get(i - 1).actual();
      double e = points.get(i).expected() - points.get(i - 1).expected();
      actual.add(point(points.get(i), a));
      expected.add(point(points.get(i), e));
      if (points.get(i).heldOut()) {
        came += a;
        were += e;
      }
    }
    long step = days(points, 1);
    String title =
        came > 0
            ? texts.text("increments.title", texts.decimal(came, 0), texts.decimal(were, 0))
            : texts.text("increments.title.fit", step);
    return Optional.of(series("increments", title, "increments", actual, expected));
  }

  private static long days(List<TrackingPoint> points, int i) {
    return points.get(i).on().toEpochDay() - points.get(i - 1).on().toEpochDay();
  }

  private static Layer.Point point(TrackingPoint from, double value) {
    return new Layer.Point(from.on().toEpochDay(), value);
  }

  private Figure series(
      String name, String title, String key, List<Layer.Point> actual, List<Layer.Point> expected) {
    double most =
        Stream.of(actual, expected)
            .flatMap(List::stream)
            .mapToDouble(Layer.Point::y)
            .max()
            .orElse(1);
    long step = days(result.tracking(), 1);
    Axis y = Axis.upTo(texts.text(key + ".y", step), most, Axis.Scale.COUNT);
    var layers = new ArrayList<Layer>();
    result.tracking().stream()
        .filter(TrackingPoint::heldOut)
        .findFirst()
        .ifPresent(
            first ->
                layers.add(
                    new Layer.Baseline(
                        texts.text("tracking.heldout"),
                        List.of(
                            new Layer.Point(first.on().toEpochDay(), 0),
                            new Layer.Point(first.on().toEpochDay(), y.high())))));
    layers.add(
        new Layer.Line(texts.text("expected.by", model()), expected, Layer.Tone.SECOND, false));
    layers.add(new Layer.Line(texts.text("actual"), actual, Layer.Tone.FIRST, false));
    return new Figure(
        name,
        title,
        texts.text(
            key + ".subtitle", result.customers(), date(result.from()), date(result.until())),
        Axis.days(
            texts.text("kpi.day"),
            LocalDate.ofEpochDay((long) actual.getFirst().x()),
            LocalDate.ofEpochDay((long) actual.getLast().x())),
        y,
        layers,
        locale);
  }

  /** Purchases in the holdout by purchases before it. */
  public Optional<Figure> frequencies() {
    Holdout holdout = result.holdout();
    if (holdout == null || holdout.frequencies().size() < 2) {
      return Optional.empty();
    }
    List<Frequency> groups = holdout.frequencies();
    double off = 0;
    long customers = 0;
    for (Frequency group : groups) {
      off += group.customers() * Math.abs(group.expected() - group.actual());
      customers += group.customers();
    }
    double most =
        groups.stream().mapToDouble(g -> Math.max(g.actual(), g.expected())).max().orElse(1);
    Frequency last = groups.getLast();
    return Optional.of(
        new Figure(
            "holdout",
            texts.text("holdout.title", texts.decimal(off / Math.max(1, customers), 2)),
            texts.text(
                "holdout.subtitle",
                holdout.customers(),
                date(holdout.from()),
                date(holdout.until())),
            new Axis(
                texts.text("holdout.x", last.repeats()),
                groups.getFirst().repeats() - 0.3,
                last.repeats() + 0.3,
                1,
                Axis.Scale.COUNT),
            Axis.upTo(
                texts.text("holdout.y"), most, most < 4 ? Axis.Scale.DECIMAL : Axis.Scale.COUNT),
            List.of(
                new Layer.Line(
                    texts.text("expected.by", bestModel(holdout)),
                    groups.stream().map(g -> new Layer.Point(g.repeats(), g.expected())).toList(),
                    Layer.Tone.SECOND,
                    true),
                new Layer.Line(
                    texts.text("actual"),
                    groups.stream().map(g -> new Layer.Point(g.repeats(), g.actual())).toList(),
                    Layer.Tone.FIRST,
                    true)),
            locale));
  }

  private String bestModel(Holdout holdout) {
    return holdout.contenders().stream()
        .filter(one -> !one.name().equals("recent") && !one.name().equals("rate"))
        .min(java.util.Comparator.comparingDouble(Contender::rmsePurchases))
        .map(one -> texts.text("model." + one.name()))
        .orElse("");
  }

  /** The error of models and rules of thumb on the days held out. */
  public Optional<Figure> contenders() {
    Holdout holdout = result.holdout();
    if (holdout == null || holdout.contenders().size() < 2) {
      return Optional.empty();
    }
    List<Contender> all = holdout.contenders();
    var bars = new ArrayList<Layer.Point>();
    for (int i = 0; i < all.size(); i++) {
      bars.add(new Layer.Point(i, all.get(i).rmsePurchases()));
    }
    double most = bars.stream().mapToDouble(Layer.Point::y).max().orElse(1);
    Contender best =
        all.stream().filter(one -> one.name().equals(holdout.best())).findFirst().orElseThrow();
    return Optional.of(
        new Figure(
            "contenders",
            texts.text(
                result.ruleOfThumbWins() ? "contenders.title.rule" : "contenders.title",
                name(best),
                texts.decimal(best.rmsePurchases(), 2),
                texts.text("model." + result.chosen())),
            texts.text("contenders.subtitle", date(holdout.from()), date(holdout.until())),
            Axis.names("", all.stream().map(this::name).toList()),
            Axis.upTo(texts.text("contenders.x"), most * 1.15, Axis.Scale.FINE),
            List.of(new Layer.Bars(texts.text("contenders.x"), bars, Layer.Tone.FIRST, 0.62)),
            locale));
  }

  private String name(Contender one) {
    return texts.text("model." + one.name());
  }

  /** How much of what is expected each tenth of the customers brings. */
  public Optional<Figure> value() {
    Spread spread = result.spread();
    if (spread == null) {
      return Optional.empty();
    }
    var bars = new ArrayList<Layer.Point>();
    for (int i = 0; i < spread.tenths().size(); i++) {
      bars.add(new Layer.Point(i + 1, spread.tenths().get(i).share()));
    }
    Tenth best = spread.tenths().getFirst();
    boolean valued = result.value() != null;
    return Optional.of(
        new Figure(
            "value",
            texts.text(
                valued ? "value.title" : "value.title.purchases", texts.percent(best.share())),
            texts.text("value.subtitle", model(), result.months(), result.customers()),
            new Axis(texts.text("value.x"), 0.4, 10.6, 1, Axis.Scale.COUNT),
            Axis.upTo(
                texts.text(valued ? "value.y" : "value.y.purchases"),
                best.share() * 1.1,
                Axis.Scale.SHARE),
            List.of(
                new Layer.Bars(texts.text("value.series"), bars, Layer.Tone.FIRST, 0.7),
                new Layer.Baseline(
                    texts.text("value.baseline"),
                    List.of(new Layer.Point(0.4, 0.1), new Layer.Point(10.6, 0.1)))),
            locale));
  }

  /** How many customers are how likely to buy still. */
  public Optional<Figure> alive() {
    Spread spread = result.spread();
    if (spread == null) {
      return Optional.empty();
    }
    double all = spread.alive().stream().mapToLong(Long::longValue).sum();
    var bars = new ArrayList<Layer.Point>();
    double likely = 0;
    for (int i = 0; i < spread.alive().size(); i++) {
      double share = spread.alive().get(i) / Math.max(1, all);
      bars.add(new Layer.Point(0.05 + i / 10.0, share));
      likely += i >= 5 ? share : 0;
    }
    double most = bars.stream().mapToDouble(Layer.Point::y).max().orElse(1);
    return Optional.of(
        new Figure(
            "alive",
            texts.text("alive.title", texts.percent(likely)),
            texts.text("alive.subtitle", model(), result.customers()),
            Axis.share(texts.text("alive.x")),
            Axis.upTo(texts.text("alive.y"), most * 1.1, Axis.Scale.SHARE),
            List.of(new Layer.Bars(texts.text("alive.y"), bars, Layer.Tone.FIRST, 0.085)),
            locale));
  }

  private String model() {
    String model = result.model();
    return model == null ? "" : texts.text("model." + model);
  }

  private String date(LocalDate day) {
    return new DayFormat(locale).format(day.toEpochDay());
  }
}
