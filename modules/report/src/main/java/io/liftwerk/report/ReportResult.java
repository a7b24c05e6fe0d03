package io.liftwerk.report;

import java.util.List;

/**
 * A report that was written.
 *
 * @param format {@code html} or {@code pdf}
 * @param title of the whole
 * @param client whom it is for
 * @param language {@code de} or {@code en}
 * @param parts what is in it, in its order
 * @param sha256 of the file
 * @param bytes size of the file
 * @param file where it lies, relative to the workspace
 */
public record ReportResult(
    String format,
    String title,
    String client,
    String language,
    List<Part> parts,
    String sha256,
    long bytes,
    String file) {

  /**
   * A result in the report.
   *
   * @param run number of the run it comes from
   * @param kind of analysis
   * @param finding as the report says it
   * @param resultHash of the result
   */
  public record Part(String run, String kind, String finding, String resultHash) {}

  public ReportResult {
    parts = List.copyOf(parts);
  }
}
