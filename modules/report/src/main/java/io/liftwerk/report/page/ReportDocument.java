package io.liftwerk.report.page;

import io.liftwerk.report.ResultTexts;
import io.liftwerk.report.chapter.Chapter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a report.
 *
 * @param title of the whole
 * @param client whom it is for
 * @param period the days of the key figures, in words; empty where there are none
 * @param logo of who hands it over; null where there is none
 * @param software version of Liftwerk that wrote it
 * @param chapters in their order, one at least
 * @param texts in the reader's language
 */
public record ReportDocument(
    String title,
    String client,
    String period,
    @Nullable Logo logo,
    String software,
    List<Chapter> chapters,
    ResultTexts texts) {

  public ReportDocument {
    chapters = List.copyOf(chapters);
  }

  /** When the newest of the results was made; the report's own moment is no part of it. */
  Instant asOf() {
    return chapters.stream()
        .map(chapter -> chapter.origin().at())
        .max(Instant::compareTo)
        .orElseThrow();
  }
}
