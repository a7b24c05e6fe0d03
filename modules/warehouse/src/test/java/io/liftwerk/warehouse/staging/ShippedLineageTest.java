package io.liftwerk.warehouse.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.warehouse.Lineage;
import io.liftwerk.warehouse.LineageGraph;
import io.liftwerk.warehouse.LineageGraph.Kind;
import io.liftwerk.warehouse.RowSources;
import io.liftwerk.warehouse.lineage.Output;
import io.liftwerk.warehouse.lineage.QueryLineage;
import io.liftwerk.warehouse.lineage.Relations;
import io.liftwerk.warehouse.project.Project;
import io.liftwerk.workspace.TableRef;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every column of the shipped models is told where it comes from, on the sample client's files. */
class ShippedLineageTest {
  private static final Path SAMPLES = Path.of(System.getProperty("liftwerk.root"), "sample-data");

  @TempDir static Path folder;
  private static Client client;
  private static Lineage lineage;
  private static final Map<TableRef, String> models = new LinkedHashMap<>();

  @BeforeAll
  static void build() {
    client = new Client(folder);
    client.load(
        Stream.of("google-ads", "meta", "amazon", "shopify", "ga4", "crm_leads.csv")
            .map(SAMPLES::resolve)
            .toArray(Path[]::new));
    for (Project.Step step : client.build().steps()) {
      if (step instanceof Project.ModelStep one) {
        models.put(one.model().relation(), one.model().sql());
      }
    }
    lineage = new Lineage(client.workspace(), models);
  }

  @AfterAll
  static void close() {
    client.close();
  }

  @Test
  void everyColumnIsTold() throws SQLException {
    var open = new TreeMap<String, String>();
    int columns = 0;
    try (Connection connection = client.workspace().connect()) {
      Relations relations = Relations.of(connection, models);
      for (TableRef model : models.keySet()) {
        QueryLineage query = relations.lineage(model).orElseThrow();
        if (query.gap() != null) {
          open.put(model.toString(), query.gap());
        }
        for (Output column : query.columns()) {
          columns++;
          if (column.gap() != null) {
            open.put(model + "." + column.name(), column.gap());
          }
        }
        assertEquals(
            relations.columns(model),
            query.columns().stream().map(Output::name).toList(),
            model.toString());
      }
    }
    assertEquals(Map.of(), open);
    assertTrue(columns > 500, columns + " columns");
  }

  @Test
  void spendGoesBackToTheColumnsOfTheReports() {
    LineageGraph graph = lineage.of("gold.kpi_daily.spend");
    var bronze =
        graph.nodes().stream()
            .filter(node -> node.followed() && node.kind() == Kind.COLUMN)
            .map(LineageGraph.Node::id)
            .filter(id -> id.startsWith("bronze."))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(bronze.contains("bronze.kampagnenbericht.Kosten"), bronze.toString());
    var files =
        graph.nodes().stream()
            .filter(node -> node.load() != null)
            .map(LineageGraph.Node::id)
            .toList();
    assertTrue(files.size() >= 3, files.toString());
  }

  /** What the rows of bronze add up to is the figure that they were traced from. */
  @Test
  void theRowsBehindADayAddUp() {
    String day =
        client.row(
            "SELECT CAST(min(date_day) AS VARCHAR) FROM gold.kpi_daily WHERE platform ="
                + " 'google-ads' AND spend > 0");
    RowSources rows =
        lineage.rows("gold.kpi_daily.spend", Map.of("date_day", day, "platform", "google-ads"));
    RowSources.Source source =
        rows.sources().stream()
            .filter(one -> one.table().equals("bronze.kampagnenbericht"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(rows.toString()));
    assertTrue(source.narrowed(), source.toString());
    assertEquals(
        client.row(
            "SELECT CAST(sum(spend) AS DECIMAL(18, 2)) FROM gold.kpi_daily WHERE platform ="
                + " 'google-ads' AND date_day = '"
                + day
                + "'"),
        client.row("SELECT sum(\"Kosten\") FROM (" + source.query() + ")"),
        source.toString());
    assertEquals(
        List.of(),
        rows.sources().stream()
            .map(RowSources.Source::table)
            .filter(table -> table.contains("shopify") || table.contains("orders"))
            .toList());
  }
}
