package io.liftwerk.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides delimiter and header of a delimited text from its beginning. */
final class DialectProbe {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int RECORDS = 300;

  /** Among how many records at the beginning the header is looked for. */
  private static final int PREAMBLE = 30;

  /** A record at the beginning: where it stands and what it says. */
  record Row(long line, int lines, List<String> cells) {}

  /** How many records of one width an end of the file may have that are no rows of the table. */
  private static final int FOOTER = 12;

  /** No report with a preamble has fewer columns; prose with a comma in it has. */
  private static final int LEAST_WIDTH = 3;

  /**
   * @param considered records among which {@code fitting} have as many fields as there are columns
   */
  private record Split(char delimiter, List<Row> rows, int columns, int fitting, int considered) {
    /** Share of the records that agree, then the number of columns. */
    boolean betterThan(@Nullable Split other) {
      if (other == null || (other.columns == 1 && columns > 1)) {
        return true;
      }
      if (columns == 1) {
        // one column whatever the delimiter: the one that does not occur cuts no line apart
        return other.columns == 1 && share() > other.share();
      }
      double mine = share();
      double theirs = other.share();
      return Math.abs(mine - theirs) > 0.05 ? mine > theirs : columns > other.columns;
    }

    private double share() {
      return (double) fitting / Math.max(1, considered);
    }
  }

  private DialectProbe() {}

  /**
   * @param head the beginning in UTF-8 or an encoding that leaves ASCII in place, without BOM
   * @param length bytes of it that count
   * @param whole whether it is the whole file
   */
  static Dialect of(byte[] head, int length, boolean whole) {
    Character stated = statedDelimiter(head, length);
    Split best = null;
    if (stated != null) {
      best = split(head, length, whole, stated);
    } else {
      for (char delimiter : DELIMITERS) {
        Split split = split(head, length, whole, delimiter);
        if (split.betterThan(best)) {
          best = split;
        }
      }
      if (best != null && best.delimiter() == ',' && best.columns() > 1) {
        Split lines = split(head, length, whole, ';');
        best = isNumbers(lines) ? lines : best;
      }
      if (best != null && best.columns() == 1) {
        best = aligned(head, length, whole, best);
      }
    }
    List<Row> rows = best == null ? List.of() : best.rows();
    int columns = best == null ? 1 : best.columns();
    char delimiter = best == null ? ',' : best.delimiter();
    return dialect(delimiter, columns, rows, stated != null);
  }

