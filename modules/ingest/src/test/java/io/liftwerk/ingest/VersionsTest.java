package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A corrected export takes the place of the rows that it covers, and nothing is lost. */
class VersionsTest {
  private static final String HEADER =
      "Day,Search term,Match type,Campaign,Ad group,Impr.,Clicks,Cost,Conversions\n";
  private static final String MARCH =
      HEADER
          + "2026-03-01,seil,Exact match,A,a,100,10,5.00,0.00\n"
          + "2026-03-01,gurt,Exact match,A,a,200,20,9.00,1.00\n"
          + "2026-03-02,seil,Exact match,A,a,300,30,12.00,0.00\n";
  private static final String MARCH_CORRECTED =
      HEADER
          + "2026-03-01,seil,Exact match,A,a,100,10,5.00,2.00\n"
          + "2026-03-02,seil,Exact match,A,a,300,30,12.00,1.00\n"
          + "2026-03-02,helm,Exact match,A,a,50,5,1.00,0.00\n";
  private static final String APRIL = HEADER + "2026-04-01,seil,Exact match,A,a,7,1,0.50,0.00\n";

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

  private ImportedTable load(String name, String text) {
    return bench.load(bench.file(name, text));
  }

  private String sums() {
    return bench
        .rows("SELECT count(*), sum(\"Impr.\"), sum(Conversions) FROM bronze.terms")
        .getFirst()
        .toString();
  }

  @Test
  void aCorrectedExportReplacesTheRowsItCovers() {
    assertNull(load("terms.csv", MARCH).corrects());
    ImportedTable corrected = load("terms.csv", MARCH_CORRECTED);
    assertEquals("terms", corrected.name());
    assertEquals(new Correction("terms", 2, 1, 0), corrected.corrects());
    assertEquals("[3, 450, 3.00]", sums());
    assertEquals(
        "It continues the table 'terms': 2 earlier rows are replaced, 1 are no longer there, 0 of"
            + " other days still count.",
        corrected.notes().getFirst());
    // the old version is on record
    assertEquals("3", bench.value("SELECT count(*) FROM load.l000001"));
  }

  @Test
  void nextMonthsExportContinuesTheTable() {
    load("terms.csv", MARCH);
    ImportedTable april = load("terms (1).csv", APRIL);
    assertEquals(new Correction("terms", 0, 0, 3), april.corrects());
    assertEquals("[4, 607, 1.00]", sums());
    load("terms.csv", MARCH_CORRECTED);
    assertEquals("[4, 457, 3.00]", sums());
    assertEquals(
        List.of("terms (1).csv", "terms.csv"),
        bench.rows("SELECT DISTINCT _source FROM bronze.terms ORDER BY 1").stream()
            .map(List::getFirst)
            .toList());
  }

  @Test
  void anotherExportOfTheSameNameIsATableOfItsOwn() {
    load("terms.csv", MARCH);
    ImportedTable other =
        load("terms.csv", MARCH.replace(",A,a,", ",B,b,").replace("seil", "zelt"));
    assertEquals("terms_2", other.name());
    assertNull(other.corrects());
    assertEquals("[3, 600, 1.00]", sums());
  }

  @Test
  void undoBringsTheEarlierVersionBack() {
    load("terms.csv", MARCH);
    load("terms.csv", MARCH_CORRECTED);
    new BronzeTables(bench.workspace()).undo();
    assertEquals("[3, 600, 1.00]", sums());
    assertEquals("0", bench.value("SELECT count(*) FROM load.retired"));
    new BronzeTables(bench.workspace()).undo();
    assertEquals(List.of(), new BronzeTables(bench.workspace()).list());
  }

  @Test
  void theOldFileAgainDoesNotComeBack() {
    load("terms.csv", MARCH);
    load("terms.csv", MARCH_CORRECTED);
    ImportedTable again = load("terms.csv", MARCH);
    assertEquals("terms", again.duplicateOf());
    assertEquals("[3, 450, 3.00]", sums());
  }

  @Test
  void removingAndRenamingConcernAllVersions() {
    load("terms.csv", MARCH);
    load("terms.csv", MARCH_CORRECTED);
    var tables = new BronzeTables(bench.workspace());
    tables.rename("terms", "suche");
    assertEquals("3", bench.value("SELECT count(*) FROM bronze.suche"));
    tables.undo();
    tables.remove("terms");
    assertEquals(List.of(), tables.list());
    tables.undo();
    assertEquals("[3, 450, 3.00]", sums());
  }

  @Test
  void aDecisionConcernsAllVersions() {
    load("terms.csv", MARCH);
    load("terms.csv", APRIL);
    var tables = new BronzeTables(bench.workspace());
    tables.decide("terms", "Clicks", ColumnType.TEXT, "");
    assertEquals(
        "VARCHAR",
        bench.value(
            "SELECT column_type FROM (DESCRIBE bronze.terms) WHERE column_name = 'Clicks'"));
    tables.undo();
    assertEquals(
        "BIGINT",
        bench.value(
            "SELECT column_type FROM (DESCRIBE bronze.terms) WHERE column_name = 'Clicks'"));
    assertEquals("[4, 607, 1.00]", sums());
  }

  @Test
  void aTableCanBeNamedThatAFileCorrects() throws IOException {
    load("first.csv", "a,b\n1,x\n2,y\n");
    Path next = bench.file("second.csv", "a,b\n3,z\n");
    var request = ImportRequest.of(List.of(next.toString())).updating("first");
    ImportedTable table = bench.result(request).tables().getFirst();
    assertEquals("first", table.name());
    assertEquals("1", bench.value("SELECT count(*) FROM bronze.first"));
    Files.writeString(next, "a,c\n3,z\n");
    var misfit =
        assertThrows(
            WorkbenchException.class,
            () -> bench.result(ImportRequest.of(List.of(next.toString())).updating("first")));
    assertEquals("update-misfit", misfit.code());
    assertTrue(misfit.sentence().contains("second.csv"));
  }

  @Test
  void anOpenQuestionIsAnsweredByImportingAgain() {
    Path file =
        bench.file("zahlen.csv", "Campaign,Clicks,Impressions,Cost\nA,1,10,2.00\nB,2,20,3.00\n");
    ImportedTable open = bench.load(file);
    assertEquals("generic", open.kind());
    assertTrue(open.notes().getFirst().startsWith("Which export is it?"), open.notes().toString());
    var request = ImportRequest.of(List.of(file.toString())).ofKind("google-ads-campaigns");
    ImportedTable said = bench.result(request).tables().getFirst();
    assertEquals("zahlen", said.name());
    assertEquals("google-ads-campaigns", said.kind());
    assertEquals("2", bench.value("SELECT count(*) FROM bronze.zahlen"));
    assertEquals("zahlen", bench.result(request).tables().getFirst().duplicateOf());
  }
}
