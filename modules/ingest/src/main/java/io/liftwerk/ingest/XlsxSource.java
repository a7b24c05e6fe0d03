package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Workbooks. */
final class XlsxSource {
  private XlsxSource() {}

  /** The old binary container holds either an .xls or an encrypted .xlsx. */
  static WorkbenchException oldOrLocked(Path file, byte[] head, int length) {
    String names = new String(head, 0, length, StandardCharsets.ISO_8859_1);
    if (names.contains("E\0n\0c\0r\0y\0p\0t\0e\0d")) {
      return new WorkbenchException(
          "xlsx-locked",
          Refused.shown(file) + " is protected by a password.",
          "Open it in the program that made it and save it without a password.");
    }
    return new WorkbenchException(
        "xls-old",
        Refused.shown(file) + " is a document in the old Office format.",
        "Open it in a spreadsheet program and save it as XLSX or CSV.");
  }
}
