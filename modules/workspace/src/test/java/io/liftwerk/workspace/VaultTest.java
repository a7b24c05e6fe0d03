package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class VaultTest {
  private static final char[] WORDS = "vier Wörter im Tresor".toCharArray();

  @TempDir Path temp;

  private static String put(Workspace workspace, String email) throws SQLException {
    Vault vault = workspace.vault();
    String pseudonym =
        vault.pseudonyms().of(Identifier.EMAIL, email.toLowerCase(java.util.Locale.ROOT));
    try (VaultWriter writer = vault.writer()) {
      writer.add(Identifier.EMAIL, pseudonym, email);
      writer.add(Identifier.EMAIL, pseudonym, email);
      writer.commit();
    }
    return pseudonym;
  }

  @Test
  void whatIsPutInComesOutAfterItWasClosed() throws Exception {
    Path folder;
    String anna;
    try (Workspace workspace = Fixture.workspace(temp)) {
      folder = workspace.folder();
      assertEquals("none", workspace.vault().status().lock());
      anna = put(workspace, "anna@post.example");
      put(workspace, "bert@post.example");
      assertEquals(Map.of("email", 2L), workspace.vault().status().originals());
    }
    try (Workspace workspace = Workspace.open(folder)) {
      assertEquals(anna, put(workspace, "ANNA@post.example"), "its key is the same");
      assertEquals(
          Map.of(anna, "anna@post.example"),
          workspace.vault().reveal("a test", List.of(anna, "em_none")));
      VaultStatus status = workspace.vault().status();
      assertEquals("here", status.lock());
      assertEquals(Map.of("email", 2L), status.originals());
      Path key = Path.of(String.valueOf(status.keyFile()));
      assertEquals(
          PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(key));
    }
    assertTrue(Files.readString(folder.resolve(AuditTrail.FILE)).contains("vault.opened"));
  }

  @Test
  void noByteOfAnOriginalNorOfAKeyLiesInTheFile() throws Exception {
    Path folder;
    try (Workspace workspace = Fixture.workspace(temp)) {
      folder = workspace.folder();
      put(workspace, "anna.unverwechselbar@post.example");
    }
    String bytes =
        new String(Files.readAllBytes(folder.resolve(Vault.FILE)), StandardCharsets.ISO_8859_1);
    assertFalse(bytes.contains("unverwechselbar"));
    assertTrue(bytes.contains("em_"), "the pseudonym beside it is there");
  }

  @Test
  void anEntryMovedToAnotherPseudonymIsNoticed() throws Exception {
    try (Workspace workspace = Fixture.workspace(temp)) {
      String anna = put(workspace, "anna@post.example");
      String bert = put(workspace, "bert@post.example");
      workspace.vault().close();
      tamper(
          workspace.folder(),
          "UPDATE originals SET sealed = (SELECT any_value(sealed) FROM originals WHERE pseudonym ="
              + " '"
              + bert
              + "')");
      assertCode("vault-damaged", () -> workspace.vault().reveal("a test", List.of(anna)));
    }
  }

  @Test
  void aPassphraseReplacesTheKeyKeptHere() throws Exception {
    Path folder;
    String anna;
    try (Workspace workspace = Fixture.workspace(temp)) {
      folder = workspace.folder();
      anna = put(workspace, "anna@post.example");
      Path key = Path.of(String.valueOf(workspace.vault().status().keyFile()));
      assertFalse(workspace.vault().lockBy(WORDS));
      assertFalse(Files.exists(key));
      assertEquals(anna, put(workspace, "anna@post.example"));
    }
    try (Workspace workspace = Workspace.open(folder)) {
      assertEquals("passphrase", workspace.vault().status().lock());
      assertEquals(VaultHeader.ROUNDS, workspace.vault().status().rounds());
      assertCode("vault-locked", () -> workspace.vault().pseudonyms());
      workspace.vault().offer("vier andere Wörter".toCharArray());
      assertCode("vault-passphrase", () -> workspace.vault().pseudonyms());
      workspace.vault().offer("vier Wo\u0308rter im Tresor".toCharArray());
      assertEquals(anna, put(workspace, "anna@post.example"), "composed otherwise");
      assertTrue(workspace.vault().lockBy("ganz andere Wörter".toCharArray()));
      assertCode("vault-passphrase-short", () -> workspace.vault().lockBy("kurz".toCharArray()));
    }
    try (Workspace workspace = Workspace.open(folder)) {
      workspace.vault().offer(WORDS);
      assertCode("vault-passphrase", () -> workspace.vault().pseudonyms());
      workspace.vault().offer("ganz andere Wörter".toCharArray());
      assertEquals(
          Map.of(anna, "anna@post.example"), workspace.vault().reveal("a test", List.of(anna)));
    }
  }

  @Test
  void aLostKeyADamagedHeaderAndADamagedFileAreToldApart() throws Exception {
    Path folder;
    Path key;
    try (Workspace workspace = Fixture.workspace(temp)) {
      folder = workspace.folder();
      put(workspace, "anna@post.example");
      key = Path.of(String.valueOf(workspace.vault().status().keyFile()));
    }
    String kept = Files.readString(key);
    try (Workspace workspace = Workspace.open(folder)) {
      Files.delete(key);
      assertCode("vault-key-lost", () -> workspace.vault().pseudonyms());
      assertFalse(workspace.vault().status().keyHere());
      Files.writeString(key, java.util.Base64.getEncoder().encodeToString(new byte[32]));
      assertCode("vault-key-lost", () -> workspace.vault().pseudonyms());
      Files.writeString(key, "?");
      assertCode("vault-key-lost", () -> workspace.vault().pseudonyms());
      Files.writeString(key, kept);
      workspace.vault().close();
      tamper(folder, "UPDATE header SET json = replace(json, '\"rounds\":0', '\"rounds\":1')");
      assertCode("vault-damaged", () -> workspace.vault().pseudonyms());
      workspace.vault().close();
      Files.write(folder.resolve(Vault.FILE), new byte[20_000]);
      assertCode("vault-damaged", () -> workspace.vault().pseudonyms());
    }
  }

  @Test
  void whatWasRemovedLeavesNoByteOnceTheFilesAreWrittenAnew() throws Exception {
    try (Workspace workspace = Fixture.workspace(temp)) {
      String anna = put(workspace, "anna@post.example");
      String bert = put(workspace, "bert@post.example");
      Fixture.sql(
          workspace,
          "CREATE TABLE gold.people AS SELECT '" + anna + "' AS who UNION ALL SELECT 'x'",
          "CREATE VIEW gold.names AS SELECT who FROM gold.people",
          "CHECKPOINT",
          "DELETE FROM gold.people WHERE who <> 'x'");
      Path key = Path.of(String.valueOf(workspace.vault().status().keyFile()));
      Files.writeString(workspace.exports().resolve("people.csv"), anna);
      try (Connection connection = workspace.connect()) {
        workspace.rewriteAfter(
            connection, List.of(anna), List.of("exports/people.csv", "../outside"));
      }
      assertTrue(Files.exists(key));
      workspace.rewrite();
      assertFalse(workspace.awaitsRewrite());
      assertFalse(workspace.vault().holds(anna));
      assertFalse(Files.exists(workspace.exports().resolve("people.csv")));
      assertTrue(workspace.vault().holds(bert));
      try (Connection connection = workspace.connect();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT who FROM gold.names")) {
        assertTrue(row.next());
        assertEquals("x", row.getString(1));
        assertFalse(row.next());
      }
      Fixture.runner(workspace)
          .run(Fixture.job("later", context -> new Fixture.Count(context.execute("SELECT 1"))));
      workspace.vault().close();
      assertFalse(contains(workspace.folder().resolve(Workspace.DATABASE), anna));
      assertFalse(contains(workspace.folder().resolve(Vault.FILE), anna));
      assertTrue(contains(workspace.folder().resolve(Vault.FILE), bert));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aKillWhileFilesAreWrittenAnewIsMadeUpForAtTheNextOpen(int point) throws Exception {
    Path folder;
    String anna;
    try (Workspace workspace = Fixture.workspace(temp)) {
      folder = workspace.folder();
      anna = put(workspace, "anna@post.example");
      Fixture.sql(workspace, "CREATE TABLE gold.people AS SELECT 1 AS i");
    }
    Process process =
        OtherProcess.start(
            List.of("liftwerk.killAt=rewrite:" + point), "rewrite", folder.toString());
    String said = OtherProcess.output(process);
    assertEquals(137, process.waitFor(), said);
    assertTrue(Files.exists(folder.resolve("rewrite.json")));
    try (Workspace workspace = Workspace.open(folder)) {
      assertFalse(workspace.awaitsRewrite());
      assertTrue(workspace.vault().holds(anna));
      assertEquals(1, new Tables(workspace).list().size());
      assertFalse(Files.exists(folder.resolve(Vault.FILE + ".next")));
      assertFalse(Files.exists(folder.resolve(Workspace.DATABASE + ".next")));
    }
  }

  @Test
  void filesAreNotWrittenAnewWhileAJobRuns() throws Exception {
    try (Workspace workspace = Fixture.workspace(temp)) {
      Fixture.runner(workspace)
          .run(
              Fixture.job(
                  "busy",
                  context -> {
                    try (Connection beside = workspace.connect()) {
                      workspace.rewriteAfter(beside, List.of(), List.of());
                    }
                    assertCode("workspace-busy", workspace::rewrite);
                    return new Fixture.Count(1);
                  }));
      assertTrue(workspace.awaitsRewrite());
      workspace.rewrite();
      assertNotEquals(true, workspace.awaitsRewrite());
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void assertCode(String code, Work work) {
    var e = assertThrows(WorkbenchException.class, work::run);
    assertEquals(code, e.code(), e.getMessage());
  }

  private static boolean contains(Path file, String text) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
  }

  private static void tamper(Path folder, String sql) throws SQLException {
    try (Database database = Database.openVault(folder.resolve(Vault.FILE), folder);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
