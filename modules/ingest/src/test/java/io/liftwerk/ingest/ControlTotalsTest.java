package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report's rows must meet its own totals. */
class ControlTotalsTest {
  private static final Path SAMPLES = Path.of(System.getProperty("liftwerk.root"), "sample-data");

  private static final String REPORT =
      """
      Search terms report
      "January 1, 2026 - March 31, 2026"
      Search term,Match type,Campaign,Ad group,Impr.,Clicks,Currency code,Cost,Conversions
      klettern,Exact match,A,a,"1,200",10,EUR,12.30,1.50
      seil,Broad match,A,a,300,2,EUR,2.70,0.00
      null,Broad match,B,b,10,1,EUR,0.10,0.00
      Total: Search terms, --, --, --,"1,510",13,EUR,15.10,1.50
      Total: Other search terms, --, --, --,490,7,EUR,4.90,0.50
      Total: Account, --, --, --,"2,000",20,EUR,20.00,2.00
      """;

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

  private static Map<String, ControlTotal.Verdict> verdicts(ImportedTable table, String label) {
    return table.totals().stream()
        .filter(total -> total.label().equals(label))
        .collect(Collectors.toMap(ControlTotal::column, ControlTotal::verdict));
  }

  @Test
  void theTotalsAreSetAsideAndMet() {
    ImportedTable table = bench.load(bench.file("terms.csv", REPORT));
    assertEquals("google-ads-search-terms", table.kind());
    assertEquals(3, table.rows());
    assertEquals(0, table.rejects());
    assertEquals("EUR", table.currency());
    assertEquals(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31)), table.period());
    for (String label : List.of("Total: Search terms", "Total: Account")) {
      var verdicts = verdicts(table, label);
      assertEquals(4, verdicts.size());
      assertTrue(verdicts.values().stream().allMatch(v -> v == ControlTotal.Verdict.MET));
    }
    HiddenShare cost =
        table.hidden().stream().filter(h -> h.column().equals("Cost")).findFirst().orElseThrow();
    assertEquals(new BigDecimal("4.9"), cost.value());
    assertEquals(.245, cost.share(), 1e-12);
    assertEquals(
        List.of(
            AsideLine.Kind.ABOVE,
            AsideLine.Kind.ABOVE,
            AsideLine.Kind.TOTAL,
            AsideLine.Kind.TOTAL,
            AsideLine.Kind.TOTAL),
        table.aside().stream().map(AsideLine::kind).toList());
    assertEquals(
        List.of("4", "5", "6"),
        bench.rows("SELECT _row FROM bronze.terms ORDER BY 1").stream()
            .map(List::getFirst)
            .toList());
    assertEquals("null", bench.value("SELECT \"Search term\" FROM bronze.terms WHERE _row = 6"));
  }

  @Test
  void aTamperedTotalIsReportedWithTheExactDifference() {
    ImportedTable table =
        bench.load(
            bench.file(
                "terms.csv",
                REPORT
                    .replace("15.10,1.50\nTotal: O", "15.11,1.50\nTotal: O")
                    .replace("\"1,510\"", "\"11,510\"")));
    ControlTotal impressions =
        table.totals().stream()
            .filter(t -> t.column().equals("Impr.") && t.label().equals("Total: Search terms"))
            .findFirst()
            .orElseThrow();
    assertEquals(ControlTotal.Verdict.MISSED, impressions.verdict());
    assertEquals(new BigDecimal("-10000"), impressions.difference());
    assertTrue(
        table
            .notes()
            .contains(
                "The rows do not meet the report's total (Total: Search terms) of Impr.: they add"
                    + " up to 1,510, the report says 11,510, the difference is -10,000."),
        table.notes().toString());
  }

  @Test
  void aLostRowIsNoticed() {
    ImportedTable table = bench.load(bench.file("terms.csv", REPORT.replaceFirst("seil.*\n", "")));
    assertTrue(table.totals().stream().anyMatch(t -> t.verdict() == ControlTotal.Verdict.MISSED));
    assertEquals(2, table.rows());
  }

  /** Both ways of reading, the direct one and the exact one, set the same lines aside. */
  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "utf-16le", "ragged", "crlf"})
  void everyWayOfReadingSetsTheSameAside(String way) {
    String text =
        switch (way) {
          case "ragged" -> REPORT.replace("null,", "\"nu\nll\",");
          case "crlf" -> REPORT.replace("\n", "\r\n");
          default -> REPORT;
        };
    Path file =
        way.equals("utf-16le")
            ? bench.file("terms.csv", "\uFEFF" + text, StandardCharsets.UTF_16LE)
            : bench.file("terms.csv", text);
    ImportedTable table = bench.load(file);
    assertEquals(3, table.rows());
    assertEquals(0, table.rejects());
    assertEquals(8, table.totals().size());
    assertTrue(table.totals().stream().allMatch(t -> t.verdict() == ControlTotal.Verdict.MET));
    assertEquals(5, table.aside().size());
  }

  @Test
  void aTermThatReadsLikeATotalStaysARow() {
    String text = REPORT.replace("seil,", "Total: seil,");
    ImportedTable table = bench.load(bench.file("terms.csv", text));
    assertEquals(3, table.rows());
    assertEquals(
        "Total: seil", bench.value("SELECT \"Search term\" FROM bronze.terms WHERE _row = 5"));
  }

  @Test
  void theSameRowTwiceWhereATotalIsStaysAsOftenAsItIsThere() {
    String total = "Total: Account, --, --, --,\"2,000\",20,EUR,20.00,2.00\n";
    ImportedTable table =
        bench.load(bench.file("terms.csv", REPORT.replace("seil,", total + "seil,")));
    assertEquals(4, table.rows());
  }

  @Test
  void anUnknownReportKeepsItsTotalAsARowAndSaysSo() {
    ImportedTable table =
        bench.load(
            bench.file(
                "umsatz.csv", "Filiale;Monat;Umsatz\nBerlin;Jan;10\nKöln;Jan;20\nGesamt;;30\n"));
    assertEquals("generic", table.kind());
    assertEquals(3, table.rows());
    assertTrue(
        table
            .notes()
            .contains(
                "The last row looks like a total, but the export is not a known one, so it counts"
                    + " as a row: line 4."),
        table.notes().toString());
  }

  @Test
  void theSampleClientsSearchTermsMeetTheirTotals() throws IOException {
    ImportedTable table = bench.load(SAMPLES.resolve("google-ads/Suchbegriffe.csv"));
    assertEquals(3695, table.rows());
    HiddenShare cost =
        table.hidden().stream().filter(h -> h.column().equals("Kosten")).findFirst().orElseThrow();
    assertEquals(new BigDecimal("63001.86"), cost.value());
    assertEquals(new BigDecimal("133052.34"), cost.total());
    assertTrue(table.totals().stream().allMatch(t -> t.verdict() == ControlTotal.Verdict.MET));
    assertEquals(8, table.totals().size());
    assertEquals(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 9, 30)), table.period());
    assertTrue(Files.size(SAMPLES.resolve("google-ads/Suchbegriffe.csv")) > 0);
  }

  @Test
  void linesBelowABlankOneAreNoRejects() {
    ImportedTable table =
        bench.load(
            bench.file(
                "x.csv", "a,b,c\n1,2,3\n4,5,6\n\n\"Copyright 2026\"\nReport Time:,2026-01-01\n"));
    assertEquals(2, table.rows());
    assertEquals(0, table.rejects());
    assertEquals(List.of(5L, 6L), table.aside().stream().map(AsideLine::line).toList());
    ImportedTable cut = bench.load(bench.file("y.csv", "a,b,c\n1,2,3\n4,5,6\n7,8\n"));
    assertEquals(1, cut.rejects());
  }

  @Test
  void aWorkbookIsHeldToItsTotalsToo() throws IOException {
    Path file = folder.resolve("terms.xlsx");
    try (var out = Files.newOutputStream(file);
        var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
      var sheet = book.newWorksheet("Search terms");
      List<String> lines = REPORT.lines().toList();
      for (int row = 0; row < lines.size(); row++) {
        List<String> cells =
            List.of(
                lines
                    .get(row)
                    .replace("\"1,200\"", "1200")
                    .replaceAll("\"(\\d),(\\d+)\"", "$1$2")
                    .split(row == 1 ? "\u0000" : ",", -1));
        for (int column = 0; column < cells.size(); column++) {
          String cell = cells.get(column);
          if (cell.matches("[0-9.]+")) {
            sheet.value(row, column, new BigDecimal(cell));
          } else {
            sheet.value(row, column, cell);
          }
        }
      }
    }
    ImportedTable table = bench.load(file);
    assertEquals("google-ads-search-terms", table.kind());
    assertEquals(3, table.rows());
    assertEquals(8, table.totals().size());
    assertTrue(
        table.totals().stream().allMatch(t -> t.verdict() == ControlTotal.Verdict.MET),
        table.totals().toString());
    assertEquals("EUR", table.currency());
  }

  @Test
  void maskedCellsExplainWhatIsMissing() {
    ImportedTable table = bench.load(SAMPLES.resolve("tiktok/ad_report_by_day.csv"));
    assertEquals(
        ControlTotal.Verdict.MASKED,
        table.totals().stream()
            .filter(total -> total.column().equals("Clicks (destination)"))
            .findFirst()
            .orElseThrow()
            .verdict());
  }
}
