package io.liftwerk.report;

import java.util.List;

/**
 * What a report shall hold and how it is written.
 *
 * @param format {@code html} or {@code pdf}
 * @param runs numbers of runs, in the order of the report; empty for the newest result of each kind
 * @param kinds of analyses, as {@link ClientReport#kinds} names them; empty for all. Only without
 *     {@code runs}
 * @param title of the whole; empty for the usual one
 * @param client whom it is for; empty for the workspace's setting, else its name
 * @param language {@code de} or {@code en}
 */
public record ReportRequest(
    String format,
    List<String> runs,
    List<String> kinds,
    String title,
    String client,
    String language) {

  public ReportRequest {
    runs = List.copyOf(runs);
    kinds = List.copyOf(kinds);
  }

  /** The newest result of each kind, with the workspace's own client and logo. */
  public static ReportRequest newest(String format, String language) {
    return new ReportRequest(format, List.of(), List.of(), "", "", language);
  }
}
