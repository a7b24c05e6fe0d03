package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Keeps the logs of another copy of the workspace out of the way while the databases of the one
 * that went are closed: DuckDB then deletes the log that it finds under the old name, and with it
 * what the copy has committed last. A kill in between is made good by {@link #recover}.
 */
final class Aside implements AutoCloseable {
  private static final List<String> LOGS =
      List.of(Workspace.DATABASE + ".wal", Vault.FILE + ".wal");

  private final Path folder;

  private Aside(Path folder) {
    this.folder = folder;
  }

  /** Puts the logs in {@code folder} aside. */
  static Aside put(Path folder) throws IOException {
    for (String log : LOGS) {
      move(folder.resolve(log), aside(folder, log));
    }
    return new Aside(folder);
  }

  /** Puts back what a kill left aside. */
  static void recover(Path folder) throws IOException {
    for (String log : LOGS) {
      move(aside(folder, log), folder.resolve(log));
    }
  }

  private static Path aside(Path folder, String log) {
    return folder.resolve(log + ".aside");
  }

  private static void move(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    recover(folder);
  }
}
