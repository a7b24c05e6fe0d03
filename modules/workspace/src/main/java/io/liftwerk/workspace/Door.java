package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The file in a workspace by which desktops open it: they tie programs to files of a suffix, and to
 * no folder but all.
 */
final class Door {
  static final String FILE = "open.liftwerk";

  private Door() {}

  /** Puts it into {@code folder} where it is missing. */
  static void put(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.writeString(file, "workspace.json\n");
    }
  }

  /** The folder whose door {@code named} is, else {@code named} itself. */
  static Path behind(Path named) {
    Path folder = named.toAbsolutePath().getParent();
    boolean door = named.endsWith(FILE) && Files.isRegularFile(named);
    return door && folder != null ? folder : named;
  }
}
