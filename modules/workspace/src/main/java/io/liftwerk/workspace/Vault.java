package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What identifies people, as ciphertext: {@code vault.duckdb}. Each original is sealed by
 * AES-256-GCM under a random key, together with its kind and its pseudonym; that key and the one of
 * the pseudonyms are sealed in turn under a passphrase, or under a key kept for this user on this
 * computer, with which every vault begins. DuckDB cannot write two databases in one transaction, so
 * originals come here first: one whose rows were never committed is harmless.
 */
public final class Vault implements AutoCloseable {
  static final String FILE = "vault.duckdb";
  static final String OPENED = "vault.opened";
  static final String LOCKED = "vault.locked";

  private static final int SHORTEST_PASSPHRASE = 8;
  private static final int AT_ONCE = 1000;

  private final Path folder;
  private final String workspace;
  private final Home home;
  private final AuditTrail audit;
  private @Nullable Database database;
  private @Nullable VaultKeys keys;
  private @Nullable Pseudonyms pseudonyms;
  private char @Nullable [] offered;

  Vault(Path folder, String workspace, Home home, AuditTrail audit) {
    this.folder = folder;
    this.workspace = workspace;
    this.home = home;
    this.audit = audit;
  }

  /** Whether anything was ever put into it. */
  public boolean exists() {
    return Files.exists(folder.resolve(FILE));
  }

  /** A passphrase to be tried when the vault has to be opened; only then is it looked at. */
  public synchronized void offer(char[] passphrase) {
    offered = passphrase.clone();
  }

  /**
   * Opens the vault, which is made when there is none.
   *
   * @throws WorkbenchException {@code vault-locked} when it needs a passphrase, {@code
   *     vault-passphrase} when the one offered is wrong, {@code vault-key-lost} when its key is not
   *     on this computer, {@code vault-damaged}
   */
  public synchronized Pseudonyms pseudonyms() {
    if (pseudonyms == null) {
      pseudonyms = new Pseudonyms(keys().pseudonyms());
    }
    return pseudonyms;
  }

  synchronized VaultKeys keys() {
    if (keys == null) {
      if (!exists()) {
        make();
      }
      VaultHeader header = header();
      keys = opened(header, master(header));
    }
    return keys;
  }

  private VaultHeader.Master master(VaultHeader header) {
    if (header.lock() == VaultHeader.Lock.PASSPHRASE) {
      if (offered == null) {
        throw new WorkbenchException(
            "vault-locked",
            "The vault of this workspace is locked by a passphrase.",
            "Give it in a file with --passphrase-file, or in the variable LIFTWERK_PASSPHRASE.");
      }
      return header.master(offered);
    }
    return VaultHeader.Master.kept(home.vaultKey(workspace).orElseThrow(this::keyLost));
  }

  private VaultKeys opened(VaultHeader header, VaultHeader.Master master) {
    if (!header.fits(master)) {
      throw header.lock() == VaultHeader.Lock.PASSPHRASE
          ? new WorkbenchException(
              "vault-passphrase",
              "The passphrase does not open the vault of this workspace.",
              "Type it again; without it the originals cannot be read by anybody.")
          : keyLost();
    }
    try {
      return header.keys(master, workspace);
    } catch (Sealing.BrokenException e) {
      throw damaged("its keys are not what was written", e);
    }
  }

  private WorkbenchException keyLost() {
    return new WorkbenchException(
        "vault-key-lost",
        "The key of this workspace's vault is not on this computer: there is no fitting "
            + home.vaultKeyFile(workspace)
            + ".",
        "Copy that file from the computer where the workspace was made, or set a passphrase"
            + " there.");
  }

  static WorkbenchException damaged(String why, @Nullable Exception cause) {
    return new WorkbenchException(
        "vault-damaged",
        "The vault of this workspace is damaged: " + why + ".",
        "Restore vault.duckdb from a copy.",
        cause);
  }

