package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.JobCatalog;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BronzeTablesTest {
  @TempDir Path folder;
  private Bench bench;
  private BronzeTables tables;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    tables = new BronzeTables(bench.workspace());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private ImportedTable leads() {
    return bench.load(
        bench.file("leads.csv", "id,cost,day\n1,\"1,50\",01/02/2026\n2,\"2,25\",03/04/2026\nx\n"));
  }

  @Test
  void anEmptyWorkspaceHasNone() {
    assertEquals(List.of(), tables.list());
    assertEquals(List.of(), tables.history());
    assertEquals("nothing-to-undo", assertThrows(WorkbenchException.class, tables::undo).code());
  }

  @Test
  void listsWhatWasLoaded() {
    ImportedTable loaded = leads();
    SourceTable table = tables.list().getFirst();
    assertEquals("leads", table.name());
    assertEquals(loaded.sha256(), table.sha256());
    assertEquals(2, table.rows());
    assertEquals(1, table.rejects());
    assertEquals("0001", table.run());
    assertEquals(loaded.columns(), table.columns());
  }

  /** ux-14 */
  @Test
  void renamingAndRemovingCanBeUndone() {
    leads();
    tables.rename("leads", "Kunden 2026");
    assertEquals("2", bench.value("SELECT count(*) FROM bronze.\"Kunden 2026\""));
    assertEquals("1", bench.value("SELECT count(*) FROM bronze.\"Kunden 2026__rejects\""));
    tables.remove("kunden 2026");
    assertEquals(List.of("load.l000001", "load.r000001"), bench.tables());
    assertEquals("Kunden 2026 removed: undone.", tables.undo().sentence());
    assertEquals("2", bench.value("SELECT count(*) FROM bronze.\"Kunden 2026\""));
    assertEquals("leads renamed to Kunden 2026: undone.", tables.undo().sentence());
    assertEquals("2", bench.value("SELECT count(*) FROM bronze.leads"));
    assertEquals("1", bench.value("SELECT count(*) FROM bronze.leads__rejects"));
    assertEquals("Import of leads: undone.", tables.undo().sentence());
    assertEquals(List.of(), bench.tables());
    assertEquals(List.of(), tables.list());
    assertEquals(
        List.of(true, true, true), tables.history().stream().map(SourceStep::undone).toList());
  }

  @Test
  void theUserDecides() {
    ImportedTable loaded = leads();
    assertEquals(ColumnType.TEXT, loaded.columns().get(2).type());
    assertTrue(loaded.columns().get(2).reason().contains("ambiguous"));
    tables.decide("leads", "day", ColumnType.DATE, "MM/dd/yyyy");
    assertEquals("2026-01-02", bench.value("SELECT day FROM bronze.leads LIMIT 1"));
    var refusal =
        assertThrows(
            WorkbenchException.class, () -> tables.decide("leads", "day", ColumnType.INTEGER, ""));
    assertEquals("value-misfit", refusal.code());
    assertEquals(
        "'01/02/2026' in line 2 of column 'day' does not fit whole numbers.",
        refusal.sentence().replace("numbers written 1234.56", "whole numbers"));
    tables.undo();
    assertEquals("01/02/2026", bench.value("SELECT day FROM bronze.leads LIMIT 1"));
  }

  @Test
  void theSameFileIsNoticed() {
    leads();
    ImportedTable again = bench.load(folder.resolve("leads.csv"));
    assertEquals("leads", again.duplicateOf());
    assertEquals(2, again.rows());
    assertEquals(1, tables.list().size());
    ImportedTable other = bench.load(folder.resolve("leads.csv"), "copy", Map.of());
    assertEquals("leads", other.duplicateOf());
    assertEquals(2, tables.list().size());
    ImportedTable next = bench.load(bench.file("leads.csv", "id,cost\n7,8\n"));
    assertEquals("leads_2", next.name());
  }

  @Test
  void aReRunNoticesWhatBecameOfItsFile() throws IOException {
    leads();
    var runner = new JobRunner(bench.workspace(), Runnable::run);
    var catalog = new JobCatalog().register(FileImport.NAME, ImportRequest.class, FileImport::new);
    var run = bench.workspace().ledger().get("1");
    runner.run(catalog.again(run, null), run.id());
    bench.file("leads.csv", "id,cost\n7,8\n");
    assertEquals(
        "input-changed",
        assertThrows(WorkbenchException.class, () -> runner.run(catalog.again(run, null))).code());
    Files.delete(folder.resolve("leads.csv"));
    assertEquals(
        "file-missing",
        assertThrows(WorkbenchException.class, () -> runner.run(catalog.again(run, null))).code());
  }
}
