package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is killed, wherever it is, loses nothing that was committed (ux-23). */
@Timeout(120)
class KilledProcessTest {
  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void make() {
    try (Workspace workspace = Fixture.workspace(temp)) {
      folder = workspace.folder();
      Fixture.runner(workspace)
          .run(
              Fixture.job(
                  "earlier",
                  context -> {
                    Files.writeString(context.resultFile("earlier", "csv").draft(), "old");
                    return new Fixture.Count(
                        context.execute(
                            "CREATE TABLE gold.earlier AS SELECT i FROM range(1000) t(i)"));
                  }));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = KillPoint.class,
      names = {"LEAVE", "REWRITE"},
      mode = EnumSource.Mode.EXCLUDE)
  void afterAKillTheEarlierDataIsThereAndNothingHalf(KillPoint point) throws Exception {
    assertKilled(point.name(), "load", folder.toString(), "later");
    assertTrue(AuditTrail.verify(folder).ok());
    boolean committed = point.compareTo(KillPoint.PUBLISH) >= 0;
    try (Workspace workspace = Workspace.open(folder)) {
      List<String> tables =
          new Tables(workspace)
              .list().stream().map(table -> table.ref().name() + ":" + table.rows()).toList();
      assertEquals(
          committed ? List.of("earlier:1000", "later:200000") : List.of("earlier:1000"), tables);
      assertEquals(committed ? 2 : 1, workspace.ledger().list().size());
      assertEquals(committed ? 2 : 1, workspace.audit().runs().size());
      assertEquals(
          committed, Files.readString(folder.resolve(AuditTrail.FILE)).contains("recovered"));
      try (Stream<Path> left = Files.list(workspace.staging())) {
        assertEquals(List.of(), left.toList());
      }
      assertEquals(
          committed
              ? List.of("earlier-0001.csv:old", "later-0002.csv:rows", "later-0002.txt:words")
              : List.of("earlier-0001.csv:old"),
          exports(workspace));
      AuditVerification audit = workspace.audit().verify();
      assertTrue(audit.ok(), audit::toString);
      Run<Fixture.Count> next =
          Fixture.runner(workspace).run(Fixture.job("next", context -> new Fixture.Count(1)));
      assertEquals(committed ? "0003" : "0002", next.id());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void filesOfACommittedRunGetTheirNamesHoweverOftenItIsKilled(int pass) throws Exception {
    assertKilled("publish:" + pass, "load", folder.toString(), "later");
    assertKilled("publish", "hold", folder.toString());
    if (pass < 3) {
      assertKilled("publish:2", "hold", folder.toString());
    }
    try (Workspace workspace = Workspace.open(folder)) {
      assertEquals(
          List.of("earlier-0001.csv:old", "later-0002.csv:rows", "later-0002.txt:words"),
          exports(workspace));
      assertEquals(
          List.of("exports/later-0002.csv", "exports/later-0002.txt"),
          workspace.ledger().get("0002").artefacts());
    }
  }

  @Test
  void aFileThatTookTheNameMeanwhileStays() throws Exception {
    assertKilled("publish", "load", folder.toString(), "later");
    Files.writeString(folder.resolve("exports/later-0002.csv"), "mine");
    Workspace.open(folder).close();
    try (Workspace workspace = Workspace.open(folder)) {
      assertEquals(
          List.of(
              "earlier-0001.csv:old",
              "later-0002-2.csv:rows",
              "later-0002.csv:mine",
              "later-0002.txt:words"),
          exports(workspace));
      assertEquals(
          List.of("exports/later-0002-2.csv", "exports/later-0002.txt"),
          workspace.ledger().get("0002").artefacts());
      assertTrue(
          Files.readString(folder.resolve(AuditTrail.FILE))
              .contains(
                  "The name exports/later-0002.csv was taken, so the file of run 0002 is called"
                      + " exports/later-0002-2.csv."));
    }
  }

  private void assertKilled(String point, String... arguments) throws Exception {
    Process process = OtherProcess.start(List.of("liftwerk.killAt=" + point), arguments);
    // one that is not killed ends instead of waiting
    process.getOutputStream().close();
    String said = OtherProcess.output(process);
    assertEquals(137, process.waitFor(), said);
  }

  /** Everything in the folder for people, hidden or not: name and content. */
  private static List<String> exports(Workspace workspace) throws IOException {
    try (Stream<Path> files = Files.list(workspace.exports())) {
      var found = new ArrayList<String>();
      for (Path file : files.sorted().toList()) {
        found.add(
            file.getFileName()
                + ":"
                + (Files.isRegularFile(file) ? Files.readString(file) : "a folder"));
      }
      return found;
    }
  }

  @Test
  void aSecondProcessIsToldWhoHoldsIt() throws Exception {
    Process process = OtherProcess.start(List.of(), "hold", folder.toString());
    try {
      awaitHeld(process);
      WorkbenchException e = assertThrows(WorkbenchException.class, () -> Workspace.open(folder));
      assertEquals("workspace-held", e.code());
      assertTrue(e.sentence().contains("process " + process.pid()), e::sentence);
      assertTrue(e.sentence().contains(" since 20"), e::sentence);
      assertTrue(AuditTrail.verify(folder).ok(), "verify needs no lock");
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertFalse(Files.readString(folder.resolve(WorkspaceLock.FILE)).isEmpty());
    Workspace.open(folder).close();
  }

  @Test
  void theSecondOpenInOneProcessKeepsTheLock() throws Exception {
    Workspace workspace = Workspace.open(folder);
    try {
      WorkbenchException e = assertThrows(WorkbenchException.class, () -> Workspace.open(folder));
      assertEquals("workspace-held", e.code());
      assertTrue(e.sentence().contains("this very program"), e::sentence);
      Process process = OtherProcess.start(List.of(), "hold", folder.toString());
      String said = OtherProcess.output(process);
      assertEquals(1, process.waitFor());
      assertTrue(said.contains("is held by Liftwerk"), said);
    } finally {
      workspace.close();
    }
    Workspace.open(folder).close();
  }

  private static void awaitHeld(Process process) throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertEquals("held", reader.readLine());
  }
}
