package io.liftwerk.ingest.log;

import java.util.ArrayList;
import java.util.List;

/**
 * The first lines of a text.
 *
 * @param bytes the text in UTF-8 or a superset of ASCII, without BOM
 * @param lines where they stand, without their line ends; blank ones left out
 */
record Sample(byte[] bytes, List<Line> lines) {
  record Line(int from, int to) {}

  private static final int MOST = 500;

  /**
   * @param whole whether the text ends with {@code length}; else its last line may be cut
   */
  static Sample of(byte[] bytes, int length, boolean whole) {
    var lines = new ArrayList<Line>();
    int from = 0;
    while (from < length && lines.size() < MOST) {
      int end = from;
      while (end < length && bytes[end] != '\n') {
        end++;
      }
      if (end == length && !whole) {
        break;
      }
      int to = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
      // what was emptied while its server went on writing begins with zeros
      while (from < to && bytes[from] == 0) {
        from++;
      }
      if (!blank(bytes, from, to)) {
        lines.add(new Line(from, to));
      }
      from = end + 1;
    }
    return new Sample(bytes, lines);
  }

  private static boolean blank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }
}
