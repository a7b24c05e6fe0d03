package io.liftwerk.experiments;

import io.liftwerk.experiments.uplift.Draws;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which people are learned from and which are judged on.
 *
 * @param part per row of the table: {@link #TRAIN}, {@link #TEST} or 0 for nobody of an arm
 * @param by {@code seed}, or the user's column
 */
@SuppressWarnings("ArrayRecordComponent") // private to this package and never compared
record UpliftSplit(byte[] part, String by) {
  static final byte TRAIN = 1;
  static final byte TEST = 2;

  private static final double TRAIN_SHARE = 0.7;
  private static final int FEWEST = 20;

  static UpliftSplit of(UpliftRows rows, UpliftRequest request) throws Exception {
    UpliftSplit split =
        request.split() == null
            ? seeded(rows, request.seed())
            : byColumn(rows, rows.table().column("split column", request.split()));
    split.check(rows);
    return split;
  }

  /** 70/30, of every arm and of high and low outcomes alike. */
  private static UpliftSplit seeded(UpliftRows rows, long seed) {
    var part = new byte[rows.arm().length];
    for (int a = 0; a < rows.arms().size(); a++) {
      int[] people = rows.rows(a);
      double[] sorted =
          IntStream.of(people).mapToDouble(row -> rows.outcome()[row]).sorted().toArray();
      double middle = rows.numeric() ? sorted[sorted.length / 2] : 0.5;
      for (boolean high : new boolean[] {false, true}) {
        int[] some =
            IntStream.of(people).filter(row -> rows.outcome()[row] > middle == high).toArray();
        new Draws(seed * 31 + a * 2L + (high ? 1 : 0)).shuffle(some);
        int train = (int) Math.round(some.length * TRAIN_SHARE);
        for (int i = 0; i < some.length; i++) {
          part[some[i]] = i < train ? TRAIN : TEST;
        }
      }
    }
    return new UpliftSplit(part, "seed");
  }

  private static UpliftSplit byColumn(UpliftRows rows, String column) throws Exception {
    var part = new byte[rows.arm().length];
    var wrong = new ArrayList<@Nullable String>();
    rows.table()
        .texts(
            column,
            (row, text) -> {
              if (rows.arm()[row] < 0 || Double.isNaN(rows.outcome()[row])) {
                return;
              }
              if ("train".equalsIgnoreCase(text)) {
                part[row] = TRAIN;
              } else if ("test".equalsIgnoreCase(text)) {
                part[row] = TEST;
              } else if (wrong.isEmpty()) {
                wrong.add(text);
              }
            });
    if (!wrong.isEmpty()) {
      String text = wrong.getFirst();
      throw new WorkbenchException(
          "split-value",
          "The split column '%s' holds %s where 'train' or 'test' was expected."
              .formatted(column, text == null ? "nothing" : "'" + text + "'"),
          "Fill it with train and test in every row of the arms compared.");
    }
    return new UpliftSplit(part, column);
  }

  private void check(UpliftRows rows) {
    for (byte wanted : new byte[] {TRAIN, TEST}) {
      for (int a = 0; a < rows.arms().size(); a++) {
        int[] people = rows(rows, a, wanted);
        double first = people.length == 0 ? 0 : rows.outcome()[people[0]];
        boolean differ = Arrays.stream(people).anyMatch(row -> rows.outcome()[row] != first);
        if (people.length < FEWEST || wanted == TRAIN && !differ) {
          throw new WorkbenchException(
              "split-arm",
              "The %s part holds %d people of the arm '%s', too few or all with the same outcome."
                  .formatted(wanted == TRAIN ? "train" : "test", people.length, rows.arms().get(a)),
              "Mark the parts so that each holds at least %d people of every arm."
                  .formatted(FEWEST));
        }
      }
    }
  }

  /** Rows of an arm in a part, ascending. */
  int[] rows(UpliftRows rows, int arm, byte wanted) {
    return IntStream.of(rows.rows(arm)).filter(row -> part[row] == wanted).toArray();
  }

  /** Rows of a part, ascending. */
  int[] rows(byte wanted) {
    return IntStream.range(0, part.length).filter(row -> part[row] == wanted).toArray();
  }

  /** Rows of two arms in a part, ascending. */
  int[] rows(UpliftRows rows, int arm, int other, byte wanted) {
    List<Byte> both = List.of((byte) arm, (byte) other);
    return IntStream.range(0, part.length)
        .filter(row -> part[row] == wanted && both.contains(rows.arm()[row]))
        .toArray();
  }
}
