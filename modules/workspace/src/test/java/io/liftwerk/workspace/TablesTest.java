package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
  private static final TableRef BIG = new TableRef("bronze", "big");

  @TempDir Path folder;
  private Workspace workspace;
  private Tables tables;

  @BeforeEach
  void open() {
    workspace = Fixture.workspace(folder);
    tables = new Tables(workspace);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void listsTheThreeSchemasInTheOrderOfTheFlow() throws SQLException {
    Fixture.sql(
        workspace,
        "CREATE SCHEMA load",
        "CREATE TABLE load.hidden (a TEXT)",
        "CREATE TABLE gold.a (x BIGINT)",
        "CREATE TABLE bronze.\"Zürich \"\"Nord\"\"\" AS SELECT 1 AS \"größe\" FROM range(3)",
        "CREATE VIEW silver.v AS SELECT * FROM gold.a");
    List<TableInfo> list = tables.list();
    assertEquals(
        List.of("bronze.Zürich \"Nord\"", "silver.v", "gold.a"),
        list.stream().map(table -> table.ref().toString()).toList());
    assertEquals(3, list.getFirst().rows());
    assertEquals(List.of(new TableInfo.Column("größe", "INTEGER")), list.getFirst().columns());
    assertTrue(list.get(1).view());
  }

  @Test
  void rowsThatTestsFoundAreNotListedButCanBeLookedAt() throws SQLException {
    Fixture.sql(workspace, "CREATE SCHEMA failures", "CREATE TABLE failures.t1 AS SELECT 7 AS n");
    assertTrue(tables.list().stream().noneMatch(table -> table.ref().name().equals("t1")));
    TableRef found = TableRef.parse("failures.t1");
    assertEquals(1, tables.describe(found).rows());
    assertEquals(7L, ((Number) tables.page(found, 0, 10).rows().getFirst().getFirst()).longValue());
    assertEquals(1, tables.count("SELECT n FROM failures.t1"));
    assertEquals(1, tables.pageOf("SELECT n FROM failures.t1", 0, 10).rows().size());
  }

  @Test
  void findsRowsByAWholeNumber() throws SQLException {
    Fixture.sql(
        workspace, "CREATE TABLE bronze.t AS SELECT i % 3 AS \"No. 1\", i AS n FROM range(9) r(i)");
    var table = new TableRef("bronze", "t");
    Page page = tables.matching(table, "no. 1", 2, 2);
    assertEquals(List.of(List.of(2L, 2L), List.of(2L, 5L)), page.rows());
    assertEquals(List.of(), tables.matching(table, "n", 9, 5).rows());
    assertEquals(
        "column-unknown",
        assertThrows(WorkbenchException.class, () -> tables.matching(table, "x", 1, 1)).code());
  }

  @Test
  void aViewWhoseSourceIsGoneDoesNotHideTheOthers() throws SQLException {
    Fixture.sql(
        workspace,
        "CREATE TABLE gold.a (x BIGINT)",
        "CREATE VIEW gold.broken AS SELECT * FROM gold.a",
        "DROP TABLE gold.a",
        "CREATE TABLE gold.fine (x BIGINT)");
    assertEquals(List.of(-1L, 0L), tables.list().stream().map(TableInfo::rows).toList());
    WorkbenchException e =
        assertThrows(
            WorkbenchException.class, () -> tables.describe(new TableRef("gold", "broken")));
    assertEquals("table-unreadable", e.code());
  }

  @Test
  void anUnknownTableOrColumnNamesTheNearest() throws SQLException {
    Fixture.sql(workspace, "CREATE TABLE gold.lead_scores (score DOUBLE)");
    WorkbenchException table =
        assertThrows(
            WorkbenchException.class, () -> tables.describe(new TableRef("gold", "lead_score")));
    assertEquals("table-unknown", table.code());
    assertTrue(table.sentence().contains("'gold.lead_scores'"), table.sentence());
    WorkbenchException column =
        assertThrows(
            WorkbenchException.class,
            () -> tables.page(new TableRef("gold", "lead_scores"), "scor", true, 0, 10));
    assertEquals("column-unknown", column.code());
    assertTrue(column.sentence().contains("'score'"), column.sentence());
  }

  @Test
  void cellsHaveTheTypesThePagePromises() throws SQLException {
    Fixture.sql(
        workspace,
        """
        CREATE TABLE gold.kinds AS SELECT 1::TINYINT, 2::INTEGER, 3::BIGINT,
          170141183460469231731687303715884105727::HUGEINT, 1.50::DECIMAL(9,2), 0.1::FLOAT,
          2.5::DOUBLE, true, DATE '2025-02-03', TIME '10:11:12', TIMESTAMP '2025-02-03 10:11:12',
          TIMESTAMPTZ '2025-02-03 10:11:12+02', 'Käse', NULL, [1, 2], {'a': 'x'}
        """);
    assertEquals(
        Arrays.<Object>asList(
            1L,
            2L,
            3L,
            new BigDecimal("170141183460469231731687303715884105727"),
            new BigDecimal("1.50"),
            0.1,
            2.5,
            true,
            LocalDate.of(2025, 2, 3),
            LocalTime.of(10, 11, 12),
            LocalDateTime.of(2025, 2, 3, 10, 11, 12),
            OffsetDateTime.of(2025, 2, 3, 8, 11, 12, 0, ZoneOffset.UTC),
            "Käse",
            null,
            "[1, 2]",
            "{'a': x}"),
        tables.page(new TableRef("gold", "kinds"), 0, 10).rows().getFirst());
  }

  @Test
  void pagesInTheTablesOwnOrder() throws SQLException {
    big();
    Page page = tables.page(BIG, 150_000, 3);
    assertEquals(List.of("_row", "n", "label"), page.columns());
    assertEquals(150_000, page.offset());
    assertEquals(
        List.of(300_002L, 300_004L, 300_006L), page.rows().stream().map(List::getFirst).toList());
    assertEquals(2, tables.page(BIG, 199_998, 10).rows().size());
    assertEquals(List.of(), tables.page(BIG, 900_000, 10).rows());
  }

  @Test
  void sortedPagesAgreeWithASortOfTheWhole() throws SQLException {
    big();
    for (boolean descending : List.of(false, true)) {
      for (long offset : List.of(0L, 77_777L, 199_995L, 300_000L)) {
        Page page = tables.page(BIG, "n", descending, offset, 7);
        assertEquals(
            plain("n" + (descending ? " DESC" : "") + " NULLS LAST, _row", offset), page.rows());
      }
    }
  }

  @Test
  void aSortedPageForgetsItsOrderAfterARun() throws SQLException {
    big();
    Object before = tables.page(BIG, "n", false, 0, 1).rows().getFirst().get(1);
    Fixture.runner(workspace)
        .run(
            Fixture.job(
                "change",
                context -> {
                  context.execute("INSERT INTO load.big VALUES (900000, '-5', 'new')");
                  return new Fixture.Count(1);
                }));
    assertEquals(0L, before);
    assertEquals(-5L, tables.page(BIG, "n", false, 0, 1).rows().getFirst().get(1));
  }

  @Test
  void repeatedKeysAreStillSortedRight() throws SQLException {
    Fixture.sql(
        workspace,
        "CREATE TABLE gold.base AS SELECT i // 2 AS _row, hash(i) % 1000 AS n FROM range(150000)"
            + " t(i)",
        "CREATE VIEW gold.twice AS SELECT _row::BIGINT AS _row, n::BIGINT AS n FROM gold.base");
    Page page = tables.page(new TableRef("gold", "twice"), "n", false, 70_000, 5);
    List<Object> values = page.rows().stream().<Object>map(List::getLast).toList();
    assertEquals(5, values.size());
    assertEquals(values.stream().sorted().toList(), values);
  }

  @Test
  void aColumnNamedRowidDoesNotConfuseTheOrder() throws SQLException {
    Fixture.sql(
        workspace,
        "CREATE TABLE gold.odd AS SELECT 'x' || (i % 7) AS rowid, i FROM range(120000) t(i)");
    Page page = tables.page(new TableRef("gold", "odd"), "i", true, 1, 2);
    assertEquals(List.of(119_998L, 119_997L), page.rows().stream().map(List::getLast).toList());
  }

  private List<List<Object>> plain(String order, long offset) throws SQLException {
    try (var connection = workspace.connect();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT * FROM bronze.big ORDER BY " + order + " LIMIT 7 OFFSET " + offset)) {
      var cells = new Cells(row);
      var rows = new java.util.ArrayList<List<Object>>();
      while (row.next()) {
        rows.add(cells.row());
      }
      return rows;
    }
  }

  private void big() throws SQLException {
    Fixture.sql(
        workspace,
        "CREATE SCHEMA load",
        "CREATE TABLE load.big AS SELECT 2 + 2 * i AS _row,"
            + " CASE WHEN i % 11 > 0 THEN (hash(i) % 5000)::VARCHAR END AS n, 'r' || i AS label"
            + " FROM range(200000) t(i)",
        "CREATE VIEW bronze.big AS SELECT _row, TRY_CAST(n AS BIGINT) AS n, label FROM load.big");
  }
}
