package io.liftwerk.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a report that is no data: kept beside the rows, never among them.
 *
 * @param line where it stands in the file
 * @param kind what it is
 * @param text the line, or the cells of a total row with tabs between
 */
public record AsideLine(long line, Kind kind, String text) {

  /** What stands around the rows of a report. */
  public enum Kind {
    ABOVE,
    TOTAL,
    FOOTER
  }

  static AsideLine total(long line, List<@Nullable String> cells) {
    return new AsideLine(
        line,
        Kind.TOTAL,
        String.join("\t", cells.stream().map(cell -> cell == null ? "" : clean(cell)).toList()));
  }

  /** The cells of a total row. */
  List<String> cells() {
    return List.of(text.split("\t", -1));
  }

  private static String clean(String cell) {
    return cell.replace('\t', ' ').replaceAll("[\\r\\n]+", " ");
  }
}
