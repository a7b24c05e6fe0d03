package io.liftwerk.scoring;

import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.workspace.WorkbenchException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the split that the user prepared in a column. */
final class UserSplit {
  private UserSplit() {}

  /**
   * @param parts the column's text per row, lower case
   * @throws WorkbenchException code {@code split-value} for anything but train and test, {@code
   *     split-class} when a part lacks an outcome
   */
  static Split of(Dataset data, @Nullable String[] parts, String column) {
    int[] labelled = data.labelled();
    for (int row : labelled) {
      String part = parts[row];
      if (!"train".equals(part) && !"test".equals(part)) {
        throw new WorkbenchException(
            "split-value",
            "The split column '%s' holds %s where 'train' or 'test' was expected."
                .formatted(column, part == null ? "nothing" : "'" + part + "'"),
            "Fill it with train and test in every row that has an outcome.");
      }
    }
    Split split = new Split(rows(labelled, parts, "train"), rows(labelled, parts, "test"));
    both(data, split.train(), "train", column);
    both(data, split.test(), "test", column);
    return split;
  }

  private static int[] rows(int[] labelled, @Nullable String[] parts, String part) {
    return IntStream.of(labelled).filter(row -> part.equals(parts[row])).toArray();
  }

  private static void both(Dataset data, int[] rows, String part, String column) {
    long yes = data.positives(rows);
    long no = rows.length - yes;
    int least = part.equals("train") ? 5 : 1;
    if (yes < least || no < least) {
      throw new WorkbenchException(
          "split-class",
          "The rows marked '%s' in '%s' hold %d with a yes and %d with a no; at least %d of each are needed."
              .formatted(part, column, yes, no, least),
          "Mark the parts so that each holds both outcomes.");
    }
  }
}