  /** The first rows as cells, header included, as they stand in the file. */
  static List<Row> rows(byte[] head, int length, boolean whole, char delimiter, int most) {
    var rows = new ArrayList<Row>();
    try {
      CsvRecords records = Dialect.records(new ByteArrayInputStream(head, 0, length), delimiter);
      while (rows.size() <= most && records.next()) {
        if (records.unclosed() && !whole) {
          break;
        }
        var cells = new ArrayList<String>(records.fields());
        for (int i = 0; i < records.fields(); i++) {
          cells.add(records.text(i));
        }
        rows.add(new Row(records.line(), records.lines(), cells));
      }
    } catch (CsvRecords.TooLongException e) {
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean cut = !whole && rows.size() <= most && rows.size() > 1;
    return rows.subList(0, Math.min(most, cut ? rows.size() - 1 : rows.size()));
  }

  private static Split split(byte[] head, int length, boolean whole, char delimiter) {
    List<Row> rows = rows(head, length, whole, delimiter, RECORDS);
    Map<Integer, Integer> counts = new HashMap<>();
    for (Row row : rows) {
      counts.merge(row.cells().size(), 1, Integer::sum);
    }
    int columns = 1;
    int most = 0;
    for (var entry : counts.entrySet()) {
      boolean more = entry.getValue() > most;
      boolean wider = entry.getValue() == most && entry.getKey() > columns;
      if (more || wider) {
        columns = entry.getKey();
        most = entry.getValue();
      }
    }
    // as many records of one width as of another: the first line is the likelier header
    int first = rows.isEmpty() ? 0 : rows.getFirst().cells().size();
    if (first > 1 && counts.getOrDefault(first, 0) == most) {
      columns = first;
    }
    if (first > 1
        && first == columns - 1
        && rows.stream().skip(1).allMatch(DialectProbe::endsBlank)) {
      // every row but the header ends in a delimiter
      columns = first;
      most = rows.size();
    }
    // a short file's header decides: it is the one line sure to be complete
    if (!rows.isEmpty() && rows.size() <= 3 && rows.getFirst().cells().size() > columns) {
      columns = rows.getFirst().cells().size();
      most = counts.getOrDefault(columns, 1);
    }
    var split = new Split(delimiter, rows, columns, most, rows.size());
    return block(split, whole && rows.size() < RECORDS);
  }

  /**
   * A short report between a long preamble and a long footer: most records are none of its rows.
   * From its header on, all records but the footer's are equally wide.
   */
  private static Split block(Split split, boolean ends) {
    Split best = split;
    List<Row> rows = split.rows();
    for (int header = 0; header < Math.min(rows.size(), PREAMBLE); header++) {
      int width = rows.get(header).cells().size();
      if (width <= best.columns() || width < LEAST_WIDTH) {
        continue;
      }
      int end = rows.size();
      while (ends
          && end > header
          && rows.size() - end < FOOTER
          && rows.get(end - 1).cells().size() < width) {
        end--;
      }
      List<Row> below = rows.subList(Math.min(header + 1, end), end);
      boolean even = below.stream().allMatch(row -> row.cells().size() == width);
      boolean narrowAbove =
          rows.subList(0, header).stream().allMatch(row -> row.cells().size() < width);
      if (!below.isEmpty()
          && even
          && narrowAbove
          && HeaderProbe.votes(rows.get(header).cells(), below).unanimous(1)) {
        int count = below.size() + 1;
        best = new Split(split.delimiter(), rows, width, count, count);
      }
    }
    return best;
  }

  /** Whether there is one column whose lines, under a header perhaps, are {@code 1 234,50}. */
  private static boolean isNumbers(Split lines) {
    List<Row> rows = lines.rows();
    if (lines.columns() != 1
        || lines.fitting() != rows.size()
        || rows.getFirst().cells().getFirst().contains(",")) {
      return false;
    }
    List<String> below = firstCells(rows.subList(1, rows.size()));
    return !Candidates.of(below).readings().isEmpty();
  }

  private static List<String> firstCells(List<Row> rows) {
    return rows.stream().map(row -> row.cells().getFirst()).toList();
  }

  /**
   * Columns kept apart by as many blanks as it takes to align them. Words have blanks between them
   * too: so most lines must have several in a row, every line as many columns, and most columns
   * must be numbers or dates.
   */
  private static Split aligned(byte[] head, int length, boolean whole, Split other) {
    if (other.rows().size() < 2 || isNumbers(other)) {
      return other;
    }
    List<String> lines = firstCells(other.rows());
    long runs = lines.stream().filter(line -> line.matches("\\s.*|.*\\S[ \\t]{2,}\\S.*")).count();
    if (runs * 2 < lines.size()) {
      return other;
    }
    Split split = split(head, length, whole, Dialect.BLANKS);
    boolean even = split.fitting() * 100L >= split.rows().size() * 95L;
    boolean table =
        even
            && split.columns() > 1
            && HeaderProbe.typed(split.rows().subList(1, split.rows().size()), split.columns()) * 2
                > split.columns();
    return table ? split : other;
  }

  private static boolean endsBlank(Row row) {
    return row.cells().getLast().isBlank();
  }

  /** Whether {@code row} has {@code columns} cells, or more of which the further are blank. */
  private static boolean isWide(Row row, int columns) {
    return cut(row, columns).cells().size() == columns;
  }

  /** Without blank cells behind the last column. */
  private static Row cut(Row row, int columns) {
    List<String> cells = row.cells();
    boolean longer =
        cells.size() > columns
            && columns > 1
            && cells.subList(columns, cells.size()).stream().allMatch(String::isBlank);
    return longer ? new Row(row.line(), row.lines(), cells.subList(0, columns)) : row;
  }

  /**
   * Spreadsheets fill title lines up with delimiters. The header is the first full row when nothing
   * but rows with at most their first cell filled stand before it.
   */
  private static int belowTitles(List<Row> rows, int header, int columns) {
    if (columns < 3) {
      return header;
    }
    for (int i = header; i < Math.min(rows.size(), PREAMBLE); i++) {
      List<String> cells = rows.get(i).cells();
      long filled = cells.stream().filter(cell -> !cell.isBlank()).count();
      if (filled == columns && isWide(rows.get(i), columns)) {
        return HeaderProbe.isHeader(cells, rows.subList(i + 1, rows.size())) ? i : header;
      }
      if (filled > 1 || (filled == 1 && cells.getFirst().isBlank())) {
        return header;
      }
    }
    return header;
  }

  /** Excel's first line {@code sep=;}. */
  private static @Nullable Character statedDelimiter(byte[] head, int length) {
    int i = length > 0 && head[0] == '"' ? 1 : 0;
    boolean says =
        length > i + 5
            && (head[i] | 32) == 's'
            && (head[i + 1] | 32) == 'e'
            && (head[i + 2] | 32) == 'p'
            && head[i + 3] == '=';
    if (!says) {
      return null;
    }
    int end = i + 5 + i;
    boolean ends = end >= length || head[end] == '\n' || head[end] == '\r';
    return ends && head[i + 4] > 0 ? (char) head[i + 4] : null;
  }

  private static Dialect dialect(char delimiter, int columns, List<Row> rows, boolean stated) {
    int header = stated ? 1 : 0;
    while (header < Math.min(rows.size(), PREAMBLE) && !isWide(rows.get(header), columns)) {
      header++;
    }
    if (header >= Math.min(rows.size(), PREAMBLE)) {
      header = stated && rows.size() > 1 ? 1 : 0;
    }
    header = belowTitles(rows, header, columns);
    if (rows.isEmpty()) {
      return new Dialect(delimiter, ColumnNames.numbered(1), false, 1, 1, List.of(), List.of());
    }
    Row first = cut(rows.get(header), columns);
    List<String> cells = first.cells();
    Row second = header + 1 < rows.size() ? cut(rows.get(header + 1), columns) : null;
    List<Row> below = rows.subList(Math.min(header + 2, rows.size()), rows.size());
    if (second != null && HeaderRows.isGroups(cells, second.cells(), below)) {
      header++;
      cells = HeaderRows.names(cells, second.cells());
      first = second;
      second = null;
    }
    var aside = new ArrayList<String>();
    for (Row row : rows.subList(0, header)) {
      aside.add(text(row, delimiter));
    }
    boolean named = HeaderProbe.isHeader(cells, rows.subList(header + 1, rows.size()));
    if (second != null && HeaderRows.isUnits(second.cells(), below)) {
      return new Dialect(
          delimiter,
          ColumnNames.of(cells),
          true,
          first.line(),
          second.line() + second.lines(),
          aside,
          List.of(text(second, delimiter)));
    }
    List<String> names = named ? ColumnNames.of(cells) : ColumnNames.numbered(cells.size());
    long data = named ? first.line() + first.lines() : first.line();
    return new Dialect(delimiter, names, named, first.line(), data, aside, List.of());
  }

  private static String text(Row row, char delimiter) {
    return String.join(String.valueOf(delimiter), row.cells());
  }
}
