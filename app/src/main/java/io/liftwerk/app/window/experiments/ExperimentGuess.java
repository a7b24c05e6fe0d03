package io.liftwerk.app.window.experiments;

import io.liftwerk.scoring.OutcomeValues.Value;
import io.liftwerk.workspace.TableInfo.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a table of an experiment may mean: only a proposal, the user sees and changes it. */
final class ExperimentGuess {
  private static final Pattern ARM =
      named(
          "arm|group|gruppe|variant|variante|variation|treatment|treated|behandlung|segment|bucket"
              + "|cell|zelle|testgruppe|experiment");
  private static final Pattern CONTROL =
      named("control|kontroll[a-z]*|no|kein|keine|ohne|none|placebo|holdout|original|baseline");
  private static final Set<String> PLAIN = Set.of("0", "false", "a", "no", "nein", "n");
  private static final Pattern BEFORE =
      named("before|vorher|vor|pre|history|past|previous|baseline|bisher|last");
  private static final Pattern OUTCOME =
      named(
          "visit|visits|visited|conversion|conversions|converted|convert|click|clicks|clicked"
              + "|open|opened|order|orders|ordered|spend|spent|revenue|sales|purchase|purchased"
              + "|umsatz|kauf|gekauft|bestellt|bestellungen|bestellung|geklickt|outcome|after"
              + "|trans|response|unsubscribed|abgemeldet|retained|y");
  private static final Pattern MONEY =
      named("spend|spent|revenue|umsatz|sales|value|amount|betrag|erloes|erlös|income");
  private static final Pattern PERSON =
      named("id|nr|no|nummer|person|customer|kunde|kunden|user|contact|kontakt|email");
  private static final Set<String> YES_NO =
      Set.of("0", "1", "true", "false", "yes", "no", "ja", "nein");
  private static final int MOST = 3;

  private ExperimentGuess() {}

  /** A word of a name, whatever stands around it. */
  private static Pattern named(String words) {
    return Pattern.compile("(?iu)(^|.*[^\\p{L}])(" + words + ")([^\\p{L}].*|$)", Pattern.DOTALL);
  }

  /** Whether a column says by its name that it holds arms. */
  static boolean speaksOfArms(List<Column> columns) {
    return arm(columns) != null;
  }

  static @Nullable String arm(List<Column> columns) {
    return columns.stream()
        .filter(column -> !isDay(column) && !isBroken(column))
        .map(Column::name)
        .filter(name -> ARM.matcher(name).matches() && !BEFORE.matcher(name).matches())
        // test_coupon says less than arm: the shortest name is the plainest
        .min(Comparator.comparingInt(String::length))
        .or(
            () ->
                columns.stream()
                    .map(Column::name)
                    .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("test"))
                    .findFirst())
        .orElse(null);
  }

  /** The arm that got nothing new, by what it is called; else the first in order. */
  static @Nullable String control(List<Value> arms) {
    List<String> names = arms.stream().map(Value::text).filter(Objects::nonNull).sorted().toList();
    return names.stream()
        .filter(name -> CONTROL.matcher(name).matches())
        .findFirst()
        .or(
            () ->
                names.stream()
                    .filter(name -> PLAIN.contains(name.toLowerCase(Locale.ROOT)))
                    .findFirst())
        .or(() -> names.stream().findFirst())
        .orElse(null);
  }

  /**
   * Columns that may be outcomes, with what is made of each.
   *
   * @param values of a column, read from the table
   */
  static List<MetricChoice> metrics(
      List<Column> columns, String arm, Function<String, List<Value>> values) {
    List<Column> may =
        columns.stream()
            .filter(column -> !column.name().equals(arm) && !isDay(column))
            .filter(column -> !BEFORE.matcher(column.name()).matches())
            .filter(column -> OUTCOME.matcher(column.name()).matches())
            .filter(column -> isNumber(column) || column.type().equals("BOOLEAN"))
            .toList();
    var found = new ArrayList<MetricChoice>();
    for (Column column : may) {
      if (found.size() < MOST) {
        found.add(new MetricChoice(column.name(), null, kind(column, values), false));
      }
    }
    return found;
  }

  private static String kind(Column column, Function<String, List<Value>> values) {
    if (column.type().equals("BOOLEAN")) {
      return "proportion";
    }
    return kind(column, values.apply(column.name()));
  }

  /** What a column is best compared as. */
  static String kind(Column column, List<Value> values) {
    Set<String> texts =
        values.stream()
            .map(Value::text)
            .filter(Objects::nonNull)
            .map(text -> text.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (!texts.isEmpty() && YES_NO.containsAll(texts)) {
      return "proportion";
    }
    return MONEY.matcher(column.name()).matches() ? "revenue" : "mean";
  }

  /** A number known before, to take chance out of the outcomes. */
  static @Nullable String covariate(List<Column> columns) {
    return columns.stream()
        .filter(ExperimentGuess::isNumber)
        .map(Column::name)
        .filter(name -> BEFORE.matcher(name).matches() && !PERSON.matcher(name).matches())
        .findFirst()
        .orElse(null);
  }

  static @Nullable String day(List<Column> columns) {
    return columns.stream()
        .filter(ExperimentGuess::isDay)
        .map(Column::name)
        .findFirst()
        .orElse(null);
  }

  static boolean isDay(Column column) {
    return column.type().startsWith("DATE") || column.type().startsWith("TIMESTAMP");
  }

  private static boolean isBroken(Column column) {
    return column.type().equals("DOUBLE") || column.type().startsWith("DECIMAL");
  }

  private static boolean isNumber(Column column) {
    return column.type().contains("INT")
        || column.type().equals("FLOAT")
        || column.type().equals("DOUBLE")
        || column.type().startsWith("DECIMAL");
  }
}
