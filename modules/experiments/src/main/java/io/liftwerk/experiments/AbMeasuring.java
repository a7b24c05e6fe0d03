package io.liftwerk.experiments;

import io.liftwerk.experiments.AbSums.Group;
import io.liftwerk.experiments.AbSums.Tuple;
import io.liftwerk.experiments.AbTestResult.WithoutTop;
import io.liftwerk.experiments.abtest.Effect;
import io.liftwerk.experiments.abtest.Effect.Interval;
import io.liftwerk.experiments.abtest.Measure;
import io.liftwerk.experiments.abtest.Measure.Mean;
import io.liftwerk.experiments.abtest.Measure.Quantile;
import io.liftwerk.experiments.abtest.Measure.Ratio;
import io.liftwerk.experiments.abtest.Moments;
import io.liftwerk.experiments.abtest.PostStratification;
import io.liftwerk.experiments.abtest.PostStratification.Stratum;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes every metric's figures from the persons' sums. */
final class AbMeasuring {
  private static final double TOP = 0.999;

  private final JobContext context;
  private final AbRows rows;
  private final List<AbMetric> metrics;
  private final @Nullable String covariate;
  private final List<AbShape> shapes = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();
  private final AbSums sums;
  private final Map<String, Long> clusters;
  private final Map<String, Moments> cache = new HashMap<>();

  private AbMeasuring(
      JobContext context, AbRows rows, List<AbMetric> metrics, @Nullable String covariate)
      throws Exception {
    this.context = context;
    this.rows = rows;
    this.metrics = metrics;
    this.covariate = covariate;
    var clusters = new AbClusters(context, rows);
    var tuples = new ArrayList<Tuple>();
    for (AbMetric metric : metrics) {
      List<AbColumn> columns = columns(metric);
      AbShape shape = shape(metric);
      if (rows.clustered() && metric.kind() != AbMetric.Kind.QUANTILE) {
        columns = overClusters(clusters.sums(columns), shape);
        shape = shape.adjusted() ? AbShape.ADJUSTED_RATIO : AbShape.RATIO;
      }
      shapes.add(shape);
      widths.add(columns.size());
      tuples.add(new Tuple(columns, null));
    }
    if (rows.clustered()) {
      clusters.write();
      // a quantile has no sums over clusters
      for (int i = 0; i < metrics.size(); i++) {
        if (metrics.get(i).kind() == AbMetric.Kind.QUANTILE) {
          tuples.set(i, new Tuple(List.of(), null));
          widths.set(i, 0);
        }
      }
    }
    this.clusters = rows.clustered() ? clusters.arms() : Map.of();
    String counted = rows.clustered() ? AbClusters.CLUSTERS : rows.rows();
    this.sums = AbSums.of(context, counted, tuples, !rows.clustered());
  }

  static AbMeasuring of(
      JobContext context, AbRows rows, List<AbMetric> metrics, @Nullable String covariate)
      throws Exception {
    return new AbMeasuring(context, rows, metrics, covariate);
  }

  private List<AbColumn> columns(AbMetric metric) {
    var columns = new ArrayList<AbColumn>();
    metric.columns().forEach(name -> columns.add(rows.outcome(metric, name)));
    if (covariate != null && metric.kind() != AbMetric.Kind.QUANTILE) {
      columns.add(rows.covariate(covariate));
    }
    return columns;
  }

  private AbShape shape(AbMetric metric) {
    boolean adjusted = covariate != null;
    return switch (metric.kind()) {
      case RATIO -> adjusted ? AbShape.RATIO_BESIDE_MEAN : AbShape.RATIO;
      case QUANTILE -> AbShape.MEAN;
      default -> adjusted ? AbShape.ADJUSTED : AbShape.MEAN;
    };
  }

  /** Sums by cluster in the order of a ratio's columns: the number of persons is last. */
  private static List<AbColumn> overClusters(List<AbColumn> made, AbShape shape) {
    AbColumn persons = made.getLast();
    return switch (shape) {
      case MEAN -> List.of(made.get(0), persons);
      case RATIO -> List.of(made.get(0), made.get(1));
      case ADJUSTED -> List.of(made.get(0), persons, made.get(1), persons);
      default -> List.of(made.get(0), made.get(1), made.get(2), persons);
    };
  }

  AbSums sums() {
    return sums;
  }

  /** Clusters of each arm; nothing where persons were assigned. */
  Map<String, Long> clusters() {
    return clusters;
  }

  AbShape shape(int metric) {
    return shapes.get(metric);
  }

  /** The moments of a metric's columns over all groups that {@code which} takes. */
  Moments moments(int metric, Predicate<Group> which) {
    return sums.of(metric, widths.get(metric), which);
  }

  /** Those of an arm, kept because every other arm asks for the control's. */
  Moments moments(int metric, String arm) {
    return cache.computeIfAbsent(
        metric + " " + arm, key -> moments(metric, group -> group.arm().equals(arm)));
  }

