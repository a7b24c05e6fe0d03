package io.liftwerk.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Report REPORT =
      new Report(
          List.of(
              Figure.of("import", "ad report", "s", 12)
                  .peer(10, "bare load")
                  .target(Figure.Kind.RATIO_AT_MOST, 1.3)
                  .peak(1.5e9)
                  .note("three rounds"),
              Figure.of("window", "first window", "ms", 1700)
                  .target(Figure.Kind.OURS_AT_MOST, 1500)),
          List.of("no screen"));

  @Test
  void theTableLinesUp() {
    List<String> lines = REPORT.text().lines().toList();

    assertEquals(4, lines.size());
    assertEquals(lines.get(0).indexOf("what"), lines.get(1).indexOf("ad report"));
    assertTrue(lines.get(1).contains("12.00 s  10.00 s"), lines.get(1));
    assertTrue(lines.get(1).contains("1.20  ratio ≤ 1.30 met"), lines.get(1));
    assertTrue(lines.get(1).endsWith("1500 MB"), lines.get(1));
    assertTrue(lines.get(2).contains("≤ 1500 ms MISSED"), lines.get(2));
    assertEquals("not measured: no screen", lines.get(3));
  }

  @Test
  void writesTheFiguresForPeopleAndForScripts(@TempDir Path folder) throws Exception {
    REPORT.write(folder);

    JsonNode json = Json.mapper().readTree(Files.readString(folder.resolve("benchmarks.json")));
    JsonNode first = json.get("figures").get(0);
    assertEquals(1.2, first.get("ratio").asDouble(), 1e-12);
    assertTrue(first.get("met").asBoolean());
    assertEquals(1_500_000_000L, first.get("peakBytes").asLong());
    assertTrue(json.get("figures").get(1).get("peer").isNull());
    assertEquals("no screen", json.get("skipped").get(0).asText());
    String markdown = Files.readString(folder.resolve("benchmarks.md"));
    assertTrue(markdown.contains("| three rounds |"), markdown);
    assertFalse(markdown.contains("null"), markdown);
  }
}
