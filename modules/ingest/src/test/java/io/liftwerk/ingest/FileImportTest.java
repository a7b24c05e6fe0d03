package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Run;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImportTest {
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

  static String types(ImportedTable table) {
    return table.columns().stream()
        .map(column -> column.name() + ":" + column.type().json() + ":" + column.format())
        .collect(Collectors.joining("|"));
  }

  @Test
  void aRepetitionThatReadsTheSameIsIdenticalThoughTheFileIsThereAlready() {
    Path file = bench.file("a.csv", "a;b\n1;x\n2\n");
    var request = ImportRequest.of(List.of(file.toString()));
    var runner = new JobRunner(bench.workspace(), Runnable::run);
    Run<ImportResult> first = runner.run(new FileImport(request));
    Run<ImportResult> second = runner.run(new FileImport(request));
    assertEquals("a", second.result().tables().getFirst().duplicateOf());
    assertEquals(first.record().resultHash(), second.record().resultHash());
    ImportedTable other = bench.load(bench.file("a.csv", "a;b\n1;x\n3\n"));
    assertEquals("a_2", other.name());
    var third = bench.workspace().ledger().list().getFirst();
    assertNotEquals(first.record().resultHash(), third.resultHash());
  }

  /** ux-04 */
  @Test
  void readsAGermanExportWithoutASetting() {
    Path file =
        bench.file(
            "Leads März 2026.csv",
            """
            Datum;Kampagne;Klicks;Kosten;Aktiv
            01.02.2026;Straße;12.001;1.234,56;ja
            13.02.2026;"Größe; lang";345;0,50;nein
            """,
            Charset.forName("windows-1252"));
    ImportedTable table = bench.load(file);
    assertEquals("leads_maerz_2026", table.name());
    assertEquals("windows-1252", table.encoding());
    assertEquals(";", table.delimiter());
    assertEquals(
        "Datum:date:dd.MM.yyyy|Kampagne:text:|Klicks:integer:1.234|Kosten:decimal:1.234,56"
            + "|Aktiv:boolean:ja/nein",
        types(table));
    assertEquals(
        List.of(
            List.of("2026-02-01", "Straße", "12001", "1234.56", "true", "2"),
            List.of("2026-02-13", "Größe; lang", "345", "0.50", "false", "3")),
        bench.rows(
            "SELECT Datum, Kampagne, Klicks, Kosten, Aktiv, _row FROM bronze.leads_maerz_2026"));
    assertNull(table.rejectsTable());
    bench.assertStagingEmpty();
  }

  @Test
  @Tag("reference")
  void loadsTheBankLeads() {
    ImportedTable table = bench.load(SharedData.file("data/leads/bank-additional-full.csv"));
    assertEquals(41188, table.rows());
    assertEquals(0, table.rejects());
    assertTrue(types(table).contains("euribor3m:decimal:1234.56"), types(table));
    assertTrue(types(table).contains("y:boolean:yes/no"), types(table));
  }

  @Test
  @Tag("reference")
  void blanksInANumberColumnAreMissing() {
    ImportedTable table = bench.load(SharedData.file("data/leads/Telco-Customer-Churn.csv"));
    assertEquals(7043, table.rows());
    assertEquals(
        "11",
        bench.value("SELECT count(*) FROM bronze." + table.name() + " WHERE TotalCharges IS NULL"));
    assertEquals(
        "DECIMAL(18,2)",
        bench.value("SELECT typeof(TotalCharges) FROM bronze." + table.name() + " LIMIT 1"));
  }
}
