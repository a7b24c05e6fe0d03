package io.liftwerk.ingest;

/** One file's part of the progress bar. */
interface Bar {
  /**
   * @param fraction 0 to 1 of this file
   * @throws io.liftwerk.workspace.CancelledException when the user has cancelled
   */
  void at(double fraction, String phrase);
}
