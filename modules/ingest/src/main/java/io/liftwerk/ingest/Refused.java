package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The sentences with which a file is refused. Each names the file and says what to do. */
final class Refused {
  /** The others of an import fail as well then. */
  static final String DISK_FULL = "disk-full";

  private Refused() {}

  /** The name people know a file by, shown on one line whatever it contains. */
  static String shown(Path file) {
    return printable(String.valueOf(file.getFileName()));
  }

  /** Text from a file made fit for a sentence: one line, no control characters, not endless. */
  static String printable(String text) {
    String oneLine = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return oneLine.length() <= 80 ? oneLine : oneLine.substring(0, 77) + "...";
  }

  static WorkbenchException missing(Path file) {
    return new WorkbenchException(
        "file-missing",
        "There is no file " + printable(file.toString()) + ".",
        "Check the path; it may have been moved or renamed.");
  }

  static WorkbenchException folder(Path file) {
    return new WorkbenchException(
        "file-is-folder", shown(file) + " is a folder, not a file.", "Name the files inside it.");
  }

  /** A watched folder, mostly on a drive that is not connected. */
  static WorkbenchException folderGone(Path folder, Exception e) {
    String why = e instanceof IOException io ? reason(io) : String.valueOf(e.getMessage());
    return new WorkbenchException(
        "folder-unreachable",
        "The folder " + printable(folder.toString()) + " cannot be looked into: " + why + ".",
        "It is looked for again; see that its drive is connected.",
        e);
  }

  static WorkbenchException nothingInside(Path file) {
    return new WorkbenchException(
        "nothing-inside",
        "There is no file in " + shown(file) + ".",
        "Put the exports there, or name the files themselves.");
  }

  /** A pipe or a device: it cannot be read twice, as the columns' decisions need. */
  static WorkbenchException noFile(Path file) {
    return new WorkbenchException(
        "file-irregular",
        shown(file) + " is a pipe or a device, not a file.",
        "Save what comes out of it as a file and import that.");
  }

  static WorkbenchException blank(Path file) {
    return new WorkbenchException(
        "file-empty",
        shown(file) + " holds nothing but blanks and line breaks.",
        "Export it again; nothing was imported.");
  }

  static WorkbenchException empty(Path file) {
    return new WorkbenchException(
        "file-empty", shown(file) + " is empty.", "Export it again; nothing was imported.");
  }

  static WorkbenchException noSheets(Path file, String sheet) {
    return new WorkbenchException(
        "sheet-unknown",
        shown(file) + " is no workbook, so it has no sheet '" + printable(sheet) + "'.",
        "Leave the sheet out, or import the workbook on its own.");
  }

  static WorkbenchException noRows(Path file, String what) {
    return new WorkbenchException(
        "no-rows",
        shown(file) + " has a header but no rows" + what + ".",
        "Export it again with a longer period or other filters.");
  }

  static WorkbenchException binary(Path file, String what) {
    return new WorkbenchException(
        "not-a-table",
        shown(file) + " is not a table: it is " + what + ".",
        "Export the data as CSV, XLSX, JSON lines or Parquet.");
  }

  static WorkbenchException page(Path file) {
    return binary(file, "a web page, perhaps the one that asks you to sign in");
  }

  static WorkbenchException tooWide(Path file, int columns, int most) {
    return new WorkbenchException(
        "too-many-columns",
        "%s has %s columns, more than the %s a table may have."
            .formatted(shown(file), Reasons.count(columns), Reasons.count(most)),
        "Export fewer columns, or turn the table so that they become rows.");
  }

  static WorkbenchException otherThanThen(Path file) {
    return new WorkbenchException(
        "input-changed",
        shown(file) + " is no longer the file that was imported then.",
        "Import it as a new file, or restore the old one.");
  }

  static WorkbenchException changed(Path file) {
    return new WorkbenchException(
        "file-changed",
        shown(file) + " changed while it was read.",
        "Wait until the program that writes it has finished, then import it again.");
  }

  static WorkbenchException damaged(Path file, String what, Throwable cause) {
    return new WorkbenchException(
        "file-damaged",
        shown(file) + " is damaged: " + what + ".",
        "Export or download it again.",
        cause);
  }

  static WorkbenchException longRecord(Path file, long line, long limit) {
    return new WorkbenchException(
        "record-too-long",
        shown(file)
            + " has a record in line "
            + line
            + " longer than "
            + (limit >> 20)
            + " MB, which no export writes.",
        "It is probably not a table; look at it in a text editor.");
  }

  static WorkbenchException noRoom(Path file, long bytes) {
    return new WorkbenchException(
        DISK_FULL,
        "%s unpacks to %s MB, and the disk has no room for that."
            .formatted(shown(file), Reasons.count(Math.max(1, bytes / 1_000_000))),
        "Free some space and import it again; nothing was changed.");
  }

  /** What an {@link IOException} while reading or staging means to a person. */
  static WorkbenchException unreadable(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return missing(file);
    }
    String why = e instanceof AccessDeniedException ? "permission denied" : reason(e);
    if (why.contains("No space left") || why.contains("not enough space")) {
      return new WorkbenchException(
          DISK_FULL,
          "The disk is full: " + shown(file) + " could not be imported.",
          "Free some space and import it again; nothing was changed.",
          e);
    }
    return new WorkbenchException(
        "file-unreadable",
        shown(file) + " cannot be read: " + why + ".",
        "Check that you may read it and that no other program holds it.",
        e);
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such place";
    }
    String text = e.getMessage();
    if (e instanceof FileSystemException system && system.getReason() != null) {
      text = system.getReason();
    }
    return text == null ? e.getClass().getSimpleName() : printable(text);
  }
}
