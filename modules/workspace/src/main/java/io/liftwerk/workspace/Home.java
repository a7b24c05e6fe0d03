package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What this installation keeps outside every workspace: its signing key, the last head of the audit
 * trail of each workspace it has opened, and the keys of vaults that no passphrase locks. The
 * folder is the system property {@code liftwerk.home}, else the variable LIFTWERK_HOME, else the
 * platform's place for settings.
 */
final class Home {
  private static final ReentrantLock ONE_THREAD = new ReentrantLock();

  /** The head of a workspace's trail as this installation saw it last. */
  record Remembered(String workspace, long seq, String hash) {}

  private final Path folder;

  Home(Path folder) {
    this.folder = folder;
  }

  static Home locate() {
    return new Home(place());
  }

  private static Path place() {
    String property = System.getProperty("liftwerk.home", "");
    if (!property.isBlank()) {
      return Path.of(property).toAbsolutePath();
    }
    String variable = variable("LIFTWERK_HOME");
    if (!variable.isBlank()) {
      return Path.of(variable).toAbsolutePath();
    }
    Path user = Path.of(System.getProperty("user.home", "."));
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      String roaming = variable("APPDATA");
      return (roaming.isBlank() ? user.resolve("AppData/Roaming") : Path.of(roaming))
          .resolve("Liftwerk");
    }
    if (system.startsWith("mac")) {
      return user.resolve("Library/Application Support/Liftwerk");
    }
    String config = variable("XDG_CONFIG_HOME");
    return (config.isBlank() ? user.resolve(".config") : Path.of(config)).resolve("liftwerk");
  }

  private static String variable(String name) {
    return Optional.ofNullable(System.getenv(name)).orElse("");
  }

  Path folder() {
    return folder;
  }

  /** This installation's key, made when there is none yet. */
  InstallationKey key() {
    Path file = folder.resolve("installation.key");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(folder.resolve("workspaces"), ownerOnly(folder, "rwx------"));
        exclusively(
            () -> {
              if (!Files.exists(file)) {
                replace(file, InstallationKey.make().toJson());
              }
            });
      }
      return InstallationKey.read(file);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** This installation's key if it has one; nothing is written. */
  Optional<InstallationKey> existingKey() {
    Path file = folder.resolve("installation.key");
    try {
      return Files.exists(file) ? Optional.of(InstallationKey.read(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Optional<Remembered> recall(String workspace) {
    try {
      Path file = memory(workspace);
      return Files.exists(file)
          ? Optional.of(Json.read(Files.readString(file), Remembered.class))
          : Optional.empty();
    } catch (IOException | WorkbenchException e) {
      // a memory that cannot be read is none: verify then says what it could not compare
      return Optional.empty();
    }
  }

  void remember(Remembered head) throws IOException {
    Files.createDirectories(folder.resolve("workspaces"));
    replace(memory(head.workspace()), Json.write(head) + "\n");
  }

  /** The key that opens the vault of {@code workspace}, if it is kept here. */
  Optional<byte[]> vaultKey(String workspace) {
    Path file = vaultKeyFile(workspace);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length == Sealing.KEY_BYTES) {
        return Optional.of(key);
      }
      throw new IllegalArgumentException("a key has " + Sealing.KEY_BYTES + " bytes");
    } catch (IOException | IllegalArgumentException e) {
      throw new WorkbenchException(
          "vault-key-lost",
          "The key of the vault cannot be read: " + file + " is damaged.",
          "Restore that file from a copy.",
          e);
    }
  }

  /** Keeps a key for the vault of {@code workspace}, readable by the owner only. */
  void keepVaultKey(String workspace, byte[] key) {
    try {
      Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
      Files.createDirectories(folder.resolve("vaults"), ownerOnly(folder, "rwx------"));
      replace(vaultKeyFile(workspace), Base64.getEncoder().encodeToString(key) + "\n");
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Forgets {@link #keepVaultKey}. */
  void forgetVaultKey(String workspace) {
    try {
      Files.deleteIfExists(vaultKeyFile(workspace));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Where the key of the vault of {@code workspace} is kept. */
  Path vaultKeyFile(String workspace) {
    return folder.resolve("vaults").resolve(Hashes.sha256(workspace).substring(0, 32) + ".key");
  }

  private Path memory(String workspace) {
    return folder
        .resolve("workspaces")
        .resolve(Hashes.sha256(workspace).substring(0, 32) + ".json");
  }

  private interface Work {
    void run() throws IOException;
  }

  /** One thread of one process at a time. */
  private void exclusively(Work work) throws IOException {
    ONE_THREAD.lock();
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid()) {
        work.run();
      }
    } finally {
      ONE_THREAD.unlock();
    }
  }

  private static void replace(Path file, String text) throws IOException {
    Path next =
        Files.createTempFile(
            file.getParent(), file.getFileName() + ".", ".next", ownerOnly(file, "rw-------"));
    try {
      Durable.write(next, text);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file, String permissions) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private WorkbenchException unwritable(IOException e) {
    return new WorkbenchException(
        "home-unwritable",
        "The folder %s, which keeps this installation's key, cannot be used: %s."
            .formatted(folder, Failures.reason(e)),
        "Make it writable, or set LIFTWERK_HOME to another folder.",
        e);
  }
}
