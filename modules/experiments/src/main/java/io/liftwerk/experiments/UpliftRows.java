package io.liftwerk.experiments;

import io.liftwerk.scoring.LearningTable;
import io.liftwerk.scoring.ScoringWarning;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The people of an experiment, read from its table and checked.
 *
 * @param treatment column that says who was treated how, as the table spells it
 * @param arms values of the arms, control first
 * @param arm per row of the table: place in {@code arms}, {@link #OPEN} for nobody yet, {@link
 *     #OTHER} for an arm not asked for
 * @param outcome per row, NaN where missing
 * @param numeric whether the outcome is a number
 * @param chance per row, chance of treatment as the table says; empty where it does not
 * @param person column that identifies a person; null where none does
 */
@SuppressWarnings("ArrayRecordComponent") // private to this package and never compared
record UpliftRows(
    LearningTable table,
    String treatment,
    String outcomeColumn,
    List<String> arms,
    byte[] arm,
    double[] outcome,
    boolean numeric,
    double[] chance,
    @Nullable String person) {
  static final byte OPEN = -1;
  static final byte OTHER = -2;

  private static final int FEWEST = 100;
  private static final int FEWEST_YES = 10;
  private static final int MOST_ARMS = 20;

  /** Words for yes and no, so that 1 finds the true of a column that was read as yes and no. */
  private static final Set<String> YES = Set.of("1", "true", "yes", "ja");

  private static final Set<String> NO = Set.of("0", "false", "no", "nein");

  static UpliftRows read(LearningTable table, UpliftRequest request, List<ScoringWarning> warnings)
      throws Exception {
    String treatment = table.column("treatment column", request.treatment());
    String outcome = table.column("outcome column", request.outcome());
    if (treatment.equals(outcome)) {
      throw new WorkbenchException(
          "column-twice",
          "The column '%s' is named as treatment and as outcome.".formatted(treatment),
          "Name two columns.");
    }
    Map<String, Long> values = values(table, treatment);
    List<String> arms = arms(table, request, treatment, values);
    byte[] arm = arm(table, treatment, arms);
    double[] outcomes =
        table.numeric(outcome) ? table.numbers(outcome) : text(table, outcome, warnings);
    new OutcomeCheck(table, outcome, arms, arm, outcomes).check(warnings);
    boolean numeric = numeric(arm, outcomes);
    double[] chance = chance(table, request, arm);
    String person = new PersonCheck(table, treatment, arms).check(request.id(), warnings);
    var rows =
        new UpliftRows(table, treatment, outcome, arms, arm, outcomes, numeric, chance, person);
    rows.enough();
    return rows;
  }

  /** Numbers kept as text are numbers; else the two values of the column are yes and no. */
  private static double[] text(LearningTable table, String outcome, List<ScoringWarning> warnings)
      throws Exception {
    double[] numbers = table.numbers(outcome);
    int[] texts = new int[1];
    table.texts(
        outcome, (row, text) -> texts[0] += text != null && Double.isNaN(numbers[row]) ? 1 : 0);
    boolean any = Arrays.stream(numbers).anyMatch(number -> !Double.isNaN(number));
    return any && texts[0] == 0 ? numbers : table.outcomes(outcome, warnings);
  }

  private static Map<String, Long> values(LearningTable table, String treatment) throws Exception {
    Map<String, Long> values = new LinkedHashMap<>();
    String value = trimmed(treatment);
    table.query(
        "SELECT %1$s, count(*) FROM %2$s WHERE %1$s IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1000"
            .formatted(value, table.snapshot()),
        row -> values.put(row.getString(1), row.getLong(2)));
    return values;
  }

  /** A column's trimmed text in SQL, null where blank. */
  static String trimmed(String column) {
    return "nullif(trim(CAST(" + Sql.identifier(column) + " AS VARCHAR)), '')";
  }

  private static List<String> arms(
      LearningTable table, UpliftRequest request, String treatment, Map<String, Long> values) {
    if (values.size() < 2) {
      throw new WorkbenchException(
          "arm-empty",
          values.isEmpty()
              ? "The treatment column '%s' of %s is empty in every row."
                  .formatted(treatment, table.name())
              : "Everybody in the treatment column '%s' of %s has '%s', so there is nobody to compare with."
                  .formatted(treatment, table.name(), values.keySet().iterator().next()),
          "Take a table with both arms of the experiment.");
    }
    List<String> known = List.copyOf(values.keySet());
    var arms = new ArrayList<String>();
    arms.add(value(known, request.control(), treatment, table.name()));
    for (String wanted : request.treated()) {
      String found = value(known, wanted, treatment, table.name());
      if (arms.contains(found)) {
        throw new WorkbenchException(
            "arm-twice",
            "The value '%s' of '%s' is named as two arms.".formatted(found, treatment),
            "Name each arm once.");
      }
      arms.add(found);
    }
    if (request.treated().isEmpty()) {
      known.stream().filter(value -> !value.equals(arms.getFirst())).forEach(arms::add);
    }
    if (arms.size() > MOST_ARMS) {
      throw new WorkbenchException(
          "arms-many",
          "The treatment column '%s' of %s has %d values, more than can be compared."
              .formatted(treatment, table.name(), arms.size()),
          "Name those to compare with control.");
    }
    return List.copyOf(arms);
  }

  private static String value(List<String> known, String wanted, String treatment, String table) {
    String asked = wanted.strip();
    return Names.match(asked, known)
        .or(() -> known.stream().filter(value -> alike(value, asked)).findFirst())
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "arm-unknown",
                    "The value '%s' does not occur in the treatment column '%s' of %s."
                        .formatted(wanted, treatment, table),
                    "Did you mean '%s'?".formatted(Names.nearest(wanted, known).orElse(""))));
  }

  private static boolean alike(String value, String asked) {
    String one = plain(value);
    String other = plain(asked);
    return one.equals(other)
        || YES.contains(one) && YES.contains(other)
        || NO.contains(one) && NO.contains(other);
  }

  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.matches("-?\\d+\\.0+") ? lower.substring(0, lower.indexOf('.')) : lower;
  }

  private static byte[] arm(LearningTable table, String treatment, List<String> arms)
      throws Exception {
    Map<String, Byte> codes = new HashMap<>();
    arms.forEach(name -> codes.put(name, (byte) codes.size()));
    var arm = new byte[table.rows()];
    table.texts(
        treatment, (row, text) -> arm[row] = text == null ? OPEN : codes.getOrDefault(text, OTHER));
    return arm;
  }

  /** Whether outcomes are anything but 0 and 1. */
  private static boolean numeric(byte[] arm, double[] outcomes) {
    for (int row = 0; row < arm.length; row++) {
      if (arm[row] >= 0
          && !Double.isNaN(outcomes[row])
          && outcomes[row] != 0
          && outcomes[row] != 1) {
        return true;
      }
    }
    return false;
  }

  private static double[] chance(LearningTable table, UpliftRequest request, byte[] arm)
      throws Exception {
    if (request.propensity() == null) {
      return new double[0];
    }
    String column = table.column("propensity column", request.propensity());
    double[] chance = table.numbers(column);
    for (int row = 0; row < chance.length; row++) {
      if (arm[row] >= 0 && !(chance[row] > 0 && chance[row] < 1)) {
        throw new WorkbenchException(
            "propensity-value",
            "The chance of treatment in '%s' of %s is %s in row %d, and nobody can be compared with people who never or always are treated."
                .formatted(
                    column,
                    table.name(),
                    Double.isNaN(chance[row]) ? "empty" : Double.toString(chance[row]),
                    table.lineOf(row)),
            "It must lie between 0 and 1 in every row; leave those people out through a view.");
      }
    }
    return chance;
  }

  /** Rows of an arm with an outcome, ascending. */
  int[] rows(int wanted) {
    return IntStream.range(0, arm.length)
        .filter(row -> arm[row] == wanted && !Double.isNaN(outcome[row]))
        .toArray();
  }

  /** Rows of all arms with an outcome, ascending. */
  int[] people() {
    return IntStream.range(0, arm.length)
        .filter(row -> arm[row] >= 0 && !Double.isNaN(outcome[row]))
        .toArray();
  }

  /** Which rows tell what columns are good for, in SQL. */
  String known() {
    return trimmed(treatment)
        + " IN ("
        + String.join(", ", arms.stream().map(Sql::literal).toList())
        + ") AND "
        + trimmed(outcomeColumn)
        + " IS NOT NULL";
  }

  /** Columns with another part to play. */
  Set<String> reserved(UpliftRequest request) {
    var reserved = new HashSet<String>();
    reserved.add(treatment);
    for (String name : Arrays.asList(request.split(), request.propensity())) {
      if (name != null) {
        reserved.add(table.column("column", name));
      }
    }
    if (person != null) {
      reserved.add(person);
    }
    return reserved;
  }

  private void enough() {
    for (int a = 0; a < arms.size(); a++) {
      int[] rows = rows(a);
      if (rows.length < FEWEST) {
        throw new WorkbenchException(
            "too-few-rows",
            "The arm '%s' of %s has %d people with an outcome; at least %d are needed, better thousands."
                .formatted(arms.get(a), table.name(), rows.length, FEWEST),
            "Run the experiment longer before learning whom it moves.");
      }
      if (!numeric) {
        double yes = IntStream.of(rows).mapToDouble(row -> outcome[row]).sum();
        double fewer = Math.min(yes, rows.length - yes);
        if (fewer < FEWEST_YES) {
          throw new WorkbenchException(
              "too-few-outcomes",
              "Only %d of %d people of the arm '%s' have one of the two outcomes of '%s'; at least %d are needed."
                  .formatted((long) fewer, rows.length, arms.get(a), outcomeColumn, FEWEST_YES),
              "Run the experiment longer before learning whom it moves.");
        }
      }
    }
  }
}
