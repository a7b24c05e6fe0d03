package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something in staging that one statement can load.
 *
 * @param select a query whose columns are {@code names}, all text, then {@code _row} when numbered
 * @param names columns of the table
 * @param numbered whether the query tells each row's line itself; else rows come in file order and
 *     the first stands in {@code firstLine}
 * @param firstLine line of the first row
 * @param records rows the query must give; anything else means that a row was lost or split
 * @param rejects a staged file of rejects (line, reason, text), null when there are none
 * @param rejectCount how many
 */
record Staged(
    String select,
    List<String> names,
    boolean numbered,
    long firstLine,
    long records,
    @Nullable Path rejects,
    long rejectCount) {

  private static final long DEFAULT_LINE = 2_000_000;

  /** A file in the form of {@link StagedCsv}. */
  static Staged plain(
      Path file, List<String> names, StagedCsv written, @Nullable Path rejects, long rejectCount) {
    return plain(file, ',', names, names, written, rejects, rejectCount);
  }

  /**
   * The same with another delimiter, and with only some of its columns.
   *
   * @param all the columns as they were written
   * @param names those the table gets
   */
  static Staged plain(
      Path file,
      char delimiter,
      List<String> all,
      List<String> names,
      StagedCsv written,
      @Nullable Path rejects,
      long rejectCount) {
    String columns =
        "'_row': 'BIGINT', "
            + all.stream()
                .map(name -> Sql.literal(name) + ": 'VARCHAR'")
                .collect(Collectors.joining(", "));
    String list = names.stream().map(Sql::identifier).collect(Collectors.joining(", "));
    return new Staged(
        "SELECT "
            + list
            + ", _row FROM "
            // without being told DuckDB takes the first CR inside of quotes for the line end
            + readCsv(
                file,
                delimiter,
                columns,
                0,
                written.longest(),
                !written.multiline(),
                ", new_line = '\\n'"),
        names,
        true,
        1,
        written.records(),
        rejects,
        rejectCount);
  }

  /**
   * A regular file as it was dropped.
   *
   * @param records rows it has, totals included
   * @param totals rows at its beginning and its end that are not loaded
   */
  static Staged direct(Path file, Dialect dialect, long records, long longest, Totals totals) {
    String columns =
        dialect.names().stream()
            .map(name -> Sql.literal(name) + ": 'VARCHAR'")
            .collect(Collectors.joining(", "));
    long skip = dialect.dataLine() - 1;
    return new Staged(
        "SELECT * FROM "
            + readCsv(file, dialect.delimiter(), columns, skip, longest, true, "")
            + totals.where(dialect.names()),
        dialect.names(),
        false,
        dialect.dataLine() + totals.leading().size(),
        records - totals.leading().size() - totals.trailing().size(),
        null,
        0);
  }

  /** Total rows around the rows of a regular file. */
  record Totals(List<DialectProbe.Row> leading, List<DialectProbe.Row> trailing) {

    /** Leaves out the rows that say what these say; that no others do is seen by counting. */
    private String where(List<String> names) {
      return Stream.concat(leading.stream(), trailing.stream())
          .map(row -> " AND NOT (" + same(names, row.cells()) + ")")
          .distinct()
          .collect(Collectors.joining())
          .replaceFirst("^ AND", " WHERE");
    }

    /** Told apart soonest by a cell with a label. */
    private static String same(List<String> names, List<String> cells) {
      var parts = new ArrayList<String>();
      for (int i = 0; i < names.size(); i++) {
        String cell = cells.get(i);
        String quoted = Sql.identifier(names.get(i));
        parts.add(
            cell.isEmpty()
                ? quoted + " IS NULL"
                : quoted + " IS NOT DISTINCT FROM " + Sql.literal(cell));
      }
      parts.sort(Comparator.comparing(part -> !part.contains(": ")));
      return String.join(" AND ", parts);
    }
  }

  /** Everything is stated: the sniffer has no say. */
  private static String readCsv(
      Path file,
      char delimiter,
      String columns,
      long skip,
      long longest,
      boolean parallel,
      String more) {
    String size =
        longest < DEFAULT_LINE
            ? ""
            : ", max_line_size = " + (longest + 1024) + ", buffer_size = " + (4 * longest + 65536);
    return "read_csv("
        + Sql.literal(file)
        + ", auto_detect = false, header = false, skip = "
        + skip
        + ", delim = "
        + Sql.literal(String.valueOf(delimiter))
        + ", quote = '\"', escape = '\"', nullstr = '', comment = '', ignore_errors = true,"
        + " null_padding = false, compression = 'none', encoding = 'utf-8', parallel = "
        + parallel
        + size
        + more
        + ", columns = {"
        + columns
        + "})";
  }
}
