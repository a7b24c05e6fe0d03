package io.liftwerk.scoring;

import io.liftwerk.scoring.LifetimeValueResult.Segment;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Every customer's figures in {@code gold.customer_lifetime_value}; what a customer has been worth
 * so far stands in the model {@code gold.customer_value}. A run replaces, in its own transaction,
 * what an earlier one said of the same table of purchases.
 */
final class ValueTable {
  static final String NAME = "gold.customer_lifetime_value";

  private static final String FORECAST = "temp.main.liftwerk_ltv_forecast";

  private static final List<String> COLUMNS =
      List.of(
          "source_table",
          "customer",
          "first_purchase_on",
          "last_purchase_on",
          "frequency",
          "recency",
          "age",
          "monetary",
          "revenue",
          "p_alive",
          "expected_purchases",
          "expected_value",
          "clv",
          "rule_of_thumb",
          "segment",
          "currency",
          "unit",
          "months",
          "model",
          "run",
          "valued_at");

  private ValueTable() {}

  /**
   * What a model expects of each customer, in the order of {@link CustomerBase#SUMMARY}.
   *
   * @param alive probability of buying still, null without a model
   * @param purchases within the horizon, null without a model
   * @param value of these, null without a model or a value column
   * @param discounted the same, discounted
   * @param rule what the rule of thumb says, in money or purchases
   */
  record Columns(
      double @Nullable [] alive,
      double @Nullable [] purchases,
      double @Nullable [] value,
      double @Nullable [] discounted,
      double[] rule) {}

  static void write(
      JobContext context,
      PurchaseRows rows,
      Calendar calendar,
      LifetimeValueRequest request,
      Columns columns,
      @Nullable String model)
      throws Exception {
    append(context, columns);
    rank(context);
    create(context);
    context.execute("DELETE FROM " + NAME + " WHERE source_table = ?", rows.table().toString());
    boolean valued = rows.value() != null;
    context.execute(
        """
        INSERT INTO %s
        SELECT ?, s.customer, s.first_on, s.latest_on, s.x, s.last, s.age, %s, %s, f.alive,
          f.purchases, f.value, f.discounted, f.rule, s.segment, ?, ?, ?, ?, ?, now()
        FROM temp.main.liftwerk_ltv_ranked s JOIN %s f USING (n) ORDER BY n
        """
            .formatted(
                NAME,
                valued ? "CASE WHEN s.x > 0 THEN s.mean END" : "NULL",
                valued ? "s.revenue" : "NULL",
                FORECAST),
        rows.table().toString(),
        rows.currency(),
        request.unit(),
        request.months(),
        model,
        context.run());
  }

  private static void append(JobContext context, Columns columns) throws Exception {
    context.execute(
        "CREATE OR REPLACE TEMP TABLE liftwerk_ltv_forecast (n BIGINT, alive DOUBLE, purchases"
            + " DOUBLE, value DOUBLE, discounted DOUBLE, rule DOUBLE)");
    DuckDBConnection connection = context.connection().unwrap(DuckDBConnection.class);
    try (DuckDBAppender appender =
        connection.createAppender("temp", "main", "liftwerk_ltv_forecast")) {
      for (int n = 0; n < columns.rule().length; n++) {
        if ((n & 0xffff) == 0) {
          context.checkCancelled();
        }
        appender.beginRow();
        appender.append((long) n);
        append(appender, columns.alive(), n);
        append(appender, columns.purchases(), n);
        append(appender, columns.value(), n);
        append(appender, columns.discounted(), n);
        appender.append(columns.rule()[n]);
        appender.endRow();
      }
    }
  }

  private static void append(DuckDBAppender appender, double @Nullable [] column, int n)
      throws SQLException {
    if (column == null) {
      appender.appendNull();
    } else {
      appender.append(column[n]);
    }
  }

  /**
   * Fifths by recency, frequency and money, equal ones together, and what they are called. Names go
   * by recency and frequency; money tells champions from other faithful ones.
   */
  private static void rank(JobContext context) throws Exception {
    context.execute(
        """
        CREATE OR REPLACE TEMP TABLE liftwerk_ltv_ranked AS
        WITH fifths AS (
          SELECT s.*, d.first_on, d.latest_on,
            least(5, 1 + floor(5 * percent_rank() OVER (ORDER BY latest))) AS r,
            least(5, 1 + floor(5 * percent_rank() OVER (ORDER BY x))) AS f,
            least(5, 1 + floor(5 * percent_rank() OVER (ORDER BY s.revenue))) AS m
          FROM %s s JOIN (
            SELECT customer, min(day) AS first_on, max(day) AS latest_on FROM %s
            WHERE value IS NULL OR value >= 0 GROUP BY customer) d USING (customer))
        SELECT *, CASE
            WHEN r >= 4 AND f >= 4 AND m >= 4 THEN 'champions'
            WHEN r >= 3 AND x > 0 THEN 'loyal'
            WHEN r >= 4 THEN 'new'
            WHEN r = 3 THEN 'promising'
            WHEN x > 0 THEN 'at-risk'
            ELSE 'lost' END AS segment
        FROM fifths
        """
            .formatted(CustomerBase.SUMMARY, PurchaseRows.ROWS));
  }

  private static void create(JobContext context) throws Exception {
    context.execute(
        """
        CREATE TABLE IF NOT EXISTS %s (
          source_table VARCHAR NOT NULL, customer VARCHAR NOT NULL, first_purchase_on DATE,
          last_purchase_on DATE, frequency BIGINT, recency BIGINT, age BIGINT, monetary DOUBLE,
          revenue DOUBLE, p_alive DOUBLE, expected_purchases DOUBLE, expected_value DOUBLE,
          clv DOUBLE, rule_of_thumb DOUBLE, segment VARCHAR, currency VARCHAR, unit VARCHAR,
          months INTEGER, model VARCHAR, run VARCHAR, valued_at TIMESTAMPTZ)
        """
            .formatted(NAME));
    List<String> columns =
        Query.list(
            context,
            "SELECT column_name FROM information_schema.columns WHERE table_schema = 'gold' AND"
                + " table_name = "
                + Sql.literal(NAME.substring("gold.".length()))
                + " ORDER BY ordinal_position",
            row -> row.getString(1));
    if (!columns.equals(COLUMNS)) {
      throw new WorkbenchException(
          "values-table",
          "The table " + NAME + " exists with other columns than the values need.",
          "Rename or drop it and work them out again.");
    }
  }

  /** The segments, the best first. */
  static List<Segment> segments(JobContext context, boolean valued) throws Exception {
    return Query.list(
        context,
        """
        SELECT segment, count(*), fsum(s.revenue), avg(f.alive), fsum(f.discounted)
        FROM temp.main.liftwerk_ltv_ranked s JOIN %s f USING (n) GROUP BY segment
        ORDER BY list_position(
          ['champions', 'loyal', 'new', 'promising', 'at-risk', 'lost'], segment)
        """
            .formatted(FORECAST),
        row ->
            new Segment(
                row.getString(1),
                row.getLong(2),
                valued ? number(row, 3) : null,
                number(row, 4),
                number(row, 5)));
  }

  /** To nine digits: how the database divides a sum among threads shows in the last ones. */
  private static @Nullable Double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull()
        ? null
        : Double.valueOf(
            new java.math.BigDecimal(value).round(new java.math.MathContext(9)).doubleValue());
  }
}
