package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real exports load whole, and values that others read are read alike. */
@Tag("reference")
class ReferenceDataTest {
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

  private void whole(String file, long rows) {
    ImportedTable table = bench.load(SharedData.file("data/" + file));
    assertEquals(rows, table.rows(), table.toString());
    assertEquals(0, table.rejects(), table.notes().toString());
  }

  @Test
  void experimentsHistoriesAndProducts() {
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
  void everySeedOfTheConnectors() throws IOException {
    var failures = new java.util.ArrayList<String>();
    for (String place : List.of("data/ads/fivetran_seeds", "data/shop", "data/catalog")) {
      try (Stream<Path> files = Files.list(SharedData.file(place))) {
        for (Path file : files.sorted().toList()) {
          try {
            ImportedTable table = bench.load(file);
            if (table.rejects() > 0) {
              failures.add(file.getFileName() + ": " + table.notes());
            }
          } catch (io.liftwerk.workspace.WorkbenchException e) {
            failures.add(file.getFileName() + ": " + e.sentence());
          }
        }
      }
    }
    assertEquals(List.of(), failures);
  }

  @Test
  void numbersAsOthersReadThem() throws IOException {
    var cases =
        Json.mapper()
            .readTree(SharedData.file("reference/keywords_site.json").toFile())
            .get("cases");
    int seen = 0;
    for (var one : cases) {
      if (!one.get("group").asText().equals("numfmt") || !one.get("input").isTextual()) {
        continue;
      }
      seen++;
      String input = one.get("input").asText();
      var candidates = Candidates.of(List.of(input));
      if (one.get("expected").isNull()) {
        assertTrue(candidates.readings().isEmpty(), input);
        continue;
      }
      Reading reading = candidates.readings().getFirst();
      assertFalse(reading instanceof TextReading, input);
      String found =
          bench.value(
              "SELECT "
                  + reading.valueSql("v")
                  + " FROM (SELECT "
                  + io.liftwerk.workspace.Sql.literal(input)
                  + " AS v)");
      assertEquals(
          0,
          new BigDecimal(String.valueOf(found)).compareTo(one.get("expected").decimalValue()),
          input + " was read as " + found);
    }
    assertTrue(seen >= 17, "cases seen: " + seen);
  }
}
