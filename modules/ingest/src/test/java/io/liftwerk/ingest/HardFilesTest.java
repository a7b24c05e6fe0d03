package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a database's own sniffer reads wrongly without a word. */
class HardFilesTest {
  private static final String GOOGLE =
      """
      Kampagnenbericht
      8. Januar 2026 - 6. Februar 2026
      Tag\tKampagne\tWährungscode\tKosten\tImpr.\tKlicks
      2026-01-08\tGesamtpaket\tEUR\t1.275,03\t2.206\t12.001
      2026-01-09\tnull\tEUR\t --\t0\t1.000
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

  @Test
  void germanThousandsInEveryEncoding() {
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1252"))) {
      String bom =
          charset == StandardCharsets.UTF_16BE || charset == StandardCharsets.UTF_16LE
              ? "\uFEFF"
              : "";
      ImportedTable table =
          bench.load(
              bench.file("g.csv", bom + GOOGLE, charset),
              "g_" + charset.name().replace('-', '_'),
              java.util.Map.of());
      assertEquals(
          "Tag:date:yyyy-MM-dd|Kampagne:text:|Währungscode:text:|Kosten:decimal:1.234,56"
              + "|Impr.:integer:1.234|Klicks:integer:1.234",
          FileImportTest.types(table),
          charset.name());
      assertEquals(
          List.of(List.of("Gesamtpaket", "1275.03", "2206", "12001", "4")),
          bench.rows(
              "SELECT Kampagne, Kosten, \"Impr.\", Klicks, _row FROM bronze."
                  + table.name()
                  + " LIMIT 1"));
      assertEquals(
          "null",
          bench.value("SELECT Kampagne FROM bronze." + table.name() + " WHERE Kosten IS NULL"));
    }
  }

  @Test
  void anErrorFarBehindIsSeenInEveryColumn() {
    String good = "2026-01-01,1.50,7\n";
    ImportedTable table =
        bench.load(
            bench.file("late.csv", "day,cost,n\n" + good.repeat(70_000) + "2026-13-01,x,7\n"));
    assertEquals("day:text:|cost:text:|n:integer:1234", FileImportTest.types(table));
    assertTrue(table.columns().getFirst().reason().contains("'2026-13-01' in line 70,002"));
    assertTrue(table.columns().get(1).reason().contains("'x' in line 70,002"));
    assertEquals(70_001, table.rows());
  }

  @Test
  void zeroBytesAreLeftOutAndCounted() {
    ImportedTable table = bench.load(bench.file("nul.csv", "a,b\nx\0y,1\nz,2\n"));
    assertEquals(List.of(List.of("xy"), List.of("z")), bench.rows("SELECT a FROM bronze.nul"));
    assertEquals(List.of("1 zero byte was left out."), table.notes());
  }

  @Test
  void idsOfAnyLength() {
    ImportedTable table =
        bench.load(
            bench.file(
                "ids.csv",
                "plz,ad_id,order_id,phone,zip\n"
                    + "01067,12345678901234567890123,123456789012345678,+4915112345678,'01067\n"
                    + "10115,12345678901234567890124,123456789012345679,'+49 151 1,'10115\n"));
    assertEquals(
        "plz:text:|ad_id:text:|order_id:integer:1234|phone:text:|zip:text:",
        FileImportTest.types(table));
    assertEquals(
        List.of(List.of("01067", "12345678901234567890123", "123456789012345678", "'01067")),
        bench.rows("SELECT plz, ad_id, order_id, zip FROM bronze.ids LIMIT 1"));
  }

  @Test
  void quotesOfKeywords() {
    bench.load(
        bench.file(
            "kw.csv", "Keyword,Klicks\n[zelt kaufen],1\n\"\"\"zelt kaufen\"\"\",2\nzelt,3\n"));
    assertEquals(
        List.of(List.of("[zelt kaufen]"), List.of("\"zelt kaufen\""), List.of("zelt")),
        bench.rows("SELECT Keyword FROM bronze.kw"));
  }

  @Test
  void oneBrokenLineInAMillion() {
    String line = "{\"event\":\"view\",\"n\":1}\n";
    String half = line.repeat(500_000);
    ImportedTable table =
        bench.load(bench.file("events.jsonl", half + "{\"event\":\"buy\",\"n\":\n" + half));
    assertEquals(1_000_000, table.rows());
    assertEquals(1, table.rejects());
    assertEquals("500001", bench.value("SELECT _row FROM bronze.events__rejects"));
    assertEquals("1000001", bench.value("SELECT max(_row) FROM bronze.events"));
  }
}
