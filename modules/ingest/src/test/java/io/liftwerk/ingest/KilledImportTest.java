package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.testsupport.OtherJvm;
import io.liftwerk.workspace.AuditTrail;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.KillPoint;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process killed in the middle of an import leaves the earlier tables, and the new one or none.
 */
@Timeout(120)
class KilledImportTest {
  @TempDir Path folder;

  /** The process that is killed: imports the second argument into the workspace named first. */
  public static final class Importer {
    private Importer() {}

    public static void main(String[] arguments) {
      try (Workspace workspace = Workspace.open(Path.of(arguments[0]))) {
        new JobRunner(workspace, Runnable::run)
            .run(new FileImport(ImportRequest.of(List.of(arguments[1]))));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"LEAVE", "REWRITE"})
  void theNewTableIsThereWholeOrNotAtAll(KillPoint point) throws Exception {
    Path place;
    Path later;
    try (var bench = new Bench(folder)) {
      place = bench.workspace().folder();
      bench.load(bench.file("earlier.csv", "a,b\n1,2\n3,4\n"));
      // with a reject, so that every step of a load is passed
      later = bench.file("later.csv", "a,b\n" + "1,x\n".repeat(500) + "1\n" + "2,y\n".repeat(500));
    }
    kill(place, later, point);
    assertTrue(AuditTrail.verify(place).ok());
    boolean committed = point.compareTo(KillPoint.PUBLISH) >= 0;
    try (var bench = new Bench(Workspace.open(place), folder)) {
      assertEquals(
          committed ? List.of("earlier:2:0", "later:1000:1") : List.of("earlier:2:0"),
          new BronzeTables(bench.workspace())
              .list().stream()
                  .map(table -> table.name() + ":" + table.rows() + ":" + table.rejects())
                  .sorted()
                  .toList());
      assertEquals(
          committed
              ? List.of(
                  "bronze.earlier",
                  "bronze.later",
                  "bronze.later__rejects",
                  "load.l000001",
                  "load.l000002",
                  "load.r000002")
              : List.of("bronze.earlier", "load.l000001"),
          bench.tables());
      bench.assertStagingEmpty();
      assertEquals(
          List.of(List.of("1", "2"), List.of("3", "4")),
          bench.rows("SELECT a, b FROM bronze.earlier"));
      assertTrue(bench.workspace().audit().verify().ok());
      if (!committed) {
        assertEquals(1000, bench.load(later).rows());
      }
    }
  }

  /**
   * Originals are committed before the rows that need them; a kill in between leaves them alone.
   */
  @Test
  void betweenTheVaultAndTheRowsNothingIsLost() throws Exception {
    Path place;
    Path leads;
    try (var bench = new Bench(folder)) {
      place = bench.workspace().folder();
      bench.load(bench.file("earlier.csv", "id,email\n1,anna@post.example\n2,bert@post.example\n"));
      leads = bench.file("later.csv", "id,email\n3,bert@post.example\n4,carl@post.example\n");
    }
    kill(place, leads, KillPoint.LEDGER);
    try (var bench = new Bench(Workspace.open(place), folder)) {
      Workspace workspace = bench.workspace();
      assertEquals(1, new BronzeTables(workspace).list().size());
      assertEquals(
          Map.of("email", 3L), workspace.vault().status().originals(), "the vault was first");
      assertEquals(2, bench.load(leads).rows());
      assertEquals(Map.of("email", 3L), workspace.vault().status().originals(), "each once");
      assertEquals(
          List.of("anna@post.example", "bert@post.example", "carl@post.example"),
          bench
              .rows(
                  "SELECT DISTINCT email FROM (SELECT email FROM bronze.earlier UNION ALL SELECT"
                      + " email FROM bronze.later) WHERE email LIKE 'em%' ORDER BY 1")
              .stream()
              .map(row -> String.valueOf(row.getFirst()))
              .sorted()
              .toList(),
          "every pseudonym has its original");
    }
  }

  private static void kill(Path place, Path later, KillPoint point) throws Exception {
    Process process =
        OtherJvm.of(
                Importer.class,
                List.of("-Dliftwerk.killAt=" + point.name()),
                place.toString(),
                later.toString())
            .start();
    String said = OtherJvm.output(process);
    assertEquals(137, process.waitFor(), said);
  }
}
