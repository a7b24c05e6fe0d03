package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;

/**
 * A file of a folder or an archive that was not loaded, while the others were.
 *
 * @param file its path inside the folder; for the member of an archive, behind the archive's
 * @param code of the reason, as errors have one
 * @param message the reason, one sentence
 */
public record Skipped(String file, String code, String message) {

  static Skipped of(String file, WorkbenchException why) {
    String oneLine = file.replaceAll("\\p{Cntrl}", "\uFFFD");
    return new Skipped(oneLine, why.code(), why.sentence());
  }
}
