package io.liftwerk.scoring.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Expected values of models, and the public data they were worked out on. */
final class Cases {
  private Cases() {}

  /** The case {@code id} of the reference. */
  static JsonNode get(String id) throws IOException {
    JsonNode all =
        Json.mapper()
            .readTree(Files.readString(SharedData.file("reference/models.json")))
            .get("cases");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(one -> one.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static JsonNode expected(String id) throws IOException {
    return get(id).get("expected");
  }

  /** Rows of a CSV file without quotes, the header left out. */
  static List<String[]> rows(String file) throws IOException {
    List<String> lines = Files.readAllLines(SharedData.file(file));
    var rows = new ArrayList<String[]>();
    lines.stream().skip(1).forEach(line -> rows.add(line.split(",", -1)));
    return rows;
  }

  static double[] column(List<String[]> rows, int column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
  }

  /** The 2,357 customers of CDNOW, times in weeks. */
  static Histories cdnow() throws IOException {
    List<String[]> rows = rows("data/clv/cdnow_customers_summary.csv");
    return Histories.of(column(rows, 1), column(rows, 2), column(rows, 3));
  }

  /** Compares each parameter that {@code expected} names. */
  static void parameters(JsonNode expected, PurchaseModel model, double relative, double absolute) {
    double[] values = model.parameters();
    for (int i = 0; i < values.length; i++) {
      double wanted = expected.get(model.parameterNames().get(i)).asDouble();
      assertEquals(
          wanted, values[i], relative * Math.abs(wanted) + absolute, model.parameterNames().get(i));
    }
  }
}
