package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.VaultStatus;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasure, retention, and what was imported before there were pseudonyms. */
class ErasureTest {
  private static final String HEADER =
      "Lead-ID;Erstellt am;Vorname;Nachname;E-Mail;Telefon;Firma;Quelle;Bemerkung;Abgeschlossen\n";
  private static final List<String> ANNA =
      List.of("quittenbaum", "nirgendheim", "231259876", "zacharias");

  /** As much of what the warehouse keeps of its models as erasure knows of. */
  static final String MODELS =
      "CREATE SCHEMA IF NOT EXISTS build; CREATE TABLE build.models (model TEXT, inputs TEXT,"
          + " older BOOLEAN, reason TEXT)";

  @TempDir Path folder;

  static String leads() {
    return HEADER
        + "L-1;02.01.2025;Bert;Bauer;bert@post.example;030 23125001;Bauer KG;Mail;;Ja\n"
        + "L-2;03.01.2025;Zacharias;Quittenbaum;zacharias@nirgendheim.example;030 231259876;Q;Mail;"
        + "Zacharias Quittenbaum will mehr;Nein\n"
        + "L-3;04.01.2026;Carl;Cramer;carl@post.example;030 23125001;Bauer"
        + " KG;Mail;empfohlen von zacharias@nirgendheim.example;Ja\n"
        + "L-4;05.01.2026;Dora;Dietz;dora@post.example;030 23125004;Dietz;Mail;;Nein\n";
  }

