package io.liftwerk.scoring.insight;

import io.liftwerk.scoring.ScoringDetails.Dependence;
import io.liftwerk.scoring.ScoringDetails.Value;
import io.liftwerk.scoring.evaluation.Calibration;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Quantiles;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.models.Predictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * How the chance of a yes depends on one feature when all else stays as it is: the mean prediction
 * over records if every one of them had the value.
 */
public final class PartialDependence {
  private static final int ROWS = 400;
  private static final int CUTS = 12;
  private static final int LEVELS = 12;
  private static final int COLUMNS = 6;

  private final Predictor model;
  private final Calibration calibration;
  private final Dataset sample;
  private final int[] all;
  private final Work work;

  private PartialDependence(Predictor model, Calibration calibration, Dataset sample, Work work) {
    this.model = model;
    this.calibration = calibration;
    this.sample = sample;
    this.all = IntStream.range(0, sample.rows()).toArray();
    this.work = work;
  }

  /**
   * @param test rows not learned from
   * @param columns of the table, most important first; of the first few every feature is followed
   */
  public static List<Dependence> of(
      Predictor model,
      Calibration calibration,
      Dataset data,
      int[] test,
      List<String> columns,
      long seed,
      Work work)
      throws Exception {
    Dataset sample = data.subset(Split.sample(data, test, ROWS, seed + 12));
    var dependence = new PartialDependence(model, calibration, sample, work);
    List<Callable<Dependence>> tasks = new ArrayList<>();
    for (String source : columns.subList(0, Math.min(COLUMNS, columns.size()))) {
      for (int c = 0; c < sample.columns().size(); c++) {
        int column = c;
        if (sample.columns().get(c).source().equals(source)) {
          tasks.add(() -> dependence.of(column));
        }
      }
    }
    return work.all(tasks);
  }

  private Dependence of(int place) {
    Column column = sample.columns().get(place);
    var points = new ArrayList<Value>();
    for (Column value : values(column)) {
      work.check();
      var columns = new ArrayList<>(sample.columns());
      columns.set(place, value);
      double[] logOdds = model.logOdds(sample.with(columns), all, work);
      double sum = 0;
      for (double score : logOdds) {
        sum += calibration.probability(score);
      }
      points.add(new Value(value.says(0), sum / logOdds.length));
    }
    return new Dependence(column.name(), points);
  }

  /** The column with one value in all rows, for every value worth asking. */
  private List<Column> values(Column column) {
    var values = new ArrayList<Column>();
    switch (column) {
      case Column.Numbers numbers -> {
        var present = new java.util.TreeSet<Float>();
        for (float cut : Quantiles.cuts(numbers.values(), all, CUTS)) {
          present.add(cut);
        }
        for (float value : numbers.values()) {
          if (!Float.isNaN(value) && (present.isEmpty() || value > present.last())) {
            present.add(value);
          }
        }
        boolean missing = false;
        for (float value : numbers.values()) {
          missing |= Float.isNaN(value);
        }
        present.forEach(value -> values.add(constant(numbers, value)));
        if (missing) {
          values.add(constant(numbers, Float.NaN));
        }
      }
      case Column.Levels levels -> {
        var counts = new int[256];
        for (int row : all) {
          counts[levels.code(row)]++;
        }
        IntStream.range(0, 256)
            .filter(code -> counts[code] > 0)
            .boxed()
            .sorted((a, b) -> counts[b] - counts[a])
            .limit(LEVELS)
            .forEach(code -> values.add(constant(levels, code)));
      }
    }
    return values;
  }

  private Column constant(Column.Numbers numbers, float value) {
    var values = new float[all.length];
    Arrays.fill(values, value);
    return new Column.Numbers(numbers.name(), numbers.source(), values, numbers.yesNo());
  }

  private Column constant(Column.Levels levels, int code) {
    var codes = new byte[all.length];
    Arrays.fill(codes, (byte) code);
    return new Column.Levels(levels.name(), levels.source(), codes, levels.levels());
  }
}
