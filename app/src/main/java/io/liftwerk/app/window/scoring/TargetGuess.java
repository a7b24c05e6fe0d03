package io.liftwerk.app.window.scoring;

import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which column may hold the outcome: only a proposal, the user sees and changes it. */
final class TargetGuess {
  private static final Set<String> CHURN =
      Set.of(
          "churn",
          "churned",
          "cancelled",
          "left",
          "exited",
          "attrition",
          "abgewandert",
          "gekündigt",
          "gekuendigt",
          "kündigung",
          "churn_stated");
  private static final Set<String> NAMES =
      Set.of(
          "y",
          "target",
          "converted",
          "conversion",
          "churn",
          "outcome",
          "won",
          "label",
          "response",
          "kauf",
          "gekauft",
          "gewonnen",
          "abschluss",
          "abgeschlossen",
          "konvertiert",
          "ergebnis");

  private TargetGuess() {}

  /** Whether a column says by its name who left. */
  static boolean speaksOfChurn(List<TableInfo.Column> columns) {
    return named(columns, CHURN) != null;
  }

  static @Nullable String of(List<TableInfo.Column> columns, Purpose purpose) {
    String left = purpose == Purpose.CHURN ? named(columns, CHURN) : null;
    if (left != null) {
      return left;
    }
    String outcome = named(columns, NAMES);
    if (outcome != null) {
      return outcome;
    }
    for (TableInfo.Column column : columns) {
      if (column.type().equals("BOOLEAN")) {
        return column.name();
      }
    }
    return columns.isEmpty() ? null : columns.getLast().name();
  }

  private static @Nullable String named(List<TableInfo.Column> columns, Set<String> names) {
    return columns.stream()
        .map(TableInfo.Column::name)
        .filter(name -> names.contains(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(null);
  }
}
