package io.liftwerk.benchmarks;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A folder for gigabytes of generated data, on the same disk as the workspaces in it. It is gone
 * when the benchmark ends, fails or is interrupted, and at the next start when it was killed.
 */
final class Scratch implements AutoCloseable {
  private final Path folder;
  private final Thread hook;

  Scratch(Path folder) throws IOException {
    this.folder = folder;
    delete(folder);
    Files.createDirectories(folder);
    hook = new Thread(() -> deleteQuietly(folder), "scratch-cleanup");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  /** Makes and returns a folder of that name. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  /** Deletes what bears that name here, if anything does. */
  void delete(String name) throws IOException {
    delete(folder.resolve(name));
  }

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void deleteQuietly(Path tree) {
    try {
      delete(tree);
    } catch (IOException e) {
      System.err.println("left behind: " + tree + " (" + e.getMessage() + ")");
    }
  }

  @Override
  public void close() throws IOException {
    Runtime.getRuntime().removeShutdownHook(hook);
    delete(folder);
  }
}
