package io.liftwerk.report;

import io.liftwerk.scoring.ChurnTimeResult;
import io.liftwerk.scoring.ChurnTimeResult.Group;
import io.liftwerk.scoring.ChurnTimeResult.Hazard;
import io.liftwerk.scoring.ChurnTimeResult.Hazards;
import io.liftwerk.scoring.ChurnTimeResult.LogRankTest;
import io.liftwerk.scoring.ChurnTimeResult.Point;
import io.liftwerk.scoring.ChurnTimeResult.Projected;
import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long contracts run, and what goes with an earlier end. */
public final class ChurnTimeFigures {
  /** Curves that can be told apart. */
  private static final int GROUPS = 4;

  private static final int COLUMNS = 12;

  /** Twice as wide an interval would leave no room for the others. */
  private static final double FARTHEST = 5;

  private final ChurnTimeResult result;
  private final Locale locale;
  private final ReportTexts texts;

  /**
   * @param locale language of the sentences and of the numbers
   */
  public ChurnTimeFigures(ChurnTimeResult result, Locale locale) {
    this.result = result;
    this.locale = locale;
    this.texts = new ReportTexts(locale);
  }

  /** Those figures that the result holds. */
  public List<Figure> all() {
    return Stream.of(survival(), groups(), hazards(), retention())
        .flatMap(Optional::stream)
        .toList();
  }

  /** Share of contracts still running after each time, with its interval. */
  public Optional<Figure> survival() {
    if (result.survival().isEmpty()) {
      return Optional.empty();
    }
    Double median = result.median();
    String title =
        median == null
            ? texts.text(
                "survival.title.most",
                texts.percent(result.survival().getLast().survival()),
                texts.decimal(result.until(), 0),
                unit())
            : texts.text("survival.title.half", texts.decimal(median, 1), unit());
    var low = new ArrayList<Layer.Point>();
    var high = new ArrayList<Layer.Point>();
    for (Point point : result.survival()) {
      low.add(new Layer.Point(point.time(), point.low()));
      high.add(new Layer.Point(point.time(), point.high()));
    }
    var layers = new ArrayList<Layer>();
    layers.add(new Layer.Band(texts.text("interval"), low, high, Layer.Tone.FIRST));
    layers.add(new Layer.Line("", steps(result.survival()), Layer.Tone.FIRST, false));
    if (median != null) {
      layers.add(new Layer.Mark(texts.decimal(median, 1), new Layer.Point(median, 0.5)));
    }
    return Optional.of(
        new Figure(
            "survival",
            title,
            texts.text("survival.subtitle", result.contracts(), result.ended()),
            time(result.until()),
            Axis.share(texts.text("survival.y")),
            layers,
            locale));
  }

  /** Kaplan and Meier's curve is a staircase: it falls only where contracts end. */
  private static List<Layer.Point> steps(List<Point> survival) {
    var points = new ArrayList<Layer.Point>();
    points.add(new Layer.Point(0, 1));
    double level = 1;
    for (Point point : survival) {
      points.add(new Layer.Point(point.time(), level));
      level = point.survival();
      points.add(new Layer.Point(point.time(), level));
    }
    return points;
  }

  /** A curve for each of the largest groups. */
  public Optional<Figure> groups() {
    if (result.groups().size() < 2) {
      return Optional.empty();
    }
    List<Group> largest =
        result.groups().stream()
            .sorted(Comparator.comparingLong(Group::contracts).reversed())
            .limit(GROUPS)
            .toList();
    double at = Math.min(12, result.until());
    Group best = largest.stream().max(Comparator.comparingDouble(g -> after(g, at))).orElseThrow();
    Group worst = largest.stream().min(Comparator.comparingDouble(g -> after(g, at))).orElseThrow();
    var layers = new ArrayList<Layer>();
    for (int i = 0; i < largest.size(); i++) {
      layers.add(
          new Layer.Line(
              largest.get(i).name(),
              steps(largest.get(i).survival()),
              Layer.Tone.values()[i],
              false));
    }
    return Optional.of(
        new Figure(
            "survival-groups",
            texts.text(
                "groups.title",
                texts.decimal(at, 0),
                unit(),
                texts.percent(after(best, at)),
                best.name(),
                texts.percent(after(worst, at)),
                worst.name()),
            texts.text("groups.subtitle", largest.size(), result.groups().size(), test()),
            time(result.until()),
            Axis.share(texts.text("survival.y")),
            layers,
            locale));
  }