  /** Complete before it takes its name; a key that was kept before a kill is used again. */
  private void make() {
    byte[] kept = home.vaultKey(workspace).orElseGet(() -> Sealing.random(Sealing.KEY_BYTES));
    home.keepVaultKey(workspace, kept);
    Path next = folder.resolve(FILE + ".next");
    try {
      Files.deleteIfExists(next);
      try (Database made = Database.openVault(next, folder);
          Connection connection = made.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE header (json TEXT)");
        statement.execute("CREATE TABLE originals (pseudonym TEXT, kind TEXT, sealed BLOB)");
        var header = VaultHeader.of(VaultHeader.Master.kept(kept), VaultKeys.make(), workspace);
        write(connection, header);
      }
      Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (SQLException | IOException e) {
      throw new WorkbenchException(
          "vault-unwritable",
          "The vault of this workspace cannot be made: " + Failures.firstLine(e) + ".",
          "See that the folder can be written and the disk has room.",
          e);
    }
  }

  private static void write(Connection connection, VaultHeader header) throws SQLException {
    boolean single = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO header VALUES (?)")) {
      connection.createStatement().execute("DELETE FROM header");
      insert.setString(1, Json.write(header));
      insert.execute();
      connection.commit();
    } finally {
      connection.setAutoCommit(single);
    }
  }

