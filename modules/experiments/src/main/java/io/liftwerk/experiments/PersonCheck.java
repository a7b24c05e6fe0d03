package io.liftwerk.experiments;

import io.liftwerk.scoring.LearningTable;
import io.liftwerk.scoring.ScoringWarning;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the column that says who somebody is, and refuses people who are in two arms. */
record PersonCheck(LearningTable table, String treatment, List<String> arms) {
  private static final Pattern PERSON =
      Pattern.compile(
          "(?i)(^|.*[^a-z])(id|person|customer|user|member|client|kunde|kunden|subscriber|visitor"
              + "|contact|kontakt|e-?mail)([^a-z].*|$)|(?i)(customer|user|person|client|kunden|"
              + "member|contact|visitor|subscriber)_?(id|nr|no|nummer|number|key)|.*[a-z]I[dD]");

  private record Counts(long rows, long people, long twice, long firstLine) {}

  /**
   * @param named the user's column; null to look for one
   * @return the column that identifies a person; null where none does
   * @throws WorkbenchException code {@code person-twice}
   */
  @Nullable String check(@Nullable String named, List<ScoringWarning> warnings) throws Exception {
    if (named != null) {
      String column = table.column("id column", named);
      refuse(column, count(column), warnings);
      return column;
    }
    for (String column : table.columns()) {
      if (!column.equals(treatment) && PERSON.matcher(column).matches()) {
        Counts counts = count(column);
        // fewer values than that are a group, not people
        if (2 * counts.people() >= counts.rows() && counts.rows() > 0) {
          refuse(column, counts, warnings);
          return column;
        }
      }
    }
    return null;
  }

  private Counts count(String column) throws Exception {
    String arm = UpliftRows.trimmed(treatment);
    var found = new ArrayList<Counts>();
    table.query(
        """
        SELECT CAST(coalesce(sum(n), 0) AS BIGINT), count(*),
          count(*) FILTER (arms > 1), min(line) FILTER (arms > 1)
        FROM (SELECT %1$s AS person, count(*) AS n, count(DISTINCT %2$s) AS arms, min(%3$s) AS line
          FROM %4$s WHERE %1$s IS NOT NULL AND %2$s IN (%5$s) GROUP BY 1)
        """
            .formatted(
                UpliftRows.trimmed(column),
                arm,
                table.line(),
                table.snapshot(),
                String.join(", ", arms.stream().map(Sql::literal).toList())),
        row ->
            found.add(new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4))));
    return found.getFirst();
  }

  private void refuse(String column, Counts counts, List<ScoringWarning> warnings) {
    if (counts.twice() > 0) {
      throw new WorkbenchException(
          "person-twice",
          String.format(
              Locale.ROOT,
              "%,d values of '%s' in %s are in more than one arm, the first in row %d: nobody can"
                  + " be treated and not treated.",
              counts.twice(),
              column,
              table.name(),
              counts.firstLine()),
          "Keep the arm in which each person came first, or leave these people out through a"
              + " view.");
    }
    if (counts.people() < counts.rows()) {
      warnings.add(
          new ScoringWarning(
              "id-repeated",
              column,
              String.format(
                  Locale.ROOT,
                  "%,d rows repeat a value of '%s': rows of one person are no independent evidence,"
                      + " and intervals are too narrow.",
                  counts.rows() - counts.people(),
                  column)));
    }
  }
}
