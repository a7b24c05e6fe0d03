package io.liftwerk.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.warehouse.DriftResult.ColumnDrift;
import io.liftwerk.warehouse.drift.Bins;
import io.liftwerk.warehouse.drift.Measure;
import io.liftwerk.warehouse.drift.Verdict;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drift is measured as the peers measure it, and judged with an eye on the number of rows. */
class DriftCheckTest {
  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = Workspace.create(folder.resolve("client"));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private DriftResult check(DriftRequest request) {
    return new JobRunner(workspace, Runnable::run).run(new DriftCheck(request)).result();
  }

  private void table(String name, String type, List<String> values) throws SQLException {
    sql(
        "CREATE OR REPLACE TABLE silver.%s AS SELECT CAST(unnest([%s]) AS %s) AS v"
            .formatted(
                name,
                values.stream().map(v -> "'" + v + "'").collect(Collectors.joining(", ")),
                type));
  }

  private ColumnDrift compare(String type, List<String> reference, List<String> current)
      throws SQLException {
    table("before", type, reference);
    table("now", type, current);
    DriftResult result = check(DriftRequest.tables("silver.now", "silver.before"));
    return result.column("v").orElseThrow(() -> new AssertionError(result.toString()));
  }

  private static double value(ColumnDrift column, String measure) {
    Double value = column.measure(measure).map(Measure::value).orElse(null);
    return value == null ? Double.NaN : value;
  }

  private static double p(ColumnDrift column, String measure) {
    Double value = column.measure(measure).map(Measure::p).orElse(null);
    return value == null ? Double.NaN : value;
  }

  private static JsonNode drift() throws IOException {
    return Json.mapper()
        .reader()
        .with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .readTree(Files.readString(SharedData.file("reference/data_platform.json")))
        .at("/groups/drift");
  }

  private static List<String> numbers(int from, int to, int step) {
    return IntStream.iterate(from, i -> i <= to, i -> i + step).mapToObj(String::valueOf).toList();
  }

  private static List<String> repeated(String text) {
    var values = new ArrayList<String>();
    for (String part : text.split(", ")) {
      String[] pair = part.split(" x");
      for (int i = 0; i < Integer.parseInt(pair[1]); i++) {
        values.add(pair[0]);
      }
    }
    return values;
  }

  /** The samples that the reference describes in words. */
  private static List<String> sample(String text) {
    return switch (text) {
      case "0..99" -> numbers(0, 99, 1);
      case "20..119" -> numbers(20, 119, 1);
      case "0..999" -> numbers(0, 999, 1);
      case "50..1049" -> numbers(50, 1049, 1);
      case "0,2,..,198" -> numbers(0, 198, 2);
      case "0..49" -> numbers(0, 49, 1);
      case "100..149" -> numbers(100, 149, 1);
      case "[1..6] repeat [16,18,16,14,12,12]" ->
          repeated("1 x16, 2 x18, 3 x16, 4 x14, 5 x12, 6 x12");
      case "[1..6] repeat [16,16,16,16,16,8]" ->
          repeated("1 x16, 2 x16, 3 x16, 4 x16, 5 x16, 6 x8");
      default -> repeated(text);
    };
  }

  @Test
  @Tag("reference")
  void theFiguresThatThePeersCompute() throws Exception {
    int cases = 0;
    for (JsonNode one : drift().path("computed")) {
      String name = one.path("name").asText();
      boolean number = one.path("type").asText().equals("num");
      ColumnDrift column =
          compare(
              number ? "DOUBLE" : "VARCHAR",
              sample(one.path("reference").asText()),
              sample(one.path("current").asText()));
      boolean few = column.measure("psi-sturges").isEmpty();
      String evidently = few ? "psi" : "psi-sturges";
      near(one, "evidently_psi", value(column, evidently), name);
      near(
          one,
          "js_distance_base_e(scipy.spatial.distance.jensenshannon)",
          value(column, "jensen-shannon"),
          name);
      near(one, "linf", value(column, "l-infinity"), name);
      near(one, "chi2_stat", value(column, "chi-square"), name);
      near(one, "chi2_pvalue", p(column, "chi-square"), name);
      near(one, "ks_statistic", value(column, "kolmogorov-smirnov"), name);
      near(one, "ks_pvalue", p(column, "kolmogorov-smirnov"), name);
      near(
          one,
          "wasserstein_norm(evidently: /std(ref,ddof=0 clipped 0.001))",
          value(column, "wasserstein"),
          name);
      near(one, "psi_classic_10_ref_quantile_bins_eps1e-4", value(column, "psi"), name);
      if (number && !few) {
        edges(one, column);
      }
      cases++;
    }
    assertEquals(8, cases);
  }

