package io.liftwerk.warehouse.lineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.warehouse.lineage.RowTrace.Reached;
import io.liftwerk.workspace.TableRef;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A row of gold is followed to the rows it was made of. */
class RowTraceTest {
  private Bench bench;

  @BeforeEach
  void open() throws SQLException {
    bench =
        new Bench(
            "CREATE TABLE bronze.google(\"Tag\" VARCHAR, \"Cost\" DECIMAL(18, 2), _row INT)",
            "INSERT INTO bronze.google VALUES ('2026-09-01', 10, 2), ('2026-09-01', 5, 3),"
                + " ('2026-09-02', 7, 4), ('2026-09-01', 0, 5)",
            "CREATE TABLE bronze.meta(day DATE, spend DECIMAL(18, 2), _row INT)",
            "INSERT INTO bronze.meta VALUES ('2026-09-01', 3, 2), ('2026-09-02', 4, 3)",
            "CREATE TABLE bronze.orders(ordered TIMESTAMP, amount DECIMAL(18, 2), _row INT)",
            "INSERT INTO bronze.orders VALUES ('2026-09-01 10:00', 30, 2),"
                + " ('2026-09-01 11:00', 20, 3), ('2026-09-02 09:00', 70, 4)");
    bench.model(
        "silver",
        "ads",
        """
        SELECT CAST("Tag" AS DATE) AS date_day, 'google' AS platform, "Cost" AS spend
        FROM bronze.google WHERE "Cost" > 0
        UNION ALL
        SELECT day, 'meta', spend FROM bronze.meta
        """);
    bench.model(
        "silver", "orders", "SELECT CAST(ordered AS DATE) AS date_day, amount FROM bronze.orders");
    bench.model(
        "gold",
        "kpi",
        """
        WITH cost AS (SELECT date_day, sum(spend) AS spend FROM silver.ads GROUP BY date_day),
        revenue AS (SELECT date_day, sum(amount) AS revenue FROM silver.orders GROUP BY 1)
        SELECT date_day, spend, revenue, revenue / nullif(spend, 0) AS roas
        FROM cost FULL JOIN revenue USING (date_day)
        """);
    bench.model(
        "gold",
        "by_platform",
        "SELECT platform, date_day, sum(spend) AS spend FROM silver.ads GROUP BY ALL");
    bench.built();
  }

  @AfterEach
  void close() throws SQLException {
    bench.close();
  }

  private List<Reached> trace(String table, Map<String, @Nullable String> key) throws SQLException {
    return RowTrace.of(bench.relations(), new TableRef("gold", table), null, key, "bronze");
  }

  private Map<String, List<String>> rows(List<Reached> reached) throws SQLException {
    var rows = new TreeMap<String, List<String>>();
    for (Reached one : reached) {
      rows.put(
          one.relation().name(),
          bench.query("SELECT _row FROM (" + one.query() + ") ORDER BY _row"));
    }
    return rows;
  }

  @Test
  void theKeyGoesThroughUnionsCastsAndBothSidesOfAFullJoin() throws SQLException {
    List<Reached> reached = trace("kpi", Map.of("date_day", "2026-09-01"));
    assertEquals(
        Map.of("google", List.of("2", "3"), "meta", List.of("2"), "orders", List.of("2", "3")),
        rows(reached));
    assertTrue(reached.stream().allMatch(Reached::narrowed));
  }

  @Test
  void whatWasTracedAddsUpToTheFigure() throws SQLException {
    for (String day : List.of("2026-09-01", "2026-09-02")) {
      for (Reached one : trace("kpi", Map.of("date_day", day))) {
        if (one.relation().name().equals("orders")) {
          assertEquals(
              bench.query("SELECT revenue FROM gold.kpi WHERE date_day = '" + day + "'"),
              bench.query("SELECT sum(amount) FROM (" + one.query() + ")"));
        }
      }
    }
  }

