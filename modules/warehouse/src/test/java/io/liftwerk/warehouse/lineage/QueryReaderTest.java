package io.liftwerk.warehouse.lineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.TableRef;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Columns of queries are followed to the columns they are made of, and to none besides. */
class QueryReaderTest {
  private Bench bench;

  @BeforeEach
  void open() throws SQLException {
    bench =
        new Bench(
            "CREATE TABLE bronze.a(id INT, x INT, y INT, t DATE, \"Conv. value\" INT)",
            "CREATE TABLE bronze.b(id INT, z INT, k VARCHAR, s STRUCT(f INT, g STRUCT(h INT)))",
            "CREATE TABLE bronze.c(id INT, w INT)");
  }

  @AfterEach
  void close() throws SQLException {
    bench.close();
  }

  private void holds(String query, String... expected) throws SQLException {
    assertEquals(List.of(expected), bench.lineage(query), query);
    // a lineage of SQL that DuckDB would not run proves nothing
    bench.query(query);
  }

  @Test
  void identityExpressionAndAggregationAreToldApart() throws SQLException {
    holds(
        "SELECT x, x + y AS sum, max(y) AS most, \"Conv. value\" FROM bronze.a GROUP BY ALL",
        "x <- IDENTITY bronze.a.x",
        "sum <- EXPRESSION bronze.a.x, EXPRESSION bronze.a.y",
        "most <- AGGREGATION bronze.a.y",
        "Conv. value <- IDENTITY bronze.a.Conv. value");
    assertEquals(
        "GROUPING bronze.a.Conv. value, GROUPING bronze.a.x, GROUPING bronze.a.y",
        bench.influences(
            "SELECT x, x + y AS sum, max(y) AS most, \"Conv. value\" FROM bronze.a GROUP BY ALL"));
  }

  @Test
  void joinsQualifiedNamesAndUsing() throws SQLException {
    holds(
        "SELECT a.x, B.Z, id, c.w FROM bronze.a JOIN bronze.b AS b USING (id)"
            + " LEFT JOIN bronze.c c ON c.id = b.id",
        "x <- IDENTITY bronze.a.x",
        "Z <- IDENTITY bronze.b.z",
        "id <- IDENTITY bronze.a.id",
        "w <- IDENTITY bronze.c.w");
    assertEquals(
        "JOIN bronze.a.id, JOIN bronze.b.id, JOIN bronze.c.id",
        bench.influences(
            "SELECT a.x FROM bronze.a JOIN bronze.b AS b USING (id)"
                + " LEFT JOIN bronze.c c ON c.id = b.id"));
    holds(
        "SELECT id, w FROM bronze.a FULL JOIN bronze.c USING (id)",
        "id <- EXPRESSION bronze.a.id, EXPRESSION bronze.c.id",
        "w <- IDENTITY bronze.c.w");
    holds(
        "SELECT * FROM bronze.c NATURAL JOIN (SELECT id, z FROM bronze.b)",
        "id <- IDENTITY bronze.c.id",
        "w <- IDENTITY bronze.c.w",
        "z <- IDENTITY bronze.b.z");
  }

  @Test
  void starsWithTheirExceptions() throws SQLException {
    holds(
        "SELECT c.* EXCLUDE (id) REPLACE (w * 2 AS w), b.* EXCLUDE (s) RENAME (k AS kind)"
            + " FROM bronze.c JOIN bronze.b ON b.id = c.id",
        "w <- EXPRESSION bronze.c.w",
        "id <- IDENTITY bronze.b.id",
        "z <- IDENTITY bronze.b.z",
        "kind <- IDENTITY bronze.b.k");
    holds(
        "SELECT * FROM bronze.c SEMI JOIN bronze.b USING (id)",
        "id <- IDENTITY bronze.c.id",
        "w <- IDENTITY bronze.c.w");
    holds(
        "SELECT * FROM bronze.c JOIN bronze.b USING (id)",
        "id <- IDENTITY bronze.c.id",
        "w <- IDENTITY bronze.c.w",
        "z <- IDENTITY bronze.b.z",
        "k <- IDENTITY bronze.b.k",
        "s <- IDENTITY bronze.b.s");
  }

