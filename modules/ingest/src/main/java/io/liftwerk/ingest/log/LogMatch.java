package io.liftwerk.ingest.log;

import java.util.Locale;

/**
 * Which format the beginning of a text is in, and how sure that is.
 *
 * @param id stable name for programs, such as {@code server-log-combined}
 * @param name what people call it, such as {@code combined format}
 * @param lines lines looked at that could be records
 * @param fitting how many of them have the shape of the format
 */
public record LogMatch(String id, String name, int lines, int fitting) {

  /** Share of the lines that fit; 1 where there is only a header, which leaves no doubt. */
  public double confidence() {
    return lines == 0 ? 1 : (double) fitting / lines;
  }

  /** One sentence for the user. */
  public String reason() {
    return "Server log, "
        + name
        + ": "
        + count(fitting)
        + " of the first "
        + count(lines)
        + " lines fit.";
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
