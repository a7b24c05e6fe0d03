package io.liftwerk.app.window.leads;

import io.liftwerk.workspace.TableInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which column may hold the outcome: only a proposal, the user sees and changes it. */
final class TargetGuess {
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

  static @Nullable String of(List<TableInfo.Column> columns) {
    for (TableInfo.Column column : columns) {
      if (NAMES.contains(column.name().toLowerCase(Locale.ROOT))) {
        return column.name();
      }
    }
    for (TableInfo.Column column : columns) {
      if (column.type().equals("BOOLEAN")) {
        return column.name();
      }
    }
    return columns.isEmpty() ? null : columns.getLast().name();
  }
}