  @Test
  void commonTableExpressionsHideTablesAndChain() throws SQLException {
    holds(
        "WITH a AS (SELECT * FROM bronze.a), sums(who, total) AS (SELECT id, sum(x) FROM a GROUP BY"
            + " 1), final AS (SELECT who, total / 2 AS half FROM sums) SELECT * FROM final",
        "who <- IDENTITY bronze.a.id",
        "half <- AGGREGATION bronze.a.x");
    bench.model(
        "gold",
        "asked",
        "WITH s AS (SELECT id, sum(x) AS total FROM bronze.a GROUP BY 1) SELECT total / 2 AS half"
            + " FROM s");
    Dependency half =
        bench
            .relations()
            .lineage(new TableRef("gold", "asked"))
            .orElseThrow()
            .columns()
            .getFirst()
            .from()
            .getFirst();
    assertEquals(List.of("(total / 2)", "sum(x)"), half.steps());
  }

  @Test
  void recursionHandsColumnsOn() throws SQLException {
    holds(
        "WITH RECURSIVE r(n, m) AS (SELECT x, y FROM bronze.a UNION ALL SELECT m, n + 1 FROM r"
            + " WHERE n < 3) SELECT n FROM r",
        "n <- EXPRESSION bronze.a.x, EXPRESSION bronze.a.y, IDENTITY bronze.a.x, IDENTITY"
            + " bronze.a.y");
  }

  @Test
  void setOperationsByPositionAndByName() throws SQLException {
    holds(
        "SELECT x AS v, 'a' AS src FROM bronze.a UNION ALL SELECT w, 'c' FROM bronze.c",
        "v <- IDENTITY bronze.a.x, IDENTITY bronze.c.w",
        "src <- ");
    holds(
        "SELECT x AS v, id FROM bronze.a UNION ALL BY NAME SELECT id, w AS v FROM bronze.c",
        "v <- IDENTITY bronze.a.x, IDENTITY bronze.c.w",
        "id <- IDENTITY bronze.a.id, IDENTITY bronze.c.id");
    holds("SELECT id FROM bronze.a EXCEPT SELECT id FROM bronze.c", "id <- IDENTITY bronze.a.id");
    assertEquals(
        "FILTER bronze.c.id",
        bench.influences("SELECT id FROM bronze.a EXCEPT SELECT id FROM bronze.c"));
  }

  @Test
  void windowsKeepWhatOrdersThemApart() throws SQLException {
    holds(
        "SELECT lag(x) OVER w AS before, sum(y) OVER (PARTITION BY id) AS total,"
            + " row_number() OVER (ORDER BY t) AS n FROM bronze.a"
            + " WINDOW w AS (PARTITION BY id ORDER BY t)",
        "before <- EXPRESSION bronze.a.x, WINDOW bronze.a.id, WINDOW bronze.a.t",
        "total <- AGGREGATION bronze.a.y, WINDOW bronze.a.id",
        "n <- WINDOW bronze.a.t");
    assertEquals(
        "FILTER bronze.a.id, FILTER bronze.a.t",
        bench.influences(
            "SELECT x FROM bronze.a QUALIFY row_number() OVER (PARTITION BY id ORDER BY t) = 1"));
  }

  @Test
  void lateralAliasesAndStructFields() throws SQLException {
    holds(
        "SELECT x + 1 AS one, one * 2 AS two, b.s.g.h, s.f, s['f'] AS f2 FROM bronze.a JOIN"
            + " bronze.b USING (id)",
        "one <- EXPRESSION bronze.a.x",
        "two <- EXPRESSION bronze.a.x",
        "h <- EXPRESSION bronze.b.s",
        "f <- EXPRESSION bronze.b.s",
        "f2 <- EXPRESSION bronze.b.s");
  }

  @Test
  void subqueriesSeeTheQueryAround() throws SQLException {
    holds(
        "SELECT x, (SELECT max(z) FROM bronze.b WHERE b.id = a.id) AS most FROM bronze.a AS a"
            + " WHERE EXISTS (SELECT 1 FROM bronze.c WHERE c.id = a.y)",
        "x <- IDENTITY bronze.a.x",
        "most <- AGGREGATION bronze.b.z, FILTER bronze.a.id, FILTER bronze.b.id");
    assertEquals(
        "FILTER bronze.a.y, FILTER bronze.c, FILTER bronze.c.id",
        bench.influences(
            "SELECT x FROM bronze.a AS a WHERE EXISTS (SELECT 1 FROM bronze.c WHERE c.id = a.y)"));
    holds(
        "SELECT l.nn FROM bronze.a AS a, LATERAL (SELECT a.x + 1 AS nn) AS l",
        "nn <- EXPRESSION bronze.a.x");
  }

