package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Database files written anew, since what is deleted in one keeps its bytes. The files are noted in
 * {@code rewrite.json} before; a kill at any moment leaves the old file or the new one, and the
 * note by which the next open does the rest.
 */
final class Rewrite {
  private static final String NOTE = "rewrite.json";

  private record Note(List<String> files) {}

  private Rewrite() {}

  /** Notes that {@code files} of {@code folder} are to be written anew, besides those noted. */
  static void note(Path folder, List<String> files) throws IOException {
    var all = new ArrayList<String>(noted(folder));
    files.stream().filter(file -> !all.contains(file)).forEach(all::add);
    Durable.replace(folder.resolve(NOTE), Json.write(new Note(all)) + "\n");
  }

  static List<String> noted(Path folder) throws IOException {
    Path note = folder.resolve(NOTE);
    if (!Files.exists(note)) {
      return List.of();
    }
    return Json.read(Files.readString(note), Note.class).files();
  }

  /** Writes anew what is noted; none of the files is open. */
  static void carryOut(Path folder) throws IOException, SQLException {
    for (String name : noted(folder)) {
      // a note is a file like any other: it may name nothing but the two databases
      if (name.equals(Workspace.DATABASE) || name.equals(Vault.FILE)) {
        anew(folder, folder.resolve(name));
      }
    }
    Files.deleteIfExists(folder.resolve(NOTE));
  }

  private static void anew(Path folder, Path file) throws IOException, SQLException {
    if (!Files.exists(file)) {
      return;
    }
    KillPoint.REWRITE.pass();
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    Database.copy(file, next, folder, Software.databaseMegabytes());
    try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    KillPoint.REWRITE.pass();
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
    KillPoint.REWRITE.pass();
  }
}