  private VaultHeader header() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT json FROM header")) {
      if (row.next()) {
        VaultHeader header = Json.read(row.getString(1), VaultHeader.class);
        if (header.isWhole()) {
          return header;
        }
      }
      throw damaged("its first entry is not what was written", null);
    } catch (SQLException e) {
      throw damaged(Failures.firstLine(e), e);
    } catch (WorkbenchException e) {
      throw e.code().equals("json") ? damaged("its first entry cannot be read", e) : e;
    }
  }

  synchronized Connection connect() throws SQLException {
    if (database == null) {
      database = Database.openVault(folder.resolve(FILE), folder);
    }
    return database.connect();
  }

  /** Passwords that the workspace needs elsewhere, under the same lock. */
  public VaultSecrets secrets() {
    return new VaultSecrets(this, audit);
  }

  /** Puts originals in, by way of a writer that several threads may use; the caller closes it. */
  public VaultWriter writer() throws SQLException {
    VaultKeys opened = keys();
    return new VaultWriter(connect(), opened.data());
  }

  /**
   * The originals of {@code pseudonyms}, as far as they are there. An entry in the audit trail says
   * how many were asked for and why, before any is read.
   *
   * @param reason for the trail, without personal data
   */
  public Map<String, String> reveal(String reason, Collection<String> pseudonyms)
      throws SQLException {
    VaultKeys opened = keys();
    audit.append(OPENED, Map.of("reason", reason, "asked", pseudonyms.size()));
    var found = new LinkedHashMap<String, String>();
    List<String> all = List.copyOf(pseudonyms);
    try (Connection connection = connect()) {
      for (int from = 0; from < all.size(); from += AT_ONCE) {
        List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
        try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT pseudonym, kind, sealed FROM originals WHERE pseudonym IN ("
                    + "?, ".repeat(some.size() - 1)
                    + "?)")) {
          for (int i = 0; i < some.size(); i++) {
            query.setString(i + 1, some.get(i));
          }
          read(query, opened, found);
        }
      }
    }
    return found;
  }

  private static void read(PreparedStatement query, VaultKeys opened, Map<String, String> found)
      throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        String pseudonym = row.getString(1);
        byte[] sealed = row.getBytes(3);
        try {
          found.put(
              pseudonym, VaultWriter.open(opened.data(), sealed, row.getString(2), pseudonym));
        } catch (Sealing.BrokenException e) {
          throw damaged("the entry " + pseudonym + " cannot be opened", e);
        }
      }
    }
  }

  /**
   * Takes out the originals of {@code pseudonyms}, committed when it returns. Their bytes stay in
   * the file until it is {@linkplain Workspace#rewrite written anew}.
   *
   * @return how many were there
   */
  public long remove(Collection<String> pseudonyms) throws SQLException {
    if (!exists()) {
      return 0;
    }
    List<String> all = List.copyOf(pseudonyms);
    long removed = 0;
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      for (int from = 0; from < all.size(); from += AT_ONCE) {
        List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
        try (PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM originals WHERE pseudonym IN ("
                    + "?, ".repeat(some.size() - 1)
                    + "?)")) {
          for (int i = 0; i < some.size(); i++) {
            delete.setString(i + 1, some.get(i));
          }
          removed += delete.executeUpdate();
        }
      }
      connection.commit();
    }
    return removed;
  }

  /** Whether it holds an original of {@code pseudonym}. */
  public boolean holds(String pseudonym) throws SQLException {
    return !held(List.of(pseudonym)).isEmpty();
  }

  /** Those of {@code pseudonyms} that it holds an original of; it need not be open for that. */
  public List<String> held(Collection<String> pseudonyms) throws SQLException {
    if (!exists()) {
      return List.of();
    }
    List<String> all = List.copyOf(pseudonyms);
    var held = new ArrayList<String>();
    try (Connection connection = connect()) {
      for (int from = 0; from < all.size(); from += AT_ONCE) {
        List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
        try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT pseudonym FROM originals WHERE pseudonym IN ("
                    + "?, ".repeat(some.size() - 1)
                    + "?) ORDER BY pseudonym")) {
          for (int i = 0; i < some.size(); i++) {
            query.setString(i + 1, some.get(i));
          }
          try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
              held.add(row.getString(1));
            }
          }
        }
      }
    }
    return List.copyOf(held);
  }

  /**
   * Locks the vault by {@code passphrase} from now on; the vault is opened first by what locks it
   * now. The key that was kept on this computer is forgotten, and the file is written anew, so that
   * nothing in it can be opened by what opened it before.
   *
   * @return whether there was a passphrase before
   */
  public synchronized boolean lockBy(char[] passphrase) {
    if (passphrase.length < SHORTEST_PASSPHRASE) {
      throw new WorkbenchException(
          "vault-passphrase-short",
          "The passphrase has fewer than " + SHORTEST_PASSPHRASE + " characters.",
          "Choose a longer one, such as four words.");
    }
    VaultKeys opened = keys();
    boolean before = header().lock() == VaultHeader.Lock.PASSPHRASE;
    var header = VaultHeader.of(VaultHeader.Master.of(passphrase), opened, workspace);
    try {
      try (Connection connection = connect()) {
        write(connection, header);
      }
      close();
      offered = passphrase.clone();
      home.forgetVaultKey(workspace);
      Rewrite.note(folder, List.of(FILE));
      Rewrite.carryOut(folder);
    } catch (SQLException | IOException e) {
      throw new WorkbenchException(
          "vault-unwritable",
          "The vault of this workspace cannot be written: " + Failures.firstLine(e) + ".",
          "See that the folder can be written and the disk has room.",
          e);
    }
    audit.append(LOCKED, Map.of("by", "passphrase", "rounds", header.rounds()));
    return before;
  }

  /** How it stands, told without its key. */
  public synchronized VaultStatus status() {
    if (!exists()) {
      return new VaultStatus("none", false, null, 0, null, Map.of());
    }
    VaultHeader header = header();
    var counts = new LinkedHashMap<String, Long>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT kind, count(*) FROM originals GROUP BY kind ORDER BY kind")) {
      while (row.next()) {
        counts.put(row.getString(1).toLowerCase(Locale.ROOT), row.getLong(2));
      }
    } catch (SQLException e) {
      throw damaged(Failures.firstLine(e), e);
    }
    boolean passphrase = header.lock() == VaultHeader.Lock.PASSPHRASE;
    Optional<byte[]> kept = passphrase ? Optional.empty() : home.vaultKey(workspace);
    return new VaultStatus(
        header.lock().name().toLowerCase(Locale.ROOT),
        kept.isPresent(),
        passphrase ? null : home.vaultKeyFile(workspace).toString(),
        header.rounds(),
        header.changedAt(),
        counts);
  }

  /** Closes the file; it is opened again when it is needed. */
  @Override
  public synchronized void close() throws SQLException {
    if (database != null) {
      database.close();
      database = null;
    }
    keys = null;
    pseudonyms = null;
  }
}
