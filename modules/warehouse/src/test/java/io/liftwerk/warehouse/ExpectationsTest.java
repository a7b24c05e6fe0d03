package io.liftwerk.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.warehouse.CheckResult.TestResult;
import io.liftwerk.warehouse.quality.ModelTests;
import io.liftwerk.warehouse.quality.TestStatus;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdicts of Great Expectations' own test definitions, through the job. */
@Tag("reference")
class ExpectationsTest {
  @TempDir Path folder;

  /** Cases whose meaning is Great Expectations' own, and why. */
  private static final Map<String, String> NOT_OURS =
      Map.of(
          "expect_column_values_to_be_in_set/test_conditional_expectation_passes",
          "pandas reads \"1\" as a text; in SQL a name in double quotes is a column",
          "expect_column_to_exist/this_test_should_never_run",
          "has no arguments and is never run there either");

  /** Cases that must be refused: they have no verdict there, but an exception. */
  private static final TreeSet<String> REFUSED =
      new TreeSet<>(
          List.of(
              "basic_negative_test_disordered_quantile_ranges",
              "raise_valueerror_with_both_max_and_min_are_missing",
              "test_error_handling_for_non_int_min_value",
              "test_error_handling_for_non_int_max_value",
              "test_error_handling_for_both_null_max_and_min_values",
              "test_error_handling_values_are_integers",
              "test_conditional_expectation_parser_errors",
              "mostly_set_incorrectly"));

  @Test
  void verdictsAndFailingRowsAreThoseOfGreatExpectations() throws Exception {
    Path file = SharedData.file("reference/data_platform.json");
    JsonNode cases =
        JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build()
            .readTree(file.toFile())
            .at("/groups/great_expectations/cases");
    var wrong = new ArrayList<String>();
    int judged = 0;
    try (var bench = new CheckBench(folder)) {
      for (JsonNode one : cases) {
        fill(bench, one.get("data"));
        String expectation = one.get("expectation").asText();
        for (JsonNode test : one.get("tests")) {
          String title = expectation + "/" + test.get("title").asText();
          if (NOT_OURS.containsKey(title)) {
            continue;
          }
          judged++;
          TestResult result = run(bench, expectation, test.get("in"));
          String difference = difference(bench, test, result);
          if (!difference.isEmpty()) {
            wrong.add(title + ": " + difference + " " + result);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(91, judged);
  }

  private static TestResult run(CheckBench bench, String expectation, JsonNode in) {
    Object arguments = Json.mapper().convertValue(ours(in), Object.class);
    var tests =
        new ModelTests(
            "t",
            new TableRef("gold", "t"),
            List.of(Map.of(expectation, arguments)),
            Map.of(),
            null,
            null);
    return bench.check(List.of(tests)).result().tests().getFirst();
  }

  /** Parameters that Great Expectations works out in Python, as a schema.yml writes them in SQL. */
  private static JsonNode ours(JsonNode in) {
    var copy = Json.mapper().createObjectNode();
    in.properties()
        .forEach(
            entry -> {
              String python = entry.getValue().path("$PARAMETER").asText();
              switch (python) {
                case "" -> copy.set(entry.getKey(), entry.getValue());
                case "now()" -> copy.put(entry.getKey(), "now()");
                case "now() - timedelta(weeks=52*100)" ->
                    copy.put(entry.getKey(), "now() - INTERVAL 5200 WEEKS");
                case "datetime(2003, 1, 1)" -> copy.put(entry.getKey(), "2003-01-01");
                case "datetime(1969, 1, 1)" -> copy.put(entry.getKey(), "1969-01-01");
                default -> throw new IllegalStateException(python);
              }
            });
    return copy;
  }

  private static String difference(CheckBench bench, JsonNode test, TestResult result)
      throws Exception {
    JsonNode out = test.get("out");
    if (REFUSED.contains(test.get("title").asText())) {
      return result.status() == TestStatus.ERROR ? "" : "not refused";
    }
    if (result.status() == TestStatus.ERROR) {
      return "refused";
    }
    boolean success = out.path("success").asBoolean(false);
    if (success != (result.status() == TestStatus.PASS)) {
      return "verdict";
    }
    JsonNode observed = out.path("observed_value");
    Double figure = result.observed();
    if (observed.isNumber() && (figure == null || Math.abs(figure - observed.asDouble()) > 1e-9)) {
      return "observed";
    }
    if (out.has("unexpected_list") && out.get("unexpected_list").size() != result.failingRows()) {
      return "number of failing rows";
    }
    if (!out.has("unexpected_index_list")) {
      return "";
    }
    var expected = new TreeSet<Integer>();
    out.get("unexpected_index_list").forEach(row -> expected.add(row.get("pk_index").asInt()));
    var kept = new TreeSet<Integer>();
    if (result.failures() != null) {
      bench
          .texts("SELECT pk_index FROM " + failures(result))
          .forEach(index -> kept.add(Integer.valueOf(index)));
    }
    return expected.equals(kept) ? "" : "failing rows " + kept;
  }

  private static String failures(TestResult result) {
    String table = String.valueOf(result.failures());
    return "failures." + Sql.identifier(table.substring("failures.".length()));
  }

  private static void fill(CheckBench bench, JsonNode data) throws Exception {
    var columns = new TreeMap<Integer, String>();
    var names = new ArrayList<String>();
    data.fieldNames().forEachRemaining(names::add);
    int rows = 0;
    for (String name : names) {
      columns.put(columns.size(), Sql.identifier(name) + " " + type(data.get(name)));
      rows = Math.max(rows, data.get(name).size());
    }
    String all = columns.values().stream().collect(Collectors.joining(", "));
    bench.sql("CREATE OR REPLACE TABLE gold.t (" + all + ", pk_index INTEGER)");
    for (int row = 0; row < rows; row++) {
      var values = new ArrayList<String>();
      for (String name : names) {
        JsonNode value = data.get(name).path(row);
        values.add(value.isNull() || value.isMissingNode() ? "NULL" : Sql.literal(value.asText()));
      }
      bench.sql("INSERT INTO gold.t VALUES (" + String.join(", ", values) + ", " + row + ")");
    }
  }

  private static String type(JsonNode values) {
    boolean whole = true;
    boolean number = true;
    boolean moment = true;
    for (JsonNode value : values) {
      if (!value.isNull()) {
        whole &= value.isIntegralNumber();
        number &= value.isNumber();
        moment &= value.asText().matches("\\d{4}-\\d\\d-\\d\\dT.*");
      }
    }
    return whole ? "BIGINT" : number ? "DOUBLE" : moment ? "TIMESTAMP" : "VARCHAR";
  }
}
