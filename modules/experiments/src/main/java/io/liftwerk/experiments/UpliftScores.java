package io.liftwerk.experiments;

import io.liftwerk.workspace.Sql;

/**
 * The people that one run ranked, those whom treatment moves most first. A table and outcome keep
 * the scores of their newest run only, so another run's are never passed off as this one's.
 */
public final class UpliftScores {
  private UpliftScores() {}

  /**
   * The query that reads them: who, what treatment is predicted to add, what is expected with and
   * without it, which group.
   *
   * @param run number of the run that ranked them
   */
  public static String select(UpliftResult result, String run) {
    boolean several = result.treatments().size() > 1;
    return """
    SELECT rank, record_id, %s CAST(uplift AS DECIMAL(18, 5)) AS uplift,
      CAST(expected_untreated AS DECIMAL(18, 5)) AS expected_untreated,
      CAST(expected_treated AS DECIMAL(18, 5)) AS expected_treated, segment, decile, own_arm, part
    FROM %s WHERE source_table = %s AND outcome = %s AND run = %s
    ORDER BY treatment, rank
    """
        .formatted(
            several ? "treatment," : "",
            UpliftTable.NAME,
            Sql.literal(result.table()),
            Sql.literal(result.outcome()),
            Sql.literal(run));
  }
}
