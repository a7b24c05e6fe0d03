package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files below a folder that may be exports, by their paths, and what is left out and why. Links
 * are not followed: what they point to is found where it lies, or lies outside.
 */
final class FolderWalk {
  static final int MOST_FILES = 10_000;
  private static final int MOST_LEVELS = 16;

  /**
   * A file found.
   *
   * @param path below the folder, {@code /} between its parts
   */
  record Found(Path file, String path, long bytes, long modifiedMillis) {}

  private final Path named;
  private final Path root;
  private final Runnable look;
  private final List<Found> found = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();

  private FolderWalk(Path named, Runnable look) throws IOException {
    this.named = named;
    this.root = named.toRealPath();
    this.look = look;
  }

  /**
   * Walks through {@code folder}.
   *
   * @param look called again and again
   * @throws WorkbenchException when it is a workspace or holds too many files
   */
  static FolderWalk of(Path folder, Runnable look) throws IOException {
    if (NoExport.isWorkspace(folder)) {
      throw new WorkbenchException(
          "folder-is-workspace",
          Refused.shown(folder) + " is a workspace of Liftwerk.",
          "Name a folder with exports.");
    }
    var walk = new FolderWalk(folder, look);
    if (!Files.isDirectory(walk.root)) {
      throw new NotDirectoryException(folder.toString());
    }
    Files.walkFileTree(
        walk.root, EnumSet.noneOf(FileVisitOption.class), MOST_LEVELS, walk.visitor());
    walk.found.sort(Comparator.comparing(Found::path));
    walk.skipped.sort(Comparator.comparing(Skipped::file));
    return walk;
  }

  List<Found> found() {
    return found;
  }

  List<Skipped> skipped() {
    return skipped;
  }

  private SimpleFileVisitor<Path> visitor() {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        WorkbenchException why = folder.equals(root) ? null : leftOut(folder, attributes);
        if (why == null) {
          return FileVisitResult.CONTINUE;
        }
        skip(folder, why);
        return FileVisitResult.SKIP_SUBTREE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        look.run();
        if (attributes.isDirectory()) {
          skip(
              file,
              new WorkbenchException(
                  "folder-too-deep",
                  Refused.shown(file) + " lies more than " + MOST_LEVELS + " folders deep.",
                  ""));
        } else {
          file(file, attributes);
        }
        refuseTooMany();
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (file.equals(root)) {
          throw e;
        }
        skip(file, Refused.unreadable(file, e));
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        if (e != null) {
          skip(folder, Refused.unreadable(folder, e));
        }
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private static @Nullable WorkbenchException leftOut(Path folder, BasicFileAttributes attributes) {
    // a junction of Windows is a folder and something else besides
    return attributes.isOther() ? link(folder) : NoExport.folder(folder);
  }

  private void file(Path file, BasicFileAttributes attributes) {
    WorkbenchException why = NoExport.file(path(file));
    if (why == null && attributes.isSymbolicLink()) {
      why = link(file);
    } else if (why == null && !attributes.isRegularFile()) {
      why = Refused.noFile(file);
    } else if (why == null && attributes.size() == 0) {
      why = Refused.empty(file);
    }
    if (why == null) {
      long modified = attributes.lastModifiedTime().toMillis();
      String path = path(file);
      found.add(new Found(named.resolve(path), path, attributes.size(), modified));
    } else {
      skip(file, why);
    }
  }

  private static WorkbenchException link(Path file) {
    return new WorkbenchException(
        "file-link", Refused.shown(file) + " is a link, which is not followed.", "");
  }

  private void skip(Path file, WorkbenchException why) {
    skipped.add(Skipped.of(path(file), why));
  }

  private void refuseTooMany() {
    if (found.size() + skipped.size() > MOST_FILES) {
      throw new WorkbenchException(
          "folder-too-large",
          "%s holds more than %s files.".formatted(Refused.shown(named), Reasons.count(MOST_FILES)),
          "Name the folders inside it one by one.");
    }
  }

  private String path(Path file) {
    return root.relativize(file).toString().replace(File.separatorChar, '/');
  }
}
