package io.liftwerk.keywords.editors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Comma-separated rows as RFC 4180 has them, with a line feed at the end of each. */
final class Csv {
  static final String BOM = "\uFEFF";

  private static final Pattern QUOTED = Pattern.compile("(?s).*[,\"\\r\\n].*|\\s.*|.*\\s");

  /** A file's rows by the names of its columns. */
  record Table(List<String> header, List<List<String>> rows) {

    /** The cell of a row, empty where there is none. */
    static String cell(Map<String, Integer> columns, List<String> row, String column) {
      Integer at = columns.get(column.toLowerCase(Locale.ROOT));
      return at == null || at >= row.size() ? "" : row.get(at);
    }

    Map<String, Integer> columns() {
      var columns = new HashMap<String, Integer>();
      for (int i = 0; i < header.size(); i++) {
        columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
      }
      return columns;
    }
  }

  private Csv() {}

  static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\n";
  }

  private static String cell(String text) {
    return QUOTED.matcher(text).matches() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /** All of it; a byte order mark is dropped, blank lines are no rows. */
  static Table read(Reader reader) throws IOException {
    List<List<String>> rows = rows(new BufferedReader(reader));
    return rows.isEmpty()
        ? new Table(List.of(), List.of())
        : new Table(rows.getFirst(), rows.subList(1, rows.size()));
  }

  private static List<List<String>> rows(BufferedReader in) throws IOException {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    boolean first = true;
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (first) {
        first = false;
        if (c == 0xFEFF) {
          continue;
        }
      }
      if (quoted) {
        if (c != '"') {
          cell.append((char) c);
          continue;
        }
        in.mark(1);
        if (in.read() == '"') {
          cell.append('"');
        } else {
          in.reset();
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        end(rows, row, cell);
        row = new ArrayList<>();
      } else if (c != '\r') {
        cell.append((char) c);
      }
    }
    end(rows, row, cell);
    return rows;
  }

  private static void end(List<List<String>> rows, List<String> row, StringBuilder cell) {
    if (row.isEmpty() && cell.isEmpty()) {
      return;
    }
    row.add(cell.toString());
    cell.setLength(0);
    rows.add(List.copyOf(row));
  }
}
