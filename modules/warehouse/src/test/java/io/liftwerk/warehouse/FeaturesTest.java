package io.liftwerk.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.warehouse.feature.FeatureView;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Features are what was known at the moment, whatever comes in later. */
class FeaturesTest {
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    sql("SET TimeZone = 'UTC'", "CREATE SCHEMA silver", "CREATE SCHEMA gold");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void sql(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<String> query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (row.next()) {
        var cells = new ArrayList<String>();
        for (int c = 1; c <= row.getMetaData().getColumnCount(); c++) {
          cells.add(String.valueOf(row.getString(c)));
        }
        rows.add(String.join("|", cells));
      }
      return rows;
    }
  }

  private static List<FeatureView> view(String more) {
    return Features.parse(
        """
        features:
          - name: f
            table: silver.f
            entity: [id]
            event_time: happened
        """
            + more.indent(4));
  }

  private List<String> values(String more) throws SQLException {
    return query(
        "SELECT v FROM ("
            + Features.training(view(more), "SELECT * FROM gold.spine", "moment")
            + ") ORDER BY n");
  }

  @Test
  @Tag("reference")
  void theReferenceCases() throws Exception {
    JsonNode cases =
        Json.mapper()
            .reader()
            .with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .readTree(Files.readString(SharedData.file("reference/data_platform.json")))
            .at("/groups/point_in_time/cases");
    JsonNode rows = cases.get(0).path("rows");
    sql(
        "CREATE TABLE gold.spine(n INT, id INT, moment TIMESTAMP)",
        "CREATE TABLE silver.f(id INT, happened TIMESTAMP, value INT)");
    int n = 0;
    for (JsonNode event : rows.path("events")) {
      sql(
          "INSERT INTO gold.spine VALUES (%d, %s, CAST('%s' AS TIMESTAMP))"
              .formatted(n++, event.get(0), event.get(1).asText()));
    }
    for (JsonNode feature : rows.path("features")) {
      sql(
          "INSERT INTO silver.f VALUES (%s, CAST('%s' AS TIMESTAMP), %s)"
              .formatted(feature.get(0), feature.get(1).asText(), feature.get(2)));
    }
    assertEquals(expected(cases, "expected(>=)"), values("columns: {v: value}"));
    assertEquals(expected(cases, "expected(>)"), values("columns: {v: value}\nstrict: true"));
    assertEquals(
        expected(cases, "expected(>=, ttl 7d)"), values("columns: {v: value}\nttl: 7 days"));
  }

  private static List<String> expected(JsonNode cases, String name) {
    var values = new ArrayList<String>();
    cases.get(0).path(name).forEach(value -> values.add(value.asText()));
    assertEquals(4, values.size());
    return values;
  }

  private void correctedTable() throws SQLException {
    sql(
        "CREATE TABLE gold.spine(n INT, id INT, moment TIMESTAMP)",
        "INSERT INTO gold.spine VALUES (1, 1, '2026-01-05'), (2, 1, '2026-01-10'),"
            + " (3, 1, '2026-01-20'), (4, 1, '2026-01-20'), (5, 2, '2026-01-20')",
        "CREATE TABLE silver.f(id INT, key INT, happened TIMESTAMP, known TIMESTAMP, value INT)",
        // told at once, corrected on the 15th; and one that came in late, behind a newer one
        "INSERT INTO silver.f VALUES (1, 7, '2026-01-02', '2026-01-02', 10),"
            + " (1, 7, '2026-01-02', '2026-01-15', 11), (1, 8, '2026-01-01', '2026-01-08', 99)");
  }

  @Test
  void aLaterCorrectionDoesNotLeakIntoThePast() throws SQLException {
    correctedTable();
    assertEquals(
        List.of("10", "10", "11", "11", "null"),
        values("columns: {v: value}\ncreated_time: known"));
    assertEquals(
        List.of("11", "11", "11", "11", "null"),
        query(
            "SELECT value FROM gold.spine LEFT JOIN (SELECT * FROM silver.f QUALIFY row_number()"
                + " OVER (PARTITION BY id, happened ORDER BY known DESC) = 1) AS f ON f.id ="
                + " spine.id AND f.happened = '2026-01-02' ORDER BY n"),
        "without the second axis it would");
  }

  @Test
  void windowsCountTheVersionThatWasKnown() throws SQLException {
    correctedTable();
    String sum =
        "created_time: known\nevent_key: [key]\naggregations: {v: {function: sum, column: value,"
            + " window: 30 days}, n2: {function: count, window: 30 days}}";
    assertEquals(List.of("10", "109", "110", "110", "null"), values(sum));
    assertEquals(
        List.of("1", "2", "2", "2", "0"),
        query(
            "SELECT n2 FROM ("
                + Features.training(view(sum), "SELECT * FROM gold.spine", "moment")
                + ") ORDER BY n"));
  }

  @Test
  void windowsEndWhereTheySay() throws SQLException {
    sql(
        "CREATE TABLE gold.spine(n INT, id INT, moment TIMESTAMP)",
        "INSERT INTO gold.spine VALUES (1, 1, '2026-01-10')",
        "CREATE TABLE silver.f(id INT, happened TIMESTAMP, value INT)",
        "INSERT INTO silver.f VALUES (1, '2026-01-03', 1), (1, '2026-01-03 00:00:01', 2),"
            + " (1, '2026-01-10', 4), (1, '2026-01-11', 8)");
    String week = "aggregations: {v: {function: sum, column: value, window: 7 days}}";
    assertEquals(List.of("6"), values(week));
    assertEquals(List.of("3"), values(week + "\nstrict: true"));
    assertEquals(List.of("7"), values("aggregations: {v: {function: sum, column: value}}"));
  }

  @Test
  void rowsOfOneMomentAreOneDecidedByWhenTheyWereKnown() throws SQLException {
    sql(
        "CREATE TABLE gold.spine(n INT, id INT, moment TIMESTAMP)",
        "INSERT INTO gold.spine VALUES (1, 1, '2026-01-10')",
        "CREATE TABLE silver.f(id INT, happened TIMESTAMP, known TIMESTAMP, value INT)",
        "INSERT INTO silver.f VALUES (1, '2026-01-05', '2026-01-04', 2),"
            + " (1, '2026-01-05', '2026-01-03', 1)");
    assertEquals(List.of("2"), values("columns: {v: value}\ncreated_time: known"));
  }

  @Test
  void everyRowAskedForComesBackOnce() throws SQLException {
    correctedTable();
    sql("INSERT INTO gold.spine VALUES (6, NULL, '2026-01-20'), (7, 1, NULL)");
    assertEquals(
        List.of("10", "10", "11", "11", "null", "null", "null"),
        values("columns: {v: value}\ncreated_time: known"));
  }

  @Test
  void scoringIsTrainingAtOneMoment() throws SQLException {
    correctedTable();
    List<FeatureView> views =
        view(
            "columns: {v: value}\ncreated_time: known\nevent_key: [key]\naggregations: {s:"
                + " {function: sum, column: value, window: 60 days}}");
    assertEquals(
        query(
            "SELECT id, v, s FROM ("
                + Features.training(
                    views,
                    "SELECT DISTINCT id, CAST('2026-01-12 06:00' AS TIMESTAMP) AS t FROM"
                        + " gold.spine",
                    "t")
                + ") ORDER BY id"),
        query(
            "SELECT id, v, s FROM ("
                + Features.scoring(
                    views,
                    "SELECT DISTINCT id FROM gold.spine",
                    Instant.parse("2026-01-12T06:00:00Z"))
                + ") ORDER BY id"));
  }

  /** Whatever comes in after the moment, by either axis, leaves the row as it was. */
  @Test
  void whatComesLaterNeverChangesAPastRow() throws SQLException {
    for (int seed = 1; seed <= 12; seed++) {
      var random = new Random(seed);
      sql(
          "CREATE OR REPLACE TABLE gold.spine(n INT, id INT, moment TIMESTAMP)",
          "CREATE OR REPLACE TABLE silver.f(id INT, key INT, happened TIMESTAMP, known TIMESTAMP,"
              + " value INT)");
      LocalDateTime cut = LocalDateTime.of(2026, 3, 1, 0, 0);
      for (int i = 0; i < 40; i++) {
        sql(
            "INSERT INTO gold.spine VALUES (%d, %d, '%s')"
                .formatted(i, random.nextInt(4), cut.minusHours(random.nextInt(900))));
      }
      insert(random, 120, cut.minusDays(50), 1200);
      String all =
          "created_time: known\nevent_key: [key]\nstrict: "
              + (seed % 2 == 0)
              + "\nttl: 20 days\ncolumns: {v: value}\naggregations: {s: {function: sum, column:"
              + " value, window: 10 days}, c: {function: count_distinct, column: key}}";
      String asked =
          "SELECT n, v, s, c FROM ("
              + Features.training(view(all), "SELECT * FROM gold.spine", "moment")
              + ") ORDER BY n";
      List<String> before = query(asked);
      assertTrue(before.stream().anyMatch(row -> !row.contains("null")), "features were found");
      // known only from the cut on: new events, and corrections of events of long ago
      insert(random, 80, cut, 500);
      sql(
          "INSERT INTO silver.f SELECT id, key, happened, TIMESTAMP '2026-03-05', value + 1000 FROM"
              + " silver.f");
      assertEquals(before, query(asked), "seed " + seed);
      sql("INSERT INTO gold.spine VALUES (99, 1, '2026-06-01')");
      assertNotEquals(before.size(), query(asked).size());
    }
  }

  private void insert(Random random, int rows, LocalDateTime from, int hours) throws SQLException {
    for (int i = 0; i < rows; i++) {
      LocalDateTime known = from.plusHours(random.nextInt(hours));
      sql(
          "INSERT INTO silver.f VALUES (%d, %d, '%s', '%s', %d)"
              .formatted(
                  random.nextInt(4),
                  random.nextInt(30),
                  known.minusHours(random.nextInt(200)),
                  known,
                  random.nextInt(100)));
    }
  }

  @Test
  void definitionsThatCannotBeMeantAreRefused() {
    for (String wrong :
        List.of(
            "ttl: 7 days",
            "columns: {v: value}\nttl: a week",
            "columns: {id: value}",
            "aggregations: {v: {function: sum}}",
            "aggregations: {v: {function: median, column: value}}",
            "columns: {v: value}\nevent_tme: known")) {
      WorkbenchException refused = assertThrows(WorkbenchException.class, () -> view(wrong), wrong);
      assertEquals("feature-definition", refused.code());
    }
  }
}
