package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Sql;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Real exports load whole, and values that others read are read alike. */
@Tag("reference")
class ReferenceDataTest {
  private static final List<String> FOLDERS =
      List.of(
          "ads/fivetran_seeds",
          "shop",
          "clv",
          "leads",
          "experiments",
          "media",
          "bandits/bts_men",
          "bandits/random_men",
          "catalog");

  /** Text in which every value has the digits of a number, and why it is none. */
  private static final String NO_NUMBER =
      ".*(leading zero|more than 18 digits|search terms are words).*";

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @TestFactory
  Stream<DynamicTest> everyFileLoadsWholeAndSensibly() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (String place : FOLDERS) {
      try (Stream<Path> files = Files.list(SharedData.file("data/" + place))) {
        for (Path file : files.sorted().toList()) {
          tests.add(
              DynamicTest.dynamicTest(place + "/" + file.getFileName(), () -> sensible(file)));
        }
      }
    }
    assertTrue(tests.size() > 155, "files: " + tests.size());
    return tests.stream();
  }

  private void sensible(Path file) throws IOException {
    ImportedTable table = bench.load(file);
    assertEquals(0, table.rejects(), table.notes().toString());
    long header = table.notes().toString().contains("The first line is data") ? 0 : 1;
    assertEquals(records(file) - header, table.rows());
    for (ColumnDecision column : table.columns()) {
      if (column.type() == ColumnType.TEXT && !column.reason().matches(NO_NUMBER)) {
        String v = Sql.identifier(column.name());
        String there = v + " IS NOT NULL AND trim(lower(" + v + ")) NOT IN ('', 'na', 'null')";
        List<String> counts =
            bench
                .rows(
                    ("SELECT count(*) FILTER (%1$s), count(*) FILTER (%1$s AND TRY_CAST(%2$s AS"
                            + " DOUBLE) IS NOT NULL), count(*) FILTER (%1$s AND TRY_CAST(%2$s AS"
                            + " DATE) IS NOT NULL AND %2$s NOT LIKE '%%Z') FROM bronze.%3$s")
                        .formatted(there, v, Sql.identifier(table.name())))
                .getFirst()
                .stream()
                .map(String::valueOf)
                .toList();
        boolean plainly = counts.contains("0") || !counts.subList(1, 3).contains(counts.getFirst());
        assertTrue(plainly || counts.getFirst().equals("0"), column + " " + counts);
      }
    }
  }

  /** Line ends outside quotes, blank lines left out. */
  private static long records(Path file) throws IOException {
    long records = 0;
    boolean quoted = false;
    boolean any = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        quoted = (b == '"') != quoted;
        if (b == '\n' && !quoted) {
          records += any ? 1 : 0;
          any = false;
        } else if (b != '\r') {
          any = true;
        }
      }
    }
    return records + (any ? 1 : 0);
  }

  private void whole(String file, long rows) {
    ImportedTable table = bench.load(SharedData.file("data/" + file));
    assertEquals(rows, table.rows(), table.toString());
    assertEquals(0, table.rejects(), table.notes().toString());
  }

  @Test
  void rowsThatOthersCountToo() {
    whole("experiments/hillstrom.csv", 64_000);
    whole("experiments/artea-a_b-experiment.csv", 5_000);
    whole("clv/cdnow_customers_summary.csv", 2_357);
    whole("clv/donations.csv", 22);
    whole("media/dt_simulated_weekly.csv", 208);
    whole("catalog/pm_D2_gt.csv", 1_076);
    whole("bandits/random_men/men.csv", 10_000);
    whole("site/sf_all_inlinks_mit_3313.csv", 3_313);
    whole("ga4/ga4_export_real_rows.ndjson", 3);
  }

  @Test
  void columnsApartByBlanks() {
    ImportedTable table = bench.load(SharedData.file("data/clv/CDNOW_master.txt"));
    assertEquals(
        "customer_id:text:|date:date:yyyyMMdd|number_of_cds:integer:1234"
            + "|dollar_value:decimal:1234.56",
        FileImportTest.types(table));
    assertEquals(
        List.of(List.of("69659", "23570", "1997-01-01", "1998-06-30")),
        bench.rows(
            "SELECT count(*), count(DISTINCT customer_id), min(date), max(date) FROM"
                + " bronze.cdnow_master"));
    ImportedTable sample = bench.load(SharedData.file("data/clv/CDNOW_sample.txt"));
    assertEquals(
        "column_1:text:|column_2:text:|column_3:date:yyyyMMdd|column_4:integer:1234"
            + "|column_5:decimal:1234.56",
        FileImportTest.types(sample));
    assertEquals("2357", bench.value("SELECT count(DISTINCT column_1) FROM bronze.cdnow_sample"));
  }

  private static List<JsonNode> cases(String group) throws IOException {
    JsonNode all =
        Json.mapper()
            .readTree(SharedData.file("reference/keywords_site.json").toFile())
            .get("cases");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(one -> one.get("group").asText().equals(group))
        .toList();
  }

  @Test
  void numbersAsOthersReadThem() throws IOException {
    int seen = 0;
    for (JsonNode one : cases("numfmt")) {
      if (!one.get("input").isTextual()) {
        continue;
      }
      seen++;
      String input = one.get("input").asText();
      var candidates = Candidates.of(List.of(input));
      if (one.get("expected").isNull()) {
        assertTrue(candidates.readings().isEmpty(), input);
        boolean bound = input.startsWith("<") || input.startsWith(">");
        assertEquals(bound ? 1 : 0, candidates.masked().size(), input);
        assertEquals(bound ? 0 : 1, candidates.missing().size(), input);
        continue;
      }
      Reading reading = candidates.readings().getFirst();
      assertFalse(reading instanceof TextReading, input);
      String found =
          bench.value(
              "SELECT " + reading.valueSql("v") + " FROM (SELECT " + Sql.literal(input) + " AS v)");
      assertEquals(
          0,
          new BigDecimal(String.valueOf(found)).compareTo(one.get("expected").decimalValue()),
          input + " was read as " + found);
    }
    assertTrue(seen >= 17, "cases seen: " + seen);
  }

  /** The decimal sign that all values together show; where they show none, the user is asked. */
  @Test
  void theDecimalSignOfWholeColumns() throws IOException {
    int seen = 0;
    for (JsonNode one : cases("numfmt")) {
      for (int i = 0; one.get("input").isArray() && i < one.get("input").size(); i++) {
        seen++;
        List<String> values = new ArrayList<>();
        one.get("input").get(i).forEach(value -> values.add(value.asText()));
        ColumnDecision column = bench.column("x", values.toArray(String[]::new));
        JsonNode sign = one.get("expected").get(i);
        assertEquals(
            sign.isNull()
                ? "text"
                : sign.asText().equals(",") ? "decimal 1.234,56" : "decimal 1,234.56",
            Bench.shown(column),
            column.reason());
      }
    }
    assertEquals(3, seen);
  }

  @Test
  void searchConsoleHeadersOfEveryLanguage() throws IOException {
    List<JsonNode> cases = cases("gsc_header");
    assertEquals(10, cases.size());
    for (JsonNode one : cases) {
      String header = one.get("input").asText();
      String row = header.contains(";") ? "zelt kaufen;7;100;7 %;3,5" : "zelt kaufen,7,100,7%,3.5";
      ImportedTable table =
          bench.load(bench.file(one.get("name").asText() + ".csv", header + "\n" + row));
      assertEquals(
          List.of(header.split("[,;]")),
          table.columns().stream().map(ColumnDecision::name).toList());
      assertEquals(
          List.of(
              ColumnType.TEXT,
              ColumnType.INTEGER,
              ColumnType.INTEGER,
              ColumnType.DECIMAL,
              ColumnType.DECIMAL),
          table.columns().stream().map(ColumnDecision::type).toList(),
          header);
    }
  }

  @Test
  void microsoftsPreamble() throws IOException {
    for (JsonNode one : cases("msads_report")) {
      ImportedTable table = bench.load(bench.file("ms.csv", one.get("expected").asText()));
      assertEquals(
          "AccountId:text:|CampaignId:text:|Keyword:text:|KeywordId:text:|DeviceType:text:"
              + "|Clicks:integer:1234",
          FileImportTest.types(table));
      assertEquals(5, table.rows());
      assertEquals("171", bench.value("SELECT sum(Clicks) FROM bronze.ms"));
      assertTrue(table.notes().getFirst().startsWith("Before the header in line 11"));
    }
  }

  @Test
  void amazonsTitleLineDatesAndMoney() throws IOException {
    JsonNode first = cases("amazon").getFirst();
    ImportedTable table = bench.load(bench.file("amazon.csv", first.get("input").asText()));
    JsonNode expected = first.get("expected");
    assertEquals(
        expected.get("header_row").asInt() + 2L,
        Long.parseLong(String.valueOf(bench.value("SELECT min(_row) FROM bronze.amazon"))));
    Map<String, String> columns =
        Map.of(
            "date", "Date",
            "term", "Customer Search Term",
            "impressions", "Impressions",
            "clicks", "Clicks",
            "spend", "Spend",
            "sales", "7 Day Total Sales",
            "orders", "7 Day Total Orders (#)",
            "units", "7 Day Total Units (#)",
            "targeting", "Targeting");
    for (int i = 0; i < expected.get("rows").size(); i++) {
      for (var cell : expected.get("rows").get(i).properties()) {
        String column = columns.get(cell.getKey());
        if (column != null) {
          assertCell(cell.getValue(), "amazon", column, i);
        }
      }
    }
    assertTrue(
        table.columns().stream()
            .filter(column -> column.name().equals("Spend"))
            .allMatch(column -> column.format().equals("$ 1234.56")));
  }

  @Test
  void amazonsSemicolonsAndDayFirst() throws IOException {
    JsonNode second = cases("amazon").get(1);
    bench.load(bench.file("eu.csv", second.get("input").asText()));
    List<String> columns = List.of("Date", "Impressions", "Spend", "7 Day Total Sales");
    for (int i = 0; i < second.get("expected").size(); i++) {
      for (int c = 0; c < columns.size(); c++) {
        assertCell(second.get("expected").get(i).get(c), "eu", columns.get(c), i);
      }
    }
  }

  private void assertCell(JsonNode wanted, String table, String column, int row) {
    String found =
        bench.value(
            "SELECT CAST("
                + Sql.identifier(column)
                + " AS VARCHAR) FROM bronze."
                + table
                + " ORDER BY _row LIMIT 1 OFFSET "
                + row);
    if (wanted.isNumber()) {
      assertEquals(
          0, wanted.decimalValue().compareTo(new BigDecimal(String.valueOf(found))), column);
    } else {
      assertEquals(wanted.asText(), found, column);
    }
  }
}