  private String test() {
    LogRankTest test = result.logRank();
    Double p = test == null ? null : test.p();
    if (p == null) {
      return texts.text("groups.untested");
    }
    return texts.text(
        "groups.tested",
        p < 0.001 ? "p < " + texts.decimal(0.001, 3) : "p = " + texts.decimal(p, 3));
  }

  private static double after(Group group, double time) {
    double share = 1;
    for (Point point : group.survival()) {
      if (point.time() <= time) {
        share = point.survival();
      }
    }
    return share;
  }

  /** Hazard ratios with their intervals, on a scale of doublings. */
  public Optional<Figure> hazards() {
    Hazards cox = result.cox();
    if (cox == null || cox.columns().isEmpty()) {
      return Optional.empty();
    }
    List<Hazard> columns = cox.columns().stream().limit(COLUMNS).toList();
    var dots = new ArrayList<Layer.Interval>();
    double least = -1;
    double most = 1;
    for (int i = 0; i < columns.size(); i++) {
      Hazard hazard = columns.get(i);
      double low = doublings(hazard.low());
      double high = doublings(hazard.high());
      dots.add(new Layer.Interval(i, doublings(hazard.ratio()), low, high));
      least = Math.min(least, low);
      most = Math.max(most, high);
    }
    return Optional.of(
        new Figure(
            "hazards",
            hazardsTitle(cox),
            texts.text("hazards.subtitle", cox.contracts(), texts.decimal(cox.concordance(), 2)),
            Axis.names("", columns.stream().map(Hazard::name).toList()),
            Axis.between(texts.text("hazards.x"), least, most, Axis.Scale.DOUBLING),
            List.of(
                new Layer.Baseline(
                    texts.text("hazards.baseline"),
                    List.of(new Layer.Point(-0.6, 0), new Layer.Point(columns.size() - 0.4, 0))),
                new Layer.Intervals(texts.text("hazards.series"), dots, Layer.Tone.FIRST)),
            locale));
  }

  private String hazardsTitle(Hazards cox) {
    @Nullable Hazard strongest =
        cox.columns().stream()
            .filter(hazard -> hazard.p() < 0.05)
            .max(Comparator.comparingDouble(hazard -> Math.abs(hazard.coefficient())))
            .orElse(null);
    return !cox.converged() || strongest == null
        ? texts.text(cox.converged() ? "hazards.title.none" : "hazards.title.astray")
        : texts.text("hazards.title", strongest.name(), texts.decimal(strongest.ratio(), 2));
  }

  private static double doublings(double ratio) {
    return Math.clamp(Math.log(ratio) / Math.log(2), -FARTHEST, FARTHEST);
  }

  /** Share of new contracts running after each period, seen and expected (sBG). */
  public Optional<Figure> retention() {
    FittedModel model = result.retention();
    if (model == null || !model.degenerate().isEmpty() || result.projection().size() < 2) {
      return Optional.empty();
    }
    var seen = new ArrayList<Layer.Point>();
    var expected = new ArrayList<Layer.Point>();
    seen.add(new Layer.Point(0, 1));
    expected.add(new Layer.Point(0, 1));
    for (Projected each : result.projection()) {
      Double actual = each.actual();
      if (actual != null) {
        seen.add(new Layer.Point(each.period(), actual));
      }
      expected.add(new Layer.Point(each.period(), each.expected()));
    }
    Projected last = result.projection().getLast();
    return Optional.of(
        new Figure(
            "retention",
            texts.text(
                "retention.title",
                texts.percent(last.expected()),
                last.period(),
                unit(),
                texts.decimal(last.retention() * 100, 1)),
            texts.text("retention.subtitle", result.contracts(), seen.size() - 1),
            time(last.period()),
            Axis.share(texts.text("survival.y")),
            List.of(
                new Layer.Line(
                    texts.text("expected.by", "sBG"), expected, Layer.Tone.SECOND, false),
                new Layer.Line(texts.text("actual"), seen, Layer.Tone.FIRST, false)),
            locale));
  }

  private Axis time(double until) {
    return Axis.upTo(texts.text("survival.x", unit()), until, Axis.Scale.COUNT);
  }

  private String unit() {
    return texts.text(result.unit().equals("month") ? "unit.months" : "unit.periods");
  }
}
