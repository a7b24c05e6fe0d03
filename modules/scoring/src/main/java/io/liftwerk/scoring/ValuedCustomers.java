package io.liftwerk.scoring;

import io.liftwerk.workspace.Sql;

/**
 * The customers that one run valued, best first. A table of purchases keeps the figures of its
 * newest run only, so another run's are never passed off as this one's.
 */
public final class ValuedCustomers {
  private ValuedCustomers() {}

  /**
   * The query that reads them: who, what is expected, how likely they still buy, what they have
   * done, which segment.
   *
   * @param run number of the run that valued them
   */
  public static String select(LifetimeValueResult result, String run) {
    boolean valued = result.value() != null;
    return """
    SELECT customer, %s CAST(expected_purchases AS DECIMAL(18, 2)) AS expected_purchases,
      CAST(p_alive AS DECIMAL(6, 3)) AS p_alive, segment, frequency + 1 AS purchases, %s
      first_purchase_on, last_purchase_on, CAST(rule_of_thumb AS DECIMAL(18, 2)) AS rule_of_thumb
    FROM %s WHERE source_table = %s AND run = %s
    ORDER BY coalesce(%s, rule_of_thumb) DESC, customer
    """
        .formatted(
            valued ? "CAST(clv AS DECIMAL(18, 2)) AS clv," : "",
            valued ? "CAST(revenue AS DECIMAL(18, 2)) AS revenue," : "",
            ValueTable.NAME,
            Sql.literal(result.table()),
            Sql.literal(run),
            valued ? "clv" : "expected_purchases");
  }
}
