package io.liftwerk.scoring;

import io.liftwerk.scoring.ModelDriftResult.Bin;
import io.liftwerk.scoring.ModelDriftResult.FeatureDrift;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.registry.Baseline;
import io.liftwerk.warehouse.drift.Bins;
import io.liftwerk.warehouse.drift.CategoryDrift;
import io.liftwerk.warehouse.drift.Distances;
import io.liftwerk.warehouse.drift.Measure;
import io.liftwerk.warehouse.drift.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Counts rows by the bins of a model's training data, in as many pieces as they come, and says how
 * far they lie from it.
 */
final class DriftCounter {
  private static final String SCORE = "score";

  private final Baseline baseline;
  private final List<long[]> features = new ArrayList<>();
  private final long[] scores;
  private long rows;

  DriftCounter(Baseline baseline) {
    this.baseline = baseline;
    for (Baseline.Feature feature : baseline.features()) {
      features.add(new long[before(feature).length]);
    }
    scores = new long[baseline.scores().shares().size()];
  }

  /**
   * Safe to call from several threads: counts do not depend on the order.
   *
   * @param data rows with the model's features, in its order
   * @param probabilities calibrated, one a row
   */
  synchronized void add(Dataset data, double[] probabilities) {
    for (int c = 0; c < features.size(); c++) {
      long[] counts = features.get(c);
      Baseline.Feature feature = baseline.features().get(c);
      Baseline.Numbers numbers = feature.numbers();
      Baseline.Levels levels = feature.levels();
      switch (data.columns().get(c)) {
        case Column.Numbers column when numbers != null -> {
          for (int row = 0; row < data.rows(); row++) {
            counts[numbers.bin(column.values()[row])]++;
          }
        }
        case Column.Levels column when levels != null -> {
          for (int row = 0; row < data.rows(); row++) {
            counts[levels.bin(column.code(row))]++;
          }
        }
        default -> throw new IllegalArgumentException(feature.name() + " is of another kind");
      }
    }
    for (double probability : probabilities) {
      scores[baseline.scores().bin(probability)]++;
    }
    rows += data.rows();
  }

  /** The same in one sentence. */
  BatchScoringResult.Drift summary() {
    List<FeatureDrift> drifts = drifts();
    FeatureDrift score = drifts.getFirst();
    List<FeatureDrift> shifted =
        drifts.stream().skip(1).filter(one -> hasShifted(one.verdict())).toList();
    int all = drifts.size() - 1;
    boolean alike = !hasShifted(score.verdict());
    String sentence;
    if (shifted.isEmpty()) {
      sentence =
          alike
              ? "Features and scores are spread as at training."
              : "The scores are spread otherwise than at training, though no single feature is.";
    } else {
      sentence =
          (alike
                  ? "Of %d features %d are spread otherwise than at training, '%s' the most; the"
                      + " scores are not."
                  : "Of %d features %d are spread otherwise than at training, '%s' the most, and so"
                      + " are the scores.")
              .formatted(all, shifted.size(), shifted.getFirst().feature());
    }
    return new BatchScoringResult.Drift(
        score.verdict(),
        shifted.size(),
        all,
        shifted.isEmpty() ? null : shifted.getFirst().feature(),
        sentence);
  }

  private static boolean hasShifted(Verdict verdict) {
    return verdict == Verdict.MAJOR || verdict == Verdict.MODERATE;
  }

  long rows() {
    return rows;
  }

  private static double[] before(Baseline.Feature feature) {
    Baseline.Numbers numbers = feature.numbers();
    Baseline.Levels levels = feature.levels();
    List<Double> shares =
        numbers != null ? numbers.shares() : levels != null ? levels.shares() : List.of();
    return shares.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The score first, then the features, the worst first. */
  List<FeatureDrift> drifts() {
    int all = features.size() + 1;
    var compared = new ArrayList<Bins>();
    for (int c = 0; c < features.size(); c++) {
      compared.add(bins(before(baseline.features().get(c)), features.get(c)));
    }
    compared.add(
        bins(
            baseline.scores().shares().stream().mapToDouble(Double::doubleValue).toArray(),
            scores));
    double[] p = holm(compared.stream().mapToDouble(CategoryDrift::psiP).toArray());
    var drifts = new ArrayList<FeatureDrift>();
    for (int c = 0; c < all - 1; c++) {
      Baseline.Feature feature = baseline.features().get(c);
      Baseline.Numbers numbers = feature.numbers();
      Baseline.Levels levels = feature.levels();
      long[] now = features.get(c);
      drifts.add(
          drift(
              feature.name(),
              feature.source(),
              compared.get(c),
              p[c],
              levels != null ? now[now.length - 1] : 0,
              numbers != null
                  ? numbers(numbers, now)
                  : levels != null ? levels(levels, now) : List.of()));
    }
    drifts.sort(
        Comparator.comparingInt((FeatureDrift one) -> rank(one.verdict()))
            .thenComparing(Comparator.comparingDouble(FeatureDrift::psi).reversed())
            .thenComparing(FeatureDrift::feature));
    drifts.addFirst(
        drift(SCORE, "", compared.getLast(), p[all - 1], 0, numbers(baseline.scores(), scores)));
    return drifts;
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case MAJOR -> 0;
      case MODERATE -> 1;
      case TOO_FEW_ROWS -> 2;
      case STABLE -> 3;
    };
  }

