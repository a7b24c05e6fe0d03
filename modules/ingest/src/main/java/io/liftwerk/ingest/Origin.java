package io.liftwerk.ingest;

import java.io.IOException;
import java.nio.file.Path;

/** Where a table comes from: a file, or documents that are loaded together. */
interface Origin {
  /** As refusals name it: the file, or the folder of the documents. */
  Path file();

  /** Without the folder it lies in. */
  String name();

  /** What its table is called unless the user says otherwise. */
  String tableName();

  long bytes();

  /** Tells whether the same is there already. */
  String sha256() throws IOException;

  /**
   * @throws io.liftwerk.workspace.WorkbenchException when somebody wrote to it meanwhile
   */
  void checkUnchanged() throws IOException;
}
