package io.liftwerk.scoring;

import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.workspace.WorkbenchException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Learns from the earlier rows and judges on the later ones, as the model will be used: the latest
 * three tenths of the rows with an outcome are held out. Rows of one moment stay together; a row
 * without a date is learned from.
 */
final class TimeSplit {
  private TimeSplit() {}

  /**
   * @param day per row, NaN where missing
   * @throws WorkbenchException code {@code split-time} without two different dates, {@code
   *     split-class} when a part lacks an outcome
   */
  static Split of(Dataset data, double[] day, String column) {
    int[] labelled = data.labelled();
    double[] sorted =
        IntStream.of(labelled).mapToDouble(row -> day[row]).filter(d -> !Double.isNaN(d)).toArray();
    Arrays.sort(sorted);
    if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
      throw new WorkbenchException(
          "split-time",
          "The column '%s' holds no two different dates in rows with an outcome, so earlier and later rows cannot be told apart."
              .formatted(column),
          "Name a column that says when each record came in.");
    }
    double place = sorted[sorted.length * 7 / 10];
    double cut = place > sorted[0] ? place : Math.nextUp(sorted[0]);
    Split split =
        new Split(
            IntStream.of(labelled).filter(row -> !(day[row] >= cut)).toArray(),
            IntStream.of(labelled).filter(row -> day[row] >= cut).toArray());
    both(data, split.train(), "earlier", column, 5);
    both(data, split.test(), "later", column, 1);
    return split;
  }

  private static void both(Dataset data, int[] rows, String part, String column, int least) {
    long yes = data.positives(rows);
    long no = rows.length - yes;
    if (yes < least || no < least) {
      throw new WorkbenchException(
          "split-class",
          "The %s rows by '%s' hold %d with a yes and %d with a no; at least %d of each are needed."
              .formatted(part, column, yes, no, least),
          "Leave out --time, or collect more outcomes.");
    }
  }
}