  /** A metric in an arm beside the control. */
  AbMeasured measure(int metric, String control, String arm) throws Exception {
    AbMetric asked = metrics.get(metric);
    if (asked.kind() == AbMetric.Kind.QUANTILE) {
      Measure a = quantile(asked, control);
      Measure b = quantile(asked, arm);
      return new AbMeasured(asked, arm, a, b, Effect.absolute(a, b), relative(a, b, null), null);
    }
    AbShape shape = shapes.get(metric);
    Moments a = moments(metric, control);
    Moments b = moments(metric, arm);
    Measure[] arms = shape.measures(a, b);
    Effect absolute = Effect.absolute(arms[0], arms[1]);
    Effect relative = relative(arms[0], arms[1], null);
    boolean adjusted = shape.adjusted();
    if (rows.stratified() && !rows.clustered()) {
      List<Stratum> strata = strata(metric, control, arm);
      Effect within = PostStratification.of(strata, shape.ratio(), false, absolute);
      Effect share = PostStratification.of(strata, shape.ratio(), true, absolute);
      if (within != null && share != null) {
        absolute = within;
        relative = relative(arms[0], arms[1], share);
        adjusted = true;
      }
    }
    Effect plain = null;
    if (adjusted) {
      Measure[] seen = shape.plain().measures(shape.plain(a), shape.plain(b));
      plain = Effect.absolute(seen[0], seen[1]);
    }
    return new AbMeasured(asked, arm, arms[0], arms[1], absolute, relative, plain);
  }

  /** A share of nothing, or of a loss, is none. */
  private static Effect relative(Measure control, Measure treated, @Nullable Effect within) {
    if (!(control.plain() > 0)) {
      return new Effect(0, 0, 1, control.n() + treated.n());
    }
    return within == null ? Effect.relative(control, treated) : within;
  }

  private List<Stratum> strata(int metric, String control, String arm) {
    var strata = new ArrayList<Stratum>();
    for (String stratum : sums.strata()) {
      strata.add(
          new Stratum(
              moments(metric, g -> g.arm().equals(control) && g.stratum().equals(stratum)),
              moments(metric, g -> g.arm().equals(arm) && g.stratum().equals(stratum))));
    }
    return strata;
  }

  private Quantile quantile(AbMetric metric, String arm) throws Exception {
    String column = rows.outcome(metric, metric.column()).name();
    String where = " FROM " + rows.rows() + " WHERE arm = " + Sql.literal(arm);
    double level = metric.level() == null ? 0.5 : metric.level();
    long n = AbQuery.one(context, "SELECT count(" + column + ")" + where, row -> row.getLong(1));
    double[] bounds = Quantile.bounds(n, level);
    double[] values =
        AbQuery.one(
            context,
            "SELECT coalesce(q[1], 0), coalesce(q[2], 0), coalesce(q[3], 0) FROM (SELECT"
                + " quantile_cont(%s, [%s, %s, %s]) AS q%s)"
                    .formatted(column, level, bounds[0], bounds[1], where),
            row -> new double[] {row.getDouble(1), row.getDouble(2), row.getDouble(3)});
    double inflation = rows.clustered() ? inflation(column, where, values[0], level, n) : 1;
    return new Quantile(n, level, values[0], values[1], values[2], inflation);
  }

  /** By how much the share of values up to the quantile varies more between clusters. */
  private double inflation(String column, String where, double value, double level, long n)
      throws Exception {
    List<long[]> clusters =
        AbQuery.list(
            context,
            "SELECT count(*) FILTER (WHERE %1$s <= %2$s), count(%1$s)".formatted(column, value)
                + where
                + " AND cluster IS NOT NULL GROUP BY cluster",
            row -> new long[] {row.getLong(1), row.getLong(2)});
    var sums = new double[2];
    var squares = new double[2][2];
    for (long[] one : clusters) {
      for (int i = 0; i < 2; i++) {
        sums[i] += one[i];
        for (int j = 0; j < 2; j++) {
          squares[i][j] += (double) one[i] * one[j];
        }
      }
    }
    var share = new Ratio(Moments.ofSums(clusters.size(), sums, squares));
    double alone = level * (1 - level) / n;
    return share.variance() / clusters.size() / alone;
  }

  /**
   * Every metric of means without the largest 0.1 % of its values; null where none were left out.
   */
  Map<String, WithoutTop> withoutTop(String control, List<String> arms, double alpha)
      throws Exception {
    var tuples = new ArrayList<Tuple>();
    var asked = new ArrayList<Integer>();
    var limits = new ArrayList<Double>();
    for (int i = 0; i < metrics.size(); i++) {
      AbMetric metric = metrics.get(i);
      boolean mean = metric.kind() == AbMetric.Kind.MEAN || metric.kind() == AbMetric.Kind.REVENUE;
      if (mean && !rows.clustered()) {
        AbColumn column = rows.outcome(metric, metric.column());
        double limit =
            AbQuery.one(
                context,
                "SELECT coalesce(quantile_disc(%s, %s), 0) FROM %s"
                    .formatted(column.name(), TOP, rows.rows()),
                row -> row.getDouble(1));
        tuples.add(new Tuple(List.of(column), column.name() + " <= " + limit));
        asked.add(i);
        limits.add(limit);
      }
    }
    var without = new HashMap<String, WithoutTop>();
    if (tuples.isEmpty()) {
      return without;
    }
    AbSums kept = AbSums.of(context, rows.rows(), tuples, false);
    for (int t = 0; t < asked.size(); t++) {
      int metric = asked.get(t);
      Moments a = kept.of(t, 1, group -> group.arm().equals(control));
      for (String arm : arms) {
        Moments b = kept.of(t, 1, group -> group.arm().equals(arm));
        long gone = moments(metric, control).n() + moments(metric, arm).n() - a.n() - b.n();
        Effect effect = Effect.absolute(new Mean(a), new Mean(b));
        Interval interval = effect.interval(alpha);
        if (gone > 0) {
          without.put(
              metric + " " + arm,
              new WithoutTop(
                  limits.get(t),
                  gone,
                  effect.estimate(),
                  interval.low(),
                  interval.high(),
                  effect.p()));
        }
      }
    }
    return without;
  }
}
