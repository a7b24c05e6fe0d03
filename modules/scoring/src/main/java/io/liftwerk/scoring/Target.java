package io.liftwerk.scoring;

import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The outcome: which value of the target column is the yes. Rows where the column is empty are
 * open.
 *
 * @param field the column
 * @param positive the value that counts as yes, as the table spells it
 */
record Target(Field field, String positive) {

  /** Words for yes in English and German, compared without regard to case. */
  private static final Set<String> YES =
      Set.of(
          "yes",
          "y",
          "ja",
          "j",
          "true",
          "t",
          "wahr",
          "1",
          "won",
          "win",
          "gewonnen",
          "converted",
          "konvertiert",
          "conversion",
          "success",
          "erfolg",
          "positive",
          "positiv",
          "buyer",
          "gekauft",
          "bought",
          "purchased",
          "closed won",
          "closed-won",
          "churned",
          "gekündigt");

  /** Words for no, to find the other value of a yes/no column by. */
  private static final Set<String> NO =
      Set.of("no", "n", "nein", "false", "f", "falsch", "0", "lost", "verloren");

  private static final int FEWEST_ROWS = 50;
  private static final int FEWEST_OF_A_CLASS = 10;
  private static final int MANY_CLASSES = 1_000;

  private record Value(String text, long rows) {}

  /**
   * Decides what counts as yes.
   *
   * @param wanted the value the user named, or null
   * @throws WorkbenchException when the column does not hold two usable outcomes
   */
  static Target decide(
      JobContext context,
      SourceTable source,
      Field field,
      @Nullable String wanted,
      List<ScoringWarning> warnings)
      throws Exception {
    List<Value> values =
        Query.list(
            context,
            "SELECT v, count(*) FROM (SELECT %s AS v FROM %s) WHERE v IS NOT NULL GROUP BY v"
                    .formatted(field.text(), SourceTable.SNAPSHOT)
                + " ORDER BY count(*) DESC, v LIMIT "
                + MANY_CLASSES,
            row -> new Value(row.getString(1), row.getLong(2)));
    TableRef table = source.table();
    if (values.isEmpty()) {
      throw new WorkbenchException(
          "target-empty",
          "No row of the target column '%s' of %s has an outcome.".formatted(field.name(), table),
          "Name a column in which past records are marked yes or no.");
    }
    if (values.size() == 1) {
      throw new WorkbenchException(
          "target-one-class",
          "All rows of the target column '%s' of %s with an outcome say '%s', so there is nothing to tell apart."
              .formatted(field.name(), table, values.getFirst().text()),
          "Name a column with both yes and no.");
    }
    String positive =
        wanted == null
            ? decide(values, table, field, warnings)
            : match(values, wanted, table, field);
    if (values.size() > 2) {
      warnings.add(merged(field, positive, values));
    }
    enough(values, positive, table, field);
    return new Target(field, positive);
  }

  private static String decide(
      List<Value> values, TableRef table, Field field, List<ScoringWarning> warnings) {
    if (values.size() > 2) {
      throw new WorkbenchException(
          "target-many-classes",
          "There are %s different values in the target column '%s' of %s (%s …), not two."
              .formatted(
                  values.size() == MANY_CLASSES ? MANY_CLASSES + " or more" : "" + values.size(),
                  field.name(),
                  table,
                  quoted(values.subList(0, 3))),
          "Say which one counts as yes, with --positive.");
    }
    List<Value> yes = values.stream().filter(value -> YES.contains(plain(value.text()))).toList();
    if (yes.size() == 1) {
      return yes.getFirst().text();
    }
    Value rarer = values.get(1);
    warnings.add(
        new ScoringWarning(
            "positive-guessed",
            field.name(),
            "'%s' was taken as the yes of '%s' because it is the rarer value; name the other one if that is wrong."
                .formatted(rarer.text(), field.name())));
    return rarer.text();
  }

  private static String match(List<Value> values, String wanted, TableRef table, Field field) {
    String asked = isBoolean(values) ? truth(wanted) : wanted;
    var candidates = new ArrayList<>(values);
    candidates.sort(Comparator.comparing(value -> value.text().equals(asked.strip()) ? 0 : 1));
    return candidates.stream()
        .map(Value::text)
        .filter(text -> plain(text).equals(plain(asked)))
        .findFirst()
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "positive-unknown",
                    "The value '%s' does not occur in the target column '%s' of %s."
                        .formatted(wanted, field.name(), table),
                    Nearest.hint(wanted, values.stream().map(Value::text).toList())));
  }

  private static boolean isBoolean(List<Value> values) {
    return values.stream().allMatch(value -> Set.of("true", "false").contains(value.text()));
  }

  /** The file said {@code Ja} and the table says {@code true}: both name the same outcome. */
  private static String truth(String wanted) {
    String word = plain(wanted);
    return YES.contains(word) ? "true" : NO.contains(word) ? "false" : wanted;
  }

  /** {@code 1}, {@code 1.0} and {@code 1.00} are one value; so are {@code Yes} and {@code yes}. */
  private static String plain(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return lower.matches("-?\\d+\\.0+") ? lower.substring(0, lower.indexOf('.')) : lower;
  }

  private static ScoringWarning merged(Field field, String positive, List<Value> values) {
    List<Value> others = values.stream().filter(value -> !value.text().equals(positive)).toList();
    return new ScoringWarning(
        "classes-merged",
        field.name(),
        "Every value of '%s' but '%s' counts as no: %s%s."
            .formatted(
                field.name(),
                positive,
                quoted(others.subList(0, Math.min(5, others.size()))),
                others.size() > 5 ? " and %d more".formatted(others.size() - 5) : ""));
  }

  private static void enough(List<Value> values, String positive, TableRef table, Field field) {
    long all = values.stream().mapToLong(Value::rows).sum();
    long yes =
        values.stream().filter(value -> value.text().equals(positive)).mapToLong(Value::rows).sum();
    if (all < FEWEST_ROWS) {
      throw new WorkbenchException(
          "too-few-rows",
          "Only %d rows of the target column '%s' of %s have an outcome; at least %d are needed."
              .formatted(all, field.name(), table, FEWEST_ROWS),
          "Collect more outcomes before ranking by them.");
    }
    long fewer = Math.min(yes, all - yes);
    if (fewer < FEWEST_OF_A_CLASS) {
      throw new WorkbenchException(
          "too-few-of-a-class",
          "Only %d of %d rows of the target column '%s' of %s are a %s; at least %d are needed."
              .formatted(
                  fewer,
                  all,
                  field.name(),
                  table,
                  yes < all - yes ? "yes" : "no",
                  FEWEST_OF_A_CLASS),
          "Collect more outcomes before ranking by them.");
    }
  }

  private static String quoted(List<Value> values) {
    return values.stream().map(value -> "'" + value.text() + "'").collect(Collectors.joining(", "));
  }

  /** The outcome in SQL: 1 yes, 0 no, -1 open. */
  String outcome() {
    return "CASE WHEN %s IS NULL THEN -1 WHEN %s = %s THEN 1 ELSE 0 END"
        .formatted(field.text(), field.text(), Sql.literal(positive));
  }

  /** Whether a row has an outcome, in SQL. */
  String known() {
    return field.text() + " IS NOT NULL";
  }
}
