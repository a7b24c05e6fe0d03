package io.liftwerk.experiments;

import io.liftwerk.experiments.AbTestResult.Novelty;
import io.liftwerk.experiments.AbTestResult.Point;
import io.liftwerk.experiments.abtest.AlwaysValid;
import io.liftwerk.experiments.abtest.Effect;
import io.liftwerk.experiments.abtest.Effect.Interval;
import io.liftwerk.experiments.abtest.Measure;
import io.liftwerk.experiments.abtest.Moments;
import io.liftwerk.experiments.abtest.Probability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How every effect came about, day by day, and whether it wears off. */
final class AbSeries {
  /** Longer series are of no use to anybody who looks at them. */
  private static final int MOST = 1000;

  /** Below it an effect that wears off is spoken of; several metrics are looked at. */
  private static final double DOUBT = 0.01;

  private final AbMeasuring measuring;
  private final List<AbMetric> metrics;
  private final AbLooks looks;
  private final List<LocalDate> days;

  AbSeries(AbMeasuring measuring, List<AbMetric> metrics, AbLooks looks) {
    this.measuring = measuring;
    this.metrics = metrics;
    this.looks = looks;
    List<LocalDate> all = measuring.sums().days();
    this.days = all.size() > MOST ? List.of() : all;
  }

  /** Persons there were in all arms at the end of each day. */
  static List<Long> persons(AbMeasuring measuring) {
    var totals = new ArrayList<Long>();
    long sum = 0;
    for (LocalDate day : measuring.sums().days()) {
      sum += measuring.moments(0, group -> day.equals(group.day())).n();
      totals.add(sum);
    }
    return totals;
  }

  List<Point> points(String control, List<String> arms) {
    var points = new ArrayList<Point>();
    for (int i = 0; i < metrics.size(); i++) {
      if (metrics.get(i).kind() == AbMetric.Kind.QUANTILE) {
        continue;
      }
      Map<String, Moments> soFar = new HashMap<>();
      for (LocalDate day : days) {
        add(soFar, i, day, control);
        for (String arm : arms) {
          add(soFar, i, day, arm);
          Point point = point(i, day, arm, soFar.get(control), soFar.get(arm));
          if (point != null) {
            points.add(point);
          }
        }
      }
    }
    return points;
  }

  private void add(Map<String, Moments> soFar, int metric, LocalDate day, String arm) {
    Moments now =
        measuring.moments(metric, group -> group.arm().equals(arm) && day.equals(group.day()));
    soFar.merge(arm, now, Moments::plus);
  }

  private @Nullable Point point(
      int metric, LocalDate day, String arm, @Nullable Moments a, @Nullable Moments b) {
    if (a == null || b == null || a.n() < 2 || b.n() < 2) {
      return null;
    }
    Effect effect = effect(metric, a, b);
    if (!effect.known()) {
      return null;
    }
    Interval once = effect.interval(looks.alpha());
    Interval always = AlwaysValid.interval(effect, looks.alpha(), looks.tuning());
    return new Point(
        metrics.get(metric).name(),
        arm,
        day,
        effect.n(),
        b.n(),
        effect.estimate(),
        once.low(),
        once.high(),
        always.low(),
        always.high(),
        AlwaysValid.p(effect, looks.alpha(), looks.tuning()));
  }

  private Effect effect(int metric, Moments a, Moments b) {
    Measure[] arms = measuring.shape(metric).measures(a, b);
    return Effect.absolute(arms[0], arms[1]);
  }

  List<Novelty> novelty(String control, List<String> arms) {
    var list = new ArrayList<Novelty>();
    if (days.size() < 4) {
      return list;
    }
    LocalDate middle = days.get(days.size() / 2);
    for (int i = 0; i < metrics.size(); i++) {
      if (metrics.get(i).kind() == AbMetric.Kind.QUANTILE) {
        continue;
      }
      for (String arm : arms) {
        Effect early = half(i, control, arm, middle, true);
        Effect late = half(i, control, arm, middle, false);
        if (early.known() && late.known()) {
          double change = late.estimate() - early.estimate();
          double p = Probability.twoSided(change / Math.hypot(early.error(), late.error()));
          boolean less = Math.abs(late.estimate()) < Math.abs(early.estimate());
          list.add(
              new Novelty(
                  metrics.get(i).name(),
                  arm,
                  early.estimate(),
                  late.estimate(),
                  p,
                  p < DOUBT && less));
        }
      }
    }
    return list;
  }

  private Effect half(int metric, String control, String arm, LocalDate middle, boolean early) {
    return effect(metric, half(metric, control, middle, early), half(metric, arm, middle, early));
  }

  private Moments half(int metric, String arm, LocalDate middle, boolean early) {
    return measuring.moments(
        metric,
        group -> {
          LocalDate day = group.day();
          return group.arm().equals(arm) && day != null && day.isBefore(middle) == early;
        });
  }
}
