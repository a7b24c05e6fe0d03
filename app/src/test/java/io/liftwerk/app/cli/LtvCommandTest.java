package io.liftwerk.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The value of customers and the course of contracts from the command line. */
class LtvCommandTest {
  @TempDir Path folder;
  private String workspace = "";

  private record Outcome(int code, String out, String err) {}

  private static Outcome liftwerk(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Liftwerk.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Outcome(code, out.toString(), err.toString());
  }

  @BeforeEach
  void importTables() throws IOException {
    workspace = folder.resolve("client.liftwerk").toString();
    assertEquals(0, liftwerk("init", workspace).code());
    var random = new Random(8);
    var sales = new StringBuilder("customer_nr,sold_on,spent\n");
    var contracts = new StringBuilder("contract,began,ended,tariff\n");
    for (int i = 0; i < 200; i++) {
      double day = random.nextInt(200);
      double gap = 10 + random.nextInt(60);
      do {
        sales.append(
            "%d,%s,%d.50\n"
                .formatted(
                    1000 + i,
                    LocalDate.of(2024, 1, 1).plusDays((long) day),
                    20 + random.nextInt(60)));
        day += 1 - Math.log(1 - random.nextDouble()) * gap;
      } while (day < 600 && random.nextDouble() > 0.25);
      LocalDate began = LocalDate.of(2023, 1, 1).plusDays(i * 2L);
      LocalDate ended = began.plusDays(30 + random.nextInt(i % 2 == 0 ? 300 : 900));
      contracts.append(
          "%d,%s,%s,%s\n"
              .formatted(
                  i,
                  began,
                  ended.isBefore(LocalDate.of(2025, 1, 1)) ? ended.toString() : "",
                  i % 2 == 0 ? "basic" : "plus"));
    }
    Path sold = Files.writeString(folder.resolve("sales.csv"), sales);
    Path agreed = Files.writeString(folder.resolve("agreements.csv"), contracts);
    assertEquals(0, liftwerk("import", workspace, sold.toString(), agreed.toString()).code());
  }

  private String[] sales(String... more) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(
                "ltv",
                workspace,
                "sales",
                "--customer",
                "customer_nr",
                "--date",
                "sold_on",
                "--value",
                "spent"),
            java.util.stream.Stream.of(more))
        .toArray(String[]::new);
  }

  @Test
  void valuesCustomersAndRepeatsIt() throws IOException {
    Outcome outcome = liftwerk(sales("--months", "6", "--json"));
    assertEquals(0, outcome.code(), outcome.err());
    JsonNode result = Json.mapper().readTree(outcome.out());
    assertEquals(200, result.get("customers").asInt());
    assertEquals("gold.customer_lifetime_value", result.get("valuesTable").asText());
    assertTrue(result.at("/holdout/contenders").size() >= 2);
    Outcome again = liftwerk("runs", workspace, "rerun", result.get("run").asText(), "--json");
    assertTrue(Json.mapper().readTree(again.out()).get("identical").asBoolean(), again.out());
  }

  @Test
  void tellsItInWords() {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
      Locale before = Locale.getDefault();
      Locale.setDefault(locale);
      try {
        Outcome outcome = liftwerk(sales());
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("Pareto/NBD"), outcome.out());
        assertFalse(outcome.out().contains("{"), outcome.out());
      } finally {
        Locale.setDefault(before);
      }
    }
  }

  @Test
  void followsContracts() throws IOException {
    String[] words = {
      "ltv",
      workspace,
      "agreements",
      "--start",
      "began",
      "--end",
      "ended",
      "--until",
      "2025-01-01",
      "--group",
      "tariff",
      "--columns",
      "tariff"
    };
    Outcome told = liftwerk(words);
    assertEquals(0, told.code(), told.err());
    assertTrue(told.out().contains("basic"), told.out());
    String[] asJson = java.util.Arrays.copyOf(words, words.length + 1);
    asJson[words.length] = "--json";
    JsonNode result = Json.mapper().readTree(liftwerk(asJson).out());
    assertEquals(200, result.get("contracts").asInt());
    assertTrue(result.at("/logRank/p").asDouble() < 0.01);
    assertEquals("tariff = plus", result.at("/cox/columns/0/name").asText());
    assertTrue(result.at("/cox/columns/0/ratio").asDouble() < 1);
  }

  @Test
  void refusesWhatCannotBeValued() {
    Outcome outcome = liftwerk("ltv", workspace, "sales");
    assertEquals(1, outcome.code());
    assertTrue(outcome.err().contains("--customer"), outcome.err());
  }
}
