package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A megabyte held back while a workspace is open, so that a job that filled the disk can still be
 * written down in ledger and trail. The room that such a job took in the database file comes back
 * with the first change after the workspace is opened again: until then DuckDB holds it.
 */
final class Reserve {
  private static final int BYTES = 1 << 20;

  private final Path file;

  Reserve(Path folder) {
    file = folder.resolve("runs").resolve(".reserve");
  }

  void hold() {
    try {
      Files.write(file, new byte[BYTES]);
    } catch (IOException e) {
      release();
    }
  }

  void release() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // it is written over or deleted at the next open
      return;
    }
  }
}