  private static void near(JsonNode one, String field, double value, String name) {
    if (one.has(field)) {
      double expected = one.path(field).asDouble();
      assertEquals(expected, value, Math.abs(expected) * 1e-8 + 1e-13, name + " " + field);
    }
  }

  private static void edges(JsonNode one, ColumnDrift column) {
    Bins widths = column.measure("psi-sturges").map(Measure::bins).orElseThrow();
    assertEquals("sturges", widths.chosen());
    assertEquals(one.path("bins_or_keys").size(), widths.edges().size());
    for (int i = 0; i < widths.edges().size(); i++) {
      assertEquals(one.path("bins_or_keys").path(i).asDouble(), widths.edges().get(i), 1e-9);
    }
    Bins deciles = column.measure("psi").map(Measure::bins).orElseThrow();
    assertEquals("reference-deciles", deciles.chosen());
    for (int i = 0; i < deciles.edges().size(); i++) {
      assertEquals(one.path("classic_edges").path(i + 1).asDouble(), deciles.edges().get(i), 1e-9);
    }
  }

  @Test
  @Tag("reference")
  void theFiguresThatThePeersTestAgainst() throws Exception {
    int checked = 0;
    for (JsonNode one : drift().path("quoted")) {
      String test = one.path("test").asText();
      if (!one.path("ref").isObject() && !one.path("ref").isArray()
          || test.startsWith("anderson")
          || test.startsWith("tvd")) {
        continue;
      }
      List<String> reference = quoted(one.path("ref"));
      boolean number = reference.getFirst().matches("[0-9.]+");
      ColumnDrift column =
          compare(number ? "DOUBLE" : "VARCHAR", reference, quoted(one.path("cur")));
      double found =
          switch (test) {
            case "chisquare p" -> p(column, "chi-square");
            case "g_test p" -> p(column, "g-test");
            // the peer's figure is one-sided
            case "mann_whitney p" -> p(column, "mann-whitney") / 2;
            case "hellinger" -> value(column, "hellinger");
            default -> value(column, "l-infinity");
          };
      assertEquals(
          one.path("expected").asDouble(), found, one.path("tol").asDouble(), one.toString());
      checked++;
    }
    assertEquals(6, checked);
  }

  private static List<String> quoted(JsonNode sample) {
    var values = new ArrayList<String>();
    if (sample.isArray()) {
      sample.forEach(value -> values.add(value.asText()));
      return values;
    }
    for (int i = 0; i < sample.path("values").size(); i++) {
      for (int k = 0; k < sample.path("repeat").path(i).asInt(); k++) {
        values.add(sample.path("values").path(i).asText());
      }
    }
    return values;
  }

  @Test
  void theExactTestKnowsSamplesOfUnequalSize() throws SQLException {
    // scipy.stats.ks_2samp([1, 2, 3, 4], [3.5, 4.5, 5.5]): 0.75, 8 of 35 arrangements
    ColumnDrift column =
        compare("DOUBLE", List.of("1", "2", "3", "4"), List.of("3.5", "4.5", "5.5"));
    assertEquals(0.75, value(column, "kolmogorov-smirnov"), 1e-12);
    assertEquals(8.0 / 35, p(column, "kolmogorov-smirnov"), 1e-12);
  }

  @Test
  void aShiftInFewRowsMayBeChance() throws SQLException {
    ColumnDrift few = compare("VARCHAR", repeated("a x6, b x6"), repeated("a x4, b x8"));
    assertTrue(value(few, "psi") >= Verdict.MODERATE_PSI, few.toString());
    assertEquals(Verdict.TOO_FEW_ROWS, few.verdict());
    ColumnDrift many = compare("VARCHAR", repeated("a x600, b x600"), repeated("a x400, b x800"));
    assertEquals(value(few, "psi"), value(many, "psi"), 1e-12);
    assertEquals(Verdict.MODERATE, many.verdict());
  }

