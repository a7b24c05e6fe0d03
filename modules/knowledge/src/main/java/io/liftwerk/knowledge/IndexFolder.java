package io.liftwerk.knowledge;

import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The indexes in a workspace's {@code index/}: each is written whole into a folder that carries the
 * number of its run, {@code run-0042}, and never changed. The one that counts is the newest whose
 * run is in the ledger as done, so that a kill at any moment leaves the one before; older ones go
 * when a newer one is opened or written.
 */
final class IndexFolder {
  private static final String NAME = "run-";
  private static final String DRAFT = ".draft-";

  private final Workspace workspace;

  IndexFolder(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Where the index of a run is written, empty. */
  Path draft(String run) throws IOException {
    Path draft = workspace.index().resolve(DRAFT + run);
    delete(draft);
    return Files.createDirectories(draft);
  }

  /** Gives a complete draft its name; it counts once its run is committed. */
  void complete(String run) throws IOException {
    Path place = workspace.index().resolve(NAME + run);
    delete(place);
    Files.move(workspace.index().resolve(DRAFT + run), place, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The index that counts. */
  Optional<Path> newest() {
    return written().stream().filter(this::isDone).findFirst();
  }

  /** Removes what does not count: drafts, indexes that were replaced or never committed. */
  void tidy() {
    Optional<Path> newest = newest();
    try (Stream<Path> all = Files.list(workspace.index())) {
      for (Path one : all.toList()) {
        String name = String.valueOf(one.getFileName());
        boolean ours = name.startsWith(NAME) || name.startsWith(DRAFT);
        if (ours && newest.filter(one::equals).isEmpty()) {
          delete(one);
        }
      }
    } catch (IOException e) {
      // somebody still reads it; the next time it goes
      return;
    }
  }

  private List<Path> written() {
    if (!Files.isDirectory(workspace.index())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(workspace.index())) {
      return all.filter(one -> number(one).matches("\\d+"))
          .filter(one -> Files.isRegularFile(one.resolve(Generation.FILE)))
          .sorted(Comparator.comparingInt((Path one) -> Integer.parseInt(number(one))).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String number(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.startsWith(NAME) ? name.substring(NAME.length()) : "";
  }

  private boolean isDone(Path folder) {
    return workspace
        .ledger()
        .find(number(folder))
        .filter(run -> run.status() == RunRecord.Status.DONE)
        .isPresent();
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
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
          public FileVisitResult postVisitDirectory(Path inside, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(inside);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static WorkbenchException missing() {
    return new WorkbenchException(
        "index-missing",
        "The sources of this workspace are not indexed yet.",
        "Import articles or a product feed, then run 'index WS'.");
  }

  static WorkbenchException damaged(Exception cause) {
    return new WorkbenchException(
        "index-damaged",
        "The index of the sources cannot be read: %s."
            .formatted(String.valueOf(cause.getMessage()).lines().findFirst().orElse("")),
        "Run 'index WS'; it makes it anew.",
        cause);
  }
}
