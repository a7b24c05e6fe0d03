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

  private record Split(char delimiter, List<Row> rows, int columns, int fitting) {
    /** Share of the records that agree, then the number of columns. */
    boolean betterThan(@Nullable Split other) {
      if (other == null || (other.columns == 1 && columns > 1)) {
        return true;
      }
      if (columns == 1) {
        return false;
      }
      double mine = share();
      double theirs = other.share();
      return Math.abs(mine - theirs) > 0.05 ? mine > theirs : columns > other.columns;
    }

    private double share() {
      return (double) fitting / Math.max(1, rows.size());
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
      var records = new CsvRecords(new ByteArrayInputStream(head, 0, length), delimiter);
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
    return new Split(delimiter, rows, columns, most);
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
      return new Dialect(delimiter, ColumnNames.numbered(1), false, 1, 1, List.of());
    }
    var aside = new ArrayList<String>();
    for (Row row : rows.subList(0, header)) {
      aside.add(String.join(String.valueOf(delimiter), row.cells()));
    }
    Row first = cut(rows.get(header), columns);
    boolean named = HeaderProbe.isHeader(first.cells(), rows.subList(header + 1, rows.size()));
    List<String> names =
        named ? ColumnNames.of(first.cells()) : ColumnNames.numbered(first.cells().size());
    long data = named ? first.line() + first.lines() : first.line();
    return new Dialect(delimiter, names, named, first.line(), data, aside);
  }
}
