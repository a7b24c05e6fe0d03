package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a workspace's folder in order at open: what was left by a kill goes, what can be made is.
 */
final class Tidy {
  static final List<String> FOLDERS =
      List.of("models", "index", "registry", "runs", "exports", "staging", "jobs");

  private Tidy() {}

  /** Empties staging, removes half-written files, makes missing folders. */
  static void folder(Path folder) throws IOException {
    removeLeftOvers(folder, "*.next");
    removeLeftOvers(folder, "*.next.wal");
    Path staging = folder.resolve("staging");
    if (Files.exists(staging, LinkOption.NOFOLLOW_LINKS)) {
      delete(staging);
    }
    for (String name : FOLDERS) {
      Files.createDirectories(folder.resolve(name));
    }
    removeLeftOvers(folder.resolve("exports"), ".export-*");
    Door.put(folder);
  }

  private static void removeLeftOvers(Path folder, String pattern) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
      for (Path file : files) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(file);
        }
      }
    }
  }

  /** Deletes {@code path} and all below it; a link is deleted, what it points to is not. */
  static void delete(Path path) throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
