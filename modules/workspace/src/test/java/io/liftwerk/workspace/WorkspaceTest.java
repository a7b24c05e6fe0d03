package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {
  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void make() throws Exception {
    try (Workspace workspace = Workspace.create(temp.resolve("nordwand"))) {
      folder = workspace.folder();
      Fixture.sql(workspace, "CREATE TABLE gold.kept AS SELECT 1 AS x");
    }
  }

  @Test
  void aNewWorkspaceIsWhole() throws IOException {
    assertEquals("nordwand.liftwerk", folder.getFileName().toString());
    try (Workspace workspace = Workspace.open(temp.resolve("nordwand"))) {
      assertEquals("nordwand", workspace.name());
      assertEquals(Workspace.FORMAT, workspace.info().format());
      assertTrue(workspace.audit().verify().ok());
    }
    assertEquals(List.of("nordwand.liftwerk"), names(temp));
    for (String name : Tidy.FOLDERS) {
      assertTrue(Files.isDirectory(folder.resolve(name)), name);
    }
  }

  @Test
  void itsDoorOpensItAndComesBack() throws IOException {
    Path door = folder.resolve("open.liftwerk");
    try (Workspace workspace = Workspace.open(door)) {
      assertEquals("nordwand", workspace.name());
    }
    Files.delete(door);
    Workspace.open(folder).close();
    assertTrue(Files.isRegularFile(door));
    assertEquals(folder.toRealPath(), Workspace.place(door));
  }

  @Test
  void createRefusesWhatIsThere() {
    assertEquals("workspace-exists", createCode(temp.resolve("nordwand")));
  }

  @Test
  void aCreateThatFailsLeavesNothing() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "x");
    assertEquals("workspace-unwritable", createCode(file.resolve("sub/client")));
    assertEquals("workspace-path", createCode(temp.resolve("new/deep/a;threads=1")));
    if (File.separatorChar == '/') {
      assertEquals("workspace-path", createCode(temp.resolve("new/deep/a\\b")));
    }
    assertEquals("x", Files.readString(file));
    assertEquals(List.of("file", "nordwand.liftwerk"), names(temp));
  }

  @Test
  void aCreateThatWasKilledIsNotInTheWay() throws IOException {
    Path left = Files.createDirectories(temp.resolve(".client.liftwerk.next/staging"));
    Files.writeString(left.resolve("x"), "x");
    Workspace.create(temp.resolve("client")).close();
    assertEquals(List.of("client.liftwerk", "nordwand.liftwerk"), names(temp));
  }

  @Test
  void aFolderThatIsNoWorkspaceGetsNoFile() throws IOException {
    Path other = Files.createDirectory(temp.resolve("other"));
    assertEquals("workspace-missing", openCode(other));
    assertEquals("workspace-missing", openCode(temp.resolve("nowhere")));
    assertEquals(List.of(), names(other));
  }

  @Test
  void aMissingOrEmptyDatabaseDoesNotComeBackEmpty() throws IOException {
    Path database = folder.resolve(Workspace.DATABASE);
    Path aside = Files.move(database, temp.resolve("aside"));
    WorkbenchException e = refused(folder);
    assertEquals("workspace-damaged", e.code());
    assertTrue(e.sentence().contains("warehouse.duckdb"), e::sentence);
    assertFalse(Files.exists(database));
    Files.createFile(database);
    assertEquals("workspace-damaged", openCode(folder));
    Files.writeString(database, "this is no database at all, whatever its name says");
    assertEquals("workspace-damaged", openCode(folder));
    Files.delete(database);
    Files.move(aside, database);
    try (Workspace workspace = Workspace.open(folder)) {
      assertEquals(1, new Tables(workspace).list().size());
    }
  }

  @Test
  void theDatabaseOfAnotherWorkspaceIsRefused() throws IOException {
    Workspace.create(temp.resolve("other")).close();
    Files.copy(
        temp.resolve("other.liftwerk").resolve(Workspace.DATABASE),
        folder.resolve(Workspace.DATABASE),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    WorkbenchException e = refused(folder);
    assertEquals("workspace-damaged", e.code());
    assertTrue(e.sentence().contains("another workspace"), e::sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"format\":\"x\",\"id\":\"a\"}",
        "{\"format\":1,\"id\":\"a\"}",
        "{\"format\":0,\"id\":\"a\"}",
        "{\"format\":1.5,\"id\":\"a\"}",
        "{\"format\":1,\"id\":\"a\",\"name\":\"n\",\"createdAt\":\"never\",\"software\":\"s\"}"
      })
  void aDamagedDescriptionIsOneSentence(String text) throws IOException {
    Path file = folder.resolve(WorkspaceFormat.FILE);
    Files.writeString(file, text);
    WorkbenchException e = refused(folder);
    assertEquals("workspace-damaged", e.code());
    assertFalse(e.sentence().contains("\n"), e::sentence);
    assertEquals(text, Files.readString(file));
  }

  @Test
  void aNewerWorkspaceIsRefusedUnchanged() throws IOException {
    List<String> before = names(folder);
    edit(json -> json.put("format", 99));
    assertEquals("workspace-newer", openCode(folder));
    assertEquals(before, names(folder));
  }

  @Test
  void theFormatBeforeTheFirstIsMigrated() throws IOException {
    edit(
        json -> {
          json.removeAll();
          json.put("note", "kept");
        });
    for (int i = 0; i < 2; i++) {
      dropMark();
      try (Workspace workspace = Workspace.open(folder)) {
        assertEquals(Workspace.FORMAT, workspace.info().format());
        assertEquals("nordwand", workspace.name());
        assertFalse(workspace.info().id().isBlank());
        assertEquals(1, new Tables(workspace).list().size());
      }
    }
    String trail = Files.readString(folder.resolve(AuditTrail.FILE));
    assertEquals(1, trail.lines().filter(line -> line.contains("\"event\":\"migrated\"")).count());
    assertTrue(Files.readString(folder.resolve(WorkspaceFormat.FILE)).contains("\"kept\""));
  }

  /** Before the first format the database did not say whose it is, and there was no trail. */
  private void dropMark() throws IOException {
    if (Files.readString(folder.resolve(WorkspaceFormat.FILE)).contains("\"id\"")) {
      return;
    }
    Files.delete(folder.resolve(AuditTrail.FILE));
    Files.delete(folder.resolve(AuditHead.FILE));
    try (var connection =
            java.sql.DriverManager.getConnection(
                "jdbc:duckdb:" + folder.resolve(Workspace.DATABASE));
        var statement = connection.createStatement()) {
      statement.execute("DROP TABLE ledger.workspace");
      statement.execute("ALTER TABLE ledger.runs DROP COLUMN version");
    } catch (java.sql.SQLException e) {
      throw new IOException(e);
    }
  }

  @Test
  void whatAKillLeftIsRemovedWithoutFollowingLinks() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.writeString(outside.resolve("precious"), "x");
    Path staging = folder.resolve("staging");
    Files.createDirectories(staging.resolve("a/b"));
    Files.writeString(staging.resolve("a/b/rest.csv"), "x");
    Files.createSymbolicLink(staging.resolve("link"), outside);
    Files.writeString(folder.resolve("workspace.json.next"), "{");
    Files.writeString(folder.resolve("exports/.export-0007.csv"), "x");
    Workspace.open(folder).close();
    assertEquals(List.of(), names(staging));
    assertEquals(List.of(), names(folder.resolve("exports")));
    assertFalse(Files.exists(folder.resolve("workspace.json.next")));
    assertTrue(Files.exists(outside.resolve("precious")));
  }

  @Test
  void stagingThatIsALinkIsReplacedByAFolder() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.writeString(outside.resolve("precious"), "x");
    Path staging = folder.resolve("staging");
    Tidy.delete(staging);
    Files.createSymbolicLink(staging, outside);
    Workspace.open(folder).close();
    assertTrue(Files.isDirectory(staging, LinkOption.NOFOLLOW_LINKS));
    assertTrue(Files.exists(outside.resolve("precious")));
  }

  @Test
  void missingFoldersAreMadeAgain() throws IOException {
    for (String name : Tidy.FOLDERS) {
      Tidy.delete(folder.resolve(name));
    }
    try (Workspace workspace = Workspace.open(folder)) {
      assertEquals(1, new Tables(workspace).list().size());
    }
    for (String name : Tidy.FOLDERS) {
      assertTrue(Files.isDirectory(folder.resolve(name)), name);
    }
  }

  @Test
  void aTrailThatIsGoneIsNotStartedAnewInSilence() throws IOException {
    String id = WorkspaceFormat.id(folder);
    Files.delete(folder.resolve(AuditTrail.FILE));
    Files.delete(folder.resolve(AuditHead.FILE));
    Path memory = Home.locate().folder().resolve("workspaces");
    Files.delete(memory.resolve(Hashes.sha256(id).substring(0, 32) + ".json"));
    assertFalse(AuditTrail.verify(folder).ok());
    try (Workspace workspace = Workspace.open(folder)) {
      AuditVerification found = workspace.audit().verify();
      assertFalse(found.ok());
      assertEquals("noticed-earlier", found.findings().getFirst().code());
    }
  }

  @Test
  void aMovedWorkspaceOpensWithItsTrail() throws IOException {
    Path moved = Files.move(folder, temp.resolve("anders.liftwerk"));
    try (Workspace workspace = Workspace.open(moved)) {
      assertEquals("nordwand", workspace.name());
      assertTrue(workspace.audit().verify().ok());
    }
  }

  @Test
  void openedThroughALinkItIsTheSame() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
    try (Workspace workspace = Workspace.open(link)) {
      Fixture.runner(workspace)
          .run(new TableExport(new TableRef("gold", "kept"), temp.resolve("kept.csv")));
      assertEquals("workspace-held", openCode(folder));
    }
    assertEquals("x\n1\n", Files.readString(temp.resolve("kept.csv")));
  }

  @Test
  void aConnectionLeftOpenDoesNotKeepTheDatabase() throws Exception {
    try (Workspace workspace = Workspace.open(folder)) {
      var forgotten = workspace.connect();
      forgotten.setAutoCommit(false);
      forgotten.createStatement().execute("CREATE TABLE gold.half (x BIGINT)");
    }
    try (Workspace workspace = Workspace.open(folder)) {
      assertEquals(1, new Tables(workspace).list().size());
    }
  }

  @Test
  void closingTwiceIsHarmless() {
    Workspace workspace = Workspace.open(folder);
    workspace.close();
    try (Workspace again = Workspace.open(folder)) {
      workspace.close();
      assertEquals("workspace-held", openCode(again.folder()));
    }
  }

  private interface Edit {
    void apply(ObjectNode json);
  }

  private void edit(Edit edit) throws IOException {
    Path file = folder.resolve(WorkspaceFormat.FILE);
    var json = (ObjectNode) Json.mapper().readTree(Files.readString(file));
    edit.apply(json);
    Files.writeString(file, json.toString());
  }

  private static WorkbenchException refused(Path folder) {
    return assertThrows(WorkbenchException.class, () -> Workspace.open(folder));
  }

  private static String openCode(Path folder) {
    return refused(folder).code();
  }

  private static String createCode(Path folder) {
    return assertThrows(WorkbenchException.class, () -> Workspace.create(folder)).code();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
