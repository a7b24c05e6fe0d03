package io.liftwerk.scoring;

import io.liftwerk.scoring.lifetime.Histories;
import io.liftwerk.workspace.JobContext;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Customers as they stand at the end of a period: their summary is worked out in the database, what
 * models need of it is held here, four numbers a customer, in the order of {@link #SUMMARY}.
 */
final class CustomerBase {
  /**
   * One row a customer and cutoff: {@code n} from 0, {@code customer}, {@code x} purchases after
   * the first, {@code last}, {@code age}, {@code mean} value of the purchases after the first,
   * {@code revenue} of all, {@code first} and {@code latest} unit, {@code recent} purchases and
   * {@code recent_revenue} of the latest period as long as the forecast.
   */
  static final String SUMMARY = "temp.main.liftwerk_ltv_summary";

  /** Purchases: {@code customer}, {@code unit}, {@code net}. */
  static final String PURCHASES = "temp.main.liftwerk_ltv_purchases";

  /** Beyond this many customers models learn from a sample: parameters are exact enough by then. */
  private static final int ENOUGH = 40_000;

  final double[] x;
  final double[] last;
  final double[] age;
  final double[] mean;
  final double[] revenue;
  final double[] recent;
  final double[] recentRevenue;
  private final Histories histories;

  private CustomerBase(double[][] columns) {
    x = columns[0];
    last = columns[1];
    age = columns[2];
    mean = columns[3];
    revenue = columns[4];
    recent = columns[5];
    recentRevenue = columns[6];
    histories = Histories.of(x, last, age);
  }

  /**
   * Writes {@link #PURCHASES} from the rows up to a unit. A refund is set against the latest
   * purchase before it; a purchase that refunds cover wholly is none.
   *
   * @param until last unit that counts
   */
  static void purchases(JobContext context, Calendar calendar, long until) throws Exception {
    context.execute(
        """
        CREATE OR REPLACE TEMP TABLE liftwerk_ltv_purchases AS
        WITH entries AS (
          SELECT customer, CAST(%1$s AS BIGINT) AS unit, value FROM %2$s WHERE %1$s <= %3$d),
        buys AS (
          SELECT customer, unit, CAST(sum(value) AS DECIMAL(38, 6)) AS gross FROM entries
          WHERE value IS NULL OR value >= 0 GROUP BY ALL),
        back AS (
          SELECT e.customer, b.unit, CAST(sum(e.value) AS DECIMAL(38, 6)) AS refund
          FROM (SELECT * FROM entries WHERE value < 0) e
          ASOF JOIN buys b ON e.customer = b.customer AND e.unit >= b.unit
          GROUP BY ALL)
        SELECT customer, unit, CAST(gross + coalesce(refund, 0) AS DECIMAL(38, 6)) AS net
        FROM buys LEFT JOIN back USING (customer, unit)
        WHERE refund IS NULL OR gross + refund > 0
        """
            .formatted(calendar.sql("day"), PurchaseRows.ROWS, until));
  }

  /**
   * Customers at the end of unit {@code until}, from {@link #PURCHASES}.
   *
   * @param recent units at the end of which purchases are counted for the plainest forecast
   */
  static CustomerBase at(JobContext context, long until, long recent) throws Exception {
    context.execute(
        """
        CREATE OR REPLACE TEMP TABLE liftwerk_ltv_summary AS
        WITH customers AS (
          SELECT *, min(unit) OVER (PARTITION BY customer) AS first FROM %s)
        SELECT row_number() OVER (ORDER BY customer) - 1 AS n, customer,
          count(*) - 1 AS x, max(unit) - min(unit) AS last, %d - min(unit) AS age,
          coalesce(CAST(sum(net) FILTER (WHERE unit > first) AS DOUBLE)
            / count(*) FILTER (WHERE unit > first), 0) AS mean,
          CAST(sum(net) AS DOUBLE) AS revenue, min(unit) AS first, max(unit) AS latest,
          count(*) FILTER (WHERE unit > %d) AS recent,
          coalesce(CAST(sum(net) FILTER (WHERE unit > %d) AS DOUBLE), 0) AS recent_revenue
        FROM customers GROUP BY customer
        ORDER BY customer
        """
            .formatted(PURCHASES, until, until - recent, until - recent));
    int count = Query.one(context, "SELECT count(*) FROM " + SUMMARY, row -> row.getInt(1));
    var columns = new double[7][count];
    Query.each(
        context,
        "SELECT n, x, last, age, mean, revenue, recent, recent_revenue FROM " + SUMMARY,
        row -> {
          int n = row.getInt(1);
          for (int c = 0; c < columns.length; c++) {
            columns[c][n] = row.getDouble(c + 2);
          }
        });
    return new CustomerBase(columns);
  }

  int size() {
    return x.length;
  }

  /** Distinct histories of all customers. */
  Histories histories() {
    return histories;
  }

  long repeaters() {
    return Arrays.stream(x).filter(count -> count > 0).count();
  }

  boolean sampled() {
    return size() > ENOUGH;
  }

  /** What models learn from: everybody, or the same sample each time. */
  Histories learned() {
    if (!sampled()) {
      return histories;
    }
    int[] rows = new SplittableRandom(size()).ints(ENOUGH, 0, size()).toArray();
    return Histories.of(pick(x, rows), pick(last, rows), pick(age, rows));
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }
}