  @Test
  void aCertainShiftInManyRowsMayBeSmall() throws SQLException {
    sql(
        "CREATE TABLE silver.before AS SELECT i % 100 + 0.0 AS v FROM range(400000) r(i)",
        "CREATE TABLE silver.now AS SELECT i % 100 + 2.0 AS v FROM range(400000) r(i)");
    ColumnDrift column =
        check(DriftRequest.tables("silver.now", "silver.before")).columns().getFirst();
    assertTrue(p(column, "kolmogorov-smirnov") < 1e-6, column.toString());
    assertEquals(Verdict.STABLE, column.verdict());
    assertTrue(column.reason().contains("small shift"), column.reason());
  }

  @Test
  void twoPeriodsOfOneTable() throws SQLException {
    sql(
        """
        CREATE TABLE gold.leads AS
        SELECT DATE '2026-08-01' + CAST(i // 100 AS INTEGER) AS day,
          CASE WHEN i < 3000 THEN i % 10 ELSE i % 10 + 8 END AS score,
          CASE WHEN i % 2 = 0 THEN 'web' ELSE 'call' END AS source,
          CASE WHEN i < 3000 OR i % 3 > 0 THEN 'x' END AS note,
          'L' || i AS id, [i] AS list, i AS _row
        FROM range(6000) r(i)
        """);
    DriftResult result =
        check(
            DriftRequest.periods(
                "gold.leads", "day", LocalDate.of(2026, 8, 31), LocalDate.of(2026, 9, 29)));
    assertEquals("gold.leads 2026-08-01/2026-08-30", result.reference());
    assertEquals(3000, result.referenceRows());
    assertEquals(3000, result.currentRows());
    assertEquals(
        List.of("score MAJOR", "note MODERATE", "source STABLE"),
        result.columns().stream().map(one -> one.column() + " " + one.verdict()).toList());
    assertEquals(
        List.of("day", "id", "list", "_row"),
        result.leftOut().stream().map(DriftResult.LeftOut::column).toList());
    assertEquals(result, Json.read(Json.write(result), DriftResult.class));
  }

  @Test
  void manyDifferentValuesAreCountedTogether() throws SQLException {
    sql(
        "CREATE TABLE silver.before AS SELECT 'k' || (i % 400) AS v FROM range(40000) r(i)",
        "CREATE TABLE silver.now AS SELECT 'k' || (i % 400) AS v FROM range(20000) r(i)");
    ColumnDrift column =
        check(DriftRequest.tables("silver.now", "silver.before")).columns().getFirst();
    Bins bins = column.measure("psi").map(Measure::bins).orElseThrow();
    assertEquals("top-values", bins.chosen());
    assertEquals(201, bins.reference().size());
    assertEquals(40000, bins.reference().stream().mapToLong(Long::longValue).sum());
    assertEquals(0, value(column, "psi"), 1e-12);
  }

  @Test
  void whatCannotBeComparedIsRefused() throws SQLException {
    sql("CREATE TABLE silver.t AS SELECT DATE '2026-01-01' AS day, 1 AS v");
    assertEquals(
        "table-unknown", refused(DriftRequest.tables("silver.t", "silver.nothing")).code());
    LocalDate day = LocalDate.of(2026, 1, 1);
    assertEquals("drift-empty", refused(DriftRequest.periods("silver.t", "day", day, day)).code());
    assertEquals(
        "column-unknown", refused(DriftRequest.periods("silver.t", "date", day, day)).code());
    assertEquals(
        "drift-period",
        refused(DriftRequest.periods("silver.t", "day", day, day.minusDays(1))).code());
    assertEquals(
        "drift-period",
        refused(
                new DriftRequest(
                    "silver.t", null, "day", day, day.plusDays(3), day, day, List.of()))
            .code());
  }

  private WorkbenchException refused(DriftRequest request) {
    return assertThrows(WorkbenchException.class, () -> check(request));
  }
}