  /** Bins that nobody was in, then or now, are none. */
  private Bins bins(double[] shares, long[] now) {
    var before = new ArrayList<Long>();
    var after = new ArrayList<Long>();
    for (int bin = 0; bin < now.length; bin++) {
      long rowsBefore = Math.round(shares[bin] * baseline.rows());
      if (rowsBefore > 0 || now[bin] > 0) {
        before.add(rowsBefore);
        after.add(now[bin]);
      }
    }
    return new Bins("training", List.of(), List.of(), before, after);
  }

  private FeatureDrift drift(
      String name, String source, Bins bins, double p, long unseen, List<Bin> shown) {
    double[] before = shares(bins.reference());
    double[] now = shares(bins.current());
    int degrees = before.length - 1;
    double psi = Distances.psi(before, now);
    Verdict verdict =
        Verdict.of(List.of(new Measure("psi", psi, p, degrees, bins)), baseline.rows(), rows);
    return new FeatureDrift(
        name,
        source,
        verdict,
        reason(verdict, psi, p),
        psi,
        degrees * (1.0 / baseline.rows() + 1.0 / rows),
        p,
        Distances.jensenShannon(before, now),
        unseen,
        shown);
  }

  private static double[] shares(List<Long> counts) {
    double total = counts.stream().mapToLong(Long::longValue).sum();
    return counts.stream().mapToDouble(count -> count / total).toArray();
  }

  private static String reason(Verdict verdict, double psi, double p) {
    String value = String.format(Locale.ROOT, "%.3f", psi);
    return switch (verdict) {
      case MAJOR -> "PSI " + value + " is a large shift, and not by chance.";
      case MODERATE -> "PSI " + value + " is a moderate shift, and not by chance.";
      case TOO_FEW_ROWS ->
          "PSI " + value + " would be a shift, but so few rows lie that far apart by chance.";
      case STABLE ->
          p < Verdict.SIGNIFICANT
              ? "PSI " + value + " is a small shift; so many rows show it for certain."
              : "PSI " + value + " is no more than chance.";
    };
  }

  /** Corrected for their number: S. Holm, Scandinavian Journal of Statistics 6 (1979). */
  static double[] holm(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    var corrected = new double[p.length];
    double most = 0;
    for (int i = 0; i < order.length; i++) {
      most = Math.max(most, Math.min(1, (p.length - i) * p[order[i]]));
      corrected[order[i]] = most;
    }
    return corrected;
  }

  private List<Bin> numbers(Baseline.Numbers numbers, long[] now) {
    double total = Arrays.stream(now).sum();
    var bins = new ArrayList<Bin>();
    bins.add(new Bin("missing", null, null, null, numbers.shares().getFirst(), now[0] / total));
    List<Double> edges = numbers.edges();
    for (int bin = 1; bin < now.length; bin++) {
      Double above = bin == 1 ? null : edges.get(bin - 2);
      Double to = bin > edges.size() ? null : edges.get(bin - 1);
      bins.add(new Bin("number", above, to, null, numbers.shares().get(bin), now[bin] / total));
    }
    return List.copyOf(bins);
  }

  private List<Bin> levels(Baseline.Levels levels, long[] now) {
    double total = Arrays.stream(now).sum();
    var bins = new ArrayList<Bin>();
    for (int bin = 0; bin < now.length; bin++) {
      String what = bin == 0 ? "missing" : bin == now.length - 1 ? "other" : "level";
      String level = what.equals("level") ? levels.levels().get(bin - 1) : null;
      bins.add(new Bin(what, null, null, level, levels.shares().get(bin), now[bin] / total));
    }
    return List.copyOf(bins);
  }
}