  private static List<String> column(Workspace workspace, String sql) {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (row.next()) {
        values.add(row.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void sql(Workspace workspace, String... statements) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void aPersonIsErasedAndTheProofFindsNothing() throws Exception {
    Path place;
    try (var bench = new Bench(folder)) {
      Workspace workspace = bench.workspace();
      place = workspace.folder();
      bench.load(bench.file("leads.csv", leads()));
      String email =
          column(workspace, "SELECT \"E-Mail\" FROM bronze.leads WHERE \"Lead-ID\" = 'L-2'")
              .getFirst();
      sql(
          workspace,
          "CREATE TABLE gold.people AS SELECT \"E-Mail\" AS who, \"Bemerkung\" AS note FROM"
              + " bronze.leads");
      Files.writeString(workspace.exports().resolve("list.csv"), "who\n" + email + "\n");
      Files.writeString(workspace.exports().resolve("other.csv"), "who\nem_other\n");
      // what stands in a PDF cannot be read back as text
      Files.writeString(workspace.exports().resolve("report.PDF"), "%PDF-1.7");
      var runner = new JobRunner(workspace, Runnable::run);
      List<String> lines = List.of("Zacharias@Nirgendheim.example", "");
      Erasure erasure = Erasure.of(workspace, lines, HandedOver.TO_NOBODY);
      ErasureResult erased = runner.run(erasure).result();
      workspace.rewrite();
      assertEquals(2, erased.rows());
      assertEquals(List.of("exports/list.csv", "exports/report.PDF"), erased.files());
      assertFalse(Files.exists(workspace.exports().resolve("report.PDF")));
      assertFalse(Files.exists(workspace.exports().resolve("list.csv")));
      assertTrue(Files.exists(workspace.exports().resolve("other.csv")));
      assertTrue(erased.originals().contains(email));
      assertFalse(workspace.vault().holds(email));
      assertEquals(
          List.of("L-1", "L-3", "L-4"),
          column(workspace, "SELECT \"Lead-ID\" FROM bronze.leads ORDER BY _row"));
      assertEquals(
          List.of("2", "4", "5"),
          column(workspace, "SELECT _row FROM bronze.leads ORDER BY _row"),
          "lines are what they were");
      assertEquals(
          List.of("empfohlen von [erased]"),
          column(
              workspace, "SELECT \"Bemerkung\" FROM bronze.leads WHERE \"Bemerkung\" IS NOT NULL"));
      assertEquals(List.of("3"), column(workspace, "SELECT count(*) FROM gold.people"));
      ErasureProofResult proof = runner.run(erasure.proof(lines)).result();
      assertEquals(List.of(), proof.found());
      assertTrue(proof.cells() > 0 && proof.files() > 3);

      sql(
          workspace,
          "CREATE TABLE gold.leak AS SELECT 'x zacharias@nirgendheim.example' AS t FROM"
              + " range(3000)");
      Files.write(
          workspace.exports().resolve("leak.txt"),
          "ZACHARIAS@nirgendheim.example".getBytes(StandardCharsets.UTF_16LE));
      List<String> found = runner.run(erasure.proof(lines)).result().found();
      assertTrue(found.contains("gold.leak.t"), found.toString());
      assertTrue(found.contains("exports/leak.txt"), found.toString());
      sql(workspace, "DROP TABLE gold.leak");
      Files.delete(workspace.exports().resolve("leak.txt"));
    }
    try (Workspace workspace = Workspace.open(place)) {
      assertEquals(3, new BronzeTables(workspace).find("leads").orElseThrow().rows());
    }
  }

  @Test
  void whatOthersShareStaysInTheVault() throws Exception {
    try (var bench = new Bench(folder)) {
      Workspace workspace = bench.workspace();
      bench.load(bench.file("leads.csv", leads()));
      String phone =
          column(workspace, "SELECT \"Telefon\" FROM bronze.leads WHERE \"Lead-ID\" = 'L-1'")
              .getFirst();
      var runner = new JobRunner(workspace, Runnable::run);
      ErasureResult erased =
          runner
              .run(Erasure.of(workspace, List.of("bert@post.example"), HandedOver.TO_NOBODY))
              .result();
      workspace.rewrite();
      assertEquals(1, erased.shared(), "the telephone number of the firm");
      assertTrue(workspace.vault().holds(phone));
    }
  }

  @Test
  void whoWasNeverThereIsNotCountedAmongTheGone() throws Exception {
    try (var bench = new Bench(folder)) {
      Workspace workspace = bench.workspace();
      bench.load(bench.file("leads.csv", leads()));
      sql(workspace, MODELS, "INSERT INTO build.models VALUES ('m', 'x', false, '')");
      var runner = new JobRunner(workspace, Runnable::run);
      ErasureResult erased =
          runner
              .run(Erasure.of(workspace, List.of("nobody@nowhere.example"), HandedOver.TO_NOBODY))
              .result();
      assertEquals(1, erased.identifiers());
      assertEquals(1, erased.absent());
      assertEquals(List.of(), erased.originals());
      assertEquals(
          List.of("x"),
          column(workspace, "SELECT inputs FROM build.models"),
          "nothing is built anew for nothing");
    }
  }

  @Test
  void aLineThatNamesNobodyIsRefused() {
    try (var bench = new Bench(folder)) {
      var e =
          assertThrows(
              WorkbenchException.class,
              () ->
                  Erasure.of(
                      bench.workspace(), List.of("a@b.example", "Anna"), HandedOver.TO_NOBODY));
      assertEquals("erase-line", e.code());
      assertTrue(String.valueOf(e.getMessage()).contains("Line 2"));
      var none =
          assertThrows(
              WorkbenchException.class,
              () -> Erasure.of(bench.workspace(), List.of(" "), HandedOver.TO_NOBODY));
      assertEquals("erase-empty", none.code());
    }
  }

  @Test
  void rowsOlderThanTheirPeriodGo() throws Exception {
    try (var bench = new Bench(folder)) {
      Workspace workspace = bench.workspace();
      ImportedTable table = bench.load(bench.file("leads.csv", leads()));
      assertEquals("crm-leads", table.kind());
      var runner = new JobRunner(workspace, Runnable::run);
      Run<RetentionSettingsResult> set =
          runner.run(new RetentionSettings(new RetentionSettingsRequest("LEADS", 365)));
      assertEquals(Map.of("leads", 365), set.result().periods());
      assertEquals("retention-settings", workspace.ledger().find(set.id()).orElseThrow().job());
      sql(workspace, MODELS, "INSERT INTO build.models VALUES ('m', 'x', false, '')");
      LocalDate jumped = LocalDate.now(ZoneOffset.UTC).plusYears(10);
      WorkbenchException ahead =
          assertThrows(
              WorkbenchException.class,
              () -> runner.run(new Retention(new RetentionRequest(jumped))));
      assertEquals("clock-ahead", ahead.code(), "ux-23: a clock that jumped deletes nothing");
      assertEquals(4, column(workspace, "SELECT _row FROM bronze.leads").size());
      RetentionResult result =
          runner.run(new Retention(new RetentionRequest(LocalDate.of(2026, 6, 1)))).result();
      workspace.rewrite();
      assertEquals(2, result.sources().getFirst().rows());
      assertEquals(
          List.of("4", "5"), column(workspace, "SELECT _row FROM bronze.leads ORDER BY _row"));
      assertTrue(result.originals() > 0);
      assertEquals(List.of("true"), column(workspace, "SELECT older FROM build.models"));
      runner.run(new RetentionSettings(new RetentionSettingsRequest("leads", null)));
      assertEquals(Map.of(), new RetentionPeriods(workspace).list());
    }
  }

  @Test
  void whatAnEarlierVersionImportedIsMigrated() throws Exception {
    Path place;
    try (var bench = new Bench(folder)) {
      Workspace workspace = bench.workspace();
      place = workspace.folder();
      bench.load(bench.file("leads.csv", leads()));
      // as that version left it
      sql(
          workspace,
          "UPDATE load.l000001 SET \"E-Mail\" = 'zacharias@nirgendheim.example',"
              + " \"Nachname\" = 'Quittenbaum', \"Vorname\" = 'Zacharias', \"Telefon\" = '030"
              + " 231259876', \"Bemerkung\" = 'Herr Quittenbaum, zacharias@nirgendheim.example'"
              + " WHERE \"Lead-ID\" = 'L-2'",
          "UPDATE load.catalog SET replaced = NULL",
          "CREATE TABLE gold.scores AS SELECT 'zacharias@nirgendheim.example' AS id, 1 AS score");
      assertEquals(List.of("leads"), new BronzeTables(workspace).inClear());
      var e =
          assertThrows(
              WorkbenchException.class,
              () ->
                  new JobRunner(workspace, Runnable::run)
                      .run(Erasure.of(workspace, List.of("a@b.example"), HandedOver.TO_NOBODY)));
      assertEquals("erase-clear", e.code());
    }
    assertFalse(Leaks.in(place, Set.of(), ANNA).isEmpty());
    try (Workspace workspace = Workspace.open(place)) {
      MigrationResult result =
          new JobRunner(workspace, Runnable::run).run(new Migration()).result();
      workspace.rewrite();
      assertEquals(
          List.of("Vorname", "Nachname", "E-Mail", "Telefon"),
          result.tables().getFirst().columns());
      assertEquals(List.of(), new BronzeTables(workspace).inClear());
      assertEquals(
          List.of("2", "3", "4", "5"),
          column(workspace, "SELECT _row FROM bronze.leads ORDER BY _row"));
      VaultStatus vault = workspace.vault().status();
      assertTrue(Json.write(vault).contains("email"));
    }
    assertEquals(Set.of(), Leaks.in(place, Set.of(), ANNA));
  }
}