  @Test
  void countingRowsComesFromTheTable() throws SQLException {
    holds(
        "SELECT count(*) AS n, sum(1) AS m, count(*) FILTER (WHERE x > 1) AS big FROM bronze.a",
        "n <- AGGREGATION bronze.a",
        "m <- AGGREGATION bronze.a",
        "big <- AGGREGATION bronze.a, FILTER bronze.a.x");
  }

  @Test
  void conditionsAreNoValues() throws SQLException {
    holds(
        "SELECT CASE WHEN x > 1 THEN y ELSE 0 END AS v FROM bronze.a",
        "v <- CONDITION bronze.a.x, EXPRESSION bronze.a.y");
    holds(
        "SELECT sum(CASE WHEN x > 1 THEN y END) AS v, list_transform([x], lambda e: e + y) AS l"
            + " FROM bronze.a GROUP BY x, y",
        "v <- AGGREGATION bronze.a.y, CONDITION bronze.a.x",
        "l <- EXPRESSION bronze.a.x, EXPRESSION bronze.a.y");
  }

  @Test
  void pivotSaysWhatItCannotTell() throws SQLException {
    List<String> lines =
        bench.lineage("SELECT * FROM bronze.b PIVOT (sum(z) FOR k IN ('p', 'q') GROUP BY id)");
    assertEquals("id <- IDENTITY bronze.b.id", lines.getFirst());
    assertEquals("?PIVOT names its columns by values.", lines.getLast());
    holds(
        "SELECT id, what, v FROM (SELECT id, x, y FROM bronze.a) UNPIVOT (v FOR what IN (x, y))",
        "id <- IDENTITY bronze.a.id",
        "what <- ",
        "v <- EXPRESSION bronze.a.x, EXPRESSION bronze.a.y");
  }

  @Test
  void withoutATreeTheTablesAreStillKnown() throws SQLException {
    bench.model(
        "gold",
        "wide",
        "PIVOT (SELECT k, z FROM \"bronze\".\"b\" -- bronze.c is a comment\n) ON k USING sum(z)");
    QueryLineage lineage = bench.relations().lineage(new TableRef("gold", "wide")).orElseThrow();
    assertEquals(List.of(new TableRef("bronze", "b")), lineage.inputs());
    assertTrue(String.valueOf(lineage.gap()).startsWith("DuckDB gives no syntax tree"));
    bench.model("gold", "above", "SELECT p, id FROM gold.wide JOIN bronze.c ON true");
    assertEquals(
        List.of("p <- IDENTITY gold.wide.p", "id <- IDENTITY bronze.c.id"),
        bench.lineage("SELECT p, id FROM gold.wide JOIN bronze.c ON true"));
  }

  @Test
  void patternsAreNotGuessed() throws SQLException {
    List<String> lines = bench.lineage("SELECT id, COLUMNS('x|y') FROM bronze.a");
    assertEquals(
        List.of("id <- IDENTITY bronze.a.id", "?COLUMNS chooses columns by a pattern."), lines);
    lines = bench.lineage("SELECT * FROM bronze.nowhere");
    assertEquals(List.of("?The columns of bronze.nowhere are not known."), lines);
    lines = bench.lineage("SELECT q FROM bronze.nowhere, bronze.elsewhere");
    assertEquals(List.of("q <-  ?It cannot be told which table the column q belongs to."), lines);
  }

  @Test
  void viewsAreReadFromTheirSql() throws SQLException {
    bench.sql(
        "CREATE VIEW bronze.\"as is\" AS SELECT id AS \"Record ID\", CAST(w AS VARCHAR) AS w FROM"
            + " bronze.c");
    bench.sql("CREATE VIEW silver.v(one, two) AS SELECT id, w FROM bronze.c");
    assertEquals(
        "EXPRESSION bronze.c.w",
        Bench.line(
            bench
                .relations()
                .lineage(new TableRef("bronze", "as is"))
                .orElseThrow()
                .column("w")
                .orElseThrow()
                .from()));
    assertEquals(
        "IDENTITY bronze.c.w",
        Bench.line(
            bench
                .relations()
                .lineage(new TableRef("silver", "v"))
                .orElseThrow()
                .column("two")
                .orElseThrow()
                .from()));
  }
}
