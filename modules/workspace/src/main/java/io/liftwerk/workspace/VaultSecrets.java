package io.liftwerk.workspace;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Passwords and keys for what lies outside of the workspace, each under a name, sealed in the vault
 * as originals are. Only the name is ever listed or entered in the audit trail. A secret that was
 * replaced or forgotten stays in the file as ciphertext until the vault is written anew.
 */
public final class VaultSecrets {
  static final String KEPT = "vault.secret-kept";
  static final String FORGOTTEN = "vault.secret-forgotten";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:_\\-\\[\\]]{0,199}");

  private final Vault vault;
  private final AuditTrail audit;

  VaultSecrets(Vault vault, AuditTrail audit) {
    this.vault = vault;
    this.audit = audit;
  }

  /**
   * Keeps {@code secret} under {@code name}, in place of an earlier one.
   *
   * @throws WorkbenchException code {@code secret-name} or {@code secret-empty}, and those of
   *     {@link Vault#pseudonyms()}
   */
  public void keep(String name, String secret) throws SQLException {
    if (!NAME.matcher(name).matches()) {
      throw new WorkbenchException(
          "secret-name",
          "'%s' cannot be the name of a secret.".formatted(name),
          "Use letters, digits and . : _ -, such as wordpress:blog.example.");
    }
    if (secret.isBlank()) {
      throw new WorkbenchException(
          "secret-empty", "The secret '%s' is empty.".formatted(name), "Nothing was kept.");
    }
    byte[] sealed =
        Sealing.seal(vault.keys().data(), secret.getBytes(StandardCharsets.UTF_8), belongsTo(name));
    try (Connection connection = vault.connect()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE IF NOT EXISTS secrets (name TEXT, sealed BLOB)");
      }
      delete(connection, name);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO secrets VALUES (?, ?)")) {
        insert.setString(1, name);
        insert.setBytes(2, sealed);
        insert.execute();
      }
      connection.commit();
    }
    audit.append(KEPT, Map.of("name", name));
  }

  /**
   * The secret under {@code name}. An entry in the audit trail says why it was opened, before it
   * is.
   *
   * @param reason for the trail, without personal data
   */
  public Optional<String> open(String name, String reason) throws SQLException {
    if (!names().contains(name)) {
      return Optional.empty();
    }
    VaultKeys keys = vault.keys();
    audit.append(Vault.OPENED, Map.of("reason", reason, "secret", name));
    try (Connection connection = vault.connect();
        PreparedStatement query =
            connection.prepareStatement("SELECT sealed FROM secrets WHERE name = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        byte[] secret = Sealing.open(keys.data(), row.getBytes(1), belongsTo(name));
        return Optional.of(new String(secret, StandardCharsets.UTF_8));
      }
    } catch (Sealing.BrokenException e) {
      throw Vault.damaged("the secret " + name + " cannot be opened", e);
    }
  }

  /** Names of what is kept, in order; the vault need not be open for that. */
  public List<String> names() throws SQLException {
    if (!vault.exists()) {
      return List.of();
    }
    try (Connection connection = vault.connect();
        Statement statement = connection.createStatement()) {
      if (!hasTable(statement)) {
        return List.of();
      }
      var names = new ArrayList<String>();
      try (ResultSet row = statement.executeQuery("SELECT name FROM secrets ORDER BY name")) {
        while (row.next()) {
          names.add(row.getString(1));
        }
      }
      return List.copyOf(names);
    }
  }

  /**
   * Takes the secret out.
   *
   * @return whether there was one
   */
  public boolean forget(String name) throws SQLException {
    if (!names().contains(name)) {
      return false;
    }
    try (Connection connection = vault.connect()) {
      delete(connection, name);
    }
    audit.append(FORGOTTEN, Map.of("name", name));
    return true;
  }

  private static void delete(Connection connection, String name) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM secrets WHERE name = ?")) {
      delete.setString(1, name);
      delete.execute();
    }
  }

  private static boolean hasTable(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'secrets'")) {
      row.next();
      return row.getLong(1) > 0;
    }
  }

  /** An original's is its kind, then its pseudonym; no kind begins with a small letter. */
  private static byte[] belongsTo(String name) {
    return ("secret\0" + name).getBytes(StandardCharsets.UTF_8);
  }
}
