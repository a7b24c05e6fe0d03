package io.liftwerk.scoring.insight;

import io.liftwerk.scoring.ScoringDetails.ColumnCheck;
import io.liftwerk.scoring.ScoringWarning;
import io.liftwerk.scoring.evaluation.Metrics;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every column alone: how it ranks, and where it is filled. A column that is filled where
 * the outcome is known and empty where it is open, or filled for one outcome only, was probably
 * filled in afterwards.
 */
public final class ColumnChecks {
  private static final int CAP = 30_000;
  private static final int FOLDS = 3;

  /** Open rows that must be there before their gaps say anything. */
  private static final int OPEN_ROWS = 30;

  private ColumnChecks() {}

  /** Every column once, best alone first. */
  public static List<ColumnCheck> of(Dataset data, long seed, Work work) throws Exception {
    int[] rows = Split.sample(data, data.labelled(), CAP, seed + 3);
    boolean[] yes = data.outcomes(rows);
    int[] fold = Split.folds(yes, FOLDS, seed + 4);
    int[] open = data.open();
    List<Callable<ColumnCheck>> tasks = new ArrayList<>();
    for (Column column : data.columns()) {
      tasks.add(
          () -> {
            work.check();
            double auc = Metrics.auc(SingleColumn.scores(column, rows, yes, fold, FOLDS), yes);
            return check(column, auc, rows, yes, open);
          });
    }
    Map<String, ColumnCheck> best = new LinkedHashMap<>();
    for (ColumnCheck check : work.all(tasks)) {
      best.merge(check.column(), check, (a, b) -> b.auc() > a.auc() ? b : a);
    }
    return best.values().stream()
        .sorted(Comparator.comparingDouble(ColumnCheck::auc).reversed())
        .toList();
  }

  private static ColumnCheck check(
      Column column, double auc, int[] rows, boolean[] yes, int[] open) {
    int filled = 0;
    int filledYes = 0;
    int allYes = 0;
    for (int i = 0; i < rows.length; i++) {
      boolean present = present(column, rows[i]);
      filled += present ? 1 : 0;
      filledYes += present && yes[i] ? 1 : 0;
      allYes += yes[i] ? 1 : 0;
    }
    int filledOpen = 0;
    for (int row : open) {
      filledOpen += present(column, row) ? 1 : 0;
    }
    @Nullable Double shareOpen = open.length == 0 ? null : filledOpen / (double) open.length;
    return new ColumnCheck(
        column.source(),
        auc,
        filled / (double) rows.length,
        filledYes / (double) allYes,
        shareOpen);
  }

  private static boolean present(Column column, int row) {
    return switch (column) {
      case Column.Levels levels -> levels.code(row) != 0;
      case Column.Numbers numbers ->
          !Float.isNaN(numbers.values()[row])
              // of a text only its presence is kept, as a yes or no
              && !(numbers.ofText() && numbers.values()[row] == 0);
    };
  }

  /**
   * @param base share of yes among the rows with an outcome
   * @param open rows whose outcome is open
   */
  public static List<ScoringWarning> warnings(List<ColumnCheck> checks, double base, long open) {
    var warnings = new ArrayList<ScoringWarning>();
    for (ColumnCheck check : checks) {
      Double filledOpen = check.filledOpen();
      double filledNo = (check.filled() - base * check.filledYes()) / (1 - base);
      if (filledOpen != null
          && open >= OPEN_ROWS
          && check.filled() >= 0.2
          && filledOpen < 0.02 * check.filled()) {
        warnings.add(
            new ScoringWarning(
                "filled-after",
                check.column(),
                String.format(
                    Locale.ROOT,
                    "'%s' is filled in %.0f %% of the rows with an outcome and in next to none of"
                        + " the open ones: it is probably filled in afterwards; exclude it.",
                    check.column(),
                    100 * check.filled())));
      } else if (Math.min(check.filledYes(), filledNo) < 0.01
          && Math.max(check.filledYes(), filledNo) > 0.5) {
        warnings.add(
            new ScoringWarning(
                "filled-after",
                check.column(),
                "'%s' is filled for one outcome and empty for the other: it is probably filled in afterwards; exclude it."
                    .formatted(check.column())));
      }
    }
    return warnings;
  }
}
