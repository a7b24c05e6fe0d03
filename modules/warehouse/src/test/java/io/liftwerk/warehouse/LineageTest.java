package io.liftwerk.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.warehouse.LineageGraph.Edge;
import io.liftwerk.warehouse.LineageGraph.Load;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key figure is followed to the files, and one row of it to their lines. */
class LineageTest {
  private static final String COSTS =
      "Tag;Kampagne;Kosten\n"
          + "01.09.2026;Herbst;1.010,50\n"
          + "01.09.2026;Winter;5,00\n"
          + "02.09.2026;Herbst;7,25\n";
  private static final String ORDERS =
      "id,ordered,total\n1,2026-09-01,2031.00\n2,2026-09-02,14.50\n";

  @TempDir Path folder;
  private Workspace workspace;
  private final Map<TableRef, String> models = new LinkedHashMap<>();

  @BeforeEach
  void importFiles() throws IOException {
    workspace = Workspace.create(folder.resolve("client"));
    for (var file : Map.of("costs.csv", COSTS, "orders.csv", ORDERS).entrySet()) {
      Path path = Files.writeString(folder.resolve(file.getKey()), file.getValue());
      new JobRunner(workspace, Runnable::run)
          .run(new FileImport(ImportRequest.of(List.of(path.toString()))));
    }
    models.put(
        new TableRef("staging", "stg_ads"),
        """
        SELECT "Tag" AS date_day, "Kampagne" AS campaign, "Kosten" AS spend FROM bronze.costs
        """);
    models.put(
        new TableRef("silver", "orders"),
        "SELECT CAST(ordered AS DATE) AS date_day, total FROM bronze.orders WHERE id > 0");
    models.put(
        new TableRef("gold", "kpi_daily"),
        """
        WITH cost AS (SELECT date_day, sum(spend) AS spend FROM staging.stg_ads GROUP BY 1),
        revenue AS (SELECT date_day, sum(total) AS revenue FROM silver.orders GROUP BY 1)
        SELECT date_day, spend, revenue, revenue / nullif(spend, 0) AS roas
        FROM cost FULL JOIN revenue USING (date_day)
        """);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private Lineage lineage() {
    return new Lineage(workspace, models);
  }

  private static List<String> lines(LineageGraph graph, boolean direct) {
    return graph.edges().stream()
        .filter(edge -> edge.direct() == direct)
        .map(edge -> edge.from() + " -" + edge.how() + "-> " + edge.to())
        .toList();
  }

  @Test
  void theWayFromTheFigureToTheFile() throws Exception {
    LineageGraph graph = lineage().of("GOLD.kpi_daily.roas");
    assertEquals("gold.kpi_daily.roas", graph.target());
    assertEquals(
        List.of(
            "silver.orders.total -AGGREGATION-> gold.kpi_daily.roas",
            "staging.stg_ads.spend -AGGREGATION-> gold.kpi_daily.roas",
            "bronze.orders.total -IDENTITY-> silver.orders.total",
            "bronze.costs.Kosten -IDENTITY-> staging.stg_ads.spend"),
        lines(graph, true).stream().filter(line -> !line.startsWith("load")).toList());
    Edge first = graph.into("gold.kpi_daily.roas").getFirst();
    assertEquals("(revenue / \"nullif\"(spend, 0))", first.expression());
    assertEquals(List.of("(revenue / \"nullif\"(spend, 0))", "sum(total)"), first.steps());
    List<Edge> loaded = graph.into("bronze.costs.Kosten");
    assertEquals(1, loaded.size());
    assertTrue(loaded.getFirst().expression().contains("DECIMAL"), loaded.toString());
    Load load = graph.node(loaded.getFirst().from()).orElseThrow().load();
    assertEquals("costs.csv", load == null ? "" : load.file());
    assertEquals(sha256(COSTS), load == null ? "" : load.sha256());
  }

  @Test
  void whatOnlyDecidesIsKeptApartAndNotFollowed() {
    LineageGraph graph = lineage().of("gold.kpi_daily.roas");
    assertEquals(
        List.of(
            "staging.stg_ads.date_day -GROUPING-> gold.kpi_daily",
            "silver.orders.date_day -GROUPING-> gold.kpi_daily",
            "staging.stg_ads.date_day -JOIN-> gold.kpi_daily",
            "silver.orders.date_day -JOIN-> gold.kpi_daily",
            "bronze.orders.id -FILTER-> silver.orders"),
        lines(graph, false));
    assertFalse(graph.node("bronze.orders.id").orElseThrow().followed());
    assertEquals(List.of(), graph.into("bronze.orders.id"));
  }

  @Test
  void aTableIsFollowedByItsTables() {
    LineageGraph graph = lineage().of("gold.kpi_daily");
    assertEquals(
        List.of(
            "staging.stg_ads -IDENTITY-> gold.kpi_daily",
            "silver.orders -IDENTITY-> gold.kpi_daily",
            "bronze.costs -IDENTITY-> staging.stg_ads",
            "bronze.orders -IDENTITY-> silver.orders"),
        lines(graph, true).stream().filter(line -> !line.startsWith("load")).toList());
    assertEquals(2, graph.nodes().stream().filter(node -> node.load() != null).count());
  }

  @Test
  void whereColumnsCannotBeToldTheTablesAre() {
    models.put(
        new TableRef("silver", "wide"),
        "PIVOT (SELECT date_day, campaign, spend FROM staging.stg_ads) ON campaign USING"
            + " sum(spend)");
    models.put(
        new TableRef("gold", "herbst"), "SELECT date_day, Herbst AS herbst FROM silver.wide");
    LineageGraph graph = lineage().of("gold.herbst.herbst");
    assertNull(graph.node("gold.herbst.herbst").orElseThrow().gap());
    assertTrue(
        String.valueOf(graph.node("silver.wide.Herbst").orElseThrow().gap())
            .startsWith("DuckDB gives no syntax tree of its query: "));
    assertTrue(
        lines(graph, true).contains("bronze.costs -IDENTITY-> staging.stg_ads"), graph.toString());
  }

  @Test
  void theRowsOfADayAreTheLinesOfTheFiles() throws SQLException {
    RowSources rows = lineage().rows("gold.kpi_daily", Map.of("date_day", "2026-09-01"));
    assertEquals("bronze.costs", rows.sources().getFirst().table());
    assertEquals(
        List.of("2", "3"),
        query("SELECT _row FROM (" + rows.sources().getFirst().query() + ") ORDER BY _row"));
    assertEquals(List.of("2"), query("SELECT _row FROM (" + rows.sources().get(1).query() + ")"));
    RowSources one = lineage().rows("silver.orders", Map.of("date_day", "2026-09-02"));
    assertTrue(one.sources().getFirst().exact(), one.toString());
  }

  @Test
  void namesThatAreNotThereAreRefused() {
    WorkbenchException table =
        assertThrows(WorkbenchException.class, () -> lineage().of("gold.nothing.roas"));
    assertEquals("table-unknown", table.code());
    WorkbenchException column =
        assertThrows(WorkbenchException.class, () -> lineage().of("gold.kpi_daily.roi"));
    assertEquals("column-unknown", column.code());
    assertTrue(column.hint().contains("date_day, spend, revenue, roas"), column.hint());
    assertThrows(
        WorkbenchException.class, () -> lineage().rows("gold.kpi_daily", Map.of("day", "x")));
  }

  @Test
  void aGraphGoesThroughJson() {
    LineageGraph graph = lineage().of("gold.kpi_daily.roas");
    assertEquals(graph, Json.read(Json.write(graph), LineageGraph.class));
  }

  private List<String> query(String sql) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (row.next()) {
        rows.add(row.getString(1));
      }
      return rows;
    }
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8")));
  }
}