  @Test
  void aConstantOfABranchLeavesTheOthersOut() throws SQLException {
    var key = new LinkedHashMap<String, @Nullable String>();
    key.put("platform", "meta");
    key.put("date_day", "2026-09-02");
    List<Reached> reached = trace("by_platform", key);
    assertEquals(Map.of("meta", List.of("3")), rows(reached));
    assertEquals(List.of(), reached.getFirst().notes());
  }

  @Test
  void aKeyThatIsAnAggregateEndsAndSaysSo() throws SQLException {
    List<Reached> reached = trace("kpi", Map.of("spend", "18"));
    assertEquals(3, reached.size());
    for (Reached one : reached) {
      assertFalse(one.narrowed(), one.toString());
      // the other side of the join has nothing to do with the sum
      assertEquals(
          !one.relation().name().equals("orders"),
          one.notes().stream().anyMatch(note -> note.contains("ends here")),
          one.toString());
    }
    assertEquals(List.of("2", "3", "4"), rows(reached).get("google"));
  }

  @Test
  void joinsHandTheKeyOnAndFiltersThatNeedBothAreNamed() throws SQLException {
    bench.model(
        "gold",
        "joined",
        """
        SELECT o.date_day AS d, count(*) AS n FROM silver.orders AS o
        JOIN silver.ads AS a ON a.date_day = o.date_day
        WHERE o.amount > a.spend AND o.amount < 60 GROUP BY 1
        """);
    List<Reached> reached = trace("joined", Map.of("d", "2026-09-01"));
    assertEquals(
        Map.of("google", List.of("2", "3"), "meta", List.of("2"), "orders", List.of("2", "3")),
        rows(reached));
    assertTrue(
        reached.getFirst().notes().contains("Not every row listed passes (o.amount > a.spend)."),
        reached.toString());
    assertEquals(
        List.of(),
        rows(trace("joined", Map.of("d", "2026-09-02"))).get("orders"),
        "the filter on one table goes down with the key");
  }

  @Test
  void aMissingKeyValueIsAskedForAsMissing() throws SQLException {
    bench.sql("INSERT INTO bronze.meta VALUES (NULL, 9, 4)");
    var key = new LinkedHashMap<String, @Nullable String>();
    key.put("platform", "meta");
    key.put("date_day", null);
    assertEquals(Map.of("meta", List.of("4")), rows(trace("by_platform", key)));
  }

  @Test
  void aDefaultForMissingPartnersIsNotCarriedOver() throws SQLException {
    bench.model(
        "gold",
        "gaps",
        """
        SELECT coalesce(CAST(m.day AS VARCHAR), 'none') AS meta_day, sum(g."Cost") AS cost
        FROM bronze.google AS g LEFT JOIN bronze.meta AS m ON m.day = CAST(g."Tag" AS DATE)
          AND m.spend < 4 GROUP BY 1
        """);
    assertEquals(
        List.of("2", "3", "4", "5"), rows(trace("gaps", Map.of("meta_day", "none"))).get("google"));
  }

  @Test
  void tablesThatOnlyDecideAreNotFollowed() throws SQLException {
    bench.model(
        "gold",
        "weighted",
        """
        WITH days AS (SELECT date_day, count(*) AS n FROM silver.ads GROUP BY 1)
        SELECT o.date_day, CASE WHEN d.n > 1 THEN o.amount ELSE 0 END AS amount, d.n
        FROM silver.orders AS o JOIN days AS d ON d.date_day = o.date_day
        """);
    Map<String, @Nullable String> key = Map.of("date_day", "2026-09-01");
    var table = new TableRef("gold", "weighted");
    assertEquals(
        List.of("orders"),
        RowTrace.of(bench.relations(), table, "amount", key, "bronze").stream()
            .map(one -> one.relation().name())
            .toList());
    assertEquals(
        List.of("google", "meta"),
        RowTrace.of(bench.relations(), table, "n", key, "bronze").stream()
            .map(one -> one.relation().name())
            .toList());
  }
}
