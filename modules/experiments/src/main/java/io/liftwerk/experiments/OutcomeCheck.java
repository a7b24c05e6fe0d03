package io.liftwerk.experiments;

import io.liftwerk.scoring.LearningTable;
import io.liftwerk.scoring.ScoringWarning;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.Locale;

/** Refuses outcomes that nothing can be learned of, and names what is odd about the others. */
@SuppressWarnings("ArrayRecordComponent") // private to this package and never compared
record OutcomeCheck(
    LearningTable table, String column, List<String> arms, byte[] arm, double[] outcome) {

  /**
   * @throws WorkbenchException code {@code outcome-infinite}, {@code outcome-missing} or {@code
   *     outcome-constant}
   */
  void check(List<ScoringWarning> warnings) throws Exception {
    infinite();
    missing(warnings);
    constant();
    negative(warnings);
  }

  private void infinite() throws Exception {
    for (int row = 0; row < arm.length; row++) {
      if (arm[row] >= 0 && Double.isInfinite(outcome[row])) {
        throw new WorkbenchException(
            "outcome-infinite",
            "The outcome column '%s' of %s is infinite in row %d."
                .formatted(column, table.name(), table.lineOf(row)),
            "Correct the value, or leave the row out through a view.");
      }
    }
  }

  private void missing(List<ScoringWarning> warnings) {
    long[] people = new long[arms.size()];
    long[] known = new long[arms.size()];
    for (int row = 0; row < arm.length; row++) {
      if (arm[row] >= 0) {
        people[arm[row]]++;
        known[arm[row]] += Double.isNaN(outcome[row]) ? 0 : 1;
      }
    }
    for (int a = 0; a < arms.size(); a++) {
      if (known[a] == 0) {
        throw new WorkbenchException(
            "outcome-missing",
            "Nobody in the arm '%s' of %s has a value in the outcome column '%s'."
                .formatted(arms.get(a), table.name(), column),
            "Load the outcomes of both arms, or name another column.");
      }
      uneven(a, people, known, warnings);
    }
  }

  /** Outcomes missing in one arm more than in the other bend every comparison. */
  private void uneven(int a, long[] people, long[] known, List<ScoringWarning> warnings) {
    double own = 1 - known[a] / (double) people[a];
    double control = 1 - known[0] / (double) people[0];
    double pooled = 1 - (known[a] + known[0]) / (double) (people[a] + people[0]);
    double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / people[a] + 1.0 / people[0]));
    if (a > 0 && error > 0 && Math.abs(own - control) > 3.3 * error) {
      warnings.add(
          new ScoringWarning(
              "outcome-missing",
              column,
              String.format(
                  Locale.ROOT,
                  "The outcome '%s' is missing for %.1f %% of '%s' and for %.1f %% of '%s': such a"
                      + " difference is no accident and bends every comparison.",
                  column,
                  100 * own,
                  arms.get(a),
                  100 * control,
                  arms.getFirst())));
    }
  }

  private void constant() {
    double first = Double.NaN;
    for (int row = 0; row < arm.length; row++) {
      if (arm[row] >= 0 && !Double.isNaN(outcome[row])) {
        if (!Double.isNaN(first) && outcome[row] != first) {
          return;
        }
        first = outcome[row];
      }
    }
    throw new WorkbenchException(
        "outcome-constant",
        "Everybody in %s has the same value in the outcome column '%s', so there is nothing to learn."
            .formatted(table.name(), column),
        "Name a column in which people differ.");
  }

  private void negative(List<ScoringWarning> warnings) {
    long count = 0;
    double least = 0;
    for (int row = 0; row < arm.length; row++) {
      if (arm[row] >= 0 && outcome[row] < 0) {
        count++;
        least = Math.min(least, outcome[row]);
      }
    }
    if (count > 0) {
      warnings.add(
          new ScoringWarning(
              "outcome-negative",
              column,
              String.format(
                  Locale.ROOT,
                  "%,d values of '%s' are negative, the least %s; they count as they are: make sure"
                      + " that they are refunds and no errors.",
                  count,
                  column,
                  least)));
    }
  }
}
