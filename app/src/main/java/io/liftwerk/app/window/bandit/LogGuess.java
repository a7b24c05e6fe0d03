package io.liftwerk.app.window.bandit;

import io.liftwerk.workspace.TableInfo;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which columns of a log may be meant: only a proposal, the user sees and changes it. */
final class LogGuess {
  private static final List<String> ACTIONS =
      List.of(
          "action",
          "aktion",
          "arm",
          "item_id",
          "variant",
          "variante",
          "banner",
          "betreff",
          "subject",
          "segment");
  private static final List<String> REWARDS =
      List.of(
          "reward",
          "ertrag",
          "click",
          "klick",
          "visit",
          "conversion",
          "converted",
          "kauf",
          "outcome");
  private static final List<String> CHANCES =
      List.of(
          "propensity",
          "propensity_score",
          "pscore",
          "action_prob",
          "probability",
          "chance",
          "wahrscheinlichkeit");
  private static final List<String> CONTEXTS =
      List.of("context", "kontext", "position", "place", "platz");

  private LogGuess() {}

  static @Nullable String action(List<TableInfo.Column> columns) {
    return named(columns, ACTIONS);
  }

  static @Nullable String reward(List<TableInfo.Column> columns) {
    return named(columns, REWARDS);
  }

  static @Nullable String chance(List<TableInfo.Column> columns) {
    return named(columns, CHANCES);
  }

  static @Nullable String context(List<TableInfo.Column> columns) {
    return named(columns, CONTEXTS);
  }

  private static @Nullable String named(List<TableInfo.Column> columns, List<String> names) {
    for (String name : names) {
      for (TableInfo.Column column : columns) {
        if (column.name().toLowerCase(Locale.ROOT).equals(name)) {
          return column.name();
        }
      }
    }
    return null;
  }
}
