package io.liftwerk.ingest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The corner of the workspace's staging folder that belongs to one run. DuckDB may read nowhere
 * else, so every file passes through here; closing it removes whatever is left.
 */
final class Staging implements AutoCloseable {
  private final Path folder;
  private int count;

  private Staging(Path folder) {
    this.folder = folder;
  }

  static Staging open(Path staging, String run) throws IOException {
    Path folder = staging.resolve("import-" + run);
    Files.createDirectories(folder);
    return new Staging(folder);
  }

  /** A corner of its own for one file, so that what it needed goes before the next one comes. */
  Staging room() throws IOException {
    Path inside = next("");
    Files.createDirectory(inside);
    return new Staging(inside);
  }

  /** Bytes the disk has left. */
  long free() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      // it is not told here; a disk that fills up tells by itself
      return Long.MAX_VALUE;
    }
  }

  /** A path that is not taken yet. Names are ours: a user's file name could hold anything. */
  Path next(String ending) {
    count++;
    return folder.resolve("file-" + count + ending);
  }

  /** A hard link to {@code file} when the disk allows one, else a copy. */
  Path enter(Path file, String ending) throws IOException {
    Path inside = next(ending);
    try {
      Files.createLink(inside, file.toRealPath());
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(file, inside);
    }
    return inside;
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path at, IOException problem)
              throws IOException {
            Files.delete(at);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
