package io.liftwerk.app.window.uplift;

import io.liftwerk.workspace.TableInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which columns and values may be meant: only a proposal, the user sees and changes it. */
final class UpliftGuess {
  private static final List<String> TREATMENTS =
      List.of(
          "treatment",
          "treated",
          "behandlung",
          "behandelt",
          "arm",
          "group",
          "gruppe",
          "testgruppe",
          "variant",
          "variante",
          "exposed",
          "exposure",
          "mailing",
          "test_coupon",
          "segment");
  private static final List<String> OUTCOMES =
      List.of(
          "outcome",
          "ergebnis",
          "target",
          "converted",
          "conversion",
          "konvertiert",
          "kauf",
          "gekauft",
          "purchase",
          "purchased",
          "bought",
          "visit",
          "besuch",
          "response",
          "antwort",
          "click",
          "klick",
          "trans_after",
          "revenue",
          "umsatz",
          "spend",
          "revenue_after",
          "y");
  private static final Set<String> SPLITS = Set.of("split", "part", "fold_part", "teil");
  private static final Pattern CONTROL =
      Pattern.compile("(?i)(no|none|not|without|0|false|off|nein|keine?r?|ohne|kontroll|contr).*");

  /** More frequent than rare outcomes, so that more is learned from them. */
  private static final List<String> FREQUENT = List.of("visit", "besuch", "click", "klick");

  private UpliftGuess() {}

  static @Nullable String treatment(List<TableInfo.Column> columns) {
    return named(columns, TREATMENTS);
  }

  static @Nullable String outcome(List<TableInfo.Column> columns) {
    String frequent = named(columns, FREQUENT);
    return frequent == null ? named(columns, OUTCOMES) : frequent;
  }

  static @Nullable String split(List<TableInfo.Column> columns) {
    return named(columns, List.copyOf(SPLITS));
  }

  /** Other columns that are outcomes by their names: nobody knew them before the treatment. */
  static Set<String> outcomes(List<TableInfo.Column> columns, @Nullable String outcome) {
    var others = new TreeSet<String>();
    for (TableInfo.Column column : columns) {
      String name = column.name();
      if (OUTCOMES.contains(name.toLowerCase(Locale.ROOT)) && !name.equals(outcome)) {
        others.add(name);
      }
    }
    return others;
  }

  /** The value of those who were not treated; the first where none says so. */
  static @Nullable String control(List<String> values) {
    return values.stream()
        .filter(value -> CONTROL.matcher(value.strip()).matches())
        .findFirst()
        .orElse(values.isEmpty() ? null : values.getFirst());
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
