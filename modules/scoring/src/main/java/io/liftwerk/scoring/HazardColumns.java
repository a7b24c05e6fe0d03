package io.liftwerk.scoring;

import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.workspace.JobContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns whose part in churn is looked for, as numbers: a number as it is, a yes/no as 0 and
 * 1, a text as one column for each frequent value but the most frequent one, which the others are
 * compared with.
 */
final class HazardColumns {
  private static final int LEVELS = 12;

  private final List<String> names = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();

  private HazardColumns() {}

  List<String> names() {
    return names;
  }

  double[][] values() {
    return values.toArray(double[][]::new);
  }

  /** NaN stands for a cell that is empty. */
  static HazardColumns read(
      JobContext context, ContractRows rows, List<String> columns, List<ScoringWarning> warnings)
      throws Exception {
    var read = new HazardColumns();
    for (String name : columns) {
      read.add(context, rows, rows.source().field("column", name), warnings);
    }
    return read;
  }

  private void add(
      JobContext context, ContractRows rows, Field field, List<ScoringWarning> warnings)
      throws Exception {
    record Kind(long filled, long numbers, long distinct) {}
    String text = field.text();
    Kind kind =
        Query.one(
            context,
            "SELECT count(%1$s), count(TRY_CAST(%1$s AS DOUBLE)), count(DISTINCT %1$s)%2$s"
                .formatted(text, joined()),
            row -> new Kind(row.getLong(1), row.getLong(2), row.getLong(3)));
    if (kind.distinct() < 2) {
      leftOut(
          field,
          warnings,
          "The column '%s' does not vary and is left out.".formatted(field.name()));
    } else if (kind.numbers() == kind.filled()) {
      load(context, rows, field.name(), "TRY_CAST(" + text + " AS DOUBLE)");
    } else if (kind.distinct() > LEVELS) {
      leftOut(
          field,
          warnings,
          "The column '%s' has too many values to compare and is left out."
              .formatted(field.name()));
    } else {
      List<String> levels =
          Query.list(
              context,
              "SELECT %1$s%2$s WHERE %1$s IS NOT NULL GROUP BY ALL ORDER BY count(*) DESC, %1$s"
                  .formatted(text, joined()),
              row -> row.getString(1));
      for (String level : levels.subList(1, levels.size())) {
        load(
            context,
            rows,
            field.name() + " = " + level,
            "CAST(" + text + " = " + io.liftwerk.workspace.Sql.literal(level) + " AS DOUBLE)");
      }
    }
  }

  private static void leftOut(Field field, List<ScoringWarning> warnings, String sentence) {
    warnings.add(new ScoringWarning("column-left-out", field.name(), sentence));
  }

  private static String joined() {
    return " FROM "
        + SourceTable.SNAPSHOT
        + " s JOIN "
        + ContractRows.ROWS
        + " c ON s."
        + SourceTable.N
        + " = c.n";
  }

  private void load(JobContext context, ContractRows rows, String name, String sql)
      throws Exception {
    var column = new double[rows.size()];
    var at = new int[1];
    Query.each(
        context,
        "SELECT " + sql + joined() + " ORDER BY c.n",
        row -> {
          double value = row.getDouble(1);
          column[at[0]++] = row.wasNull() ? Double.NaN : value;
        });
    names.add(name);
    values.add(column);
  }
}
