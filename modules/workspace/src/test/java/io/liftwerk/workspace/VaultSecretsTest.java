package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultSecretsTest {
  private static final String NAME = "wordpress:blog.example";

  @TempDir Path temp;

  @Test
  void aSecretIsSealedListedByNameAndForgotten() throws Exception {
    Path folder;
    try (Workspace workspace = Fixture.workspace(temp)) {
      folder = workspace.folder();
      VaultSecrets secrets = workspace.vault().secrets();
      assertEquals(List.of(), secrets.names());
      assertEquals(Optional.empty(), secrets.open(NAME, "a test"));
      secrets.keep(NAME, "editor:unverwechselbar alt");
      secrets.keep(NAME, "editor:unverwechselbar neu");
      assertEquals(List.of(NAME), secrets.names());
    }
    for (String file : List.of(Vault.FILE, AuditTrail.FILE)) {
      String bytes =
          new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.ISO_8859_1);
      assertFalse(bytes.contains("unverwechselbar"), file);
      assertTrue(bytes.contains(NAME), file);
    }
    try (Workspace workspace = Workspace.open(folder)) {
      VaultSecrets secrets = workspace.vault().secrets();
      assertEquals(
          Optional.of("editor:unverwechselbar neu"), secrets.open(NAME, "a test of secrets"));
      workspace.vault().lockBy("vier Wörter im Tresor".toCharArray());
      assertTrue(secrets.open(NAME, "a test").isPresent(), "the key is the same");
      assertTrue(secrets.forget(NAME));
      assertFalse(secrets.forget(NAME));
      assertEquals(List.of(), secrets.names());
    }
    String trail = Files.readString(folder.resolve(AuditTrail.FILE));
    assertTrue(trail.contains("a test of secrets") && trail.contains(VaultSecrets.FORGOTTEN));
  }

  @Test
  void oddNamesAndEmptySecretsAreRefused() throws Exception {
    try (Workspace workspace = Fixture.workspace(temp)) {
      VaultSecrets secrets = workspace.vault().secrets();
      var odd = assertThrows(WorkbenchException.class, () -> secrets.keep("a b'", "x"));
      assertEquals("secret-name", odd.code());
      var empty = assertThrows(WorkbenchException.class, () -> secrets.keep(NAME, " \n"));
      assertEquals("secret-empty", empty.code());
    }
  }

  @Test
  void aHostIsAllowedByItsVeryName() throws Exception {
    try (Workspace workspace = Fixture.workspace(temp);
        Connection connection = workspace.connect()) {
      assertEquals(List.of(), Egress.hosts(connection));
      assertEquals(
          List.of("[::1]", "blog.example"),
          Egress.set(connection, Egress.parse("Blog.Example, [::1] blog.example")));
      Egress.check(connection, "BLOG.example");
      for (String other : List.of("example", "x.blog.example", "blog.example.evil.example")) {
        var closed = assertThrows(WorkbenchException.class, () -> Egress.check(connection, other));
        assertEquals("egress-closed", closed.code());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://blog.example", "blog.example:443", "*.example", "a'b", "-a"})
  void whatIsNoHostIsNotListed(String host) throws Exception {
    try (Workspace workspace = Fixture.workspace(temp);
        Connection connection = workspace.connect()) {
      Egress.set(connection, List.of("blog.example"));
      var refused =
          assertThrows(WorkbenchException.class, () -> Egress.set(connection, List.of(host)));
      assertEquals("egress-host", refused.code());
      assertEquals(List.of("blog.example"), Egress.hosts(connection));
    }
  }
}
