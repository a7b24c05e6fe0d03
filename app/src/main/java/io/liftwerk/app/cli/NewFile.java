package io.liftwerk.app.cli;

import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a user wants an export: a place where nothing is yet. */
final class NewFile {
  private NewFile() {}

  /**
   * @throws WorkbenchException code {@code file-exists}
   */
  static void check(Path file) {
    if (Files.exists(file)) {
      throw exists(file);
    }
  }

  /**
   * Before long work: whether there is a folder that the file can be written to.
   *
   * @throws WorkbenchException code {@code file-unwritable}
   */
  static void checkFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new WorkbenchException(
          "file-unwritable",
          "The folder of " + file + " is not there, or nothing can be written to it.",
          "Name a file in a folder that you may write to.");
    }
  }

  /**
   * @throws WorkbenchException codes {@code file-exists}, {@code file-unwritable}
   */
  static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (FileAlreadyExistsException e) {
      throw exists(to);
    } catch (IOException e) {
      throw new WorkbenchException(
          "file-unwritable",
          "The file " + to + " cannot be written: " + e.getMessage() + ".",
          "Name a file in a folder that you may write to.",
          e);
    }
  }

  private static WorkbenchException exists(Path file) {
    return new WorkbenchException(
        "file-exists",
        "The file " + file + " is there already.",
        "Name another file, or move that one away.");
  }
}
