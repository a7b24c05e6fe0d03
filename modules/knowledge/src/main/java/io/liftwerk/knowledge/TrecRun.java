package io.liftwerk.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Hits in the form that trec_eval and its relatives read. */
public final class TrecRun {
  private TrecRun() {}

  /**
   * The hits of one query: {@code QUERY Q0 PASSAGE RANK SCORE TAG}, a line each.
   *
   * @param query its number or name
   * @param tag the name of the run
   */
  public static List<String> lines(String query, List<Hit> hits, String tag) {
    var lines = new ArrayList<String>();
    for (Hit hit : hits) {
      lines.add(
          String.join(
              " ",
              plain(query),
              "Q0",
              plain(hit.passage().id()),
              Integer.toString(hit.rank()),
              String.format(Locale.ROOT, "%.6f", hit.score()),
              plain(tag)));
    }
    return lines;
  }

  /** Fields are parted by blanks, so none may stand in one: a blank becomes {@code %20}. */
  private static String plain(String text) {
    var plain = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c) || c == '%') {
                for (byte one : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  plain.append('%').append(String.format(Locale.ROOT, "%02X", one));
                }
              } else {
                plain.appendCodePoint(c);
              }
            });
    return plain.toString();
  }
}
