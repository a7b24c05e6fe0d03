package io.liftwerk.experiments;

import io.liftwerk.experiments.bandit.Tally;
import io.liftwerk.scoring.LearningTable;
import io.liftwerk.scoring.ScoringWarning;
import io.liftwerk.workspace.WorkbenchException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table with a row a contact, read and checked. */
final class BanditTable {
  static final int MOST_ARMS = 200;
  private static final int MOST_SEGMENTS = 20;

  private final LearningTable table;
  private final List<ScoringWarning> warnings;

  BanditTable(LearningTable table, List<ScoringWarning> warnings) {
    this.table = table;
    this.warnings = warnings;
  }

  /**
   * A column's values as numbers.
   *
   * @param names the values, in the order of their letters; those that are numbers by their size
   * @param codes per row, place in {@code names}, -1 where empty
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Values(List<String> names, int[] codes) {}

  /** What was seen: segments × arms. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Seen(List<String> arms, Tally[][] tallies, boolean numeric) {
    Tally arm(int arm) {
      Tally sum = Tally.NONE;
      for (Tally[] segment : tallies) {
        sum = sum.plus(segment[arm]);
      }
      return sum;
    }
  }

  Values values(String role, String column, int most) throws Exception {
    String found = table.column(role, column);
    Map<String, Integer> places = new TreeMap<>(BanditTable::compare);
    table.texts(
        found,
        (row, text) -> {
          if (text != null && places.size() <= most) {
            places.put(text, 0);
          }
        });
    if (places.size() > most) {
      throw new WorkbenchException(
          "values-many",
          "The %s '%s' of %s has more than %d values.".formatted(role, found, table.name(), most),
          "Name a column with few values.");
    }
    if (places.isEmpty()) {
      throw new WorkbenchException(
          "column-empty",
          "The %s '%s' of %s is empty in every row.".formatted(role, found, table.name()),
          "Name a column that is filled.");
    }
    List<String> names = List.copyOf(places.keySet());
    Map<String, Integer> codes = new LinkedHashMap<>();
    names.forEach(name -> codes.put(name, codes.size()));
    var code = new int[table.rows()];
    table.texts(found, (row, text) -> code[row] = text == null ? -1 : codes.getOrDefault(text, -1));
    return new Values(names, code);
  }

  private static int compare(String one, String other) {
    boolean numbers = one.matches("-?\\d{1,9}") && other.matches("-?\\d{1,9}");
    return numbers
        ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other))
        : one.compareTo(other);
  }

  /** Rewards, NaN where missing. */
  double[] rewards(String role, String column) throws Exception {
    String found = table.column(role, column);
    double[] rewards =
        table.numeric(found) ? table.numbers(found) : table.outcomes(found, warnings);
    for (int row = 0; row < rewards.length; row++) {
      if (Double.isInfinite(rewards[row])) {
        throw new WorkbenchException(
            "outcome-infinite",
            "The %s '%s' of %s is infinite in row %d."
                .formatted(role, found, table.name(), table.lineOf(row)),
            "Correct the value, or leave the row out through a view.");
      }
    }
    if (Arrays.stream(rewards).allMatch(Double::isNaN)) {
      throw new WorkbenchException(
          "column-empty",
          "The %s '%s' of %s is empty in every row.".formatted(role, found, table.name()),
          "Name a column that is filled.");
    }
    return rewards;
  }

  /** Adds up what each arm brought in each segment. */
  Seen seen(String arm, String outcome, @Nullable String segment) throws Exception {
    Values arms = values("arm column", arm, MOST_ARMS);
    if (arms.names().size() < 2) {
      throw new WorkbenchException(
          "arm-empty",
          "Everybody in the arm column '%s' of %s has '%s', so there is nothing to choose from."
              .formatted(arm, table.name(), arms.names().getFirst()),
          "Take a table with two arms at least.");
    }
    double[] rewards = rewards("outcome column", outcome);
    Values segments =
        segment == null
            ? new Values(List.of(""), new int[table.rows()])
            : values("segment column", segment, MOST_SEGMENTS);
    var tallies = new Tally[segments.names().size()][arms.names().size()];
    for (Tally[] own : tallies) {
      Arrays.fill(own, Tally.NONE);
    }
    boolean numeric = false;
    for (int row = 0; row < rewards.length; row++) {
      int a = arms.codes()[row];
      int s = segments.codes()[row];
      double reward = rewards[row];
      if (a >= 0 && s >= 0 && !Double.isNaN(reward)) {
        numeric |= reward != 0 && reward != 1;
        tallies[s][a] = tallies[s][a].plus(new Tally(1, reward, reward * reward));
      }
    }
    var seen = new Seen(arms.names(), tallies, numeric);
    for (int s = 0; s < tallies.length; s++) {
      for (int a = 0; a < arms.names().size(); a++) {
        if (tallies[s][a].count() < 2) {
          boolean whole = segment == null;
          throw new WorkbenchException(
              "arm-empty",
              whole
                  ? "The arm '%s' of %s has fewer than two rows with an outcome."
                      .formatted(arms.names().get(a), table.name())
                  : "The arm '%s' has fewer than two rows with an outcome in the segment '%s'."
                      .formatted(arms.names().get(a), segments.names().get(s)),
              "Leave it out through a view, or load more rows.");
        }
      }
    }
    return seen;
  }
}
